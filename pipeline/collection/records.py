# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter
"""Records of one visit as tables in memory."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from pipeline.collection.source import SQL_TYPES, Relation, columns_of
from pipeline.write.columns import FILE_TABLES, TableName
from pipeline.write.rows import rows, storable

if TYPE_CHECKING:
    import duckdb


class RecordSource:
    """Every table as ``base_NAME``; one part, made anew when records come or go."""

    parts: tuple[int, ...] = (0,)
    notices: tuple[str, ...] = ()

    def __init__(self) -> None:
        self._records: dict[str, dict[str, Any]] = {}

    def __len__(self) -> int:
        return len(self._records)

    def add(self, records: Iterable[Mapping[str, Any]]) -> None:
        """Take records; one whose id is there already takes the earlier one's place."""
        for record in records:
            self._records[str(record["id"])] = storable(dict(record))

    def drop(self, ids: Iterable[str]) -> None:
        """Let go of records; ids that are not there do no harm."""
        for id in ids:
            self._records.pop(id, None)

    def load(self, db: "duckdb.DuckDBPyConnection") -> None:
        """Write all of it as tables; the caller has begun a transaction and ends it."""
        for table in FILE_TABLES:
            found = [self._row(table, record, row) for record in self._records.values() for row in rows(table, record)]
            _fill(db, table, found)

    def _row(self, table: TableName, record: Mapping[str, Any], row: tuple[Any, ...]) -> tuple[Any, ...]:
        return (*row, record.get("text")) if table == "articles" else row

    def relation(self, table: TableName, parts: tuple[int, ...]) -> Relation:
        """The rows, with their order."""
        return Relation(f"(SELECT *, rowid AS row, 0 AS part FROM base_{table})")


def _fill(db: "duckdb.DuckDBPyConnection", table: TableName, found: list[tuple[Any, ...]]) -> None:
    """By way of Arrow: a row at a time would take seconds."""
    import pyarrow as pa

    columns = columns_of(table)
    types = {
        "VARCHAR": pa.string(),
        "BIGINT": pa.int64(),
        "DOUBLE": pa.float64(),
        "VARCHAR[]": pa.list_(pa.string()),
        "BOOLEAN": pa.bool_(),
    }
    values = list(zip(*found, strict=True)) or [()] * len(columns)
    arrays = [
        pa.array(list(value), types[SQL_TYPES[column.kind]]) for column, value in zip(columns, values, strict=True)
    ]
    db.register("incoming", pa.table(arrays, names=[column.name for column in columns]))
    db.execute(f"CREATE OR REPLACE TABLE base_{table} AS SELECT * FROM incoming")
    db.unregister("incoming")
