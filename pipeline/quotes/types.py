"""What the rules hand to one another: spans of tokens, sources, and one sentence with all that is known of it.

direct, mixed or indirect: worked out from the marks a span covers.
"""

from dataclasses import dataclass

from pipeline.model import QuoteKind
from pipeline.quotes.cues import Cue
from pipeline.quotes.view import Quoted, QuoteTable
from pipeline.text.quote_marks import Pair

Span = tuple[int, int]  # first and last token


@dataclass(frozen=True, slots=True)
class Source:
    """What attributes a quote: the speaker's words, the cue's words, and the rule that says so."""

    speaker: Span | None
    cue: Span | None
    rule: str

    def by(self, rule: str) -> "Source":
        """The same source, found by another rule."""
        return Source(self.speaker, self.cue, rule)


Found = tuple[Span, Source]  # one quote
Report = tuple[list[Span], Source]  # the pieces of one attribution


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens begin..stop of the view, the numbers of the pairs of marks in it, and the cues by token.

    tellers: tokens of the whole article at which something may be reported.
    """

    view: QuoteTable
    begin: int
    stop: int
    pairs: list[int]
    cues: dict[int, Cue]
    beliefs: dict[int, Cue]
    tellers: list[int]


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


def is_title(view: QuoteTable, quoted: Quoted) -> bool:
    """Whether words in marks are capitalised as the title of a book, a film or a song is, and no sentence."""
    if view.lower[quoted.last] in (".", "!", "?"):
        return False
    inside = range(quoted.first, quoted.last + 1)
    great = [view.text[view.start[j]] for j in inside if view.lower[j] not in _SMALL and view.lower[j].isalpha()]
    return len(great) > 1 and view.text[view.start[quoted.first]].isupper() and all(map(str.isupper, great))
