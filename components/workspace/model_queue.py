"""The queue before the model: readers who wait at the page go before collections in the background. No Streamlit.

As many are served at once as the machine has cores. Both kinds wait first come, first served; a visit has one place in
each line at most, so that a line is a round of the visits. A collection takes its turn for about a second of work and
then waits again. Who takes long gives its turn back and goes on beside the others.
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
class Turn:
    """The right to use the model; given back at the end, or before it by ``release``."""

    _queue: "ModelQueue"
    _held: bool = True

    def release(self) -> None:
        """Let the next one in; doing it twice does no more."""
        self._queue._give_back(self)


@dataclass(slots=True)
class ModelQueue:
    """So many turns at a time, over all visits of the server."""

    places: int = 1
    _ready: threading.Condition = field(default_factory=threading.Condition)
    _readers: deque[_Ticket] = field(default_factory=deque)
    _collections: deque[_Ticket] = field(default_factory=deque)
    _taken: int = 0
    _in_a_row: int = 0

    @contextmanager
    def reader(self, say: Callable[[int], None] | None = None) -> Iterator[Turn]:
        """A turn for one who looks at the page; ``say`` is told now and then how many are before."""
        with self._turn(self._readers, say) as turn:
            yield turn

    @contextmanager
    def collection(self) -> Iterator[Turn]:
        """A turn for a second's work in the background."""
        with self._turn(self._collections, None) as turn:
            yield turn

    def waiting(self) -> tuple[int, int]:
        """How many readers and how many collections wait, those whose turn it is left out."""
        with self._ready:
            return len(self._readers), len(self._collections)

    @contextmanager
    def _turn(self, line: deque[_Ticket], say: Callable[[int], None] | None) -> Iterator[Turn]:
        turn = self._wait(line, _Ticket(), say)
        try:
            yield turn
        finally:
            turn.release()

    def _wait(self, line: deque[_Ticket], ticket: _Ticket, say: Callable[[int], None] | None) -> Turn:
        with self._ready:
            line.append(ticket)
        try:
            while not self._take(line, ticket):
                if say:
                    say(self._before(ticket))  # outside the lock: a page that is gone raises here
        except BaseException:
            with self._ready:
                if ticket in line:
                    line.remove(ticket)
                else:  # the turn had just come
                    self._taken -= 1
                self._ready.notify_all()
            raise
        return Turn(self)

    def _take(self, line: deque[_Ticket], ticket: _Ticket) -> bool:
        """Take the turn if it comes within a moment."""
        with self._ready:
            if not self._ready.wait_for(lambda: self._is_next(ticket), timeout=LOOK):
                return False
            self._in_a_row = self._in_a_row + 1 if line is self._readers else 0
            line.popleft()
            self._taken += 1
            self._ready.notify_all()  # another place may be free
            return True

    def _give_back(self, turn: Turn) -> None:
        with self._ready:
            self._taken -= turn._held
            turn._held = False
            self._ready.notify_all()

    def _is_next(self, ticket: _Ticket) -> bool:
        tired = self._in_a_row >= READERS_IN_A_ROW and self._collections
        line = self._collections if tired or not self._readers else self._readers
        return self._taken < self.places and bool(line) and line[0] is ticket

    def _before(self, ticket: _Ticket) -> int:
        with self._ready:
            return self._readers.index(ticket) + 1 if ticket in self._readers else 1
