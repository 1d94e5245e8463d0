"""The thread of one visit that reads its files and analyses them, in turns with all other visits. No Streamlit."""

import contextlib
import threading
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from components.workspace.inbox import Refused, Upload
from components.workspace.model_queue import ModelQueue
from components.workspace.records import RecordStore
from components.workspace.workspace import Workspace
from pipeline.errors import ArticleError, PipelineError
from pipeline.long_articles import analyse_aside, is_long
from pipeline.model import Article
from pipeline.read import read_uploads

if TYPE_CHECKING:
    from pipeline import Resources

READ_AHEAD = 16  # articles; the first figures do not wait for the last file


class _StoppedError(Exception):
    """The reader has stopped, or is gone."""


@dataclass(frozen=True, slots=True)
class VisitStore:
    """What the page and the thread of a visit both hold."""

    workspace: Workspace
    records: RecordStore

    def close(self) -> None:
        """The visit is over: the thread ends after its turn, and what was kept goes."""
        self.workspace.close()
        self.records.close()


def start(store: VisitStore, turns: ModelQueue, resources: "Resources") -> None:
    """See that a thread is at work where there is something to do."""
    workspace = store.workspace
    if (
        workspace.stopped
        or (workspace.worker and workspace.worker.is_alive())
        or not (workspace.waiting() or workspace.pending())
    ):
        return
    workspace.worker = threading.Thread(target=_work, args=(store, turns, resources), name="collection", daemon=True)
    workspace.worker.start()


def read_now(workspace: Workspace) -> None:
    """Read what waits, here and now: for a file or two."""
    with contextlib.closing(_readings(workspace)) as readings:
        for _ in readings:
            pass


def _work(store: VisitStore, turns: ModelQueue, resources: "Resources") -> None:
    workspace = store.workspace
    workspace.record_pace(0)
    readings = _readings(workspace)
    try:
        while not workspace.stopped:
            ahead = len(workspace.pending())
            if workspace.waiting() and ahead < READ_AHEAD:
                readings = readings if next(readings, False) else _readings(workspace)
            elif ahead:
                _analyse(workspace, turns, resources)
                store.records.sync(workspace)
            else:
                break
    finally:
        readings.close()
        store.records.sync(workspace)


def _readings(workspace: Workspace) -> Generator[bool, None, None]:
    """Reads one file of the workspace each time it is asked; the reading process lives as long as this does."""
    taken: list[Upload] = []

    def files() -> Iterator[tuple[str, bytes]]:
        while upload := workspace.take_file():
            taken.append(upload)
            yield upload.name, upload.data

    with contextlib.closing(cast("Generator[Article | ArticleError, None, None]", read_uploads(files()))) as results:
        try:
            for result in results:
                _file_read(workspace, taken.pop(), result)
                yield True
        except Exception as fault:  # whatever it is, it concerns one file and not the visit
            while taken:
                _file_read(
                    workspace, taken.pop(), f"This file could not be read: {type(fault).__name__}. Please report it."
                )


def _file_read(workspace: Workspace, upload: Upload, result: object) -> None:
    workspace.file_read(upload, result if isinstance(result, Article) else Refused(upload.name, str(result)))


def _analyse(workspace: Workspace, turns: ModelQueue, resources: "Resources") -> None:
    """One turn's worth; the batch is chosen when the turn has come, so that nothing is done twice."""
    if all(map(is_long, workspace.pending())):
        _aside(workspace, resources)
        return
    with turns.collection():
        batch = workspace.batch()
        _each(workspace, batch, resources)
    workspace.record_pace(sum(len(article.text) for article in batch))


def _aside(workspace: Workspace, resources: "Resources") -> None:
    """A long article, without a turn: it has a process of its own, which ends when the reader stops."""
    if (article := workspace.long_one()) is None:
        return

    def look(_: bool) -> None:
        if workspace.stopped:
            raise _StoppedError

    with contextlib.suppress(_StoppedError):
        try:
            workspace.keep(article, analyse_aside(article, model=resources.model, look=look))
        except PipelineError as error:
            workspace.keep(article, str(error))
    workspace.record_pace(0)


def _each(workspace: Workspace, batch: list[Article], resources: "Resources") -> None:
    from pipeline import analyse_many  # here, as spaCy takes a second to import

    try:
        for article, result in zip(batch, analyse_many(batch, resources), strict=True):
            workspace.keep(article, str(result) if isinstance(result, ArticleError) else result)
    except Exception as fault:  # whatever it is, it concerns one article and not the visit
        rest = [article for article in batch if not workspace.known(article)]
        if len(rest) == 1:
            workspace.keep(rest[0], f"This article could not be analysed: {type(fault).__name__}. Please report it.")
        else:
            for article in rest:
                _each(workspace, [article], resources)
