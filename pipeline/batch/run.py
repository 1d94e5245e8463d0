"""One run of the command line: inputs → finished records → output."""

import contextlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Protocol

from pipeline.batch.chunks import FinishedRecord, Settings
from pipeline.batch.inputs import PendingInput, passed_over, pending_inputs, total_bytes
from pipeline.batch.outputs import Resume, Sink, UsageError, find_resume, open_sink
from pipeline.batch.progress import Progress
from pipeline.batch.signals import Interrupts
from pipeline.read import Reader, open_reader
from pipeline.read.item import InputItem, ReadFailure


@dataclass(frozen=True, slots=True)
class Job:
    """The arguments of a run; workers is None if not given."""

    inputs: tuple[str, ...]
    out: Path | None = None
    published: date | None = None
    workers: int | None = None
    quiet: bool = False
    resume: bool = False
    part_articles: int | None = None
    settings: Settings = field(default_factory=Settings)


class _Engine(Protocol):
    def run(self, items: Iterable[InputItem]) -> Iterator[FinishedRecord]: ...


def run(job: Job, interrupts: Interrupts) -> int:
    """Run the job; return the number of articles that failed."""
    progress = Progress(sys.stderr, total=0 if job.quiet else total_bytes(job.inputs, job.out), quiet=job.quiet)
    for words in passed_over(job.inputs, job.out):
        progress.say(words)
    kind = job.settings.kind
    with open_reader() as reader, _engine(job, progress) as engine:
        resume = find_resume(job.out, kind) if job.resume else None
        items = _items(job, reader, progress, resume)
        with open_sink(job.out, kind, resume, part_articles=job.part_articles) as sink:
            _write_all(engine.run(items), sink, progress, interrupts)
    progress.finish()
    return progress.failed


def _write_all(finished: Iterator[FinishedRecord], sink: Sink, progress: Progress, interrupts: Interrupts) -> None:
    for done in finished:
        with interrupts.shield():
            sink.write(done.payload)
        progress.done(done)


def _items(job: Job, reader: Reader, progress: Progress, resume: Resume | None) -> Iterator[InputItem]:
    pending = pending_inputs(job.inputs, reader=reader, published=job.published, leave_out=job.out)
    if resume and resume.count:
        _pass_over(pending, resume, progress)
    for entry in pending:
        progress.read(entry.size)
        yield entry.item()


def _pass_over(pending: Iterator[PendingInput], resume: Resume, progress: Progress) -> None:
    """Skip what an earlier run has done, after a check that the inputs are the same."""
    count = 0
    last: PendingInput | None = None
    for passed in islice(pending, resume.count):
        progress.skip(passed.size)
        count, last = count + 1, passed
    if last is None or count < resume.count or _id(last.item()) != resume.last_id:
        raise UsageError("The output was made from other inputs, so it cannot be resumed.")
    progress.say(f"{resume.count:,} articles are done already.")


def _id(item: InputItem) -> str:
    return (item.article if isinstance(item, ReadFailure) else item).id


@contextlib.contextmanager
def _engine(job: Job, progress: Progress) -> Iterator[_Engine]:
    """Load model and gazetteer before anything is written."""
    if job.workers and job.workers > 1:
        from pipeline.batch.pool import Pool
        from pipeline.gazetteer import open_gazetteer

        open_gazetteer(progress=progress.say)  # built once here, not by every worker
        with Pool(job.workers, job.settings) as pool:
            yield pool
        return
    from pipeline.batch.in_process import InProcessRunner

    yield InProcessRunner(job.settings, progress=progress.say)
