"""Sources without a reporting verb: "according to", and nouns of saying."""

from pipeline.quotes.clauses import Piece
from pipeline.quotes.direct import Source
from pipeline.quotes.speaker_span import Span, phrase
from pipeline.quotes.view import View

_HANGING = frozenset(("because", "which", "that", "who", "where", "when", "if", "whether", "as", "while", "since"))
_NEW = frozenset(("and", "but", "while", "which", "who", "though", "although", "so", "or", "where", "as", "when"))


def according_to(view: View, i: int, begin: int, stop: int) -> tuple[list[Piece], Source] | None:
    """ "According to X, ..." or "..., according to X": the rest of the sentence."""
    if view.low[i] != "according" or i + 2 >= stop or view.low[i + 1] != "to":
        return None
    who = _holder(view, i + 1, stop)
    if who is None:
        return None
    source = Source(who, (i, i + 1), "according-to")
    left_end = i - 1
    while left_end >= begin and view.low[left_end] in (",", "–", "—", "--", "and", "but"):
        left_end -= 1
    right = who[1] + 1
    while right < stop and view.low[right] in (",", "–", "—", "--", ":"):
        right += 1
    pieces = []
    if left_end - begin >= 2 and view.low[left_end] not in _HANGING:
        pieces.append((begin, left_end))
    if stop - right > 2 and (right > who[1] + 1) and not (pieces and view.low[right] in _NEW):
        pieces.append((right, stop - 1))
    return (pieces, source) if pieces else None


def _holder(view: View, to: int, stop: int) -> Span | None:
    kid = view.child(to, "pobj")
    if kid is None or kid >= stop:
        noun = next((j for j in range(to + 1, stop) if view.pos[j] in ("NOUN", "PROPN", "PRON")), None)
        if noun is None:
            return None
        kid = noun
    first, last = phrase(view, kid, to)
    return max(first, to + 1), min(last, stop - 1)
