"""Several processes: the same records in the same order, whoever dies."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from devtools.processor import wait_until
from pipeline import Article
from pipeline.batch.chunks import Settings, chunks, do_chunk
from pipeline.batch.in_process import InProcessRunner
from pipeline.batch.pool import AHEAD, Pool
from pipeline.batch.processes import ForkServer, Spawned
from pipeline.errors import ModelError, PipelineError
from pipeline.read.item import unread

linux = pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux alone")
TEXT = "“We waited long enough,” said Mira Dolan in Rafah on Monday. "
SETTINGS = Settings(seconds=60)


def staged_work(pipe, settings, loaded):
    """Runs in the worker process: the honest one, but for articles that say what they do to it."""
    from pipeline.batch import worker as batch_worker

    honest = do_chunk

    def staged(chunk, *shared):
        texts = [item.text for item in chunk if isinstance(item, Article)]
        if any(text.startswith("POISON") for text in texts):
            os._exit(9)
        if any(text.startswith("STUCK") for text in texts):
            time.sleep(600)
        return honest(chunk, *shared)

    batch_worker.do_chunk = staged
    batch_worker.work(pipe, settings, loaded)


def dead_work(*_):
    """Runs in the worker process: never gets ready."""
    os._exit(1)


def articles(count):
    return [Article(str(n), TEXT * (1 + n % 3)) if n % 11 else unread(f"line {n}", "no text") for n in range(count)]


def records(done):
    return [json.loads(one.payload[0]) for one in done]


def alive(number):
    """Whether a process runs; one that has ended and waits for its parent does not."""
    try:
        with Path(f"/proc/{number}/stat").open() as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture(scope="module")
def fork_server():
    """One fork server for the whole file, since loading takes its seconds; pools borrow it."""
    source = ForkServer(SETTINGS, staged_work)
    yield source
    source.close()


class Borrowed:
    """A fork server that outlives its pool."""

    def __init__(self, source):
        self.start, self.kill = source.start, source.kill

    def close(self):
        """The owner closes it."""


@pytest.fixture
def pool(fork_server):
    def make(count=2, **settings):
        return Pool(count, Settings(**{"seconds": 60} | settings), source=Borrowed(fork_server))

    return make


@linux
def test_same_records_in_the_same_order(resources, pool):
    items = articles(70)
    with pool() as workers:
        got = [done.payload for done in workers.run(items)]
    assert got == [done.payload for chunk in chunks(items) for done in do_chunk(chunk, resources, SETTINGS)]


@linux
def test_killed_workers_cost_nothing(pool):
    items = articles(110)
    lines = []
    with pool() as workers:
        for n, done in enumerate(workers.run(items)):
            lines += records([done])
            if n in {0, 40, 80}:
                os.kill(next(worker.number for worker in workers._workers if worker.number), signal.SIGKILL)
    good = [item for item in items if isinstance(item, Article)]
    assert [line["id"] for line in lines if "error" not in line] == [item.id for item in good]
    assert len(lines) == len(items)


@linux
def test_a_killed_nursery_costs_nothing():
    """The worst case: the process all workers come from dies, and then a worker does."""
    items = articles(40)
    source = ForkServer(SETTINGS)
    with Pool(1, SETTINGS, source=source) as workers:
        run = workers.run(items)
        lines = records([next(run)])
        source._process.kill()
        source._process.wait()
        os.kill(workers._workers[0].number, signal.SIGKILL)
        lines += records(run)
    assert len(lines) == len(items)
    assert sum("error" in line for line in lines) == sum(not isinstance(item, Article) for item in items)


@linux
def test_an_article_that_kills_twice_is_an_error_and_the_rest_goes_on(pool):
    items = [Article(str(n), f"POISON {TEXT}" if n == 20 else TEXT) for n in range(40)]
    with pool() as workers:
        lines = records(workers.run(items))
    assert [line["id"] for line in lines] == [str(n) for n in range(40)]
    assert [line["id"] for line in lines if "error" in line] == ["20"]
    assert "died twice" in lines[20]["error"]


@linux
def test_an_article_over_which_time_runs_out_is_an_error_and_the_rest_goes_on(pool):
    items = [Article(str(n), f"STUCK {TEXT}" if n == 5 else TEXT) for n in range(20)]
    with pool(seconds=3.0) as workers:
        lines = records(workers.run(items))
    assert [line["id"] for line in lines if "error" in line] == ["5"]
    assert "longer than 3 seconds" in lines[5]["error"]
    assert [line["id"] for line in lines] == [str(n) for n in range(20)]


def test_the_same_limit_holds_in_this_process(resources, monkeypatch):
    """No process to end here: what is stuck is interrupted, and the others are done again."""
    from pipeline.batch import in_process

    honest = do_chunk

    def staged(chunk, *shared):
        while any(item.text.startswith("STUCK") for item in chunk):
            pass
        return honest(chunk, *shared)

    monkeypatch.setattr(in_process, "do_chunk", staged)
    monkeypatch.setattr(sys.modules["pipeline.recipe"], "load_resources", lambda *_, **__: resources)
    items = [Article(str(n), f"STUCK {TEXT}" if n == 2 else TEXT) for n in range(4)]
    lines = records(InProcessRunner(Settings(seconds=1.5)).run(items))
    assert ["error" in line for line in lines] == [False, False, True, False]
    assert "longer than 2 seconds" in lines[2]["error"]


def test_longer_articles_have_longer():
    assert Settings(seconds=100).limit([Article("a", "x")] * 2) == 100
    assert Settings(seconds=100).limit([Article("a", "x" * 250_000)]) == 250


@linux
def test_workers_that_never_get_ready_are_reported():
    with pytest.raises(PipelineError, match="memory"), Pool(2, SETTINGS, source=ForkServer(SETTINGS, dead_work)):
        pass


@linux
def test_a_missing_model_is_known_before_anything_runs():
    with pytest.raises(ModelError, match="pip install"), Pool(1, Settings(model="no_such_model")):
        pass


@linux
def test_input_is_not_read_far_ahead(pool):
    """An input without end: what is read stays within the chunks that may be open, however much is done."""
    read = []

    def endless():
        while True:
            read.append(None)
            yield Article(str(len(read)), TEXT)

    with pool() as workers:
        for n, _ in enumerate(workers.run(endless()), 1):
            assert len(read) - n <= (2 * AHEAD + 1) * 16
            if n == 250:
                break


@linux
def test_no_process_is_left_behind_and_a_replaced_worker_is_at_work_at_once():
    source = ForkServer(SETTINGS)
    with Pool(1, SETTINGS, source=source) as workers:
        numbers = [source._process.pid, workers._workers[0].number]
        threading.Timer(0.1, os.kill, (numbers[1], signal.SIGKILL)).start()
        time.sleep(0.3)
        assert len(list(workers.run([Article("a", TEXT)]))) == 1
        numbers.append(workers._workers[0].number)
    assert len(set(numbers)) == 3
    assert not any(map(alive, numbers))


PARENT = """
import os, signal, sys
from pipeline import Article
from pipeline.batch.chunks import Settings
from pipeline.batch.pool import Pool
with Pool(2, Settings()) as pool:
    next(pool.run(Article(str(n), "Mira Dolan left Rafah.") for n in range(1000)))
    print(pool._processes._process.pid, *(worker.number for worker in pool._workers), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@linux
def test_a_killed_parent_leaves_no_worker_behind():
    done = subprocess.run([sys.executable, "-c", PARENT], capture_output=True, text=True, timeout=600)
    numbers = [int(number) for number in done.stdout.split()]
    assert len(numbers) == 3, done.stderr
    wait_until(lambda: not any(map(alive, numbers)))


def test_spawned_workers_where_no_process_can_be_forked():
    """The way of macOS and Windows, which works on Linux as well."""
    items = articles(20)
    with Pool(1, SETTINGS, source=Spawned(SETTINGS)) as workers:
        run = workers.run(items)
        lines = records([next(run)])
        workers._processes.kill(workers._workers[0].number)
        lines += records(run)
    assert [line.get("error") for line in lines] == ["no text" if n % 11 == 0 else None for n in range(20)]
