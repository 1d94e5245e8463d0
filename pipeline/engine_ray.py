"""The same run on a Ray cluster: the parts of the plan go through Ray Data to actors that write them.

Ray hands out numbers and hears back sums; articles and records never pass through it. What a lost node had
under its hands is done again elsewhere, under the same name.
"""

import contextlib
import json
import logging
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from pipeline.batch import Done
from pipeline.cli_options import UsageError
from pipeline.cli_progress import Progress
from pipeline.engine_plan import Piece, Share, cut, describe, keep, kept, named_files, scan
from pipeline.errors import PipelineError
from pipeline.model import Note

if TYPE_CHECKING:
    from pipeline.cli_run import Job
    from pipeline.cli_signals import Interrupts

_QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",  # nothing is told to anybody
    "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # the coming default; else a warning
    "RAY_DATA_DISABLE_PROGRESS_BARS": "1",
}
_ALONE = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0"}  # whatever its name: every server of it listens on 127.0.0.1 alone
_STORE_BYTES = 80 * 1024 * 1024  # the least Ray takes; only numbers and names pass through it
_STANDARD_ERROR = 2
_PASSES = 3  # over what is missing, should a whole pass end without it
_SEEN_SECONDS = 60.0  # until a network file system shows a new file to every node


def run_on_ray(job: "Job", address: str | None, interrupts: "Interrupts") -> int:
    """Do the job; returns how many articles failed."""
    os.environ.update(_QUIET if address else _QUIET | _ALONE)  # before Ray is imported, which reads them then
    if job.out is None:
        raise UsageError("--engine ray needs -o OUT.")
    out, files = job.out, named_files(job.inputs, job.out)
    _find_ray()
    from pipeline.write.parquet import PART_ARTICLES

    with _own_standard_error() as stream, _ray(address, job.workers) as workers, interrupts.listening():
        shares = cut(_scan(files, job.part_articles or PART_ARTICLES), job.part_articles or PART_ARTICLES)
        missing = _prepare(job, out, shares)
        progress = Progress(stream, total=0 if job.quiet else sum(s.size for s in missing), quiet=job.quiet)
        if len(missing) < len(shares):
            progress.say(f"{len(shares) - len(missing):,} of {len(shares):,} parts are done already.")
        progress.begin()
        for _ in range(_PASSES):
            _do(job, out, missing, min(workers, len(missing)), progress)
            if not (missing := [share for share in missing if not _there(out, share)]):
                break
        if missing:
            raise PipelineError(
                f"{len(missing):,} parts could not be done; the same command with --resume tries again."
            )
        progress.finish()
    return progress.failed


def _find_ray() -> None:
    try:
        import ray.data  # noqa: F401 - only to see whether it is there
    except ImportError as error:
        raise UsageError("--engine ray needs Ray. Type: pip install -r requirements-ray.txt") from error


@contextlib.contextmanager
def _own_standard_error() -> Iterator[TextIO]:
    """Standard error for us alone: Ray's libraries write there what is meant for their makers, past Python.

    What matters of it comes back as an exception; the rest stands in Ray's own logs.
    """
    try:
        ours = sys.stderr.fileno() == _STANDARD_ERROR
    except (OSError, ValueError):  # it is no file (a test, a notebook)
        ours = False
    if not ours:
        yield sys.stderr
        return
    sys.stderr.flush()
    kept = os.dup(_STANDARD_ERROR)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STANDARD_ERROR)
    try:
        with os.fdopen(os.dup(kept), "w", encoding=sys.stderr.encoding, errors="backslashreplace") as stream:
            yield stream
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.close(kept)
        os.close(nowhere)


@contextlib.contextmanager
def _ray(address: str | None, workers: int | None) -> Iterator[int]:
    """A connection to the cluster, or a Ray of our own on this machine alone; gives the number of actors."""
    import ray

    ours = not ray.is_initialized()
    if ours:
        _connect(ray, address, workers)
    try:
        _hush(ray)
        yield workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
    finally:
        if ours:
            ray.shutdown()


