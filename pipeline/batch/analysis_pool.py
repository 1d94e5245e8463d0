"""Analyses for many threads at once, made in worker processes that are killed at their time limit.

Python runs one thread of a process at a time, and a regular expression holds the others up until it ends. So the page
analyses nothing in its own process: whatever a text does to a worker, the page goes on, the worker is killed, and the
next one is forked in a moment from the process that holds the model.
"""

import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from pipeline.batch.chunks import LIMIT_CHARACTERS, SECONDS, Settings
from pipeline.batch.processes import Processes, processes
from pipeline.batch.worker import answer_articles
from pipeline.errors import ArticleError, ModelError, PipelineError
from pipeline.model import Analysis, Article

LEAST_SECONDS = 20.0  # that any article has; a long one has SECONDS for each LIMIT_CHARACTERS
STUCK = 2  # how many times as long by the clock a worker may take that works at all
SLOW_SECONDS = (
    3.0  # of processor time; after these an article goes on at low priority and no longer counts among those at work
)
MOST_SLOW = 4  # slow articles at once; one more ends the oldest of them
WORKERS = max(1, min(os.cpu_count() or 1, 4))
JOBS = 200  # of one worker, which is then replaced
START_SECONDS = 300.0  # for the model to load, and the place index with it
_LOOK = 0.1  # seconds between two checks of the clock
_FALSE_STARTS = 3
_DIED = "This article could not be analysed within the memory of this machine. Paste a part of it."
_CROWDED = "Too many slow articles are being analysed just now, so this one was given up. Try again in a minute."

Result = Analysis | ArticleError


class CrowdedError(ArticleError):
    """An article was given up because other articles wait; it may be tried again."""


@dataclass(eq=False, slots=True)
class _Worker:
    pipe: "Connection[Any, Any]"
    number: int  # of its process
    jobs: int = 0
    round: int = 0  # of ``renew``
    given_up: bool = False  # it is slow, and its place is needed


