"""What a pasted page has around its article: menus, links to other articles, buttons, requests for consent.

A line is furniture by its own words (data/text/furniture.tsv), or because it stands below a heading such as "Related
articles" and looks like a headline. Sentences of the story that merely begin so ("Related costs rose ...") are none.
"""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.lexicon.tables import table

_LONGEST = 300  # characters; what asks for consent is longer than a button
_LONGEST_TITLE = 130
_MOST_TITLES = 10
_AFTER = " :|»›>→↑↓….!-\t"
_SEPARATORS = re.compile(r"[\s,|/•·&+:]+")
_TITLE = re.compile(r"[^.!?;\"“”]{8,}[^.!?;:,\"“”]\Z")
_SHORT = re.compile(r"[^.!?:;,\"“”\d]{2,40}\Z")
_NUMBER = re.compile(r"(?<![\d,])\d[\d,]{0,11} ")


@cache
def _phrases(kind: str) -> frozenset[str]:
    rows = table("text/furniture.tsv")
    return frozenset(phrase for name, phrases in rows if name == kind for phrase in phrases.split("|"))


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(_phrases("begins"))


def furniture(paragraphs: Sequence[str]) -> set[int]:
    """The numbers of the paragraphs that are no part of the article."""
    found = {n for n, words in enumerate(paragraphs) if is_furniture(words)}
    for n in sorted(found):
        if _bare(paragraphs[n]) in _phrases("heading"):
            found |= _titles_below(paragraphs, n)
    return found | _amid_menus(paragraphs, found)


def is_furniture(words: str) -> bool:
    """Whether a paragraph is furniture by its own words."""
    if len(words) > _LONGEST:
        return False
    bare = _bare(words)
    without_number = _NUMBER.sub("", bare, count=1)  # 12 comments; we and our 842 partners
    if bare in _phrases("heading") or without_number in _phrases("alone") or without_number.startswith(_beginnings()):
        return True
    lead, colon, rest = bare.partition(":")
    if colon and rest and lead.rstrip() in _phrases("link"):
        return True
    parts = _SEPARATORS.split(bare)
    buttons = [part for part in parts if part in _phrases("button")]
    between = all(part in _phrases("between") or part.isdigit() for part in parts if part not in buttons)
    return 1 < len(parts) < 12 and len(buttons) > 0 and between


def _bare(words: str) -> str:
    """A line in small letters, without the signs around it; arrows and bars as colons."""
    plain = words.strip("•*_#[]()<>" + _AFTER).replace("’", "'").lower()
    return re.sub(r" ?[|»›→] ?", ": ", plain)


def _titles_below(paragraphs: Sequence[str], heading: int) -> set[int]:
    """The titles of other articles below a heading, up to the first sentence."""
    found = set()
    for n in range(heading + 1, min(heading + 1 + _MOST_TITLES, len(paragraphs))):
        if len(paragraphs[n]) > _LONGEST_TITLE or not _TITLE.match(paragraphs[n]):
            break
        found.add(n)
    return found


def _amid_menus(paragraphs: Sequence[str], found: set[int]) -> set[int]:
    """Short lines with entries of a menu on both sides: the paper's name, a section."""
    alone = [_bare(words) in _phrases("alone") for words in paragraphs]
    inner = range(1, len(paragraphs) - 1)
    return {n for n in inner if n not in found and alone[n - 1] and alone[n + 1] and _SHORT.match(paragraphs[n])}
