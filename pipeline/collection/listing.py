# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter
"""One page of a list: which order, which rows, how many there are in all."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pipeline.collection.rows import Page

if TYPE_CHECKING:
    import duckdb

MOST_ROWS = 10_000  # of one page; whole tables are for the downloads
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which rows of the ordered whole; find narrows the rows of this one table."""

    order: str = ""
    descending: bool = True
    limit: int = 100
    offset: int = 0
    find: str = ""


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """A list before it is cut into pages: CTEs that end in one named ``rows``; ties are broken by ``last``.

    row: the dataclass of a row, whose fields are columns of ``rows``.
    many: so many rows that counting them beside sorting would hold them all in memory.
    """

    row: type[Row]
    ctes: str
    params: Mapping[str, Any]
    orders: tuple[str, ...]
    last: str
    many: bool = False


def page_of(db: "duckdb.DuckDBPyConnection", listing: Listing[Row], asked: PageRequest) -> Page[Row]:
    """The rows that are asked for, and how many there are on all pages."""
    limit, offset = min(max(int(asked.limit), 0), MOST_ROWS), max(int(asked.offset), 0)
    columns = ", ".join(f'"{field.name}"' for field in fields(listing.row))  # type: ignore[arg-type] # a dataclass
    counted = "0" if listing.many else "count(*) OVER ()"
    sql = (
        f"WITH {listing.ctes} SELECT {columns}, {counted} AS total FROM rows"
        f" ORDER BY {order_by(asked, listing.orders)}, {listing.last} LIMIT {limit} OFFSET {offset}"
    )
    found = db.execute(sql, dict(listing.params)).fetchall()
    total = int(found[0][-1]) if found and not listing.many else _count(db, listing)
    return Page(tuple(listing.row(*map(_frozen, row[:-1])) for row in found), total)


def rows_of(db: "duckdb.DuckDBPyConnection", row: type[Row], sql: str, params: Mapping[str, Any]) -> tuple[Row, ...]:
    """The answer to a question whose columns bear the names of the row's fields."""
    answer = db.execute(sql, dict(params))
    names = [column[0] for column in answer.description or ()]
    return tuple(row(**dict(zip(names, map(_frozen, values), strict=True))) for values in answer.fetchall())


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _count(db: "duckdb.DuckDBPyConnection", listing: Listing[Any]) -> int:
    found = db.execute(f"WITH {listing.ctes} SELECT count(*) FROM rows", dict(listing.params)).fetchone()
    return int(found[0]) if found else 0


def order_by(asked: PageRequest, orders: tuple[str, ...]) -> str:
    """The order asked for, if it is one of ours, else the first; what is not known comes last either way."""
    name = asked.order if asked.order in orders else orders[0]
    return f'"{name}" {"DESC" if asked.descending else "ASC"} NULLS LAST'
