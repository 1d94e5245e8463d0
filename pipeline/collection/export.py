# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter
"""The tables of a collection for a file: every row of a selection, in batches, so that none is too long."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.collection import views
from pipeline.collection.filter import Pick, said_where
from pipeline.collection.listing import Listing
from pipeline.collection.model import Filter
from pipeline.collection.passages import Source
from pipeline.write.columns import Column, read_columns

if TYPE_CHECKING:
    import duckdb

BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns, and the SELECT that gives its rows in order."""

    name: str
    columns: tuple[Column, ...]
    sql: str
    params: Mapping[str, Any]

    def batches(self, db: "duckdb.DuckDBPyConnection") -> Iterator[list[tuple[Any, ...]]]:
        """The rows, some thousands at a time."""
        answer = db.execute(self.sql, dict(self.params))
        while batch := answer.fetchmany(BATCH):
            yield batch


def tables(source: Source, only: Filter, pick: Pick, find: str = "") -> tuple[Table, ...]:
    """Every table of a selection, in the order a reader would look for them; find: words that names must hold."""
    return (
        _listed(
            "articles",
            "id title source day:d published_from words:i entities:i speakers:i quotes:i places:i",
            views.articles(pick, ""),
            "day DESC NULLS LAST",
        ),
        _listed(
            "names",
            "key name kind label articles:i mentions:i first_day:d last_day:d aliases:l reason",
            views.entities(only, pick, find),
            "articles DESC",
        ),
        _listed(
            "speakers",
            "key name kind label articles:i quotes:i words:i share:n first_day:d last_day:d aliases:l reason",
            views.speakers(only, pick, find),
            "words DESC",
        ),
        _quotes(source, only, pick),
        _days(only, pick),
        _listed(
            "places",
            "key name country kind lat:n lon:n mentions:i articles:i first_day:d last_day:d confidence:n geonameid:i",
            views.pins(pick, find),
            "articles DESC",
        ),
        Table(
            "failed",
            read_columns("id title source reason"),
            "SELECT id, title, source, error FROM article WHERE error IS NOT NULL ORDER BY article_no",
            {},
        ),
    )


def _listed(name: str, spec: str, listing: Listing[Any], order: str) -> Table:
    columns = read_columns(spec)
    named = ", ".join(f'"{column.name}"' for column in columns)
    sql = f"WITH {listing.ctes} SELECT {named} FROM rows ORDER BY {order}, {listing.last}"
    return Table(name, columns, sql, listing.params)


def _quotes(source: Source, only: Filter, pick: Pick) -> Table:
    """With their words, which are read from where they are."""
    listing, base = views.quotes(only, pick, None), source.relation("quotes", source.parts)
    columns = read_columns(
        "article_id title start:i end:i text speaker_key speaker speaker_text kind day:d day_from words:i"
    )
    sql = f"""WITH {listing.ctes}, worded AS (SELECT article_id, start, "end" AS stop,
        any_value(text ORDER BY row) AS text, any_value(speaker_text ORDER BY row) AS speaker_text
        FROM {base.sql} GROUP BY ALL)
    SELECT article_id, title, start, stop, text, speaker_key, speaker, speaker_text, kind, day, day_from, words
    FROM rows LEFT JOIN worded USING (article_id, start, stop) ORDER BY day DESC NULLS LAST, {listing.last}"""
    return Table("quotes", columns, sql, {**listing.params, **base.params})


def _days(only: Filter, pick: Pick) -> Table:
    """Every day and every speaker, nothing put together."""
    asked = said_where(only)
    sql = f"""WITH {pick.cte} SELECT day, key, name, count(*) AS quotes, sum(said.words)::BIGINT AS words,
        count(*) FILTER (own_day) AS said_quotes
    FROM said JOIN picked USING (article_no) LEFT JOIN name USING (name_id) WHERE {asked.text()} AND day IS NOT NULL
    GROUP BY day, key, name ORDER BY day, name NULLS LAST, key"""
    columns = read_columns("day:d key name quotes:i words:i said_quotes:i")
    return Table("quote_days", columns, sql, {**pick.params, **asked.params})
