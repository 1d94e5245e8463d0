# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter
"""Two articles side by side: who is quoted, who is named, where; in both or in one."""

from typing import TYPE_CHECKING

from pipeline.collection.listing import frame_of
from pipeline.collection.model import Comparison
from pipeline.errors import ArticleError

if TYPE_CHECKING:
    import duckdb

_WHERE = "CASE WHEN {left} > 0 AND {right} > 0 THEN 'both' WHEN {left} > 0 THEN 'left' ELSE 'right' END AS \"where\""
_PLACE_IN_LIST = "CASE \"where\" WHEN 'both' THEN 0 WHEN 'left' THEN 1 ELSE 2 END"
_SPEAKERS = f"""
SELECT key, name, {_WHERE.format(left="quotes_left", right="quotes_right")}, quotes_left, quotes_right, words_left,
    words_right
FROM (SELECT nid, count(*) FILTER (no = $left) AS quotes_left, count(*) FILTER (no = $right) AS quotes_right,
        coalesce(sum(words) FILTER (no = $left), 0)::BIGINT AS words_left,
        coalesce(sum(words) FILTER (no = $right), 0)::BIGINT AS words_right
    FROM said WHERE no IN ($left, $right) AND nid IS NOT NULL GROUP BY nid) JOIN name USING (nid)
ORDER BY {_PLACE_IN_LIST}, words_left + words_right DESC, name, key
"""
_ENTITIES = f"""
SELECT key, name, kind, label, {_WHERE.format(left='"left"', right='"right"')}, "left", "right"
FROM (SELECT nid, coalesce(sum(mentions) FILTER (no = $left), 0)::BIGINT AS "left",
        coalesce(sum(mentions) FILTER (no = $right), 0)::BIGINT AS "right"
    FROM named WHERE no IN ($left, $right) GROUP BY nid) JOIN name USING (nid)
ORDER BY {_PLACE_IN_LIST}, "left" + "right" DESC, name, key
"""
_PLACES = f"""
SELECT key, name, country, kind, lat, lon, {_WHERE.format(left='"left"', right='"right"')}, "left", "right"
FROM (SELECT pid, coalesce(sum(mentions) FILTER (no = $left), 0)::BIGINT AS "left",
        coalesce(sum(mentions) FILTER (no = $right), 0)::BIGINT AS "right"
    FROM spot WHERE no IN ($left, $right) GROUP BY pid) JOIN place USING (pid)
ORDER BY {_PLACE_IN_LIST}, "left" + "right" DESC, name, key
"""


def compare(db: "duckdb.DuckDBPyConnection", left: str, right: str) -> Comparison:
    """The tables; ArticleError where an article is not there or could not be done."""
    params = {"left": _number(db, left), "right": _number(db, right)}
    tables = (frame_of(db, sql, params) for sql in (_SPEAKERS, _ENTITIES, _PLACES))
    return Comparison(left, right, *tables)


def _number(db: "duckdb.DuckDBPyConnection", id: str) -> int:
    row = db.execute("SELECT no, error FROM art WHERE id = $id", {"id": id}).fetchone()
    if row is None:
        raise ArticleError("There is no article with this id in the collection.")
    if row[1] is not None:
        raise ArticleError(row[1])
    return int(row[0])
