"""The same run on a Ray cluster: the parts of the plan go through Ray Data to actors that write them.

Ray hands out numbers and hears back sums; articles and records never pass through it. What a lost node had
under its hands is done again elsewhere, under the same name.
"""

import json
import time
import traceback
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.batch.chunks import FinishedRecord
from pipeline.batch.inputs import passed_over
from pipeline.batch.progress import Progress
from pipeline.cluster.connect import connected, find_ray, own_standard_error
from pipeline.cluster.plan import Piece, Share, cut, describe, keep, kept, named_files, scan
from pipeline.errors import ClusterError, UsageError
from pipeline.gazetteer.store import ready_index
from pipeline.model import Note

if TYPE_CHECKING:
    from pipeline.batch.run import Job
    from pipeline.batch.signals import Interrupts

_PASSES = 3  # over what is missing, should a whole pass end without it
_SEEN_SECONDS = 60.0  # until a network file system shows a new file to every node


def drive(job: "Job", address: str | None, interrupts: "Interrupts") -> int:
    """Run the job; return the number of articles that failed. Raises ClusterError if a node cannot do its work."""
    if job.out is None:
        raise UsageError("--engine ray needs -o OUT.")
    out, files = job.out, named_files(job.inputs, job.out)
    find_ray(alone=address is None)
    from pipeline.write.parquet import PART_ARTICLES

    with own_standard_error() as stream, connected(address, job.workers) as workers, interrupts.listening():
        shares = cut(_scan(files, job.part_articles or PART_ARTICLES), job.part_articles or PART_ARTICLES)
        missing = _prepare(job, out, shares)
        progress = Progress(stream, total=0 if job.quiet else sum(s.size for s in missing), quiet=job.quiet)
        for words in passed_over(job.inputs, job.out):
            progress.say(words)
        if len(missing) < len(shares):
            progress.say(f"{len(shares) - len(missing):,} of {len(shares):,} parts are done already.")
        if address is None:
            ready_index(progress=progress.say)  # built once here, not by every actor
        progress.begin()
        for _ in range(_PASSES):
            _do(job, out, missing, min(workers, len(missing)), progress)
            if not (missing := [share for share in missing if not _there(out, share)]):
                break
        if missing:
            raise ClusterError(f"{len(missing):,} parts could not be done; the same command with --resume tries again.")
        progress.finish()
    return progress.failed


def _scan(files: list[tuple[str, str]], part_articles: int) -> list[Piece]:
    """The positions of the articles in each file; the nodes read the files in parallel."""
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
        pieces = scan(row["name"], row["path"], self._part_articles)
        return {"n": row["n"], "pieces": json.dumps([asdict(piece) for piece in pieces])}


def _prepare(job: "Job", out: Path, shares: list[Share]) -> list[Share]:
    """Prepare the output folder; return the parts that are still to be done."""
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

    from pipeline.cluster.actor import Analyst, fingerprint
    from pipeline.text.nlp import model_name

    settings = replace(job.settings, model=model_name(job.settings.model))  # ours, not what a node's settings say
    by_number = {share.number: share for share in shares}
    answers = ray.data.from_items(
        [share.to_row() for share in shares], override_num_blocks=min(len(shares), 10_000)
    ).map(
        Analyst,  # type: ignore[arg-type] # Ray makes an instance in each actor and calls that
        fn_constructor_args=(str(out.absolute()), settings, job.published, fingerprint(settings.model)),
        compute=ray.data.ActorPoolStrategy(size=workers, max_tasks_in_flight_per_actor=1),
        num_cpus=1,
    )
    try:
        for answer in answers.iter_rows():
            _note(answer, by_number[answer["number"]], out, progress)
    except BaseException as stop:
        # What Ray has running ends with its iterator, which these frames hold: now, not when Ray is gone.
        traceback.clear_frames(stop.__traceback__)
        raise


def _note(answer: dict[str, Any], share: Share, out: Path, progress: Progress) -> None:
    if answer["problem"]:
        raise ClusterError(answer["problem"])
    _wait_for(out, share)
    said = json.loads(answer["said"])
    for article_id, where, words, error, notes, misfits in said:
        progress.read(share.size // len(said))
        told = tuple(Note(*note) for note in notes)
        progress.done(FinishedRecord(article_id, (), where, words, error, told, tuple(misfits)))


def _wait_for(out: Path, share: Share) -> None:
    """Check that a part written by a node is visible here; if not, the folder is not shared."""
    deadline = time.monotonic() + _SEEN_SECONDS
    while not _there(out, share):
        if time.monotonic() > deadline:
            raise ClusterError(
                f"A node has written a part that is not seen here: {out} is no folder shared by all nodes."
            )
        time.sleep(0.2)
