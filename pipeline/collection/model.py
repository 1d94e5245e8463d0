"""What is asked of a collection, and the answers that are no tables."""

from dataclasses import dataclass
from datetime import date

from pipeline.collection.rows import ComparedName, ComparedPlace, ComparedSpeaker

UNNAMED = "-"  # stands for "no named speaker" where a speaker's key is asked for


@dataclass(frozen=True, slots=True)
class Filter:
    """Which articles; every field narrows, an empty one does not.

    search: stands in the title, the source or a name. words: stands in the text itself (slow in a large folder).
    entity, speaker, place: keys; speaker also narrows the quotes to that speaker's (UNNAMED: to nobody's).
    first_day, last_day: of publication. said_first, said_last: of a quote; narrow the quotes too.
    outlet: the site of an article's address, or its source as it is written.
    labels (of names) and quote_kinds narrow only the rows of their own tables, never the articles.
    """

    search: str = ""
    words: str = ""
    entity: str | None = None
    speaker: str | None = None
    place: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    said_first: date | None = None
    said_last: date | None = None
    outlet: str | None = None
    labels: tuple[str, ...] = ()
    quote_kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of a selection; days are of publication.

    unnamed_quotes: quotes without a named speaker. undated_quotes: those without a day, their
    own or their article's. unplaced: mentions of places that no place was sure enough for.
    """

    articles: int
    failed: int
    words: int
    entities: int
    speakers: int
    quotes: int
    places: int
    first_day: date | None
    last_day: date | None
    undated: int
    quoted_words: int
    unnamed_quotes: int
    undated_quotes: int
    unplaced: int


@dataclass(frozen=True, slots=True)
class Failure:
    """One article that could not be done, and why."""

    id: str
    title: str | None
    source: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles side by side; in every table what both have comes first, then what only the left has."""

    left: str
    right: str
    speakers: tuple[ComparedSpeaker, ...]
    entities: tuple[ComparedName, ...]
    places: tuple[ComparedPlace, ...]
