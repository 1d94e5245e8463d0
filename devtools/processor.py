"""Processor time, for tests of speed: unlike the clock on the wall it does not run while the neighbours work."""

import contextlib
import gc
import time

import psutil


def spent(process=None):
    """Processor seconds of a process and of all it has started; of this one, if none is named."""
    one = process or psutil.Process()
    total = 0.0
    for part in (one, *one.children(recursive=True)):
        with contextlib.suppress(psutil.Error):  # it has just ended
            used = part.cpu_times()
            total += used.user + used.system
            total += getattr(used, "children_user", 0) + getattr(used, "children_system", 0)
    return total


def wait_until(true, seconds=300):
    """Look until it is so; the seconds are there to end a test that hangs, not to measure."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.05)


def quickest(work, runs=3):
    """Processor seconds of the quickest of several runs.

    The machine may be busy with something else, and a sweep of the garbage collector costs what the whole test
    process holds, not what the work does: it waits until the runs are over.
    """
    found = []
    for _ in range(runs):
        with no_garbage_collection():
            began = time.process_time()
            work()
            found.append(time.process_time() - began)
    return min(found)


def grows_with_the_text(work, size=12_500):
    """Whether four times the text costs about four times as much, and not sixteen times as a square law would.

    work: takes the number of characters. What takes less than a quarter of a second is not looked at.
    """
    work(64)  # loads what is loaded but once
    return quickest(lambda: work(4 * size), runs=1) < max(8 * quickest(lambda: work(size)), 0.25)


@contextlib.contextmanager
def no_garbage_collection():
    """Let nothing be swept meanwhile."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
