# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter
"""Two articles side by side: who is quoted, who is named, where; in both or in one."""

from typing import TYPE_CHECKING

from pipeline.collection.listing import rows_of
from pipeline.collection.model import Comparison
from pipeline.collection.rows import ComparedName, ComparedPlace, ComparedSpeaker
from pipeline.errors import ArticleError

if TYPE_CHECKING:
    import duckdb

_WHERE = "CASE WHEN {left} > 0 AND {right} > 0 THEN 'both' WHEN {left} > 0 THEN 'left' ELSE 'right' END AS \"where\""
_PLACE_IN_LIST = "CASE \"where\" WHEN 'both' THEN 0 WHEN 'left' THEN 1 ELSE 2 END"
_SPEAKERS = f"""
SELECT key, name, {_WHERE.format(left="quotes_left", right="quotes_right")}, quotes_left, quotes_right, words_left,
    words_right
FROM (SELECT name_id, count(*) FILTER (article_no = $left) AS quotes_left, count(*) FILTER (article_no = $right) AS
    quotes_right,
        coalesce(sum(words) FILTER (article_no = $left), 0)::BIGINT AS words_left,
        coalesce(sum(words) FILTER (article_no = $right), 0)::BIGINT AS words_right
    FROM said WHERE article_no IN ($left, $right) AND name_id IS NOT NULL GROUP BY name_id) JOIN name USING (name_id)
ORDER BY {_PLACE_IN_LIST}, words_left + words_right DESC, name, key
"""
_ENTITIES = f"""
SELECT key, name, kind, label, {_WHERE.format(left='"left"', right='"right"')}, "left", "right"
FROM (SELECT name_id, coalesce(sum(mentions) FILTER (article_no = $left), 0)::BIGINT AS "left",
        coalesce(sum(mentions) FILTER (article_no = $right), 0)::BIGINT AS "right"
    FROM named WHERE article_no IN ($left, $right) GROUP BY name_id) JOIN name USING (name_id)
ORDER BY {_PLACE_IN_LIST}, "left" + "right" DESC, name, key
"""
_PLACES = f"""
SELECT key, name, country, kind, lat, lon, {_WHERE.format(left='"left"', right='"right"')}, "left", "right"
FROM (SELECT place_id, coalesce(sum(mentions) FILTER (article_no = $left), 0)::BIGINT AS "left",
        coalesce(sum(mentions) FILTER (article_no = $right), 0)::BIGINT AS "right"
    FROM spot WHERE article_no IN ($left, $right) GROUP BY place_id) JOIN place USING (place_id)
ORDER BY {_PLACE_IN_LIST}, "left" + "right" DESC, name, key
"""


def compare(db: "duckdb.DuckDBPyConnection", left: str, right: str) -> Comparison:
    """The tables; ArticleError where an article is not there or could not be done."""
    params = {"left": _number(db, left), "right": _number(db, right)}
    return Comparison(
        left,
        right,
        speakers=rows_of(db, ComparedSpeaker, _SPEAKERS, params),
        entities=rows_of(db, ComparedName, _ENTITIES, params),
        places=rows_of(db, ComparedPlace, _PLACES, params),
    )


def _number(db: "duckdb.DuckDBPyConnection", id: str) -> int:
    row = db.execute("SELECT article_no, error FROM article WHERE id = $id", {"id": id}).fetchone()
    if row is None:
        raise ArticleError("There is no article with this id in the collection.")
    if row[1] is not None:
        raise ArticleError(row[1])
    return int(row[0])
