"""A collection's tables as one file: CSV, JSON lines or Parquet in a zip, or an Excel workbook; row by row."""

import csv
import io
import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from pipeline.collection.export import Field, FieldKind, Table
from pipeline.write.csv import BOM
from pipeline.write.formula_guard import neutralise
from pipeline.write.rows import join_texts

if TYPE_CHECKING:
    import duckdb
    from xlsxwriter import Workbook

FileKind = Literal["csv", "jsonl", "parquet", "xlsx"]
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip can name: files do not differ by the clock
_MOST_ROWS = 1_048_575  # of a sheet, below its header
_MOST_CHARACTERS = 16_000  # of a cell of a sheet: half of what fits, as signs beyond the first plane count twice
_FIRST_DAY = date(1900, 3, 1)  # before, spreadsheets do not agree on the calendar
_WIDTHS: dict[FieldKind, int] = {"text": 24, "integer": 10, "number": 10, "texts": 34, "day": 12}
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}
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


def _csv(table: Table, batches: _Batches) -> Iterator[bytes]:
    yield BOM + _lines([[field.name for field in table.fields]])
    for batch in batches:
        yield _lines([_cell(field, value) for field, value in zip(table.fields, row, strict=True)] for row in batch)


def _lines(rows: Iterable[list[Any]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8")


def _cell(field: Field, value: Any) -> Any:
    if value is None:
        return ""
    if field.kind == "texts":
        return neutralise(join_texts(value))
    return neutralise(value) if field.kind == "text" else value


def _jsonl(table: Table, batches: _Batches) -> Iterator[bytes]:
    names = [field.name for field in table.fields]
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
    schema = pa.schema([pa.field(field.name, types[field.kind]) for field in table.fields])
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
    from xlsxwriter import Workbook

    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        book = Workbook(out, {**_OPTIONS, "tmpdir": str(Path(folder))})
        book.set_properties({"title": "Dateline collection", "created": datetime(1980, 1, 1)})
        look = {
            "header": book.add_format({"bold": True, "bottom": 1, "bg_color": "#F3F1EB"}),
            "text": book.add_format({"valign": "top"}),
            # Excel's own mark for "this is text", kept when the cell is edited.
            "guarded": book.add_format({"valign": "top", "quote_prefix": True}),
            "day": book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"}),
        }
        for table in tables:
            _sheets(book, table, table.batches(db), look)
        book.close()


def _sheets(book: "Workbook", table: Table, batches: _Batches, look: dict[str, Any]) -> None:
    """As many sheets as the rows need, one at least."""
    rows = (row for batch in batches for row in batch)
    number, row = 1, next(rows, None)
    while number == 1 or row is not None:
        sheet = book.add_worksheet(table.name if number == 1 else f"{table.name} {number}")
        for n, field in enumerate(table.fields):
            sheet.set_column(n, n, _WIDTHS[field.kind])
            sheet.write_string(0, n, field.name, look["header"])
        sheet.freeze_panes(1, 0)
        line = 0
        while row is not None and line < _MOST_ROWS:
            line += 1
            _line(sheet, line, table.fields, row, look)
            row = next(rows, None)
        sheet.autofilter(0, 0, max(line, 1), len(table.fields) - 1)
        number += 1


def _line(sheet: Any, line: int, fields: tuple[Field, ...], row: tuple[Any, ...], look: dict[str, Any]) -> None:
    for n, (field, value) in enumerate(zip(fields, row, strict=True)):
        if value is None:
            continue
        if field.kind in ("integer", "number"):
            sheet.write_number(line, n, value, look["text"])
        elif field.kind == "day" and value >= _FIRST_DAY:
            sheet.write_datetime(line, n, datetime(value.year, value.month, value.day), look["day"])
        else:
            words = _words(field, value)
            sheet.write_string(line, n, words, look["text" if neutralise(words) == words else "guarded"])


def _words(field: Field, value: Any) -> str:
    words = join_texts(value) if field.kind == "texts" else str(value)
    return words if len(words) <= _MOST_CHARACTERS else f"{words[: _MOST_CHARACTERS - 1]}…"
