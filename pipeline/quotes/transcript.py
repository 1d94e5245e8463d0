"""Interviews and transcripts: paragraphs that begin with "Q:" or a name and a colon."""

from collections import Counter
from itertools import groupby

from pipeline.lexicon.reporting import words
from pipeline.quotes.types import Found, Source, Span
from pipeline.quotes.view import View

_LABEL_WORDS = 6
_LEAST_TURNS = 3  # labelled paragraphs from which a text is a transcript, if a label comes back
_QUESTION = frozenset(("q", "question", "interviewer"))


def turns(view: View) -> tuple[list[Found], set[int]]:
    """What each labelled paragraph says, and the numbers of those paragraphs."""
    labels = {block: span for block, begin, stop in _blocks(view) if (span := _label(view, begin, stop))}
    names = Counter(_name(view, span) for span in labels.values())
    returns = max(names.values(), default=0) > 1 or any(name in _QUESTION for name in names)
    if len(names) < 2 or (sum(names.values()) < _LEAST_TURNS and not _QUESTION & set(names)) or not returns:
        return [], set()
    found: list[Found] = []
    for block, _begin, stop in _blocks(view):
        if block in labels:
            colon = labels[block][1] + 1
            found.append(((colon + 1, stop - 1), Source(labels[block], (colon, colon), "turn")))
    return found, set(labels)


def _blocks(view: View) -> list[tuple[int, int, int]]:
    """(number, first token, stop) of every paragraph."""
    blocks: list[tuple[int, int, int]] = []
    stop = 0
    for number, tokens in groupby(view.block_of):
        begin, stop = stop, stop + sum(1 for _ in tokens)
        if number >= 0:
            blocks.append((number, begin, stop))
    return blocks


def _label(view: View, begin: int, stop: int) -> Span | None:
    """The words before a colon at the head of a paragraph, if they can be a speaker and marks do not follow."""
    for j in range(begin, min(begin + _LABEL_WORDS, stop - 2)):
        if view.low[j] == ":":
            name = view.text[view.start[begin] : view.end[j - 1]]
            proper = name[:1].isupper() and name.lower() not in words("labels")
            return (begin, j - 1) if j > begin and proper and view.pair_of[j + 1] < 0 else None
        if view.tag[j][0:1] == "V" or view.pair_of[j] >= 0 or view.comma(j):
            return None
    return None


def _name(view: View, span: Span) -> str:
    """The last word of a label: "Reyes:" comes back for "Tom Reyes:"."""
    return view.low[span[1]].strip(".") or view.low[span[0]]
