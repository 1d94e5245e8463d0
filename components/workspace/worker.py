"""The thread of one visit that reads its files and analyses them, in turns with all other visits. No Streamlit."""

import contextlib
import threading
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from components.workspace.inbox import Refused, Upload
from components.workspace.model_queue import Turns
from components.workspace.records import Ledger
from components.workspace.workspace import Desk
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
class Shared:
    """What the page and the thread of a visit both hold."""

    desk: Desk
    ledger: Ledger

    def close(self) -> None:
        """The visit is over: the thread ends after its turn, and what was kept goes."""
        self.desk.close()
        self.ledger.close()


def start(shared: Shared, turns: Turns, resources: "Resources") -> None:
    """See that a thread is at work where there is something to do."""
    desk = shared.desk
    if desk.stopped or (desk.worker and desk.worker.is_alive()) or not (desk.waiting() or desk.undone()):
        return
    desk.worker = threading.Thread(target=_work, args=(shared, turns, resources), name="collection", daemon=True)
    desk.worker.start()


def read_now(desk: Desk) -> None:
    """Read what waits, here and now: for a file or two."""
    with contextlib.closing(_readings(desk)) as readings:
        for _ in readings:
            pass


def _work(shared: Shared, turns: Turns, resources: "Resources") -> None:
    desk = shared.desk
    desk.paced(0)
    readings = _readings(desk)
    try:
        while not desk.stopped:
            ahead = len(desk.undone())
            if desk.waiting() and ahead < READ_AHEAD:
                readings = readings if next(readings, False) else _readings(desk)
            elif ahead:
                _analyse(desk, turns, resources)
                shared.ledger.sync(desk)
            else:
                break
    finally:
        readings.close()
        shared.ledger.sync(desk)


def _readings(desk: Desk) -> Generator[bool, None, None]:
    """Reads one file of the desk each time it is asked; the reading process lives as long as this does."""
    taken: list[Upload] = []

    def files() -> Iterator[tuple[str, bytes]]:
        while upload := desk.take_file():
            taken.append(upload)
            yield upload.name, upload.data

    with contextlib.closing(cast("Generator[Article | ArticleError, None, None]", read_uploads(files()))) as results:
        try:
            for result in results:
                _shelve(desk, taken.pop(), result)
                yield True
        except Exception as fault:  # whatever it is, it concerns one file and not the visit
            while taken:
                _shelve(desk, taken.pop(), f"This file could not be read: {type(fault).__name__}. Please report it.")


def _shelve(desk: Desk, upload: Upload, result: object) -> None:
    desk.shelve(upload, result if isinstance(result, Article) else Refused(upload.name, str(result)))


def _analyse(desk: Desk, turns: Turns, resources: "Resources") -> None:
    """One turn's worth; the batch is chosen when the turn has come, so that nothing is done twice."""
    if all(map(is_long, desk.undone())):
        _aside(desk, resources)
        return
    with turns.collection():
        batch = desk.batch()
        _each(desk, batch, resources)
    desk.paced(sum(len(article.text) for article in batch))


def _aside(desk: Desk, resources: "Resources") -> None:
    """A long article, without a turn: it has a process of its own, which ends when the reader stops."""
    if (article := desk.long_one()) is None:
        return

    def look(_: bool) -> None:
        if desk.stopped:
            raise _StoppedError

    with contextlib.suppress(_StoppedError):
        try:
            desk.keep(article, analyse_aside(article, model=resources.model, look=look))
        except PipelineError as error:
            desk.keep(article, str(error))
    desk.paced(0)


def _each(desk: Desk, batch: list[Article], resources: "Resources") -> None:
    from pipeline import analyse_many  # here, as spaCy takes a second to import

    try:
        for article, result in zip(batch, analyse_many(batch, resources), strict=True):
            desk.keep(article, str(result) if isinstance(result, ArticleError) else result)
    except Exception as fault:  # whatever it is, it concerns one article and not the visit
        rest = [article for article in batch if not desk.known(article)]
        if len(rest) == 1:
            desk.keep(rest[0], f"This article could not be analysed: {type(fault).__name__}. Please report it.")
        else:
            for article in rest:
                _each(desk, [article], resources)
