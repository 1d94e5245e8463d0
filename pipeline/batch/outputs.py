"""The sinks of lines and of CSV: whole records only, and what is needed to go on after an interruption.

Where the records go: opened, and resumed where an interruption left off.
"""

import contextlib
import csv
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from pipeline.batch.chunks import CSV_ORDER, Kind, Payload
from pipeline.errors import UsageError
from pipeline.read.jsonl import MAX_LINE_BYTES
from pipeline.write.columns import TableName
from pipeline.write.csv import BOM, header
from pipeline.write.formula_guard import restore_cell

JOURNAL = ".unfinished"  # exists in a folder of CSV only during a run, and after one that was killed


class Sink(Protocol):
    """Writes finished records, which come as bytes of its format."""

    def write(self, payload: Payload) -> None:
        """Write one record whole."""

    def close(self) -> None:
        """Write what is left and close."""


@dataclass(frozen=True, slots=True)
class Resume:
    """The number of records that an earlier run wrote, and the id of the last one where it is known."""

    count: int = 0
    last_id: str | None = None
    part: int = 0


class LineSink:
    """Writes each record as one line with one call, so that no line is written in part."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def write(self, payload: Payload) -> None:
        """Add one record."""
        self._out.write(payload[0])
        self._out.flush()

    def close(self) -> None:
        """Do nothing: each record is written at once, and the caller closes the stream."""


def resume_lines(out: Path) -> Resume:
    """The records of an output file; a half-written last line does not count and is cut off on opening."""
    count, last, begun = 0, b"", b""
    with out.open("rb") as file:
        for line in file:
            if line.endswith(b"\n"):
                count, last = count + 1, line
            else:
                begun = line
    if not last and begun and not begun.startswith(b"{"):  # not even the beginning of a record: it would be lost
        raise UsageError(f"{out} holds no record of ours, so it cannot be resumed.")
    return Resume(count, _id_of(last, out) if last else None)


def _id_of(line: bytes, out: Path) -> str:
    try:
        return str(json.loads(line)["id"])
    except (ValueError, TypeError, KeyError) as error:
        raise UsageError(f"{out} does not end with a record of ours, so it cannot be resumed.") from error


def cut_after_last_line(stream: BinaryIO) -> None:
    """Cut off a half-written last line, and seek to the end."""
    end = 0
    for line in stream:
        if line.endswith(b"\n"):
            end += len(line)
    stream.seek(end)
    stream.truncate()
    os.fsync(stream.fileno())


class CsvSink:
    """A folder with a CSV file for each table.

    A record goes to seven files, and a kill may come between two of them; so the journal holds how long each
    was after the last whole record, and goes away when the run has ended in order.
    """

    def __init__(self, folder: Path, *, resume: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / JOURNAL
        if resume and self._path.exists():
            _cut(folder)
        # The journal stays until the next mark, so that a kill right now leaves the same state.
        self._journal = self._path.open("r+b" if resume and self._path.exists() else "wb", buffering=0)
        self._files = {table: _csv_path(folder, table).open("ab" if resume else "wb") for table in CSV_ORDER}
        for table, file in self._files.items():
            if not file.tell():
                file.write(header(table))
        self._mark()

    def write(self, payload: Payload) -> None:
        """Add one record, given as its lines of each table."""
        for file, text in zip(self._files.values(), payload, strict=True):
            file.write(text)
        self._mark()

    def close(self) -> None:
        """Close every file."""
        for file in self._files.values():
            file.close()
        self._journal.close()
        self._path.unlink(missing_ok=True)

    def _mark(self) -> None:
        for file in self._files.values():
            file.flush()
        lengths = "".join(f"{file.tell():020d}\n" for file in self._files.values())
        self._journal.seek(0)
        self._journal.write(lengths.encode())


def resume_csv(folder: Path) -> Resume:
    """The number of articles in an output folder; changes nothing."""
    path = _csv_path(folder, "articles")
    if not path.exists():
        return Resume()
    end = _lengths(folder).get("articles", path.stat().st_size)
    if end < len(header("articles")):
        return Resume()
    with path.open("rb") as file:
        if file.read(len(header("articles"))) != header("articles"):
            raise UsageError(f"{folder} holds another kind of articles.csv, so it cannot be resumed.")
    count, last = -1, None
    try:
        with path.open(encoding="utf-8-sig", newline="") as text:
            csv.field_size_limit(MAX_LINE_BYTES)  # a title may be as long as its line of input
            for row in csv.reader(_up_to(text, end - len(BOM))):
                count, last = count + 1, row[0]
    except (IndexError, ValueError, csv.Error) as error:
        raise UsageError(f"{path} is damaged, so the folder cannot be resumed.") from error
    return Resume(count, restore_cell(last)) if last and count else Resume()


def _up_to(lines: Iterator[str], end: int) -> Iterator[str]:
    """The lines of the first so many bytes."""
    for line in lines:
        end -= len(line.encode("utf-8"))
        if end < 0:
            return
        yield line


def _cut(folder: Path) -> None:
    """Cut off what a killed run left unfinished."""
    for table, end in _lengths(folder).items():
        path = _csv_path(folder, table)
        if not path.exists() or path.stat().st_size < end:
            raise UsageError(f"{path} is shorter than it was, so the folder cannot be resumed.")
        os.truncate(path, end)


def _lengths(folder: Path) -> dict[TableName, int]:
    """The sizes in the journal; none if the run ended normally, or died before its first record."""
    path = folder / JOURNAL
    try:
        lengths = path.read_bytes().split()
        return dict(zip(CSV_ORDER, map(int, lengths), strict=True)) if lengths else dict.fromkeys(CSV_ORDER, 0)
    except OSError:
        return {}
    except ValueError as error:  # as after a power cut
        raise UsageError(f"{path} is damaged, so the folder cannot be resumed.") from error


def _csv_path(folder: Path, table: TableName) -> Path:
    return folder / f"{table}.csv"


__all__ = ["Resume", "Sink", "UsageError", "find_resume", "open_sink"]


def find_resume(out: Path | None, kind: Kind) -> Resume:
    """The records that an earlier run has finished."""
    if out is None or not out.exists():
        return Resume()
    if kind == "csv":
        return resume_csv(out)
    if kind == "parquet":
        from pipeline.write.parquet import finished  # late: pyarrow is slow to import

        return Resume(*finished(out))
    return resume_lines(out)


@contextlib.contextmanager
def open_sink(
    out: Path | None, kind: Kind, resume: Resume | None, *, part_articles: int | None = None
) -> Iterator[Sink]:
    """Open the sink; close it also after an interruption, so that it keeps whole records."""
    if kind == "jsonl":
        with _open_lines(out, resume) as stream:
            yield LineSink(stream)
        return
    if out is None:
        raise UsageError(f"--format {kind} needs -o OUT.")
    sink = CsvSink(out, resume=resume is not None) if kind == "csv" else _parquet(out, resume, part_articles)
    try:
        yield sink
    finally:
        sink.close()


def _parquet(out: Path, resume: Resume | None, part_articles: int | None) -> Sink:
    from pipeline.write.parquet import PART_ARTICLES, ParquetSink  # late: pyarrow is slow to import

    at = resume or Resume()
    return ParquetSink(out, part=at.part, position=at.count, part_articles=part_articles or PART_ARTICLES)


@contextlib.contextmanager
def _open_lines(out: Path | None, resume: Resume | None) -> Iterator[BinaryIO]:
    if out is None:
        yield sys.stdout.buffer
        return
    if resume and out.exists():
        with out.open("r+b") as stream:
            cut_after_last_line(stream)
            yield stream
        return
    with out.open("wb") as stream:
        yield stream
