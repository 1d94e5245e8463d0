"""What the command line names → articles in order: files, folders, lines of JSON, rows of Parquet, standard input."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import BinaryIO

from pipeline.batch.parquet_rows import read_rows, row_item
from pipeline.errors import ArticleError
from pipeline.limits import MAX_FILE_BYTES
from pipeline.model import Article
from pipeline.read.document import UPLOAD_TYPES, kind_of
from pipeline.read.item import InputItem, unread
from pipeline.read.jsonl import read_line, read_lines
from pipeline.read.process import Reader
from pipeline.read.upload import read_path, read_text

STANDARD_INPUT = "-"
FILE_TYPES = (*UPLOAD_TYPES, "jsonl", "parquet")
_NAMED = 5  # of the files that are passed over


@dataclass(frozen=True, slots=True)
class PendingInput:
    """An article that is read on demand, so that a resumed run can skip it; size in bytes."""

    make: Callable[[], InputItem]
    size: int

    def item(self) -> InputItem:
        """Read it now; an error becomes part of the item."""
        try:
            return self.make()
        except ArticleError as error:
            return unread(error.source or "input", str(error))


def pending_inputs(
    inputs: Sequence[str], *, reader: Reader, published: date | None = None, leave_out: Path | None = None
) -> Iterator[PendingInput]:
    """Every article of the inputs, in order; leave_out: the file or folder that this run writes."""
    for name in inputs or (STANDARD_INPUT,):
        path = Path(name)
        if name == STANDARD_INPUT:
            yield PendingInput(partial(_standard_input, published), 0)
        elif path.is_dir():
            yield from _folder(path, reader, published, leave_out)
        else:
            yield from _file(path, reader, published)


def total_bytes(inputs: Sequence[str], leave_out: Path | None = None) -> int:
    """Bytes to read, for the estimate of the time left; 0 if not known."""
    if not inputs or STANDARD_INPUT in inputs:
        return 0
    paths = [Path(name) for name in inputs]
    return sum(_size(file) for path in paths for file in (files_below(path, leave_out) if path.is_dir() else (path,)))


def files_below(
    folder: Path, leave_out: Path | None = None, *, on_error: Callable[[OSError], None] | None = None
) -> Iterator[Path]:
    """Every file we can read below a folder, sorted; on_error: told of each folder that cannot be looked into."""
    return filter(_is_ours, _walk(folder, leave_out, on_error))


def passed_over(inputs: Sequence[str], leave_out: Path | None = None) -> Iterator[str]:
    """What folders hold that we do not read, a sentence for each folder."""
    for folder in filter(Path.is_dir, map(Path, inputs)):
        others = [path for path in _walk(folder, leave_out) if not _is_ours(path)]
        if others:
            names = ", ".join(str(path.relative_to(folder)) for path in others[:_NAMED])
            more = f" and {len(others) - _NAMED:,} more" if len(others) > _NAMED else ""
            yield f"{folder}: passed over, since we read no such files: {names}{more}."


def _walk(folder: Path, leave_out: Path | None, on_error: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    """Everything below a folder that is none, sorted; hidden ones, the locks of Word and our own output left out."""
    for parent, folders, names in os.walk(folder, onerror=on_error):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not _same(Path(parent, name), leave_out)
        )
        for name in sorted(names):
            path = Path(parent, name)
            if not name.startswith((".", "~$")) and not _same(path, leave_out):
                yield path


def _is_ours(path: Path) -> bool:
    """Whether we read this kind; a pipe or a device would be waited for or never end, a broken link is named as one."""
    return kind_of(path.name) in FILE_TYPES and (path.is_file() or not path.exists())


def _folder(path: Path, reader: Reader, published: date | None, leave_out: Path | None) -> Iterator[PendingInput]:
    empty, closed = True, list[OSError]()
    for file in files_below(path, leave_out, on_error=closed.append):
        empty = False
        yield from _file(file, reader, published)
    for error in closed:
        yield _failing(f"The folder cannot be looked into: {error.strerror}.", Path(error.filename))
    if empty and not closed:
        known = ", ".join(f".{ending}" for ending in FILE_TYPES)
        yield _failing(f"The folder holds no file that can be read ({known}).", path)


def _file(path: Path, reader: Reader, published: date | None) -> Iterator[PendingInput]:
    if not path.exists():
        yield _failing("There is no such file or folder.", path)
    elif kind_of(path.name) == "jsonl":
        yield from _json_lines(path, published)
    elif kind_of(path.name) == "parquet":
        yield from _rows(path, published)
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


def _rows(path: Path, published: date | None) -> Iterator[PendingInput]:
    if not path.is_file():
        yield _failing("This is no file.", path)
        return
    try:
        for number, row, size in read_rows(path):
            yield PendingInput(partial(row_item, row, number, str(path), published=published), size)
    except (OSError, ValueError) as error:  # pyarrow's own errors are ValueErrors
        reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        yield _failing(f"The file cannot be read as Parquet with a column text: {reason}", path)


def _standard_input(published: date | None) -> Article:
    stream: BinaryIO = sys.stdin.buffer
    data = stream.read(MAX_FILE_BYTES + 1)
    return read_text(data, name="standard input", published=published)


def _failing(message: str, path: Path) -> PendingInput:
    return PendingInput(partial(unread, str(path), message), 0)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _same(path: Path, other: Path | None) -> bool:
    return other is not None and other.exists() and path.samefile(other)