@dataclass(slots=True)
class AnalysisPool:
    """Use it from any thread; ``close`` ends every process it has started.

    model: the spaCy pipeline, where it is not the usual one. How many articles are analysed at once is for the callers
    to bound; each has a worker of its own, and WORKERS of them are kept for the next.
    """

    model: str | None = None
    least_seconds: float = LEAST_SECONDS
    slow_seconds: float = SLOW_SECONDS
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _long: threading.Lock = field(default_factory=threading.Lock)
    _source: Processes | None = None
    _idle: list[_Worker] = field(default_factory=list)
    _busy: list[_Worker] = field(default_factory=list)
    _slow: list[_Worker] = field(default_factory=list)
    _round: int = 0
    _closed: bool = False

    def load(self) -> str:
        """Wait until the model is in memory; returns its name, or raises ModelError with what to type."""
        worker, name = self._start()
        self._give_back(worker)
        return name

    def analyse(
        self,
        articles: Sequence[Article],
        *,
        on_slow: Callable[[], None] | None = None,
        on_wait: Callable[[], None] | None = None,
    ) -> list[Result]:
        """The analysis of each article, or the error that says why there is none, in order.

        on_slow: called once after ``slow_seconds``. on_wait: called several times a
        second from then on; an exception from it ends the work.
        """
        slow = on_slow or (lambda: None)
        answer = self._try(articles, slow, on_wait)
        if isinstance(answer, ArticleError) and len(articles) > 1:  # one of them is at fault: find out which
            return [result for article in articles for result in self.analyse([article], on_slow=slow, on_wait=on_wait)]
        return answer if isinstance(answer, list) else [_for(articles[0], answer)]

    def analyse_long(self, article: Article, *, on_wait: Callable[[bool], None] | None = None) -> Result:
        """The same for one long article: one after another, at low priority, in a process that ends with it.

        on_wait: called several times a second, told whether the work has begun; an exception from it ends the work.
        """
        tell = on_wait or (lambda _: None)
        while not self._long.acquire(timeout=_LOOK):
            tell(False)
        try:
            answer = self._try([article], lambda: None, lambda: tell(True), long=True)
        finally:
            self._long.release()
        return answer[0] if isinstance(answer, list) else _for(article, answer)

    def process_ids(self) -> list[int]:
        """The process ids of all workers."""
        with self._lock:
            return [worker.number for worker in (*self._idle, *self._busy)]

    def renew(self) -> None:
        """Replace every worker that has analysed an article, and with it the names in its caches."""
        with self._lock:
            self._round += 1
            idle, self._idle = self._idle, []
        for worker in idle:
            self._end(worker)

    def close(self) -> None:
        """End all workers and the process they come from."""
        with self._lock:
            self._closed = True
            for worker in self._idle:
                worker.pipe.close()
            self._idle.clear()
            if self._source:
                self._source.close()
                self._source = None

    def limit(self, articles: Sequence[Article]) -> float:
        """The time limit in seconds for a text of this length."""
        return max(self.least_seconds, SECONDS * sum(len(one.text) for one in articles) / LIMIT_CHARACTERS)

    def _try(
        self,
        articles: Sequence[Article],
        on_slow: Callable[[], None],
        on_wait: Callable[[], None] | None,
        *,
        long: bool = False,
    ) -> list[Result] | ArticleError:
        """The answer of a worker, or why there is none; if the worker dies, another one tries once more."""
        for new in (long, True):
            try:
                with self._worker(new=new, keep=not long) as worker:
                    worker.pipe.send(list(articles))
                    return self._answer(worker, self.limit(articles), on_slow, on_wait, long=long)
            except (EOFError, OSError):
                continue
            except ArticleError as error:
                return error
        return ArticleError(_DIED)

    def _answer(
        self,
        worker: _Worker,
        seconds: float,
        on_slow: Callable[[], None],
        on_wait: Callable[[], None] | None,
        *,
        long: bool,
    ) -> list[Result] | ArticleError:
        began, worked, slow = time.monotonic(), _processor_seconds(worker.number), False
        while not worker.pipe.poll(_LOOK):
            spent = time.monotonic() - began
            if worker.given_up:
                raise CrowdedError(_CROWDED)
            if spent > seconds:
                raise ArticleError(f"The analysis took longer than {seconds:,.0f} seconds and was given up.")
            if not slow and (long or self._is_slow(spent, _processor_seconds(worker.number) - worked)):
                slow = True
                _lower_priority(worker.number)
                if not long:
                    self._step_aside(worker)
                    on_slow()
            if slow and on_wait:
                on_wait()
        answer: list[Result] | ArticleError = worker.pipe.recv()
        return answer

    def _is_slow(self, spent: float, worked: float) -> bool:
        """By the work, not by the clock: on a busy machine every article takes long, and none is to blame."""
        return worked > self.slow_seconds or spent > self.slow_seconds * (STUCK if worked else 1)

    def _step_aside(self, worker: _Worker) -> None:
        with self._lock:
            self._slow.append(worker)
            if len(self._slow) > MOST_SLOW:
                self._slow.pop(0).given_up = True

    @contextlib.contextmanager
    def _worker(self, *, new: bool, keep: bool) -> Iterator[_Worker]:
        """Lend an idle worker or a new one; keep it afterwards if it answered in time and is not a slow one."""
        worker = None if new else self._take_idle()
        if worker is None:
            worker, _ = self._start()
        with self._lock:
            self._busy.append(worker)
        answered = False
        try:
            yield worker
            answered = keep
        finally:
            with self._lock:
                self._busy.remove(worker)
                if worker in self._slow:
                    self._slow.remove(worker)
                    answered = False  # its priority stays low
                answered = answered and not worker.given_up  # it was slow, and answered before it was ended
            if answered:
                self._give_back(worker)
            else:
                self._end(worker)

    def _take_idle(self) -> _Worker | None:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if not worker.pipe.poll():  # it has nothing to say unless it has died
                    return worker
                worker.pipe.close()
        return None

    def _give_back(self, worker: _Worker) -> None:
        worker.jobs += 1
        with self._lock:
            wanted = not self._closed and worker.round == self._round and len(self._idle) < WORKERS
            if wanted and worker.jobs < JOBS:
                self._idle.append(worker)
                return
        self._end(worker)

    def _end(self, worker: _Worker) -> None:
        worker.pipe.close()
        with self._lock:
            if self._source:
                self._source.kill(worker.number)

    def _start(self) -> tuple[_Worker, str]:
        """Start a worker; return it, once it is ready, and the name of its model."""
        for _ in range(_FALSE_STARTS):
            with self._lock:
                if self._closed:
                    raise PipelineError("The server is ending.")
                if self._source is None:
                    self._source = processes(Settings(self.model), answer_articles)
                pipe = self._source.start()
            try:
                if pipe.poll(START_SECONDS):
                    complaint, number, name = pipe.recv()
                    if complaint:
                        raise ModelError(complaint)
                    return _Worker(pipe, number, round=self._round), name
            except (EOFError, OSError):
                pass
            pipe.close()
        raise PipelineError(
            "The analysis cannot be started: its process ends before it is ready. Is there enough memory?"
        )


def _for(article: Article, error: ArticleError) -> ArticleError:
    error.source = article.source
    return error


def _processor_seconds(number: int) -> float:
    """What a process has worked so far; always 0 where the system has no file that tells, as Linux has."""
    try:
        fields = Path(f"/proc/{number}/stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def _lower_priority(number: int) -> None:
    """Lower this process's priority and make it the first that the system ends when memory runs out."""
    with contextlib.suppress(OSError, AttributeError):
        os.setpriority(os.PRIO_PROCESS, number, 10)
    with contextlib.suppress(OSError):  # only Linux has this file
        Path(f"/proc/{number}/oom_score_adj").write_text("1000")
