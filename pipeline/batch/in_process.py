"""Chunks done in this process: no other process to start, one core, the same time limits."""

import contextlib
import gc
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from types import FrameType

from pipeline.batch.chunks import FinishedRecord, Settings, chunks, do_chunk, too_slow
from pipeline.read.item import InputItem
from pipeline.spacy_start import without_commands


class InProcessRunner:
    """The interface of Pool without worker processes."""

    def __init__(self, settings: Settings, *, progress: Callable[[str], None] | None = None) -> None:
        self._settings, self._progress = settings, progress
        self._load()

    def run(self, items: Iterable[InputItem]) -> Iterator[FinishedRecord]:
        """Yield the finished records of the items, in order."""
        for chunk in chunks(items):
            yield from self._do(chunk)

    def _do(self, chunk: list[InputItem]) -> list[FinishedRecord]:
        """Do a chunk; if it takes too long, do it again article by article to find the slow one."""
        try:
            with time_limit(self._settings.limit(chunk)):
                return do_chunk(chunk, self._resources, self._settings)
        except _OverTime:
            self._load()  # what was broken off may have left the model in any state
        if len(chunk) == 1:
            return [too_slow(chunk[0], self._settings)]
        return [done for item in chunk for done in self._do([item])]

    def _load(self) -> None:
        with without_commands():
            from pipeline.recipe import load_resources

        self._resources = load_resources(self._settings.model, progress=self._progress)
        if gc.get_freeze_count():  # a model was loaded before and is of no more use
            gc.unfreeze()
            gc.collect()
        gc.freeze()  # a long article sets off collections, each of which would look through the whole model


class _OverTime(BaseException):
    """The time limit is over. No Exception, so that no handler takes it for an error of the article."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Interrupt the block after so many seconds; without limit where there is no alarm (Windows, other threads)."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)  # again each second: a C library may swallow the first
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise _OverTime
