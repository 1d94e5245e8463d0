# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter
"""Figures that are no lists: the summary of a selection, and quotes by day and speaker."""

from typing import TYPE_CHECKING, Literal

from pipeline.collection.filter import Pick, said_where
from pipeline.collection.listing import frame_of
from pipeline.collection.model import Filter, Summary

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

Step = Literal["auto", "day", "week", "month", "year"]
_DAYS_OF_STEP: tuple[tuple[int, Step], ...] = ((120, "day"), (2 * 366, "week"), (20 * 366, "month"))


def summary(db: "duckdb.DuckDBPyConnection", only: Filter, pick: Pick) -> Summary:
    """The counts, in one question."""
    asked = said_where(only)
    params, labels = {**pick.params, **asked.params}, "true"
    if only.labels:
        labels, params["labels"] = (
            "name_id IN (SELECT name_id FROM name WHERE list_contains($labels, label))",
            list(only.labels),
        )
    sql = f"""WITH {pick.cte}, mine AS (SELECT said.* FROM said JOIN picked USING (article_no) WHERE {asked.text()})
    SELECT p.articles, (SELECT count(*) FROM article WHERE error IS NOT NULL), p.words,
        (SELECT count(DISTINCT name_id) FROM named SEMI JOIN picked USING (article_no) WHERE {labels}),
        q.speakers, q.quotes, (SELECT count(DISTINCT place_id) FROM spot SEMI JOIN picked USING (article_no)),
        p.first_day, p.last_day, p.undated, q.words, q.unnamed, q.undated,
        (SELECT coalesce(sum(mentions), 0)::BIGINT FROM unplaced SEMI JOIN picked USING (article_no))
    FROM (SELECT count(*) AS articles, coalesce(sum(words), 0)::BIGINT AS words, min(published) AS first_day,
            max(published) AS last_day, count(*) - count(published) AS undated FROM picked) p,
        (SELECT count(DISTINCT name_id) AS speakers, count(*) AS quotes, coalesce(sum(words), 0)::BIGINT AS words,
            count(*) - count(name_id) AS unnamed, count(*) - count(day) AS undated FROM mine) q"""
    found = db.execute(sql, params).fetchone()
    return Summary(*found) if found else Summary(0, 0, 0, 0, 0, 0, 0, None, None, 0, 0, 0, 0, 0)


def quote_days(
    db: "duckdb.DuckDBPyConnection", only: Filter, pick: Pick, *, speakers: int, step: Step
) -> "pd.DataFrame":
    """A row a step of the calendar and speaker; those with fewer words than the first few are one, without key."""
    asked = said_where(only)
    params = {**pick.params, **asked.params}
    mine = f"""{pick.cte}, mine AS (
        SELECT said.* FROM said JOIN picked USING (article_no) WHERE {asked.text()} AND day IS NOT NULL)"""
    chosen = _step(db, mine, params) if step == "auto" else step
    sql = f"""WITH {mine},
    first AS (SELECT name_id FROM mine WHERE name_id IS NOT NULL GROUP BY name_id ORDER BY sum(words) DESC, count(*)
        DESC, name_id
        LIMIT {max(int(speakers), 0)}),
    counted AS (SELECT date_trunc('{chosen}', day)::DATE AS day, first.name_id AS name_id,
        CASE WHEN first.name_id IS NOT NULL THEN 'named' WHEN mine.name_id IS NULL THEN 'unnamed' ELSE 'others' END
            AS who,
        count(*) AS quotes, sum(words)::BIGINT AS words, count(*) FILTER (own_day) AS said_quotes
        FROM mine LEFT JOIN first ON first.name_id = mine.name_id GROUP BY ALL)
    SELECT counted.day, key, name, who, quotes, words, said_quotes FROM counted LEFT JOIN name USING (name_id)
    ORDER BY counted.day, who, name, key"""
    frame = frame_of(db, sql, params)
    frame.attrs["step"] = chosen
    return frame


def _step(db: "duckdb.DuckDBPyConnection", mine: str, params: dict[str, object]) -> Step:
    """The finest step of the calendar that still gives a chart one can read."""
    found = db.execute(f"WITH {mine} SELECT max(day) - min(day) FROM mine", params).fetchone()
    days = found[0] if found and found[0] is not None else 0
    return next((step for most, step in _DAYS_OF_STEP if days <= most), "year")
