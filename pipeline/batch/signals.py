"""Ctrl-C and SIGTERM take effect between two records, never inside one."""

import contextlib
import signal
import threading
from collections.abc import Iterator, Sequence
from types import FrameType


class Interrupts:
    """While open, an interrupt raises KeyboardInterrupt, but waits for a shielded block to end.

    signals: those that interrupt. number: the one that came, 0 before.
    """

    def __init__(self, signals: Sequence[int] = (signal.SIGINT, signal.SIGTERM)) -> None:
        self._signals = signals
        self.number = 0
        self._shielded = False

    @contextlib.contextmanager
    def listening(self) -> Iterator[None]:
        """Handle the signals during the block; only the main thread can, in other threads nothing changes."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self._hear) for number in self._signals}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextlib.contextmanager
    def shield(self) -> Iterator[None]:
        """A block that no signal interrupts."""
        self._shielded = True
        try:
            yield
        finally:
            self._shielded = False
        if self.number:
            raise KeyboardInterrupt

    def _hear(self, number: int, _frame: FrameType | None) -> None:
        again, self.number = bool(self.number), number
        if again or not self._shielded:  # a second one breaks off even a write that nobody reads
            raise KeyboardInterrupt
