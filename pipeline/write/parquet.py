"""Tables as a folder of Parquet files: one folder a table, in parts that appear whole or not at all.

Part N of every table holds the same articles. The part of ``articles`` is written last, so that it marks
the others as complete: that is what an interrupted run is resumed from.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.write.columns import FACT_TABLES, Column, Kind, TableName, file_columns
from pipeline.write.rows import rows, storable

PART_ARTICLES = 5_000
PART_CHARACTERS = 64_000_000  # of JSON, so that long articles do not fill the memory
TABLES: tuple[TableName, ...] = (*FACT_TABLES, "notes", "articles")  # articles last: see above
_TYPES: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "count": pa.int64(),
    "number": pa.float64(),
    "texts": pa.list_(pa.string()),
    "flag": pa.bool_(),
}


def parquet_columns(table: TableName) -> tuple[Column, ...]:
    """As in CSV; articles bring their text besides, so that the facts can be shown in it."""
    return (*file_columns(table), Column("text")) if table == "articles" else file_columns(table)


def schema(table: TableName) -> pa.Schema:
    """The explicit schema of a table; the same in every part, however empty."""
    return pa.schema([pa.field(column.name, _TYPES[column.kind]) for column in parquet_columns(table)])


class ParquetSink:
    """Collects records and writes them as parts."""

    def __init__(self, folder: Path, *, part: int = 0, part_articles: int = PART_ARTICLES) -> None:
        self._folder, self._part, self._part_articles = folder, part, part_articles
        for table in TABLES:
            (folder / table).mkdir(parents=True, exist_ok=True)
            _remove(_from_part(folder / table, part))
        self._rows: dict[TableName, list[tuple[Any, ...]]] = {table: [] for table in TABLES}
        self._characters = 0

    def write(self, line: str) -> None:
        """Add one record, given as its line of JSON."""
        record = storable(json.loads(line))
        for table, kept in self._rows.items():
            kept.extend((*row, record.get("text")) if table == "articles" else row for row in rows(table, record))
        self._characters += len(line)
        if len(self._rows["articles"]) >= self._part_articles or self._characters > PART_CHARACTERS:
            self._flush()

    def close(self) -> None:
        """Write what is left; a run without articles leaves one empty part, which keeps its schema."""
        if self._rows["articles"] or self._part == 0:
            self._flush()

    def _flush(self) -> None:
        for table in TABLES:
            kept = self._rows[table]
            columns = list(zip(*kept, strict=True)) or [()] * len(schema(table))
            _write(
                pa.table([list(column) for column in columns], schema=schema(table)),
                _path(self._folder, table, self._part),
            )
            kept.clear()
        self._part += 1
        self._characters = 0


def _path(folder: Path, table: TableName, part: int) -> Path:
    return folder / table / f"part-{part:05d}.parquet"


def _write(table: pa.Table, path: Path) -> None:
    """All of it or nothing: written beside, put on disk, then renamed."""
    beside = path.with_suffix(".writing")
    with beside.open("wb") as file:
        pq.write_table(table, file, compression="zstd")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _from_part(folder: Path, part: int) -> list[Path]:
    """Parts of an earlier run that ours replace, and what an interruption left beside them."""
    parts = [path for path in folder.glob("part-*.parquet") if path.stem[5:].isdigit() and int(path.stem[5:]) >= part]
    return parts + list(folder.glob("part-*.writing"))


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def complete_parts(folder: Path) -> list[int]:
    """How many articles each complete part holds, part by part from the first."""
    counts: list[int] = []
    while (path := _path(folder, "articles", len(counts))).exists():
        counts.append(pq.read_metadata(path).num_rows)
    return counts
