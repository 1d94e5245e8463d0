"""One run of the command line: inputs → finished records → output, with everything that may come between."""

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from pipeline.batch import Done, chunks, do_chunk
from pipeline.cli_output import Resume, Sink, UsageError, find_resume, open_sink
from pipeline.cli_progress import Progress
from pipeline.cli_signals import Interrupts
from pipeline.corrections import Corrections
from pipeline.read import Reader, open_reader
from pipeline.read.inputs import Pending, pending_inputs, total_bytes
from pipeline.read.item import Item, Unread


@dataclass(frozen=True, slots=True)
class Job:
    """What the command line asks for."""

    inputs: tuple[str, ...]
    out: Path | None = None
    kind: str = "jsonl"
    published: date | None = None
    workers: int = 1
    model: str | None = None
    quiet: bool = False
    resume: bool = False
    corrections: tuple[Corrections, ...] = ()


def run(job: Job, interrupts: Interrupts) -> int:
    """Do it; returns how many articles failed."""
    progress = Progress(sys.stderr, total=0 if job.quiet else total_bytes(job.inputs, job.out), quiet=job.quiet)
    with open_reader() as reader, _engine(job, progress) as do:
        resume = find_resume(job.out, job.kind) if job.resume else None
        items = _items(job, reader, progress, resume)
        with open_sink(job.out, job.kind, resume) as sink:
            _write_all(do(items), sink, progress, interrupts)
    progress.finish()
    return progress.failed


def _write_all(finished: Iterator[Done], sink: Sink, progress: Progress, interrupts: Interrupts) -> None:
    for done in finished:
        with interrupts.shield():
            sink.write(done.line)
        progress.done(done)


def _items(job: Job, reader: Reader, progress: Progress, resume: Resume | None) -> Iterator[Item]:
    pending = pending_inputs(job.inputs, reader=reader, published=job.published, leave_out=job.out)
    if resume and resume.count:
        _pass_over(pending, resume, progress)
    for entry in pending:
        progress.read(entry.size)
        yield entry.item()


def _pass_over(pending: Iterator[Pending], resume: Resume, progress: Progress) -> None:
    """Leave out what is done, after a look whether it is the same input at all."""
    passed: Pending | None = None
    for passed in islice(pending, resume.count):
        progress.skip(passed.size)
    progress.say(f"{resume.count:,} articles are done already.")
    if passed is None or resume.last_id is None:
        return
    item = passed.item()
    if (item.article if isinstance(item, Unread) else item).id != resume.last_id:
        raise UsageError("The output was made from other inputs, so it cannot be resumed.")


@contextlib.contextmanager
def _engine(job: Job, progress: Progress) -> Iterator[Callable[[Iterable[Item]], Iterator[Done]]]:
    """Loads what is needed, before anything is written; gives the function that does the work."""
    if job.workers > 1:
        from pipeline.batch_pool import Pool
        from pipeline.gazetteer import open_gazetteer

        open_gazetteer(progress=progress.say)  # built once here, not by every worker
        with Pool(job.workers, job.model, job.corrections) as pool:
            yield lambda items: pool.run(chunks(items))
        return
    from pipeline.analyse import load_resources

    resources = load_resources(job.model, progress=progress.say)
    yield lambda items: (done for chunk in chunks(items) for done in do_chunk(chunk, resources, job.corrections))
