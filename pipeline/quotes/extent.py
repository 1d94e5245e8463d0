"""How far reported words reach: the parse proposes, marks and joints decide."""

from pipeline.quotes.cues import verb_at
from pipeline.quotes.view import FINITE, View

Piece = tuple[int, int]  # first and last token
_BREAKS = frozenset((",", ".", ";", ":", "!", "?", "--", "–", "—", "…", "...", ")", "("))
_JOINTS = frozenset(("and", "but", "while", "though", "although", "as", "according"))
_ASIDE = frozenset(("which", "who", "whose", "where", "whom"))


def stretch(view: View, first: int, last: int, stop: int) -> int:
    """The last token of what begins at first and, by the parse, ends at last, in a sentence that ends at stop."""
    last = _over_marks(view, last, stop)
    while last + 1 < stop and not _is_break(view, last + 1) and view.low[last + 1] not in _JOINTS:
        last = _over_marks(view, last + 1, stop)
    return _cut(view, first, last)


def _over_marks(view: View, last: int, stop: int) -> int:
    """Never end inside a pair of marks."""
    number = view.pair_of[last]
    return min(view.pairs[number].close, stop - 1) if number >= 0 else last


def _is_break(view: View, i: int) -> bool:
    if view.low[i] == "-":
        return view.text[view.start[i] - 1 : view.start[i]].isspace()
    return view.low[i] in _BREAKS


def _cut(view: View, first: int, last: int) -> int:
    """End before a new participle of saying (", adding that") and before an aside (", which")."""
    for j in range(first + 2, last + 1):
        if view.pair_of[j] >= 0 or view.low[j - 1] not in (",", "and", "but", "--", "–", "—", "-"):
            continue
        if view.tag[j] == "VBG" and _says(view, j):
            return j - 2
        if view.low[j] in _ASIDE and view.low[j - 1] == ",":
            return j - 2
    return last


def _says(view: View, j: int) -> bool:
    entry = verb_at(view, j)
    return entry is not None and "c" in entry.flags


def has_clause(view: View, piece: Piece) -> bool:
    """Whether a finite verb stands in the piece."""
    return any(view.tag[j] in FINITE for j in range(piece[0], piece[1] + 1))
