"""Whose turn it is at the one model: readers who wait before collections in the background. No Streamlit.

Both stand in line, first come first served; a visit has one place in each line at most, so that a line is a
round of the visits. A collection takes its turn for about a second of work and stands at the end again.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

READERS_IN_A_ROW = 5  # then a collection has a turn, or a busy page would stop them for ever
LOOK = 0.5  # seconds between two words about the line


@dataclass(eq=False, slots=True)
class _Ticket:
    """One place in a line; equal only to itself."""


@dataclass(slots=True)
class ModelQueue:
    """One turn at a time, over all visits of the server."""

    _ready: threading.Condition = field(default_factory=threading.Condition)
    _readers: deque[_Ticket] = field(default_factory=deque)
    _collections: deque[_Ticket] = field(default_factory=deque)
    _busy: bool = False
    _in_a_row: int = 0

    @contextmanager
    def reader(self, say: Callable[[int], None] | None = None) -> Iterator[None]:
        """A turn for one who looks at the page; ``say`` is told now and then how many are before."""
        with self._turn(self._readers, say):
            yield

    @contextmanager
    def collection(self) -> Iterator[None]:
        """A turn for a second's work in the background."""
        with self._turn(self._collections, None):
            yield

    def waiting(self) -> tuple[int, int]:
        """How many readers and how many collections stand in line, the one whose turn it is left out."""
        with self._ready:
            return len(self._readers), len(self._collections)

    @contextmanager
    def _turn(self, line: deque[_Ticket], say: Callable[[int], None] | None) -> Iterator[None]:
        self._stand(line, _Ticket(), say)
        try:
            yield
        finally:
            with self._ready:
                self._busy = False
                self._ready.notify_all()

    def _stand(self, line: deque[_Ticket], ticket: _Ticket, say: Callable[[int], None] | None) -> None:
        with self._ready:
            line.append(ticket)
        try:
            while not self._mine(line, ticket):
                if say:
                    say(self._before(ticket))  # outside the lock: a page that is gone raises here
        except BaseException:
            with self._ready:
                if ticket in line:
                    line.remove(ticket)
                else:  # the turn had just come
                    self._busy = False
                self._ready.notify_all()
            raise

    def _mine(self, line: deque[_Ticket], ticket: _Ticket) -> bool:
        """Take the turn if it comes within a moment."""
        with self._ready:
            if not self._ready.wait_for(lambda: not self._busy and self._next() is ticket, timeout=LOOK):
                return False
            self._in_a_row = self._in_a_row + 1 if line is self._readers else 0
            line.popleft()
            self._busy = True
            return True

    def _next(self) -> _Ticket | None:
        tired = self._in_a_row >= READERS_IN_A_ROW and self._collections
        first = self._collections if tired or not self._readers else self._readers
        return first[0] if first else None

    def _before(self, ticket: _Ticket) -> int:
        with self._ready:
            return self._readers.index(ticket) + 1 if ticket in self._readers else 1
