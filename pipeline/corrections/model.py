"""What a reader may correct, as frozen values. Standard library only.

An entity is meant by the name the analysis gave it *before* this correction and by its id: ids change
with the rules of a version, names seldom do. A quote is meant by its place in the text, which never changes.
"""

from dataclasses import dataclass, replace
from datetime import date

from pipeline.model import Article, PlaceChoice, QuoteKind


@dataclass(frozen=True, slots=True)
class EntityRef:
    """The entity meant; the name decides where id and name disagree."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class QuoteRef:
    """The quote meant, by its characters in the article."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rename:
    """Call an entity by another name."""

    entity: EntityRef
    name: str


@dataclass(frozen=True, slots=True)
class Relabel:
    """An entity is of another kind; label as OntoNotes."""

    entity: EntityRef
    label: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Two entities are one thing; the second's name and kind stay."""

    entity: EntityRef
    into: EntityRef


@dataclass(frozen=True, slots=True)
class Split:
    """The mentions written so are another thing than the rest of the entity."""

    entity: EntityRef
    written: str


@dataclass(frozen=True, slots=True)
class Delete:
    """This is no entity; its mentions and places go, quotes keep the words that name their speaker."""

    entity: EntityRef


@dataclass(frozen=True, slots=True)
class Add:
    """These words name something wherever they stand and nothing is marked yet."""

    words: str
    label: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody else said it; None: nobody we can name."""

    quote: QuoteRef
    entity: EntityRef | None


@dataclass(frozen=True, slots=True)
class SaidOn:
    """The day it was said; None: not known."""

    quote: QuoteRef
    day: date | None


@dataclass(frozen=True, slots=True)
class NoQuote:
    """Nobody is quoted here."""

    quote: QuoteRef


@dataclass(frozen=True, slots=True)
class AddQuote:
    """These characters are a quote."""

    quote: QuoteRef
    kind: QuoteKind


@dataclass(frozen=True, slots=True)
class PutPlace:
    """The place stands for this spot; None: for no spot."""

    entity: EntityRef
    spot: PlaceChoice | None


Correction = Rename | Relabel | Merge | Split | Delete | Add | Speaker | SaidOn | NoQuote | AddQuote | PutPlace


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of one article, in the order they were made.

    published, title: what the reader said of the article itself; None where nothing was.
    """

    article_id: str
    items: tuple[Correction, ...] = ()
    published: date | None = None
    title: str | None = None

    @property
    def number(self) -> int:
        """How many things it says: the day and the title are one each."""
        return len(self.items) + bool(self.published) + bool(self.title)

    def about(self, article: Article) -> Article:
        """The article with the day and the title that the reader gave; this is done before it is analysed."""
        if self.published:
            article = replace(article, published=self.published, published_from="given")
        return replace(article, title=self.title) if self.title else article
