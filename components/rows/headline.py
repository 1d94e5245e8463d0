"""The headline of an article: its title, else the headline in its text, else its first words."""

import re
from collections.abc import Sequence
from itertools import takewhile

from components.formatting import one_line, shorten
from pipeline.model import Article

LONGEST = 180  # characters of a headline
BEGINNING = 110  # characters of a text without one
_LOOKED_AT = 2_000  # characters of a text: a headline stands at the top
_MOST_WORDS, _FEWEST = 28, 3
_MOST_LINES = 4
_GOES_ON = re.compile(r"[.,;:…–—-]['\"”’)\]]*$")  # a sentence, or a line that is not over
_ABOUT = re.compile(
    r"(?:by|from|published|updated|posted|photo|image|picture|credit|advertisement|share|read more)\b", re.IGNORECASE
)
_DATELINE = re.compile(r"[A-Z]{3,20}\b[\w .,'’/]{0,40}(?:\([\w ]{2,20}\) ?)?(?:[–—]|--? )")  # AQABA, Jordan (Agency) –
_DAY = re.compile(r"\W*(?:\w+,? )?(?:\d{1,2} \w+|\w+\.? \d{1,2}),? \d{4}\b|\W*\d{4}-\d\d-\d\d\b")


def title_of(article: Article) -> str:
    """The title; without one the headline in the text, or its first words, cut between two words."""
    return one_line(article.title or headline(article.text) or "") or shorten(_opening(article.text), BEGINNING)


def headline(text: str) -> str | None:
    """The line above the story that reads as its headline; a label of a word or two above it (“Opinion”) is skipped."""
    lines = [line.strip() for line in text[:_LOOKED_AT].strip().split("\n")]
    filled = [(n, line) for n, line in enumerate(lines) if line]
    for at, (n, line) in enumerate(filled[:2]):
        if at + 1 == len(filled):
            return None
        alone = n + 1 < len(lines) and not lines[n + 1]
        if _is_headline(line, alone=alone):
            return _with_its_end(line, lines[n + 1 :])
        if len(line.split()) >= _FEWEST or _GOES_ON.search(line):
            return None
    return None


def _with_its_end(line: str, below: Sequence[str]) -> str:
    """The headline with the lines below on which it goes on: broken where a page was narrow, in small letters."""
    rest = list(takewhile(bool, below))
    whole = one_line(" ".join([line, *rest]))
    if not rest or len(rest) >= _MOST_LINES or not all(more[0].islower() for more in rest):
        return line
    return whole if _is_headline(whole, alone=True) else line


def _is_headline(line: str, *, alone: bool) -> bool:
    """Whether a line reads as a headline; alone: an empty line follows, then two words are enough."""
    words = len(line.split())
    if not (_FEWEST - alone <= words <= _MOST_WORDS and len(line) <= LONGEST):
        return False
    if line[0].islower() or _GOES_ON.search(line):
        return False
    return not any(pattern.match(line) for pattern in (_ABOUT, _DATELINE, _DAY))


def _opening(text: str) -> str:
    """The first line that has any words."""
    return text.lstrip()[:400].partition("\n")[0]
