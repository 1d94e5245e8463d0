"""What the command line names → articles in order: files, folders, JSON lines, standard input.

What the command line names → articles in order; rows of Parquet besides what ``pipeline.read`` knows.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from pipeline.errors import ArticleError
from pipeline.limits import MAX_FILE_BYTES
from pipeline.model import Article
from pipeline.read.document import UPLOAD_TYPES, kind_of
from pipeline.read.item import InputItem, unread
from pipeline.read.jsonl import Line, read_line, read_lines
from pipeline.read.process import Reader
from pipeline.read.upload import read_path, read_text

STANDARD_INPUT = "-"
FILE_TYPES = (*UPLOAD_TYPES, "jsonl")


@dataclass(frozen=True, slots=True)
class PendingInput:
    """An article that is read when asked for, so that a resumed run can pass it over; size in bytes."""

    make: Callable[[], InputItem]
    size: int

    def item(self) -> InputItem:
        """Read it now; what goes wrong becomes part of the answer."""
        try:
            return self.make()
        except ArticleError as error:
            return unread(error.source or "input", str(error))


def pending_inputs(
    inputs: Sequence[str], *, reader: Reader, published: date | None = None, leave_out: Path | None = None
) -> Iterator[PendingInput]:
    """Every article the inputs hold, in their order; leave_out is the file we write ourselves."""
    for name in inputs or (STANDARD_INPUT,):
        path = Path(name)
        if name == STANDARD_INPUT:
            yield PendingInput(partial(_standard_input, published), 0)
        elif path.is_dir():
            yield from _folder(path, reader, published, leave_out)
        else:
            yield from _file(path, reader, published)


def total_bytes(inputs: Sequence[str], leave_out: Path | None = None) -> int:
    """How much there is to read, for the time left; 0 where nobody can know."""
    total = 0
    for name in inputs:
        path = Path(name)
        if name == STANDARD_INPUT:
            return 0
        total += sum(map(_size, files_below(path, leave_out) if path.is_dir() else (path,)))
    return total


def files_below(folder: Path, leave_out: Path | None = None) -> Iterator[Path]:
    """Every file we can read below a folder, sorted; hidden ones and the locks of Word left out."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            wanted = kind_of(name) in FILE_TYPES and not name.startswith((".", "~$"))
            if wanted and not _waits(path) and not _same(path, leave_out):
                yield path


def _folder(path: Path, reader: Reader, published: date | None, leave_out: Path | None) -> Iterator[PendingInput]:
    empty = True
    for file in files_below(path, leave_out):
        empty = False
        yield from _file(file, reader, published)
    if empty:
        known = ", ".join(f".{ending}" for ending in FILE_TYPES)
        yield _failing(f"The folder holds no file that can be read ({known}).", path)


def _file(path: Path, reader: Reader, published: date | None) -> Iterator[PendingInput]:
    if not path.exists():
        yield _failing("There is no such file or folder.", path)
    elif kind_of(path.name) == "jsonl":
        yield from _json_lines(path, published)
    else:
        yield PendingInput(partial(read_path, path, published=published, reader=reader), _size(path))


def _json_lines(path: Path, published: date | None) -> Iterator[PendingInput]:
    try:
        file = path.open("rb")
    except OSError as error:
        yield _failing(f"The file cannot be opened: {error.strerror}.", path)
        return
    with file:
        for line in read_lines(file):
            yield PendingInput(partial(read_line, line, str(path), published=published), len(line.data or b""))


def _standard_input(published: date | None) -> Article:
    stream: BinaryIO = sys.stdin.buffer
    data = stream.read(MAX_FILE_BYTES + 1)
    return read_text(data, name="standard input", published=published)


def _failing(message: str, path: Path) -> PendingInput:
    return PendingInput(partial(unread, str(path), message), 0)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _waits(path: Path) -> bool:
    """A pipe or a device, met in a folder, would be waited for or never end; a broken link is named as one."""
    return path.exists() and not path.is_file()


def _same(path: Path, other: Path | None) -> bool:
    return other is not None and other.exists() and path.samefile(other)


COLUMNS = ("id", "text", "title", "published", "source")
_ROWS = 64  # read at a time, so that long texts do not fill the memory


def all_inputs(
    inputs: Sequence[str], *, reader: Reader, published: date | None = None, leave_out: Path | None = None
) -> Iterator[PendingInput]:
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


def row_item(row: dict[str, Any], number: int, name: str, *, published: date | None = None) -> InputItem:
    """The article of one row: what the same values in a line of JSON would give."""
    told = row.get("published")
    if isinstance(told, datetime):
        told = told.date()
    if isinstance(told, date):
        row = {**row, "published": told.isoformat()}
    data = json.dumps(row, default=str).encode("ascii")
    return read_line(Line(number, data), name, published=published)


def _rows_of(path: Path, published: date | None) -> Iterator[PendingInput]:
    try:
        yield from (
            PendingInput(partial(row_item, row, number, str(path), published=published), size)
            for number, row, size in read_rows(path)
        )
    except (OSError, ValueError) as error:  # pyarrow's own errors are ValueErrors
        yield PendingInput(partial(unread, str(path), _briefly(error)), 0)


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
