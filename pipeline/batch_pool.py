"""Chunks over several processes: in order, bounded in memory, and none lost when a process dies.

A chunk whose worker dies is done again by a new worker, article by article; an article that kills two
workers by itself is given up as an error, and the rest goes on.
"""

import multiprocessing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from pipeline.batch import Done, failed
from pipeline.batch_worker import READY, work
from pipeline.corrections import Corrections
from pipeline.errors import ModelError, PipelineError
from pipeline.read.item import Item, Unread

AHEAD = 4  # chunks a worker may be ahead of the slowest
MAX_KILLS = 2  # workers one article may kill
MAX_FALSE_STARTS = 3  # workers in a row that may die before they are ready


@dataclass(slots=True)
class _Task:
    items: list[Item]
    done: list[Done] = field(default_factory=list)
    careful: bool = False
    kills: int = 0  # workers that died over the first article that is not done

    @property
    def rest(self) -> list[Item]:
        return self.items[len(self.done) :]


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: "Connection[Any, Any]"
    ready: bool = False
    task: _Task | None = None


class Pool:
    """N worker processes; use as a context, so that none is left behind."""

    def __init__(self, count: int, model: str | None, corrections: Sequence[Corrections] = ()) -> None:
        self._model, self._count, self._corrections = model, count, corrections
        self._workers: list[_Worker] = []
        self._false_starts = 0

    def __enter__(self) -> "Pool":
        """Start all and wait for the first, so that a missing model is known before anything is written."""
        self._workers = [self._start() for _ in range(self._count)]
        try:
            while not any(worker.ready for worker in self._workers):
                self._listen()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.pipe.close()
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
        self._workers = []

    def run(self, chunks: Iterator[list[Item]]) -> Iterator[Done]:
        """What the chunks give, in their order, however the work was shared out."""
        open_tasks: list[_Task] = []  # handed out or finished, and not yet yielded
        more = True
        while more or open_tasks:
            while open_tasks and not open_tasks[0].rest:
                yield from open_tasks.pop(0).done
            while more and len(open_tasks) < self._count * AHEAD and (worker := self._idle()):
                if (chunk := next(chunks, None)) is None:
                    more = False
                else:
                    open_tasks.append(_Task(chunk))
                    self._give(worker, open_tasks[-1])
            if more or open_tasks:
                self._listen()

    def _idle(self) -> _Worker | None:
        return next((worker for worker in self._workers if worker.ready and worker.task is None), None)

    def _start(self) -> _Worker:
        context = multiprocessing.get_context("spawn")  # fork would copy threads and locks of the parent
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(theirs, self._model, self._corrections), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _give(self, worker: _Worker, task: _Task) -> None:
        worker.task = task
        try:
            worker.pipe.send((task.rest, task.careful))
        except OSError:
            self._replace(worker)

    def _listen(self) -> None:
        """Wait until a worker says something or dies, and note what it was."""
        pipes = {worker.pipe: worker for worker in self._workers if worker.task or not worker.ready}
        for pipe in wait(list(pipes)):
            worker = pipes[pipe]  # type: ignore[index]  # wait returns what it was given
            try:
                message = worker.pipe.recv()
            except (EOFError, OSError):
                self._replace(worker)
                continue
            self._note(worker, message)

    def _note(self, worker: _Worker, message: "list[Done] | str") -> None:
        if isinstance(message, str):
            if message != READY:
                raise ModelError(message)
            worker.ready, self._false_starts = True, 0
            if worker.task:
                self._give(worker, worker.task)
            return
        task = worker.task
        if task is not None:
            task.done.extend(message)
            task.kills = 0
            if not task.rest:
                worker.task = None

    def _replace(self, worker: _Worker) -> None:
        """A worker died: start another in its place, which takes over its task when it is ready."""
        worker.pipe.close()
        worker.process.kill()
        worker.process.join()
        if not worker.ready:
            self._false_starts += 1
            if self._false_starts >= MAX_FALSE_STARTS:
                raise PipelineError(
                    "The worker processes end before they are ready. Is there enough memory? Try fewer."
                )
        fresh = self._start()
        if worker.task and worker.ready:
            _blame(worker.task)
        fresh.task = worker.task if worker.task and worker.task.rest else None
        self._workers[self._workers.index(worker)] = fresh


def _blame(task: _Task) -> None:
    """After the first death go article by article; then the first one not done is at fault."""
    if not task.careful and len(task.rest) > 1:
        task.careful = True
        return
    task.careful = True
    task.kills += 1
    if task.kills >= MAX_KILLS:
        item = task.rest[0]
        article = item.article if isinstance(item, Unread) else item
        task.done.append(failed(article, "The worker process died twice over this article (too large or too deep?)."))
        task.kills = 0
