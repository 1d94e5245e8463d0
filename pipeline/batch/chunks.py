"""Input items → finished records as bytes. A chunk is the unit of work of one process or of many."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pipeline.corrections import Corrections, apply_marked
from pipeline.errors import ArticleError
from pipeline.model import Analysis, Article, Note
from pipeline.read.item import InputItem, ReadFailure
from pipeline.record import error_record, to_record
from pipeline.write.columns import FACT_TABLES, TableName
from pipeline.write.csv import lines
from pipeline.write.jsonl import to_line

if TYPE_CHECKING:
    from pipeline.recipe import Resources

Kind = Literal["jsonl", "csv", "parquet"]
Payload = tuple[bytes, ...]  # one line of JSON; for csv the lines of each of CSV_ORDER
CSV_ORDER: tuple[TableName, ...] = (*FACT_TABLES, "notes", "articles")  # articles last: its line completes a record
CHUNK_ARTICLES = 16  # as many as one memory zone of the model takes
CHUNK_CHARACTERS = 60_000  # about three seconds of work, so that no chunk holds up the others
LIMIT_CHARACTERS = 100_000  # what the time limit is given for; longer texts get more in proportion
SECONDS = 120.0  # for that many characters, which take five on the slowest machine we measured


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that every process of a run gets.

    seconds: the time limit of an article of up to LIMIT_CHARACTERS; longer ones have more in proportion.
    """

    model: str | None = None
    kind: Kind = "jsonl"
    corrections: tuple[Corrections, ...] = ()
    seconds: float = SECONDS

    def limit(self, items: Sequence[InputItem]) -> float:
        """The time limit in seconds for a text of this length."""
        return self.seconds * max(1.0, sum(map(length, items)) / LIMIT_CHARACTERS)


@dataclass(frozen=True, slots=True)
class FinishedRecord:
    """One finished article: its record, and what the user is told about it."""

    id: str
    payload: Payload
    where: str
    words: int = 0
    error: str | None = None
    notes: tuple[Note, ...] = ()
    misfits: tuple[str, ...] = ()  # corrections that do not fit this article any more


class Chunker:
    """Collects items until they make a chunk; all chunks are about the same amount of work."""

    def __init__(self) -> None:
        self._chunk: list[InputItem] = []
        self._characters = 0

    def add(self, item: InputItem) -> list[InputItem] | None:
        """Add an item; return the chunk if it is complete, else None."""
        self._chunk.append(item)
        self._characters += length(item)
        full = len(self._chunk) >= CHUNK_ARTICLES or self._characters >= CHUNK_CHARACTERS
        return self.rest() if full else None

    def rest(self) -> list[InputItem]:
        """Return the items collected so far and start the next chunk."""
        chunk, self._chunk, self._characters = self._chunk, [], 0
        return chunk


def chunks(items: Iterable[InputItem]) -> Iterator[list[InputItem]]:
    """Divide a sequence of items into chunks."""
    chunker = Chunker()
    for item in items:
        if chunk := chunker.add(item):
            yield chunk
    if chunk := chunker.rest():
        yield chunk


def length(item: InputItem) -> int:
    """The number of characters to analyse in an item."""
    return len(item.text) if isinstance(item, Article) else 0


def do_chunk(chunk: Sequence[InputItem], resources: "Resources", settings: Settings) -> list[FinishedRecord]:
    """The finished records of a chunk, in order; an item that could not be read becomes an error record."""
    from pipeline.recipe import analyse_many

    chunk = [_as_given(item, settings.corrections) for item in chunk]
    results = analyse_many([item for item in chunk if isinstance(item, Article)], resources)
    return [
        pass_on(item, settings) if isinstance(item, ReadFailure) else _finish(item, next(results), settings)
        for item in chunk
    ]


def _as_given(item: InputItem, corrections: Sequence[Corrections]) -> InputItem:
    """The article with the day and the title that a file of corrections gives it: weekdays are counted from the day."""
    if isinstance(item, Article):
        for one in corrections:
            if one.article_id == item.id:
                item = one.about(item)
    return item


def pass_on(item: ReadFailure, settings: Settings) -> FinishedRecord:
    """The error record of an item that could not be read."""
    return _failed(item.article, item.message, item.where, settings)


def give_up(item: InputItem, message: str, settings: Settings) -> FinishedRecord:
    """The error record of an article that could not be analysed."""
    article = item.article if isinstance(item, ReadFailure) else item
    return _failed(article, message, _where(article), settings)


def too_slow(item: InputItem, settings: Settings) -> FinishedRecord:
    """The error record of an article that took longer than its time limit."""
    seconds = settings.limit([item])
    return give_up(item, f"The analysis took longer than {seconds:,.0f} seconds and was given up.", settings)


def _failed(article: Article, message: str, where: str, settings: Settings) -> FinishedRecord:
    return FinishedRecord(
        article.id, _encode(error_record(article, message), settings.kind), where=where, error=message
    )


def _where(article: Article) -> str:
    """The place of an article as messages name it."""
    return article.source or f"article {article.id}"


def _finish(article: Article, result: Analysis | ArticleError, settings: Settings) -> FinishedRecord:
    if isinstance(result, ArticleError):
        return give_up(article, str(result), settings)
    own = (one for one in settings.corrections if one.article_id == article.id)
    found = apply_marked(result, *own)
    return FinishedRecord(
        article.id,
        _encode(to_record(found.analysis), settings.kind),
        where=_where(article),
        words=found.analysis.words,
        notes=found.analysis.notes,
        misfits=found.misfits,
    )


def _encode(record: dict[str, Any], kind: Kind) -> Payload:
    """The bytes of a record for the output; made in the worker, so that the parent only writes them."""
    return _ENCODERS[kind](record)


def _line(record: dict[str, Any]) -> Payload:
    return (to_line(record).encode("utf-8") + b"\n",)


def _csv(record: dict[str, Any]) -> Payload:
    return tuple(lines(table, record) for table in CSV_ORDER)


_ENCODERS: dict[Kind, Callable[[dict[str, Any]], Payload]] = {"jsonl": _line, "csv": _csv, "parquet": _line}
