"""Messages on standard error: progress, rate, time left, warnings and errors."""

import contextlib
import time
from collections import Counter, deque
from typing import TextIO

from pipeline.batch.chunks import FinishedRecord

_SPOKEN = ("reading", "language")  # steps whose notes are about the input; all other notes are facts of an article
_TTY_SECONDS = 0.2
_LOG_SECONDS = 10.0
_MAX_IDS = 200_000  # ids remembered to notice repeated ones; bounds the memory


class Progress:
    """Counts finished articles; total: bytes of input, 0 if not known."""

    def __init__(self, stream: TextIO, *, total: int = 0, quiet: bool = False) -> None:
        self._stream, self._total, self._quiet = stream, total, quiet
        self._tty = not quiet and stream.isatty()
        self._start = self._shown = time.monotonic()
        self._passed = self.articles = self.failed = self._words = 0
        self._sizes: deque[int] = deque()  # of the articles that are read and not finished
        self._notes: Counter[str] = Counter()
        self._ids: set[int] = set()
        self._line_open = self._begun = False

    def read(self, size: int) -> None:
        """Note that an article of so many bytes has been read; articles finish in the order in which they are read."""
        if not self._begun:
            self.begin()
        self._sizes.append(size)

    def begin(self) -> None:
        """Start the clock; loading the model is not part of the rate."""
        self._begun = True
        self._start = time.monotonic()

    def skip(self, size: int) -> None:
        """Leave out so many bytes, which an earlier run has done."""
        self._total -= size

    def done(self, done: FinishedRecord) -> None:
        """Note a finished article, and report its errors and warnings."""
        self._passed += self._sizes.popleft() if self._sizes else 0
        self._words += done.words
        self.articles += 1
        if done.error:
            self.failed += 1
            self.say(f"{done.where}: {done.error}")
        for misfit in done.misfits:
            self.say(f"{done.where}: a correction was left out. {misfit}")
        for note in done.notes:
            if note.step in _SPOKEN:
                self._warn(note.step, f"{done.where}: {note.message}")
        self._look_at(done.id)
        if time.monotonic() - self._shown >= (_TTY_SECONDS if self._tty else _LOG_SECONDS):
            self._show()

    def say(self, message: str) -> None:
        """Write a message as one line; control characters in it are escaped."""
        with contextlib.suppress(OSError, ValueError):  # nobody can read it; the work goes on
            if self._line_open:
                self._stream.write("\r\x1b[K")
                self._line_open = False
            self._stream.write(printable(message) + "\n")
            self._stream.flush()

    def finish(self) -> None:
        """Write the totals, and how often each warning that was shown once has occurred."""
        for step, count in self._notes.items():
            if count > 1:
                self.say(f"The same kind of warning ({step}) holds for {count - 1:,} more.")
        if not self._quiet:
            self._passed = self._total
            self.say(f"Done: {self._state()}")

    def _warn(self, step: str, message: str) -> None:
        self._notes[step] += 1
        if self._notes[step] == 1:
            self.say(message)

    def _look_at(self, article_id: str) -> None:
        if (key := hash(article_id)) in self._ids:
            self._warn("repeated id", f"The id {article_id} comes more than once; each article keeps its own record.")
        elif len(self._ids) < _MAX_IDS:
            self._ids.add(key)

    def _show(self) -> None:
        self._shown = time.monotonic()
        if self._quiet:
            return
        if not self._tty:
            self.say(self._state())
            return
        with contextlib.suppress(OSError, ValueError):
            self._stream.write(f"\r\x1b[K{self._state()}")
            self._stream.flush()
        self._line_open = True

    def _state(self) -> str:
        seconds = max(time.monotonic() - self._start, 1e-6)
        parts = [f"{self.articles:,} article{'' if self.articles == 1 else 's'}"]
        if self.failed:
            parts.append(f"{self.failed:,} failed")
        parts += [f"{self.articles / seconds:,.1f} articles/s", f"{self._words / seconds:,.0f} words/s"]
        if 0 < self._passed < self._total:
            parts.append(f"{_spoken(seconds * (self._total - self._passed) / self._passed)} left")
        return ", ".join(parts)


def printable(message: str) -> str:
    """The message with control characters escaped: file names and texts come from anybody."""
    return "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in message)


def _spoken(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
