"""Tables as CSV that any spreadsheet opens cleanly: UTF-8 with BOM, ISO dates, no cell that runs."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from pipeline.write.columns import Column, TableName, file_columns
from pipeline.write.formula_guard import escape_formula, restore_cell
from pipeline.write.rows import Record, Row, join_texts, rows, split_texts, storable

BOM = b"\xef\xbb\xbf"


def csv_bytes(table: TableName, records: Iterable[Record]) -> bytes:
    """One whole file: mark, header, and a line a fact."""
    return header(table) + b"".join(lines(table, record) for record in records)


def header(table: TableName) -> bytes:
    """The beginning of a file."""
    return heading(file_columns(table))


def heading(columns: Sequence[Column]) -> bytes:
    """The byte order mark and the line of column names."""
    return BOM + _encode([[column.name for column in columns]])


def lines(table: TableName, record: Record) -> bytes:
    """One record's lines of a table."""
    return encode(file_columns(table), rows(table, storable(record)))


def encode(columns: Sequence[Column], found: Iterable[Row]) -> bytes:
    """Rows as CSV lines, one value a column, no cell that a spreadsheet would run."""
    return _encode([_cell(column, value) for column, value in zip(columns, row, strict=True)] for row in found)


def _encode(cells: Iterable[list[Any]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(cells)
    return text.getvalue().encode("utf-8")


def _cell(column: Column, value: Any) -> Any:
    if value is None:
        return ""
    if column.kind == "texts":
        return escape_formula(join_texts(value))
    if column.kind == "flag":
        return "true" if value else "false"
    return escape_formula(value) if column.kind == "text" else value


def read_csv(table: TableName, data: bytes) -> list[dict[str, Any]]:
    """The rows of a file of ours with the values they had: guards taken off, numbers as numbers, blanks as None."""
    reader = csv.reader(io.StringIO(data.removeprefix(BOM).decode("utf-8"), newline=""))
    if next(reader, None) != [column.name for column in file_columns(table)]:
        raise ValueError(f"This is no table of {table}: its first line should name the columns.")
    return [
        {column.name: _value(column, cell) for column, cell in zip(file_columns(table), line, strict=True)}
        for line in reader
    ]


def _value(column: Column, cell: str) -> Any:
    if column.kind == "texts":
        return split_texts(restore_cell(cell))
    if not cell:
        return None
    if column.kind == "text":
        return restore_cell(cell)
    if column.kind == "flag":
        return cell == "true"
    return float(cell) if column.kind == "number" else int(cell)
