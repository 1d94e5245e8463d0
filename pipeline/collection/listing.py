# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter
"""One page of a list: which order, which rows, how many there are in all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.write.rows import join_texts

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

MOST_ROWS = 10_000  # of one page; whole tables are for the downloads


@dataclass(frozen=True, slots=True)
class Page:
    """Which rows of the ordered whole; find narrows the rows of this one table."""

    order: str = ""
    descending: bool = True
    limit: int = 100
    offset: int = 0
    find: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list before it is cut into pages: CTEs that end in one named ``rows``; ties are broken by ``last``.

    many: so many rows that counting them beside sorting would hold them all in memory.
    """

    ctes: str
    params: Mapping[str, Any]
    orders: tuple[str, ...]
    last: str
    many: bool = False


def page_of(db: "duckdb.DuckDBPyConnection", listing: Listing, page: Page) -> "pd.DataFrame":
    """The rows; ``attrs["total"]`` says how many there are on all pages."""
    limit, offset = min(max(int(page.limit), 0), MOST_ROWS), max(int(page.offset), 0)
    counted = "0" if listing.many else "count(*) OVER ()"
    sql = (
        f"WITH {listing.ctes} SELECT *, {counted} AS total FROM rows"
        f" ORDER BY {order_by(page, listing.orders)}, {listing.last} LIMIT {limit} OFFSET {offset}"
    )
    frame = frame_of(db, sql, listing.params)
    told = len(frame) > 0 and not listing.many
    total = int(frame["total"].iloc[0]) if told else _count(db, listing)
    frame = frame.drop(columns="total")
    frame.attrs["total"] = total
    return frame


def frame_of(db: "duckdb.DuckDBPyConnection", sql: str, params: Mapping[str, Any]) -> "pd.DataFrame":
    """The answer as a frame whose columns have one type each, whether anything is missing in them or everything."""
    frame = db.execute(sql, dict(params)).df()
    if "aliases" in frame:
        frame["aliases"] = [join_texts(list(aliases)) for aliases in frame["aliases"]]
    texts = [name for name in frame if frame[name].dtype == object]
    return frame.astype(dict.fromkeys(texts, "str"))


def _count(db: "duckdb.DuckDBPyConnection", listing: Listing) -> int:
    found = db.execute(f"WITH {listing.ctes} SELECT count(*) FROM rows", dict(listing.params)).fetchone()
    return int(found[0]) if found else 0


def order_by(page: Page, orders: tuple[str, ...]) -> str:
    """The order asked for, if it is one of ours, else the first; what is not known comes last either way."""
    name = page.order if page.order in orders else orders[0]
    return f'"{name}" {"DESC" if page.descending else "ASC"} NULLS LAST'
