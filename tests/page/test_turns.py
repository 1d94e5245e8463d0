"""The line before the model: readers first, collections in turn, nobody for ever."""

import threading
import time

import pytest

from components.workspace.model_queue import READERS_IN_A_ROW, ModelQueue


class Crowd:
    """Threads that stand in line while the first turn is held, and the order in which they were served."""

    def __init__(self):
        self.turns, self.served, self.threads = ModelQueue(), [], []

    def stand(self, name, kind):
        def wait():
            with getattr(self.turns, kind)():
                self.served.append(name)

        before = sum(self.turns.waiting())
        thread = threading.Thread(target=wait)
        thread.start()
        self.threads.append(thread)
        while sum(self.turns.waiting()) == before and name not in self.served:
            time.sleep(0.001)

    def done(self):
        for thread in self.threads:
            thread.join(timeout=10)
        return self.served


@pytest.fixture
def crowd():
    return Crowd()


def test_readers_go_before_collections_and_each_in_the_order_they_came(crowd):
    with crowd.turns.reader():
        for name, kind in (("c1", "collection"), ("r1", "reader"), ("c2", "collection"), ("r2", "reader")):
            crowd.stand(name, kind)
    assert crowd.done() == ["r1", "r2", "c1", "c2"]


def test_a_collection_is_not_kept_waiting_for_ever(crowd):
    with crowd.turns.collection():
        crowd.stand("c", "collection")
        for n in range(READERS_IN_A_ROW + 3):
            crowd.stand(f"r{n}", "reader")
    served = crowd.done()
    assert served.index("c") == READERS_IN_A_ROW


def test_a_reader_is_told_how_many_are_before(crowd):
    told = []

    def wait():
        with crowd.turns.reader(told.append):
            pass

    with crowd.turns.reader():
        crowd.stand("first", "reader")
        thread = threading.Thread(target=wait)
        thread.start()
        while not told:
            time.sleep(0.01)
    thread.join(timeout=10)
    crowd.done()
    assert told[0] == 2


def test_one_who_leaves_the_line_leaves_no_gap(crowd):
    class GoneError(Exception):
        pass

    def leave(_):
        raise GoneError

    with crowd.turns.collection():
        with pytest.raises(GoneError), crowd.turns.reader(leave):
            pass
        crowd.stand("next", "reader")
    assert crowd.done() == ["next"]
    assert crowd.turns.waiting() == (0, 0)


def test_a_fault_gives_the_turn_back(crowd):
    with pytest.raises(ZeroDivisionError), crowd.turns.reader():
        1 / 0  # noqa: B018 - the fault
    crowd.stand("next", "collection")
    assert crowd.done() == ["next"]
