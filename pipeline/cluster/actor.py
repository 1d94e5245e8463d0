"""The actor that runs on a cluster's nodes, one for each core; it does one part after another."""

import contextlib
import json
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from pipeline.batch.chunks import FinishedRecord, Settings
from pipeline.batch.pool import Pool
from pipeline.cluster.plan import Share, from_row
from pipeline.errors import PipelineError
from pipeline.gazetteer.store import current_version
from pipeline.version import VERSION
from pipeline.write.parquet import Part, part_path


class Analyst:
    """Loads the model once, in a worker process of its own, so that no article can end the actor.

    Nothing is raised that concerns an article or the installation: it comes back in the answer.
    """

    def __init__(self, out: str, settings: Settings, published: date | None, wanted: str) -> None:
        self._out, self._published = Path(out), published
        self._problem = ""
        try:
            if (here := fingerprint(settings.model)) != wanted:
                raise PipelineError(f"A node has other packages than this machine: {here} there, {wanted} here.")
            self._pool = Pool(1, settings).__enter__()
        except PipelineError as error:
            self._problem = str(error)

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        """Do one part, unless an earlier attempt has finished it."""
        share = from_row(row)
        answer = {"number": share.number, "problem": self._problem, "said": "[]"}
        if self._problem:
            return answer
        try:
            return answer | {"said": json.dumps(self._do(share))}
        except Exception as error:  # the boundary of a cluster: told in words, or it would be tried for ever
            reason = str(error) if isinstance(error, OSError | PipelineError) else ""
            return answer | {"problem": f"A node could not do part {share.number}: {reason or type(error).__name__}"}

    def _do(self, share: Share) -> list[Any]:
        """Make the part; return what the progress line needs of each article, once the part is on disk."""
        if part_path(self._out, "articles", share.number).exists():
            return _said_before(self._out, share.number)
        part, said = Part(share.position), []
        for done in self._pool.run(share.items(self._published)):
            part.add(done.payload[0])
            said.append(_said(done))
        part.write(self._out, share.number)
        return said


def fingerprint(model: str | None) -> str:
    """The versions on which records depend; nodes with different versions would give different records."""
    versions = [f"dateline {VERSION}"]
    for package in ("spacy", model or "spacy"):
        with contextlib.suppress(metadata.PackageNotFoundError):
            versions.append(f"{package} {metadata.version(package)}")
    return ", ".join([*versions, current_version()])


def _said(done: FinishedRecord) -> list[Any]:
    return [
        done.id,
        done.where,
        done.words,
        done.error,
        [[note.step, note.message] for note in done.notes],
        done.misfits,
    ]


def _said_before(out: Path, number: int) -> list[Any]:
    """The same, read from a part that is on disk already: the answer of an earlier attempt was lost."""
    rows = pq.read_table(part_path(out, "articles", number), columns=["id", "source", "words", "error"]).to_pylist()
    return [
        [row["id"], row["source"] or f"article {row['id']}", row["words"] or 0, row["error"], [], []] for row in rows
    ]
