"""direct, mixed or indirect: worked out from the marks a span covers."""

from pipeline.marks import Pair
from pipeline.model import QuoteKind
from pipeline.quotes.view import Quoted, View

# Words that a title may leave small.
_SMALL = frozenset(("a", "an", "the", "and", "or", "but", "nor", "of", "in", "on", "at", "to", "for", "by", "with"))
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


def is_title(view: View, quoted: Quoted) -> bool:
    """Whether words in marks are capitalised as the title of a book, a film or a song is, and no sentence."""
    if view.low[quoted.last] in (".", "!", "?"):
        return False
    inside = range(quoted.first, quoted.last + 1)
    great = [view.text[view.start[j]] for j in inside if view.low[j] not in _SMALL and view.low[j].isalpha()]
    return len(great) > 1 and view.text[view.start[quoted.first]].isupper() and all(map(str.isupper, great))
