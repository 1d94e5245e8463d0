# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter
"""Records of one visit as tables in memory."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from pipeline.collection.parts import SQL_TYPES, Relation, columns_of
from pipeline.write.columns import FILE_TABLES, TableName
from pipeline.write.rows import rows, storable

if TYPE_CHECKING:
    import duckdb


class RecordSource:
    """Every table as ``base_NAME``; a part for each lot of records that came together."""

    notices: tuple[str, ...] = ()
    with_words: tuple[int, ...] = ()  # texts in memory are searched themselves

    def __init__(self) -> None:
        self._records: dict[str, dict[str, Any]] = {}
        self._new: list[str] = []
        self._lots = 0
        self._anew = True

    @property
    def parts(self) -> tuple[int, ...]:
        """The numbers of the parts."""
        return tuple(range(self._lots))

    def add(self, records: Iterable[Mapping[str, Any]]) -> None:
        """Take records; one whose id is there already takes the earlier one's place."""
        for record in records:
            id = str(record["id"])
            if id in self._records:
                self._anew = True
            else:
                self._new.append(id)
            self._records[id] = storable(dict(record))

    def drop(self, ids: Iterable[str]) -> None:
        """Let go of records; ids that are not there do no harm."""
        for id in ids:
            if self._records.pop(id, None) is not None:
                self._anew = True

    def start_anew(self) -> None:
        """Trust nothing that was loaded: a change was broken off."""
        self._anew = True

    def load(self, db: "duckdb.DuckDBPyConnection") -> tuple[int, bool]:
        """Write what is new as a part; its number, and whether all that was loaded before is void.

        The caller has begun a transaction and ends it.
        """
        anew = self._anew
        self._lots = 0 if anew else self._lots
        records = [self._records[id] for id in (self._records if anew else self._new)]
        for table in FILE_TABLES:
            found = [self._row(table, record, row) for record in records for row in rows(table, record)]
            _fill(db, table, found, part=self._lots, anew=anew)
        self._lots, self._new, self._anew = self._lots + 1, [], False
        return self._lots - 1, anew

    def _row(self, table: TableName, record: Mapping[str, Any], row: tuple[Any, ...]) -> tuple[Any, ...]:
        return (*row, record.get("text")) if table == "articles" else row

    def relation(self, table: TableName, parts: tuple[int, ...]) -> Relation:
        """The rows of these parts, with their order."""
        listed = ", ".join(map(str, parts)) or "-1"
        return Relation(f"(SELECT * FROM base_{table} WHERE part IN ({listed}))")

    def words(self) -> Relation:
        """No row: see with_words."""
        return Relation("(SELECT 0 AS part, '' AS word, []::INTEGER[] AS rows WHERE false)")


def _fill(
    db: "duckdb.DuckDBPyConnection", table: TableName, found: list[tuple[Any, ...]], *, part: int, anew: bool
) -> None:
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
    arrays.append(pa.array(range(len(found)), pa.int64()))  # the order of the rows within the part
    db.register("incoming", pa.table(arrays, names=[*(column.name for column in columns), "row"]))
    if anew:
        db.execute(f"CREATE OR REPLACE TABLE base_{table} AS SELECT *, 0::INTEGER AS part FROM incoming WHERE false")
    db.execute(f"INSERT INTO base_{table} SELECT *, $part FROM incoming", {"part": part})
    db.unregister("incoming")
