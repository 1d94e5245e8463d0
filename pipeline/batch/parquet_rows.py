"""Rows of Parquet → articles, a few at a time; an error in one row affects no other row."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pipeline.errors import ArticleError
from pipeline.read.decode import decode
from pipeline.read.item import InputItem, unread
from pipeline.read.jsonl import MAX_LINE_BYTES, read_row

COLUMNS = ("id", "text", "title", "published", "source")
Row = dict[str, Any]
_ROWS = 64  # read at a time, so that long texts do not fill the memory
_LARGE_CELL = 1_000_000  # bytes of a text on the average; such rows are read one by one
_UNPACKED = 256 * 2**20  # bytes of the texts of one group of rows, which may be more where they are not packed tightly
_TIMES_PACKED = 200


def row_item(row: Row, number: int, name: str, *, published: date | None = None) -> InputItem:
    """The article of one row, equal to that of a JSON line with the same values."""
    where = f"{name} line {number}"
    notes: list[str] = []
    try:
        plain = {column: _plain(value, column, notes) for column, value in row.items()}
    except ArticleError as error:
        return unread(where, str(error))
    return read_row(plain, where, published=published, notes=tuple(dict.fromkeys(notes)))


def read_rows(path: Path, *, start: int = 0, stop: int | None = None) -> Iterator[tuple[int, Row, int]]:
    """Rows with their number, from 1, and their share of the file's bytes; start and stop count from 0.

    Values are as Arrow has them; ``row_item`` makes Python's of them, so that one that cannot be costs its row alone.
    """
    import pyarrow.parquet as pq  # late: slow to import

    names = pq.read_schema(path).names
    if "text" not in names:
        raise ValueError(f"its columns are {', '.join(names)[:100]}")
    dictionaries = [name for name in ("text", "title") if name in names]  # kept as such, or each row had a copy
    with pq.ParquetFile(path, read_dictionary=dictionaries) as file:
        size = path.stat().st_size // max(file.metadata.num_rows, 1)
        groups, first = _groups(file.metadata, start, stop)
        columns = [name for name in COLUMNS if name in names]
        number = first
        for group in groups:
            rows = _rows_at_once(file.metadata.row_group(group))
            for batch in file.iter_batches(rows, row_groups=[group], columns=columns):
                for place in range(batch.num_rows):
                    number += 1
                    if number > start and (stop is None or number <= stop):
                        yield number, {name: batch.column(name)[place] for name in columns}, size


def _rows_at_once(group: Any) -> int:
    """How many rows to read at once; raises ValueError if the texts would fill the memory."""
    chunks = (group.column(number) for number in range(group.num_columns))
    packed, unpacked = 0, 0
    for chunk in chunks:
        if chunk.path_in_schema in ("text", "title"):
            packed, unpacked = packed + chunk.total_compressed_size, unpacked + chunk.total_uncompressed_size
    if unpacked > max(_UNPACKED, _TIMES_PACKED * packed):
        raise ValueError(
            f"its texts unpack to {unpacked // 2**20:,} MB, {unpacked // max(packed, 1):,} times their size"
        )
    return 1 if unpacked > _LARGE_CELL * max(group.num_rows, 1) else _ROWS


def _groups(metadata: Any, start: int, stop: int | None) -> tuple[list[int], int]:
    """The groups of rows that hold the range, and how many rows stand before them."""
    chosen: list[int] = []
    first = end = 0
    for group in range(metadata.num_row_groups):
        begin, end = end, end + metadata.row_group(group).num_rows
        if end > start and (stop is None or begin < stop):
            first = first if chosen else begin
            chosen.append(group)
    return chosen, first


def _plain(cell: Any, column: str, notes: list[str]) -> Any:
    """A cell as a JSON value; guesses are added to ``notes``. Raises ArticleError for a cell that is too large."""
    value = cell.value if hasattr(cell, "dictionary") and cell.is_valid else cell
    if not value.is_valid:
        return None
    if hasattr(value, "as_buffer"):
        return _words(value, column, notes)
    try:
        told = value.as_py()
    except (OverflowError, ValueError):  # a day beyond Python's years: the article says that it cannot be read
        return "unreadable"
    if isinstance(told, datetime):
        told = told.date()
    if isinstance(told, date):
        return told.isoformat()
    return told if isinstance(told, str | int | float) else str(told)


def _words(value: Any, column: str, notes: list[str]) -> str:
    """The text of a cell of text, or of bytes in any encoding."""
    buffer = value.as_buffer()
    if buffer.size > MAX_LINE_BYTES:
        raise ArticleError(f"The {column} is longer than {MAX_LINE_BYTES // 2**20} MB.")
    data = buffer.to_pybytes()
    try:
        return str(data.decode("utf-8"))
    except UnicodeDecodeError:
        words, said = decode(data)
        notes += said
        return words