def _connect(ray: Any, address: str | None, workers: int | None) -> None:
    if address is None:
        ray.init(
            address="local",  # not the one a variable of the environment may name
            num_cpus=workers,
            include_dashboard=False,
            object_store_memory=_STORE_BYTES,
            logging_level=logging.ERROR,
            log_to_driver=False,
        )
        return
    package = str(Path(__file__).resolve().parent)
    try:
        ray.init(
            address=address,
            runtime_env={"py_modules": [package]},  # every node runs this very code
            logging_level=logging.ERROR,
            log_to_driver=False,
        )
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise UsageError(f"There is no Ray cluster at {address}: {str(error).splitlines()[0]}") from error


def _hush(ray: Any) -> None:
    """Standard error is for our own progress."""
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    context.max_errored_blocks = -1  # what is missing in the end is done in another pass


def _scan(files: list[tuple[str, str]], part_articles: int) -> list[Piece]:
    """Where the articles of each file stand, looked up by the nodes at once."""
    import ray.data

    if len(files) == 1:
        return scan(*files[0], part_articles)
    rows = [{"n": n, "name": name, "path": path} for n, (name, path) in enumerate(files)]
    found = ray.data.from_items(rows).map(_Scan(part_articles)).take_all()
    found.sort(key=lambda row: row["n"])
    return [Piece(**piece) for row in found for piece in json.loads(row["pieces"])]


class _Scan:
    def __init__(self, part_articles: int) -> None:
        self._part_articles = part_articles

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        from dataclasses import asdict

        pieces = scan(row["name"], row["path"], self._part_articles)
        return {"n": row["n"], "pieces": json.dumps([asdict(piece) for piece in pieces])}


def _prepare(job: "Job", out: Path, shares: list[Share]) -> list[Share]:
    """The folder made ready; the parts that are to be done."""
    from pipeline.write.parquet import Part, clear, sweep

    plan = describe(shares, job.settings, job.published)
    if job.resume and out.exists():
        before = kept(out)
        if (before is None and (out / "articles").exists()) or before not in (None, plan):
            raise UsageError("The output was made from other inputs or settings, so it cannot be resumed.")
        sweep(out)
    else:
        clear(out)
    out.mkdir(parents=True, exist_ok=True)
    keep(out, plan)
    if not shares:
        Part(0).write(out, 0)
    return [share for share in shares if not _there(out, share)]


def _there(out: Path, share: Share) -> bool:
    from pipeline.write.parquet import part_path

    return part_path(out, "articles", share.number).exists()


def _do(job: "Job", out: Path, shares: list[Share], workers: int, progress: Progress) -> None:
    if not shares:
        return
    import ray.data

    from pipeline.engine_actor import Analyst, fingerprint
    from pipeline.nlp import model_name

    settings = replace(job.settings, model=model_name(job.settings.model))  # ours, not what a node's settings say
    by_number = {share.number: share for share in shares}
    answers = ray.data.from_items(
        [share.to_row() for share in shares], override_num_blocks=min(len(shares), 10_000)
    ).map(
        Analyst,
        fn_constructor_args=(str(out.absolute()), settings, job.published, fingerprint(settings.model)),
        compute=ray.data.ActorPoolStrategy(size=workers, max_tasks_in_flight_per_actor=1),
        num_cpus=1,
    )
    for answer in answers.iter_rows():
        _note(answer, by_number[answer["number"]], out, progress)


def _note(answer: dict[str, Any], share: Share, out: Path, progress: Progress) -> None:
    if answer["problem"]:
        raise PipelineError(answer["problem"])
    _wait_for(out, share)
    said = json.loads(answer["said"])
    for article_id, where, words, error, notes, misfits in said:
        progress.read(share.size // len(said))
        told = tuple(Note(*note) for note in notes)
        progress.done(Done(article_id, (), where, words, error, told, tuple(misfits)))


def _wait_for(out: Path, share: Share) -> None:
    """A part that a node has written must be seen here, else the folder is not a shared one."""
    deadline = time.monotonic() + _SEEN_SECONDS
    while not _there(out, share):
        if time.monotonic() > deadline:
            raise PipelineError(
                f"A node has written a part that is not seen here: {out} is no folder shared by all nodes."
            )
        time.sleep(0.2)
