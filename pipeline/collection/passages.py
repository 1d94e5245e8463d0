"""What needs the texts themselves: a page of quotes, one article.

The passages behind a name: where articles mention it, with some words before and after.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from pipeline.collection import views
from pipeline.collection.filter import Pick
from pipeline.collection.listing import PageRequest, page_of, rows_of
from pipeline.collection.model import Filter
from pipeline.collection.parts import Relation
from pipeline.collection.rows import ListedQuote, Mentioned, Page, Passage, UnreadQuote
from pipeline.collection.search_pattern import pattern_of
from pipeline.errors import ArticleError
from pipeline.model import Article
from pipeline.write.columns import TableName

# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter


if TYPE_CHECKING:
    import duckdb

_WORDS = """SELECT article_id, start, "end", any_value(text ORDER BY row), any_value(speaker_text ORDER BY row)
FROM {quotes} WHERE article_id IN (SELECT unnest($ids)) AND start IN (SELECT unnest($starts)) GROUP BY ALL"""
_ARTICLE = "SELECT part, id, title, source, published, published_from, error FROM article WHERE id = $id"


class Source(Protocol):
    """Where the texts are."""

    @property
    def parts(self) -> tuple[int, ...]:
        """The numbers of all parts."""

    def relation(self, table: TableName, parts: tuple[int, ...]) -> Relation:
        """The rows of these parts."""


def quotes(
    db: "duckdb.DuckDBPyConnection", source: Source, only: Filter, pick: Pick, asked: PageRequest
) -> Page[ListedQuote]:
    """One page of quotes with their words; find looks in the words."""
    hits = _hits(source, asked.find) if asked.find.strip() else None
    found = page_of(db, views.quotes(only, pick, hits), asked)
    words = _words(db, source, found.rows) if found.rows else {}
    return Page(
        tuple(_read(row, *words.get((row.article_id, row.start, row.stop), ("", None))) for row in found.rows),
        found.total,
    )


def _read(row: UnreadQuote, text: str | None, speaker_text: str | None) -> ListedQuote:
    return ListedQuote(
        article_id=row.article_id,
        title=row.title,
        start=row.start,
        end=row.stop,
        text=text or "",
        speaker_key=row.speaker_key,
        speaker=row.speaker,
        speaker_text=speaker_text,
        kind=row.kind,
        day=row.day,
        day_from=row.day_from,
        words=row.words,
    )


def _hits(source: Source, find: str) -> Relation:
    base = source.relation("quotes", source.parts)
    sql = f"""(SELECT article_id, start::INTEGER AS start, "end"::INTEGER AS stop FROM {base.sql}
        WHERE regexp_matches(text, $find))"""
    return Relation(sql, {**base.params, "find": pattern_of(find)})


def _words(
    db: "duckdb.DuckDBPyConnection", source: Source, rows: Sequence[UnreadQuote]
) -> dict[tuple[str, int, int], tuple[str | None, str | None]]:
    """(article, start, end) → the quote's text and the words for its speaker."""
    base = source.relation("quotes", tuple(sorted({row.part for row in rows})))
    params = {"ids": sorted({row.article_id for row in rows}), "starts": sorted({row.start for row in rows})}
    found = db.execute(_WORDS.replace("{quotes}", base.sql), {**base.params, **params}).fetchall()
    return {(id, start, end): (text, speaker) for id, start, end, text, speaker in found}


def article(db: "duckdb.DuckDBPyConnection", source: Source, id: str) -> Article:
    """The article as its reader gave it."""
    row = db.execute(_ARTICLE, {"id": id}).fetchone()
    if row is None:
        raise ArticleError("There is no article with this id in the collection.")
    part, _, title, origin, published, published_from, error = row
    if error is not None:
        raise ArticleError(error, source=origin)
    base = source.relation("articles", (part,))
    sql = f"SELECT text FROM {base.sql} WHERE id = $id ORDER BY row LIMIT 1"
    found = db.execute(sql, {**base.params, "id": id}).fetchone()
    if found is None or found[0] is None:
        raise ArticleError("The text of this article is missing.", source=origin)
    return Article(id, found[0], title, origin, published, published_from if published else None)


_AROUND = 160  # characters before and after; cut at a line's end, else between two words
_EACH = 3  # mentions of one article
_MENTIONS = """
WITH mine AS (SELECT DISTINCT e.article_id, e.id FROM {entities} e
    JOIN spelling ON spelling.name = e.name AND spelling.kind = kind_of(e.label)
    WHERE e.article_id IN (SELECT unnest($ids)) AND spelling.name_id IN (SELECT name_id FROM name WHERE key = $key)),
spots AS (SELECT DISTINCT m.article_id, m.start::INTEGER AS start, m."end"::INTEGER AS stop FROM {mentions} m
    JOIN mine ON mine.article_id = m.article_id AND mine.id = m.entity_id
    QUALIFY row_number() OVER (PARTITION BY m.article_id ORDER BY m.start, m."end") <= $each),
texts AS (SELECT id, text FROM {articles} WHERE id IN (SELECT unnest($ids))
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY row) = 1)
SELECT article_id, start, stop AS "end",
    substring(text, greatest(start - $around, 0) + 1, least(start, $around)) AS before,
    substring(text, start + 1, stop - start) AS words, substring(text, stop + 1, $around) AS after
FROM spots JOIN texts ON id = article_id ORDER BY article_id, start, stop
"""


def behind(db: "duckdb.DuckDBPyConnection", source: Source, pick: Pick, key: str, asked: PageRequest) -> Page[Passage]:
    """The first mentions in each article of one page of articles; total counts articles."""
    articles = page_of(db, views.named(pick, key, asked.find), asked)
    parts = tuple(sorted({row.part for row in articles.rows}))
    found = _mentions(db, source, key, [row.article_id for row in articles.rows], parts)
    passages = (
        Passage(
            article_id=row.article_id,
            title=row.title,
            source=row.source,
            day=row.day,
            start=one.start,
            end=one.end,
            before=_end_of(one.before),
            words=one.words,
            after=_start_of(one.after),
        )
        for row in articles.rows
        for one in found
        if one.article_id == row.article_id
    )
    return Page(tuple(passages), articles.total)


def _mentions(
    db: "duckdb.DuckDBPyConnection", source: Source, key: str, ids: list[str], parts: tuple[int, ...]
) -> tuple[Mentioned, ...]:
    entities, mentions, texts = (source.relation(table, parts) for table in ("entities", "mentions", "articles"))
    sql = _MENTIONS.replace("{entities}", entities.sql).replace("{mentions}", mentions.sql)
    params = {**entities.params, **mentions.params, **texts.params, "ids": ids, "key": key, "each": _EACH}
    return rows_of(db, Mentioned, sql.replace("{articles}", texts.sql), {**params, "around": _AROUND})


def _end_of(words: str) -> str:
    line = words.rpartition("\n")[2]
    return line if len(line) < _AROUND else "… " + line.partition(" ")[2]


def _start_of(words: str) -> str:
    line = words.partition("\n")[0]
    return line if len(line) < _AROUND else line.rpartition(" ")[0] + " …"
