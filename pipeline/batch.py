"""Items → finished lines of JSON, a chunk at a time: the unit of work of one process or of many."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.corrections import Corrections, apply, marked
from pipeline.errors import ArticleError
from pipeline.model import Analysis, Article, Note
from pipeline.read.item import Item, Unread
from pipeline.record import error_record, to_record
from pipeline.write.jsonl import to_line

if TYPE_CHECKING:
    from pipeline.analyse import Resources

CHUNK_ARTICLES = 16  # as many as one memory zone of the model takes
CHUNK_CHARACTERS = 400_000  # fewer of the long ones, so that no chunk keeps the others waiting


@dataclass(frozen=True, slots=True)
class Done:
    """One article finished: its line, and what the person at the terminal should know."""

    id: str
    line: str
    where: str
    words: int = 0
    error: str | None = None
    notes: tuple[Note, ...] = ()
    misfits: tuple[str, ...] = ()  # corrections that do not fit this article any more


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items in chunks that are alike in work."""
    chunk: list[Item] = []
    characters = 0
    for item in items:
        chunk.append(item)
        characters += len(item.text) if isinstance(item, Article) else 0
        if len(chunk) >= CHUNK_ARTICLES or characters >= CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


def do_chunk(chunk: Sequence[Item], resources: "Resources", corrections: Sequence[Corrections] = ()) -> list[Done]:
    """Everything about a chunk, in its order; what could not be read passes through as an error."""
    from pipeline.analyse import analyse_many

    results = analyse_many([item for item in chunk if isinstance(item, Article)], resources)
    return [pass_on(item) if isinstance(item, Unread) else _finish(item, next(results), corrections) for item in chunk]


def pass_on(item: Unread) -> Done:
    """The record of an article that is none."""
    return failed(item.article, item.message, where=item.where)


def failed(article: Article, message: str, *, where: str | None = None) -> Done:
    """The record of an article that could not be done."""
    line = to_line(error_record(article, message))
    return Done(article.id, line, where=where or _where(article), error=message)


def _where(article: Article) -> str:
    """Where a person finds the article again."""
    return article.source or f"article {article.id}"


def _finish(article: Article, result: Analysis | ArticleError, corrections: Sequence[Corrections]) -> Done:
    if isinstance(result, ArticleError):
        return failed(article, str(result))
    analysis, misfits = _corrected(result, [one for one in corrections if one.article_id == article.id])
    return Done(
        article.id,
        to_line(to_record(analysis)),
        where=_where(article),
        words=analysis.words,
        notes=analysis.notes,
        misfits=misfits,
    )


def _corrected(analysis: Analysis, corrections: Sequence[Corrections]) -> tuple[Analysis, tuple[str, ...]]:
    """The analysis as its reader left it, with what was changed marked, and what no longer fits."""
    if not corrections:
        return analysis, ()
    after = analysis
    misfits: list[str] = []
    for one in corrections:
        outcome = apply(after, one)
        after = outcome.analysis
        misfits += outcome.misfits
    return marked(analysis, after), tuple(misfits)
