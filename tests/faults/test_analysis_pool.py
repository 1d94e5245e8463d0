"""The worker processes of the page: what a text does to one of them, nobody else sees."""

import contextlib
import os
import signal
import sys
import threading
import time

import psutil
import pytest

from devtools.processor import wait_until
from devtools.strangers import tell
from pipeline import analyse
from pipeline.batch import analysis_pool
from pipeline.batch.analysis_pool import AnalysisPool, CrowdedError, _processor_seconds
from pipeline.errors import ArticleError
from pipeline.limits import is_long
from pipeline.model import Article


class GoneError(Exception):
    """The visitor has left."""


@pytest.fixture(scope="module")
def loaded():
    """One pool for the file, since loading takes its seconds."""
    pool = AnalysisPool()
    pool.load()
    yield pool
    pool.close()


@pytest.fixture
def pool(loaded):
    """The pool as it is served, its limits as a test leaves them undone."""
    yield loaded
    loaded.least_seconds, loaded.slow_seconds = analysis_pool.LEAST_SECONDS, analysis_pool.SLOW_SECONDS


def article(number=1, times=1):
    return Article(f"a{number}", "\n\n".join([tell(number).text] * times))


def stop_a_worker(pool):
    """One that answers no more, as in a pattern that never ends."""
    pool.load()
    victim = pool.process_ids()[-1]
    os.kill(victim, signal.SIGSTOP)
    return victim


def in_threads(*works):
    """What each of them returns, all at once."""
    found = {}

    def run(n, work):
        try:
            found[n] = work()
        except Exception as error:  # it is looked at
            found[n] = error

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=300)
    return [found[n] for n in sorted(found)]


def test_the_facts_are_those_of_one_process(pool, resources):
    for one in (article(), article(2, times=3)):
        assert pool.analyse([one]) == [analyse(one, resources)]
        assert pool.analyse_long(one) == analyse(one, resources)


def test_what_is_long():
    assert not is_long(article())
    assert is_long(article(times=120))
    assert is_long(Article("c", "a\n" * 5_001))


def test_an_article_out_of_time_is_given_up_in_a_sentence_and_its_process_ends(pool):
    pool.least_seconds = 1.0
    victim = stop_a_worker(pool)
    [result] = pool.analyse([article()])
    assert str(result) == "The analysis took longer than 1 seconds and was given up."
    wait_until(lambda: not psutil.pid_exists(victim) or psutil.Process(victim).status() == psutil.STATUS_ZOMBIE)
    assert pool.analyse([article()])[0].entities


def test_of_several_articles_only_the_slow_one_is_given_up(pool):
    """As a batch of a collection: it is done again, one by one."""
    pool.least_seconds = 1.0
    stop_a_worker(pool)
    results = pool.analyse([article(1), article(2), article(3)])
    assert all(result.entities for result in results)


def test_a_long_article_has_the_same_limit(pool, monkeypatch):
    monkeypatch.setattr(AnalysisPool, "limit", lambda *_: 0.2)
    result = pool.analyse_long(article(times=100))
    assert isinstance(result, ArticleError)
    assert "was given up" in str(result)


def test_a_worker_that_is_killed_costs_nothing(pool):
    pool.load()
    for number in pool.process_ids():
        os.kill(number, signal.SIGKILL)
    assert pool.analyse([article()])[0].entities


def test_an_article_that_kills_its_worker_twice_is_given_up(pool):
    def kill():
        for number in pool.process_ids():
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)

    pool.slow_seconds = 0.05
    [result] = pool.analyse([article(times=60)], on_wait=kill)
    assert "memory of this machine" in str(result)
    assert pool.analyse([article()])[0].entities


def test_a_slow_article_makes_room_for_others(pool):
    pool.slow_seconds, pool.least_seconds = 0.2, 3.0
    stop_a_worker(pool)
    told = []
    [result] = pool.analyse([article()], on_slow=lambda: told.append("slow"), on_wait=lambda: told.append("wait"))
    assert isinstance(result, ArticleError)
    assert told[0] == "slow"
    assert told.count("slow") == 1
    assert "wait" in told


def test_an_article_is_slow_by_its_work_and_not_by_the_clock(pool):
    """On a machine that is busy with something else every analysis takes long, and is not put behind all others."""
    pool.slow_seconds = 3.0
    assert not pool._is_slow(spent=5.5, worked=0.5)
    assert pool._is_slow(spent=6.5, worked=0.5)  # it waits for something
    assert pool._is_slow(spent=3.5, worked=0.0)  # it does not work, or the system does not tell
    assert pool._is_slow(spent=3.2, worked=3.1)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone has files that tell of processes")
def test_the_work_of_a_process_is_told():
    before, spent = _processor_seconds(os.getpid()), time.process_time()
    while time.process_time() - spent < 0.3:
        pass
    assert _processor_seconds(os.getpid()) - before == pytest.approx(0.3, abs=0.15)
    assert _processor_seconds(2**22 + 1) == 0  # there is no such process


def test_slow_articles_are_bounded_and_the_oldest_gives_way(pool, monkeypatch):
    monkeypatch.setattr(analysis_pool, "MOST_SLOW", 1)
    pool.slow_seconds, pool.least_seconds = 0.1, 60.0
    long = [lambda n=n: pool.analyse([article(n, times=60)])[0] for n in (1, 2)]
    results = in_threads(*long)
    assert [isinstance(result, CrowdedError) for result in results].count(True) == 1


def test_a_worker_that_was_given_up_and_answers_all_the_same_serves_nobody_else(pool):
    pool.slow_seconds = 0.1

    def give_up():  # as one slow article more does
        while pool._slow:
            pool._slow.pop().given_up = True

    with contextlib.suppress(CrowdedError):
        pool.analyse([article(times=15)], on_slow=give_up)
    assert not any(worker.given_up for worker in pool._idle)
    assert pool.analyse([article(times=60)])[0].entities


def test_a_visitor_who_leaves_ends_the_work(pool):
    def leave(*_):
        raise GoneError

    pool.slow_seconds = 0.1
    with pytest.raises(GoneError):
        pool.analyse([article(times=50)], on_wait=leave)
    with pytest.raises(GoneError):
        pool.analyse_long(article(times=50), on_wait=lambda begun: leave() if begun else None)
    assert pool.analyse_long(article()).entities, "the line was not given free"
    assert not pool._busy


def test_many_threads_ask_at_once_and_each_gets_its_own(pool):
    works = [lambda n=n: pool.analyse([article(n)])[0].article.id for n in range(8)]
    assert in_threads(*works) == [f"a{n}" for n in range(8)]
    assert len(pool.process_ids()) <= analysis_pool.WORKERS


def test_an_article_that_cannot_be_analysed_says_why(pool):
    [result] = pool.analyse([Article("a", " ")])
    assert "The text is empty" in str(result)


def test_what_is_forgotten_leaves_with_the_workers_that_saw_it(pool):
    pool.analyse([article()])
    before = set(pool.process_ids())
    working = threading.Thread(target=lambda: pool.analyse([article(times=20)]))
    working.start()
    wait_until(lambda: pool._busy)
    pool.renew()
    working.join()
    assert not before & set(pool.process_ids())
    assert pool.analyse([article()])[0].entities


def test_nothing_is_left_behind():
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    pool = AnalysisPool()
    pool.load()
    pool.close()
    assert {child.pid for child in psutil.Process().children(recursive=True)} <= before
