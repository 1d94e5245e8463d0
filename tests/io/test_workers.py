"""Several processes: the same records in the same order, whoever dies."""

import json
import os
import signal
import sys
import threading
import time

import pytest

from pipeline import Article
from pipeline.batch import chunks
from pipeline.batch_pool import Pool
from pipeline.errors import ModelError, PipelineError
from pipeline.read.item import unread

TEXT = "“We waited long enough,” said Mira Dolan in Rafah on Monday. "


def articles(count):
    return [Article(str(n), TEXT * (1 + n % 7)) if n % 11 else unread(f"line {n}", "no text") for n in range(count)]


def test_same_records_in_the_same_order(resources):
    from pipeline.batch import do_chunk

    items = articles(150)
    with Pool(2, None) as pool:
        got = [done.line for done in pool.run(chunks(items))]
    assert got == [done.line for chunk in chunks(items) for done in do_chunk(chunk, resources)]


def test_a_killed_worker_costs_nothing():
    items = articles(200)
    with Pool(2, None) as pool:
        lines = []
        for n, done in enumerate(pool.run(chunks(items))):
            lines.append(json.loads(done.line))
            if n in {0, 80}:
                pool._workers[n % 2].process.kill()
    assert [line["id"] for line in lines if "error" not in line] == [
        item.id for item in items if isinstance(item, Article)
    ]
    assert sum("error" in line for line in lines) == len([item for item in items if not isinstance(item, Article)])


def test_an_article_that_kills_twice_is_an_error_and_the_rest_goes_on(monkeypatch):
    """The worker's own entry point is wrapped, so that one article ends the real process it runs in."""
    from pipeline import batch_pool

    monkeypatch.setattr(batch_pool, "work", deadly_work)
    items = [Article(str(n), f"POISON {TEXT}" if n == 20 else TEXT) for n in range(40)]
    with Pool(2, None) as pool:
        lines = [json.loads(done.line) for done in pool.run(chunks(items))]
    assert [line["id"] for line in lines] == [str(n) for n in range(40)]
    assert [line["id"] for line in lines if "error" in line] == ["20"]
    assert "died twice" in lines[20]["error"]


def deadly_work(pipe, *settings):
    """Runs in the spawned process: ends it when the poisoned article comes."""
    from pipeline import batch_worker

    honest = batch_worker.do_chunk

    def do_chunk(chunk, *shared):
        if any(item.text.startswith("POISON") for item in chunk):
            os._exit(9)
        return honest(chunk, *shared)

    batch_worker.do_chunk = do_chunk
    batch_worker.work(pipe, *settings)


def dead_work(*_):
    """Runs in the spawned process: never gets ready."""
    os._exit(1)


def test_workers_that_never_get_ready_are_reported(monkeypatch):
    from pipeline import batch_pool

    monkeypatch.setattr(batch_pool, "work", dead_work)
    with pytest.raises(PipelineError, match="memory"), Pool(2, None):
        pass


def test_a_missing_model_is_known_before_anything_runs():
    with pytest.raises(ModelError, match="pip install"), Pool(1, "no_such_model"):
        pass


def test_input_is_not_read_far_ahead():
    read = []

    def endless():
        for n in range(10_000):
            read.append(n)
            yield [Article(str(n), TEXT)]

    with Pool(1, None) as pool:
        results = pool.run(endless())
        for _ in range(5):
            next(results)
    assert len(read) < 20


@pytest.mark.skipif(sys.platform == "win32", reason="processes end otherwise there")
def test_no_process_is_left_behind():
    with Pool(1, None) as pool:
        number = pool._workers[0].process.pid
        threading.Timer(0.1, os.kill, (number, signal.SIGKILL)).start()
        time.sleep(0.3)
        assert len(list(pool.run(iter([[Article("a", TEXT)]])))) == 1
        numbers = [worker.process.pid for worker in pool._workers]
    for number in numbers:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)
