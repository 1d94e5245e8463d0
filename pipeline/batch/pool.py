"""Articles over several processes: in order, bounded in memory, and none lost when a process dies.

A chunk whose worker dies or takes too long is done again by a new worker, article by article; an article that
kills two workers by itself, or takes too long by itself, is given up as an error, and the rest goes on.
"""

import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any

from pipeline.batch.chunks import Chunker, FinishedRecord, Settings, give_up, too_slow
from pipeline.batch.processes import Processes, processes
from pipeline.errors import ModelError, PipelineError
from pipeline.read.item import InputItem

AHEAD = 4  # chunks a worker may be ahead of the slowest
MAX_KILLS = 2  # workers one article may kill
MAX_FALSE_STARTS = 3  # workers in a row that may die before they are ready
_DIED = "The worker process died twice over this article (too large or too deep?)."


@dataclass(slots=True)
class _Task:
    items: list[InputItem]
    done: list[FinishedRecord] = field(default_factory=list)
    careful: bool = False
    kills: int = 0  # workers that died over the first article that is not done

    @property
    def rest(self) -> list[InputItem]:
        return self.items[len(self.done) :]


@dataclass(slots=True)
class _Worker:
    pipe: "Connection[Any, Any]"
    number: int = 0  # of its process; 0 until it is ready
    task: _Task | None = None
    deadline: float = float("inf")


class Pool:
    """N worker processes; a context manager that ends them all."""

    def __init__(self, count: int, settings: Settings, *, source: Processes | None = None) -> None:
        self._count, self._settings = count, settings
        self._processes = source or processes(settings)
        self._workers: list[_Worker] = []
        self._false_starts = 0

    def __enter__(self) -> "Pool":
        """Start all and wait for the first one, so that a missing model is reported before anything is written."""
        try:
            self._workers = [_Worker(self._processes.start()) for _ in range(self._count)]
            while not any(worker.number for worker in self._workers):
                self._listen()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.pipe.close()
        self._processes.close()
        self._workers = []

    def run(self, items: Iterable[InputItem]) -> Iterator[FinishedRecord]:
        """Yield the finished records in the order of the items, whichever worker made them.

        Reading goes on while the workers are busy, an item at a time, so that none of them waits for it.
        """
        source, chunker, more = iter(items), Chunker(), True
        tasks: deque[_Task] = deque()  # read, and not yet yielded
        waiting: deque[_Task] = deque()  # read, and not yet handed out
        while more or tasks:
            while tasks and not tasks[0].rest:
                yield from tasks.popleft().done
            self._hand_out(waiting)
            reading = more and len(waiting) < self._count and len(tasks) < self._count * AHEAD
            if tasks:
                self._listen(0.0 if reading else None)
            if not reading:
                continue
            item = next(source, None)
            more = item is not None
            if chunk := chunker.rest() if item is None else chunker.add(item):
                task = _Task(chunk)
                tasks.append(task)
                waiting.append(task)

    def _hand_out(self, waiting: deque[_Task]) -> None:
        for worker in self._workers:
            if waiting and worker.number and worker.task is None:
                worker.task = waiting.popleft()
                self._give(worker, worker.task)

    def _give(self, worker: _Worker, task: _Task) -> None:
        self._set_deadline(worker, task)
        try:
            worker.pipe.send((task.rest, task.careful))
        except OSError:
            self._replace(worker)

    def _set_deadline(self, worker: _Worker, task: _Task) -> None:
        """Set the worker's time limit: for the whole task, or for its next article if it goes article by article."""
        rest = task.rest
        worker.deadline = time.monotonic() + self._settings.limit(rest[:1] if task.careful else rest)

    def _listen(self, seconds: float | None = None) -> None:
        """Wait until a worker answers, dies or exceeds its time limit, and record which."""
        pipes = {worker.pipe: worker for worker in self._workers if worker.task or not worker.number}
        if not pipes:
            return
        deadline = min(worker.deadline for worker in pipes.values())
        if seconds is None and deadline < float("inf"):
            seconds = max(0.0, deadline - time.monotonic())
        heard = wait(list(pipes), seconds)
        for pipe in heard:
            self._hear(pipes[pipe])  # type: ignore[index]  # wait returns what it was given
        for pipe, worker in pipes.items():
            if pipe not in heard and worker.deadline <= time.monotonic():
                self._replace(worker, late=True)

    def _hear(self, worker: _Worker) -> None:
        try:
            message = worker.pipe.recv()
        except (EOFError, OSError):
            self._replace(worker)
            return
        if isinstance(message, tuple):
            self._welcome(worker, *message)
        elif worker.task is not None:
            self._note(worker, worker.task, message)

    def _welcome(self, worker: _Worker, complaint: str, number: int) -> None:
        if complaint:
            raise ModelError(complaint)
        worker.number, self._false_starts = number, 0
        if worker.task:
            self._give(worker, worker.task)

    def _note(self, worker: _Worker, task: _Task, done: list[FinishedRecord]) -> None:
        task.done.extend(done)
        task.kills = 0
        if task.rest:
            self._set_deadline(worker, task)
        else:
            worker.task, worker.deadline = None, float("inf")

    def _replace(self, worker: _Worker, *, late: bool = False) -> None:
        """Replace a lost worker; the new one takes over its task when it is ready."""
        worker.pipe.close()
        if worker.number:
            self._processes.kill(worker.number)
            if worker.task:
                self._blame(worker.task, late=late)
        else:
            self._count_false_start()
        task = worker.task if worker.task and worker.task.rest else None
        self._workers[self._workers.index(worker)] = _Worker(self._processes.start(), task=task)

    def _count_false_start(self) -> None:
        self._false_starts += 1
        if self._false_starts >= MAX_FALSE_STARTS:
            raise PipelineError(
                "The worker processes end before they are ready. Is there enough memory? Try fewer workers."
            )

    def _blame(self, task: _Task, *, late: bool) -> None:
        """After the first loss repeat the task article by article: then the first unfinished article is at fault."""
        first, alone = task.rest[0], task.careful or len(task.rest) == 1
        task.careful = True
        if alone and late:
            task.done.append(too_slow(first, self._settings))
            task.kills = 0
            return
        task.kills += alone
        if task.kills >= MAX_KILLS:
            task.done.append(give_up(first, _DIED, self._settings))
            task.kills = 0
