"""Where the records go: opened, and resumed where an interruption left off."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from pipeline.batch import Kind
from pipeline.cli_options import UsageError
from pipeline.cli_sinks import (
    CsvSink,
    LineSink,
    Resume,
    Sink,
    cut_after_last_line,
    resume_csv,
    resume_lines,
)

__all__ = ["Resume", "Sink", "UsageError", "find_resume", "open_sink"]


def find_resume(out: Path | None, kind: Kind) -> Resume:
    """What an earlier run has finished."""
    if out is None or not out.exists():
        return Resume()
    if kind == "csv":
        return resume_csv(out)
    if kind == "parquet":
        from pipeline.write.parquet import finished  # pyarrow is heavy, and only here

        return Resume(*finished(out))
    return resume_lines(out)


@contextlib.contextmanager
def open_sink(
    out: Path | None, kind: Kind, resume: Resume | None, *, part_articles: int | None = None
) -> Iterator[Sink]:
    """The sink, closed at the end also after an interruption, so that whole records stay."""
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
    from pipeline.write.parquet import PART_ARTICLES, ParquetSink  # pyarrow is heavy, and only here

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
