"""The limit on processor time of one input; beyond it an input is a find."""

import contextlib
import signal

SECONDS = 5.0  # a soup has at most 6,000 characters, of which an analysis takes a tenth of a second


class Hang(BaseException):
    """Not an Exception, so that no reader takes it for a damaged file."""


@contextlib.contextmanager
def limited(seconds=SECONDS):
    """Raise Hang where what is inside uses more; does nothing on systems without such a clock."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def ring(*_):
        raise Hang(f"more than {seconds} s of processor time")

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
