"""What the command line names → articles in order; rows of Parquet besides what ``pipeline.read`` knows."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.read.inputs import STANDARD_INPUT, Pending, pending_inputs, total_bytes
from pipeline.read.isolate import Reader
from pipeline.read.item import Item, unread
from pipeline.read.jsonl import Line, read_line

COLUMNS = ("id", "text", "title", "published", "source")
_ROWS = 64  # read at a time, so that long texts do not fill the memory


def all_inputs(
    inputs: Sequence[str], *, reader: Reader, published: date | None = None, leave_out: Path | None = None
) -> Iterator[Pending]:
    """Every article the inputs hold, in their order; leave_out is the file we write ourselves."""
    for name in inputs or (STANDARD_INPUT,):
        if files := parquet_files(name):
            for file in files:
                yield from _rows_of(file, published)
        else:
            yield from pending_inputs((name,), reader=reader, published=published, leave_out=leave_out)


def all_bytes(inputs: Sequence[str], leave_out: Path | None = None) -> int:
    """How much there is to read, for the time left; 0 where nobody can know."""
    if not inputs or STANDARD_INPUT in inputs:
        return 0
    sizes = [
        sum(file.stat().st_size for file in files)
        if (files := parquet_files(name))
        else total_bytes((name,), leave_out)
        for name in inputs
    ]
    return sum(sizes)


def parquet_files(name: str) -> tuple[Path, ...]:
    """The files of a table in Parquet: one, or those right in a folder; none where it is something else."""
    path = Path(name)
    if path.is_dir():
        return tuple(sorted(path.glob("*.parquet")))
    return (path,) if path.suffix.lower() == ".parquet" and path.is_file() else ()


def row_item(row: dict[str, Any], number: int, name: str, *, published: date | None = None) -> Item:
    """The article of one row: what the same values in a line of JSON would give."""
    told = row.get("published")
    if isinstance(told, datetime):
        told = told.date()
    if isinstance(told, date):
        row = {**row, "published": told.isoformat()}
    data = json.dumps(row, default=str).encode("ascii")
    return read_line(Line(number, data), name, published=published)


def _rows_of(path: Path, published: date | None) -> Iterator[Pending]:
    try:
        yield from (
            Pending(partial(row_item, row, number, str(path), published=published), size)
            for number, row, size in read_rows(path)
        )
    except (OSError, ValueError) as error:  # pyarrow's own errors are ValueErrors
        yield Pending(partial(unread, str(path), _briefly(error)), 0)


def _briefly(error: Exception) -> str:
    reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
    return f"The file cannot be read as Parquet with a column text: {reason}"


def read_rows(path: Path, *, start: int = 0, stop: int | None = None) -> Iterator[tuple[int, dict[str, Any], int]]:
    """Rows with their number, from 1, and their share of the file's bytes; start and stop count from 0."""
    import pyarrow.parquet as pq  # heavy, and only here

    with pq.ParquetFile(path) as file:
        names = file.schema_arrow.names
        if "text" not in names:
            raise ValueError(f"its columns are {', '.join(names)[:100]}")
        size = path.stat().st_size // max(file.metadata.num_rows, 1)
        groups, first = _groups(file.metadata, start, stop)
        number = first
        for batch in file.iter_batches(_ROWS, row_groups=groups, columns=[name for name in COLUMNS if name in names]):
            for row in batch.to_pylist():
                number += 1
                if number > start and (stop is None or number <= stop):
                    yield number, row, size


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
