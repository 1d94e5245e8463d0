"""direct, mixed or indirect: worked out from the marks a span covers."""

from pipeline.marks import Pair
from pipeline.model import QuoteKind

_ALL = 0.95  # share of letters in marks from which a quote counts as direct


def kind_of(text: str, start: int, end: int, pairs: list[Pair]) -> QuoteKind:
    """The kind of text[start:end]; pairs are those that touch it."""
    letters = sum(map(str.isalnum, text[start:end]))
    inside = sum(
        sum(map(str.isalnum, text[max(start, pair.start) : min(end, pair.end)]))
        for pair in pairs
        if pair.start < end and start < pair.end
    )
    if not inside:
        return "indirect"
    return "direct" if inside >= _ALL * letters else "mixed"
