"""What a correction means in this analysis; MisfitError where it means nothing any more."""

from pipeline.corrections.model import EntityRef, QuoteRef
from pipeline.errors import PipelineError
from pipeline.model import Analysis, Entity, Quote

LONGEST = 200  # characters of a name; what is longer is a mistake
LABELS = (
    "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE",
)  # fmt: skip


class MisfitError(PipelineError):
    """One correction does not fit this analysis; the others do."""


def entity_of(analysis: Analysis, ref: EntityRef) -> Entity:
    """The entity of that id and name, else the only one of that name."""
    named = [entity for entity in analysis.entities if entity.name == ref.name]
    exact = [entity for entity in named if entity.id == ref.id]
    if len(exact or named) != 1:
        raise MisfitError(f"The analysis names no “{ref.name}”." if not named else f"Several are called “{ref.name}”.")
    return (exact or named)[0]


def quote_of(analysis: Analysis, ref: QuoteRef) -> Quote:
    """The quote at these characters."""
    for quote in analysis.quotes:
        if (quote.start, quote.end) == (ref.start, ref.end):
            return quote
    raise MisfitError(f"No quote stands at characters {ref.start} to {ref.end}.")


def name_of(words: str) -> str:
    """A name fit to show: one line, not empty, not endless."""
    name = " ".join(words.split())
    if not name or len(name) > LONGEST:
        raise MisfitError(f"A name has between 1 and {LONGEST} characters.")
    return name


def label_of(label: str) -> str:
    """A label of OntoNotes' names."""
    if label not in LABELS:
        raise MisfitError(f"There is no kind of entity called “{label[:40]}”.")
    return label
