"""What the rules hand to one another: spans of tokens, sources, and one sentence with all that is known of it."""

from dataclasses import dataclass

from pipeline.quotes.cues import Cue
from pipeline.quotes.view import View

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
    """Tokens begin..stop of the view, the numbers of the pairs of marks in it, and the cues by token."""

    view: View
    begin: int
    stop: int
    pairs: list[int]
    cues: dict[int, Cue]
    beliefs: dict[int, Cue]
