"""The collection: one front for both sources, safe to ask from several threads."""

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Self, TypeVar

from pipeline.collection import compare, counts, database, passages, views
from pipeline.collection.counts import Step
from pipeline.collection.export import tables
from pipeline.collection.filter import NO_FILTER, Pick, picked
from pipeline.collection.folder import open_folder
from pipeline.collection.listing import Listing, PageRequest, page_of
from pipeline.collection.load import TABLES, add_parts
from pipeline.collection.merge import merge_names
from pipeline.collection.model import Comparison, Failure, Filter, Summary
from pipeline.collection.name_folding import macros
from pipeline.collection.parts import FolderSource
from pipeline.collection.passages import behind
from pipeline.collection.records import RecordSource
from pipeline.collection.rows import (
    ListedArticle,
    ListedName,
    ListedPlace,
    ListedQuote,
    ListedSpeaker,
    NamingArticle,
    OutletQuotes,
    Page,
    Passage,
    QuoteDays,
)
from pipeline.collection.save import FileKind, save, write_csv
from pipeline.collection.word_search import holding
from pipeline.model import Article

if TYPE_CHECKING:
    import duckdb

_WORDS_KEPT = 16
Row = TypeVar("Row")


class Collection:
    """Many articles; made by of_records or of_folder, closed with close()."""

    def __init__(self, db: "duckdb.DuckDBPyConnection", source: RecordSource | FolderSource, *, stale: bool) -> None:
        self._db, self._source, self._stale = db, source, stale
        self._lock = threading.Lock()
        self._holding: dict[str, list[int]] = {}  # words looked for → the articles with them

    @classmethod
    def of_records(cls, records: Iterable[Mapping[str, Any]] = ()) -> Self:
        """A collection in memory, of records as to_record gives them; those with "error" are failures."""
        db = database.connect()
        db.execute(macros())
        database.lock(db)
        made = cls(db, RecordSource(), stale=True)
        made.add(records)
        return made

    @classmethod
    def of_folder(cls, folder: Path, *, progress: Callable[[str], None] | None = None) -> Self:
        """A folder written by ``--format parquet``; PipelineError in plain words where it is none."""
        db, source = open_folder(folder, progress)
        return cls(db, source, stale=False)

    def add(self, records: Iterable[Mapping[str, Any]]) -> None:
        """Take more records, or newer ones of the same id; only a collection of records can."""
        with self._lock:
            self._records.add(records)
            self._stale = True

    def drop(self, ids: Iterable[str]) -> None:
        """Let articles go."""
        with self._lock:
            self._records.drop(ids)
            self._stale = True

    def close(self) -> None:
        """Give everything back; nothing can be asked afterwards."""
        self._db.close()

    @property
    def notices(self) -> tuple[str, ...]:
        """What of the folder could not be used, in sentences for a reader."""
        return self._source.notices

    @property
    def _records(self) -> RecordSource:
        if not isinstance(self._source, RecordSource):
            raise TypeError("a folder's collection cannot be changed")
        return self._source

    @contextlib.contextmanager
    def _asking(self) -> Iterator["duckdb.DuckDBPyConnection"]:
        """A cursor to ask by. Records may come and go, so one question at a time; a folder stays as it is."""
        with self._lock if isinstance(self._source, RecordSource) else contextlib.nullcontext():
            self._refresh()
            with database.reading(self._db) as cursor:
                yield cursor

    def _refresh(self) -> None:
        """Make the tables anew if records came or went since they were last asked."""
        if not self._stale or not isinstance(self._source, RecordSource):
            return
        try:
            with database.writing(self._db):
                part, anew = self._source.load(self._db)
                if anew:
                    self._db.execute(TABLES)
                add_parts(self._db, self._source, (part,))
                merge_names(self._db)
        except BaseException:
            self._source.start_anew()
            raise
        self._holding.clear()
        self._stale = False

    def _pick(self, cursor: "duckdb.DuckDBPyConnection", only: Filter) -> Pick:
        """The articles of a filter; texts are looked through once for the same words."""
        words = only.words.strip()
        if not words:
            return picked(only)
        if words not in self._holding:
            found = holding(cursor, self._source, words)
            if len(self._holding) >= _WORDS_KEPT:
                self._holding.clear()
            self._holding[words] = found
        return picked(only, self._holding[words])

    def _list(self, listing: Callable[[Pick, str], Listing[Row]], only: Filter, page: Mapping[str, Any]) -> Page[Row]:
        asked = PageRequest(**page)
        with self._asking() as cursor:
            return page_of(cursor, listing(self._pick(cursor, only), asked.find), asked)

    def summary(self, only: Filter = NO_FILTER) -> Summary:
        """How many of everything."""
        with self._asking() as cursor:
            return counts.summary(cursor, only, self._pick(cursor, only))

    def quoted_where(
        self, only: Filter = NO_FILTER, *, speakers: int = 40, outlets: int = 8
    ) -> tuple[OutletQuotes, ...]:
        """Words and quotes of the most quoted speakers in each of the most quoting outlets, and of each outlet."""
        with self._asking() as cursor:
            return counts.quoted_where(cursor, only, self._pick(cursor, only), speakers=speakers, outlets=outlets)

    def most_alike(self, only: Filter = NO_FILTER) -> tuple[str, str] | None:
        """The ids of the two articles that share most names; None where no two share one."""
        with self._asking() as cursor:
            return counts.most_alike(cursor, self._pick(cursor, only))

    def failures(self, *, limit: int = 1_000) -> tuple[Failure, ...]:
        """The articles that could not be done, with their reasons."""
        sql = "SELECT id, title, source, error FROM article WHERE error IS NOT NULL ORDER BY article_no LIMIT $limit"
        with self._asking() as cursor:
            return tuple(Failure(*row) for row in cursor.execute(sql, {"limit": limit}).fetchall())

    def outlets(self) -> tuple[str, ...]:
        """Every outlet, in order of the alphabet; at most 1,000."""
        sql = (
            "SELECT DISTINCT outlet FROM article WHERE outlet IS NOT NULL AND error IS NULL ORDER BY outlet LIMIT 1000"
        )
        with self._asking() as cursor:
            return tuple(row[0] for row in cursor.execute(sql).fetchall())

    def articles(self, only: Filter = NO_FILTER, **page: Any) -> Page[ListedArticle]:
        """One page of the articles; page: the fields of a PageRequest, here and below."""
        return self._list(views.articles, only, page)

    def entities(self, only: Filter = NO_FILTER, **page: Any) -> Page[ListedName]:
        """One page of the names, each put together over the articles."""
        return self._list(partial(views.entities, only), only, page)

    def speakers(self, only: Filter = NO_FILTER, **page: Any) -> Page[ListedSpeaker]:
        """One page of the named speakers."""
        return self._list(partial(views.speakers, only), only, page)

    def pins(self, only: Filter = NO_FILTER, **page: Any) -> Page[ListedPlace]:
        """One page of the places that are on the map."""
        return self._list(views.pins, only, page)

    def named(self, only: Filter, key: str, **page: Any) -> Page[NamingArticle]:
        """One page of the articles that name one thing."""
        return self._list(lambda pick, find: views.named(pick, key, find), only, page)

    def passages(self, only: Filter, key: str, **page: Any) -> Page[Passage]:
        """The first mentions of one thing in the articles of one page; total counts the articles."""
        with self._asking() as cursor:
            return behind(cursor, self._source, self._pick(cursor, only), key, PageRequest(**{"limit": 10, **page}))

    def quotes(self, only: Filter = NO_FILTER, **page: Any) -> Page[ListedQuote]:
        """One page of the quotes."""
        with self._asking() as cursor:
            return passages.quotes(cursor, self._source, only, self._pick(cursor, only), PageRequest(**page))

    def quote_days(self, only: Filter = NO_FILTER, *, speakers: int = 8, step: Step = "auto") -> QuoteDays:
        """Quotes by step of the calendar and speaker: the first few by name, all others together, and nobody named."""
        with self._asking() as cursor:
            return counts.quote_days(cursor, only, self._pick(cursor, only), speakers=speakers, step=step)

    def compare(self, left: str, right: str) -> Comparison:
        """Two articles side by side."""
        with self._asking() as cursor:
            return compare.compare(cursor, left, right)

    def write_tables(self, kind: FileKind, out: BinaryIO, only: Filter = NO_FILTER) -> None:
        """Every table of a selection as one file: csv, jsonl, parquet (a zip each) or xlsx; memory stays small."""
        with self._asking() as cursor:
            save(cursor, tables(self._source, only, self._pick(cursor, only)), kind, out)

    def write_table(self, name: str, out: BinaryIO, only: Filter = NO_FILTER, *, find: str = "") -> None:
        """One of these tables as CSV; find: words that names must hold. KeyError where there is no such table."""
        with self._asking() as cursor:
            found = {table.name: table for table in tables(self._source, only, self._pick(cursor, only), find)}
            write_csv(cursor, found[name], out)

    def article(self, id: str) -> Article:
        """One article, to be opened; ArticleError where there is none or it could not be done."""
        with self._asking() as cursor:
            return passages.article(cursor, self._source, id)
