"""A collection's tables as one file: CSV, JSON lines or Parquet in a zip, or an Excel workbook; row by row."""

import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from pipeline.collection.export import Table
from pipeline.write.csv import encode, heading
from pipeline.write.workbook import WorkbookWriter

if TYPE_CHECKING:
    import duckdb

FileKind = Literal["csv", "jsonl", "parquet", "xlsx"]
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip can name: files do not differ by the clock
_Batches = Iterable[list[tuple[Any, ...]]]


def save(db: "duckdb.DuckDBPyConnection", tables: Iterable[Table], kind: FileKind, out: BinaryIO) -> None:
    """Write all of them into out."""
    if kind == "xlsx":
        _workbook(db, tables, out)
        return
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables:
            entry = zipfile.ZipInfo(f"{table.name}.{kind}", _EPOCH)
            entry.compress_type = zipfile.ZIP_STORED if kind == "parquet" else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with archive.open(entry, "w", force_zip64=True) as file:
                for piece in _PIECES[kind](table, table.batches(db)):
                    file.write(piece)


def write_csv(db: "duckdb.DuckDBPyConnection", table: Table, out: BinaryIO) -> None:
    """One table alone."""
    for piece in _csv(table, table.batches(db)):
        out.write(piece)


def _csv(table: Table, batches: _Batches) -> Iterator[bytes]:
    yield heading(table.columns)
    for batch in batches:
        yield encode(table.columns, batch)


def _jsonl(table: Table, batches: _Batches) -> Iterator[bytes]:
    names = [column.name for column in table.columns]
    for batch in batches:
        lines = (json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=str) for row in batch)
        yield "".join(f"{line}\n" for line in lines).encode("utf-8")


def _parquet(table: Table, batches: _Batches) -> Iterator[bytes]:
    """By way of a file of its own: its table of contents is written last and counts from its beginning."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {
        "text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "texts": pa.list_(pa.string()),
        "day": pa.date32(),
    }  # fmt: skip
    schema = pa.schema([pa.field(column.name, types[column.kind]) for column in table.columns])
    with tempfile.TemporaryFile() as file:
        with pq.ParquetWriter(file, schema, compression="zstd") as writer:
            for batch in batches:
                columns = [list(column) for column in zip(*batch, strict=True)]
                writer.write_table(pa.table(columns, schema=schema))
        file.seek(0)
        while piece := file.read(1 << 20):
            yield piece


_PIECES = {"csv": _csv, "jsonl": _jsonl, "parquet": _parquet}


def _workbook(db: "duckdb.DuckDBPyConnection", tables: Iterable[Table], out: BinaryIO) -> None:
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        book = WorkbookWriter(out, "Dateline collection", folder=folder)
        for table in tables:
            book.add(table.name, table.columns, (row for batch in table.batches(db) for row in batch))
        book.close()
