"""The lines that press databases (Nexis, Factiva, ProQuest) print around an article: its section, length and language.

A label such as "Section:" may open a line of the story too; only where several such lines stand in one text does it
come from a database.
"""

import re
from collections.abc import Sequence

_LEAST = 3
_LONGEST = 600  # characters; subjects are listed at length
_LABELLED = re.compile(
    r"(?i:byline|section|length|load-date|language(?: of publication)?|publication[- ](?:type|title|subject|year|date)"
    r"|journal-code|subject|industry|geographic|organization|company(?: ?/ ?organization)?|ticker|person|people|author"
    r"|country(?: of publication)?|state|city|e?issn|place of publication|source(?: ?type| attribution)?|document type"
    r"|proquest document id|document url|copyright|last updated|database|credit|location|classification|correction-date"
    r"|identifier ?/ ?keyword|pages?|series|edition|publisher|full text availability|links): ?\S"
)
_ALONE = re.compile(
    r"(?i:\d{1,4} of \d{1,4} documents?|[\d,]{1,6} words|english|end of document|body|classification"
    r"|(?:final|first|second|late|early|city|metro|home|national|london|weekend|sunday|main|all) edition"
    r"|document [a-z\d]{12,40}|copyright \d{4}[^.!?]{2,80}\.?(?: all rights reserved\.?)?)"
)
_CODE = re.compile(r"[A-Z]{3,8}")  # Factiva's code of a paper, above the language


def database_lines(paragraphs: Sequence[str]) -> set[int]:
    """The numbers of such lines; none where fewer than three stand in the text."""
    found = {
        n
        for n, words in enumerate(paragraphs)
        if len(words) <= _LONGEST and (_LABELLED.match(words) or _ALONE.fullmatch(words))
    }
    if len(found) < _LEAST:
        return set()
    codes = {n for n in range(len(paragraphs) - 1) if n + 1 in found and _CODE.fullmatch(paragraphs[n])}
    return found | codes
