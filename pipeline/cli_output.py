"""Where the records go: checked before anything is written, resumed where an interruption left off."""

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from pipeline.write.jsonl import LineSink


class UsageError(Exception):
    """The command line asks for what cannot be; nothing was written."""


class Sink(Protocol):
    """Takes finished records, each as its line of JSON."""

    def write(self, line: str) -> None:
        """Add one record as a whole."""

    def close(self) -> None:
        """Write what is left and let go."""


@dataclass(frozen=True, slots=True)
class Resume:
    """How many records are there already, and the id of the last one where it is known."""

    count: int = 0
    last_id: str | None = None
    part: int = 0


def check_output(out: Path | None, kind: str, inputs: list[str], *, resume: bool) -> None:
    """Raise UsageError for an output that cannot be or would destroy an input."""
    if out is None:
        if kind != "jsonl" or resume:
            raise UsageError(f"{'--resume' if resume else f'--format {kind}'} needs -o OUT.")
        return
    if kind == "csv" and resume:
        raise UsageError("--resume works with jsonl and parquet; csv files are written anew.")
    if kind == "jsonl" and out.is_dir():
        raise UsageError(f"{out} is a folder: name a file for JSON lines.")
    if kind != "jsonl" and out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file: name a folder for {kind}.")
    if kind == "jsonl" and not out.parent.is_dir():
        raise UsageError(f"There is no folder {out.parent}.")
    if any(Path(name).is_file() and out.is_file() and out.samefile(name) for name in inputs):
        raise UsageError(f"{out} is an input too, and would be overwritten.")


def find_resume(out: Path | None, kind: str) -> Resume:
    """What an earlier run has finished; a half-written last line is cut off when the file is opened."""
    if out is None or not out.exists():
        return Resume()
    if kind == "parquet":
        from pipeline.write.parquet import complete_parts

        counts = complete_parts(out)
        return Resume(sum(counts), part=len(counts))
    count, last = 0, b""
    with out.open("rb") as file:
        for line in file:
            if line.endswith(b"\n"):
                count, last = count + 1, line
    return Resume(count, _id_of(last, out) if last else None)


def _id_of(line: bytes, out: Path) -> str:
    try:
        return str(json.loads(line)["id"])
    except (ValueError, TypeError, KeyError) as error:
        raise UsageError(f"{out} does not end with a record of ours, so it cannot be resumed.") from error


@contextlib.contextmanager
def open_sink(out: Path | None, kind: str, resume: Resume | None) -> Iterator[Sink]:
    """The sink, closed at the end also after an interruption, so that whole records stay."""
    if kind == "jsonl":
        with _open_lines(out, resume) as stream:
            yield LineSink(stream)
        return
    if out is None:
        raise UsageError(f"--format {kind} needs -o OUT.")
    sink = _folder_sink(out, kind, resume)
    try:
        yield sink
    finally:
        sink.close()


def _folder_sink(out: Path, kind: str, resume: Resume | None) -> Sink:
    if kind == "csv":
        from pipeline.write.csv import CsvSink

        return CsvSink(out)
    from pipeline.write.parquet import ParquetSink  # pyarrow is heavy, and only here

    return ParquetSink(out, part=resume.part if resume else 0)


@contextlib.contextmanager
def _open_lines(out: Path | None, resume: Resume | None) -> Iterator[BinaryIO]:
    if out is None:
        yield sys.stdout.buffer
        return
    if resume and out.exists():
        with out.open("r+b") as stream:
            _cut_after_last_line(stream)
            yield stream
        return
    with out.open("wb") as stream:
        yield stream


def _cut_after_last_line(stream: BinaryIO) -> None:
    end = 0
    for line in stream:
        if line.endswith(b"\n"):
            end += len(line)
    stream.seek(end)
    stream.truncate()
    os.fsync(stream.fileno())
