"""The rows of a collection's lists, and a page of them, as frozen values. Days of articles are days of publication."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeVar

from pipeline.model import PlaceKind, QuoteKind

Row = TypeVar("Row", covariant=True)
Where = Literal["both", "left", "right"]  # of two articles that are compared


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of an ordered list; total: how many the whole list has."""

    rows: tuple[Row, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article and how many of everything it has; outlet: None where the source is only the name of a file."""

    id: str
    title: str | None
    source: str | None
    outlet: str | None
    day: date | None
    published_from: str | None
    words: int
    entities: int
    speakers: int
    quotes: int
    places: int


@dataclass(frozen=True, slots=True)
class NewestArticle:
    """What is known of an article before its folder has been looked through."""

    id: str
    title: str | None
    source: str | None
    outlet: str | None
    day: date | None
    words: int | None


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name put together over articles; reason: why its spellings were, or were not."""

    key: str
    name: str
    kind: str
    label: str
    articles: int
    mentions: int
    first_day: date | None
    last_day: date | None
    aliases: tuple[str, ...]
    reason: str | None


@dataclass(frozen=True, slots=True)
class ListedSpeaker:
    """A named speaker; words: those quoted; share: of all words quoted, 0 to 1; days: of the quotes."""

    key: str
    name: str
    kind: str
    label: str
    articles: int
    quotes: int
    words: int
    share: float
    first_day: date | None
    last_day: date | None
    aliases: tuple[str, ...]
    reason: str | None


@dataclass(frozen=True, slots=True)
class UnreadQuote:
    """A quote by its characters in the article; its words are still to be read from the part."""

    part: int
    article_id: str
    title: str | None
    start: int
    stop: int
    speaker_key: str | None
    speaker: str | None
    kind: QuoteKind
    day: date | None
    day_from: Literal["said", "published"] | None
    words: int


@dataclass(frozen=True, slots=True)
class ListedQuote:
    """A quote with its text; speaker: the name over all articles; speaker_text: how its article calls the speaker."""

    article_id: str
    title: str | None
    start: int
    end: int
    text: str
    speaker_key: str | None
    speaker: str | None
    speaker_text: str | None
    kind: QuoteKind
    day: date | None
    day_from: Literal["said", "published"] | None
    words: int


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """A place on the map, in degrees; confidence: the highest of any article."""

    key: str
    name: str | None
    country: str | None
    kind: PlaceKind | None
    lat: float
    lon: float
    mentions: int
    articles: int
    first_day: date | None
    last_day: date | None
    confidence: float
    geonameid: int | None


@dataclass(frozen=True, slots=True)
class NamingArticle:
    """An article that names one thing, and how often; part: where its text is."""

    article_id: str
    title: str | None
    source: str | None
    day: date | None
    mentions: int
    part: int


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One mention in an article, by its characters, with some text before and after."""

    article_id: str
    start: int
    end: int
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The same with the article's title, source and day."""

    article_id: str
    title: str | None
    source: str | None
    day: date | None
    start: int
    end: int
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class QuoteCount:
    """The quotes of one speaker in one step of the calendar; said_quotes: those whose own day is known."""

    day: date
    key: str | None
    name: str | None
    who: Literal["named", "others", "unnamed"]
    quotes: int
    words: int
    said_quotes: int


@dataclass(frozen=True, slots=True)
class QuoteDays:
    """The counts of a calendar, and its step: day, week, month or year; a count's day is the first of its step."""

    rows: tuple[QuoteCount, ...]
    step: str


@dataclass(frozen=True, slots=True)
class OutletQuotes:
    """What one speaker has in one outlet; without a key: all that the outlet quotes."""

    key: str | None
    name: str | None
    outlet: str
    words: int
    quotes: int


@dataclass(frozen=True, slots=True)
class ComparedSpeaker:
    """A speaker of two articles, with quotes and words in each."""

    key: str
    name: str
    where: Where
    quotes_left: int
    quotes_right: int
    words_left: int
    words_right: int


@dataclass(frozen=True, slots=True)
class ComparedName:
    """A name of two articles, with its mentions in each."""

    key: str
    name: str
    kind: str
    label: str
    where: Where
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class ComparedPlace:
    """A place of two articles, with its mentions in each."""

    key: str
    name: str | None
    country: str | None
    kind: PlaceKind | None
    lat: float
    lon: float
    where: Where
    left: int
    right: int
