# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter
"""What needs the texts themselves: a page of quotes, one article."""

from typing import TYPE_CHECKING, Any, Protocol

from pipeline.collection import views
from pipeline.collection.listing import Page, page_of
from pipeline.collection.model import Filter
from pipeline.collection.narrow import Pick
from pipeline.collection.source import Relation
from pipeline.collection.wording import pattern_of
from pipeline.errors import ArticleError
from pipeline.model import Article
from pipeline.write.columns import TableName

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

_WORDS = """SELECT article_id, start, "end", any_value(text ORDER BY row), any_value(speaker_text ORDER BY row)
FROM {quotes} WHERE article_id IN (SELECT unnest($ids)) AND start IN (SELECT unnest($starts)) GROUP BY ALL"""
_ARTICLE = "SELECT part, id, title, source, published, published_from, error FROM art WHERE id = $id"


class Source(Protocol):
    """Where the texts are."""

    @property
    def parts(self) -> tuple[int, ...]:
        """The numbers of all parts."""

    def relation(self, table: TableName, parts: tuple[int, ...]) -> Relation:
        """The rows of these parts."""


def quotes(db: "duckdb.DuckDBPyConnection", source: Source, only: Filter, pick: Pick, page: Page) -> "pd.DataFrame":
    """One page of quotes with their words; find looks in the words."""
    import pandas as pd

    hits = _hits(source, page.find) if page.find.strip() else None
    frame = page_of(db, views.quotes(only, pick, hits), page)
    words = _words(db, source, frame) if len(frame) else {}
    spots = list(zip(frame["article_id"], frame["start"], frame["stop"], strict=True))
    frame.insert(6, "text", pd.Series([words.get(spot, ("", None))[0] for spot in spots], dtype="str"))
    frame["speaker_text"] = pd.Series([words.get(spot, ("", None))[1] for spot in spots], dtype="str")
    total = frame.attrs
    frame = frame.drop(columns="part").rename(columns={"stop": "end"})
    frame.attrs = total
    return frame


def _hits(source: Source, find: str) -> Relation:
    base = source.relation("quotes", source.parts)
    sql = f"""(SELECT article_id, start::INTEGER AS start, "end"::INTEGER AS stop FROM {base.sql}
        WHERE regexp_matches(text, $find))"""
    return Relation(sql, {**base.params, "find": pattern_of(find)})


def _words(
    db: "duckdb.DuckDBPyConnection", source: Source, frame: "pd.DataFrame"
) -> dict[tuple[Any, ...], tuple[Any, Any]]:
    base = source.relation("quotes", tuple(sorted({int(part) for part in frame["part"]})))
    params = {"ids": sorted(set(frame["article_id"])), "starts": sorted({int(start) for start in frame["start"]})}
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
