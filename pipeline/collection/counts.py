# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter
"""Figures that are no lists: the summary of a selection, and quotes by day and speaker."""

from typing import TYPE_CHECKING, Literal

from pipeline.collection.filter import Pick, said_where
from pipeline.collection.listing import rows_of
from pipeline.collection.model import Filter, Summary
from pipeline.collection.rows import OutletQuotes, QuoteCount, QuoteDays

if TYPE_CHECKING:
    import duckdb

_PAIRED = 400  # articles among which two alike are looked for; the work grows with the square of them
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


def quote_days(db: "duckdb.DuckDBPyConnection", only: Filter, pick: Pick, *, speakers: int, step: Step) -> QuoteDays:
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
    return QuoteDays(rows_of(db, QuoteCount, sql, params), chosen)


def quoted_where(
    db: "duckdb.DuckDBPyConnection", only: Filter, pick: Pick, *, speakers: int, outlets: int
) -> tuple[OutletQuotes, ...]:
    """A row a speaker and outlet, of those with most words quoted; each outlet's whole is a row without a key."""
    asked = said_where(only)
    sql = f"""WITH {pick.cte},
    mine AS (SELECT outlet, said.name_id, said.words FROM said JOIN picked USING (article_no)
        JOIN article USING (article_no) WHERE {asked.text()} AND outlet IS NOT NULL),
    place AS (SELECT outlet FROM mine GROUP BY outlet ORDER BY sum(words) DESC, outlet LIMIT {max(int(outlets), 0)}),
    first AS (SELECT name_id FROM mine SEMI JOIN place USING (outlet) WHERE name_id IS NOT NULL
        GROUP BY name_id ORDER BY count(DISTINCT outlet) DESC, sum(words) DESC, name_id LIMIT {max(int(speakers), 0)}),
    found AS (SELECT name_id, outlet, sum(words)::BIGINT AS words, count(*) AS quotes
        FROM mine SEMI JOIN place USING (outlet) SEMI JOIN first USING (name_id) GROUP BY ALL
        UNION ALL SELECT NULL, outlet, sum(words)::BIGINT, count(*) FROM mine SEMI JOIN place USING (outlet)
        GROUP BY outlet)
    SELECT key, name, outlet, found.words, found.quotes FROM found LEFT JOIN name USING (name_id)
    ORDER BY key IS NOT NULL, name, key, outlet"""
    return rows_of(db, OutletQuotes, sql, {**pick.params, **asked.params})


def most_alike(db: "duckdb.DuckDBPyConnection", pick: Pick) -> tuple[str, str] | None:
    """Of the newest articles the pair with most names in common, rare names counting more."""
    sql = f"""WITH {pick.cte},
    newest AS (SELECT article_no FROM picked ORDER BY published DESC NULLS LAST, article_no LIMIT {_PAIRED}),
    mine AS (SELECT article_no, name_id FROM named SEMI JOIN newest USING (article_no)),
    weight AS (SELECT name_id, 1.0 / count(*) AS worth FROM mine GROUP BY name_id HAVING count(*) BETWEEN 2 AND 40)
    SELECT a.article_no AS one, b.article_no AS other FROM mine a JOIN mine b USING (name_id)
        JOIN weight USING (name_id) WHERE a.article_no < b.article_no
    GROUP BY ALL ORDER BY sum(worth) DESC, count(*) DESC, one, other LIMIT 1"""
    found = db.execute(sql, pick.params).fetchone()
    if not found:
        return None
    ids = db.execute("SELECT id FROM article WHERE article_no IN ($one, $other) ORDER BY article_no",
                     {"one": found[0], "other": found[1]}).fetchall()  # fmt: skip
    return str(ids[0][0]), str(ids[1][0])


def _step(db: "duckdb.DuckDBPyConnection", mine: str, params: dict[str, object]) -> Step:
    """The finest step of the calendar that still gives a chart one can read."""
    found = db.execute(f"WITH {mine} SELECT max(day) - min(day) FROM mine", params).fetchone()
    days = found[0] if found and found[0] is not None else 0
    return next((step for most, step in _DAYS_OF_STEP if days <= most), "year")
