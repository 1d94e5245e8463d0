"""The thread of one visit that reads its files and analyses them, in turns with all other visits. No Streamlit."""

import contextlib
import threading
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import cast

from components.workspace.inbox import Refused, Upload
from components.workspace.page_model import PageModel, analyse_batch
from components.workspace.records import RecordStore
from components.workspace.workspace import Workspace
from pipeline.errors import ArticleError
from pipeline.model import Article
from pipeline.read import read_uploads

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


def start(store: VisitStore, found: PageModel) -> None:
    """See that a thread is at work where there is something to do."""
    workspace = store.workspace
    if (
        workspace.stopped
        or (workspace.worker and workspace.worker.is_alive())
        or not (workspace.waiting() or workspace.pending())
    ):
        return
    workspace.worker = threading.Thread(target=_work, args=(store, found), name="collection", daemon=True)
    workspace.worker.start()


def read_now(workspace: Workspace) -> None:
    """Read what waits, here and now: for a file or two."""
    with contextlib.closing(_readings(workspace)) as readings:
        for _ in readings:
            pass


def _work(store: VisitStore, found: PageModel) -> None:
    workspace = store.workspace
    workspace.record_pace(0)
    readings = _readings(workspace)
    try:
        while not workspace.stopped:
            ahead = len(workspace.pending())
            if workspace.waiting() and ahead < READ_AHEAD:
                readings = readings if next(readings, False) else _readings(workspace)
            elif ahead:
                _analyse(workspace, found)
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


def _analyse(workspace: Workspace, found: PageModel) -> None:
    """One turn's worth, unless the reader stops it meanwhile."""

    def look() -> None:
        if workspace.stopped:
            raise _StoppedError

    with contextlib.suppress(_StoppedError):
        analyse_batch(workspace, found, look=look)
