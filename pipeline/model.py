"""The nouns: frozen values that pass between the stages. Standard library only.

Offsets are ``str`` indices into ``Article.text``, end exclusive, in every type that has them.
Facts refer to one another by id, never by object, so an analysis prints as JSON.
``edited``: True where a reader has corrected the fact.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

QuoteKind = Literal["direct", "mixed", "indirect"]
PlaceKind = Literal["country", "region", "city", "area", "water", "landform", "site"]
PublishedFrom = Literal["given", "metadata", "dateline"]


@dataclass(frozen=True, slots=True)
class Note:
    """What could not be done, said once."""

    step: str
    message: str


@dataclass(frozen=True, slots=True)
class Article:
    """One text to analyse; ``text`` is the input character for character.

    notes: what its reader had to say (a guessed encoding); they come first in the analysis.
    """

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    published: date | None = None
    published_from: PublishedFrom | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One named mention; ``label`` as OntoNotes, ``sentence`` counts from 0."""

    start: int
    end: int
    text: str
    label: str
    entity_id: str
    sentence: int
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """One distinct real-world thing; ``name`` is its fullest form in the article."""

    id: str
    name: str
    label: str
    count: int
    aliases: tuple[str, ...] = ()
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quote as it stands in the text, before anybody asked who the speaker is.

    speaker, cue: (start, end) of the words that name the speaker and that do the saying.
    rule: the name of the rule that found it, for error tables and reasons.
    """

    start: int
    end: int
    kind: QuoteKind
    speaker: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Something said, by whom, and on what day; None where the text does not tell.

    speaker_reason: one plain sentence, why this entity or why none.
    """

    id: str
    start: int
    end: int
    text: str
    kind: QuoteKind
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_text: str | None = None
    speaker_id: str | None = None
    speaker_name: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    cue: str | None = None
    said_on: date | None = None
    speaker_reason: str | None = None
    edited: bool = False


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """One place a toponym could stand for; runner-ups let a reader pick another."""

    name: str
    country: str | None
    kind: PlaceKind
    lat: float
    lon: float
    geonameid: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym mention and the spot it stands for; lat and lon in degrees, or both None.

    country: ISO 3166 alpha-2. confidence: 0 to 1. reason: one sentence a reader can check.
    """

    start: int
    end: int
    text: str
    entity_id: str
    name: str | None
    country: str | None
    kind: PlaceKind | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    confidence: float
    reason: str
    alternatives: tuple[PlaceChoice, ...] = ()
    edited: bool = False


@dataclass(frozen=True, slots=True)
class DateRef:
    """A date expression; ``value`` ISO (2024-03-18, 2024-03, 2024-W12, 2024-Q1, 2024) or None."""

    start: int
    end: int
    text: str
    value: str | None
    precision: str | None


@dataclass(frozen=True, slots=True)
class Analysis:
    """All facts about one article, immutable all the way down; facts are sorted by start."""

    article: Article
    words: int
    sentences: tuple[tuple[int, int], ...]
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateRef, ...] = ()
    notes: tuple[Note, ...] = ()
