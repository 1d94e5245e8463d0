"""Keeps words of articles out of the log: error messages are left out, the place of an error is kept.

A message of Python's own may quote what it choked on ("KeyError: 'the name in the article'"). What remains is the kind
of error and the lines of our code it came through, which is what a report of a fault needs.
"""

import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import Any

_LEFT_OUT = "(its message is left out: it may hold words of an article)"
_PAUSE = 60.0  # seconds
_MOST_WORDS = 100
_LONGEST = 1000  # characters of one message
_HARMLESS = (ImportError, SyntaxError)  # about our code, and needed to mend an installation


def quiet_logs() -> None:
    """Install it for the whole process; a second call changes nothing."""
    logging.setLogRecordFactory(_record)
    logging.getLogger("asyncio").addFilter(_SELDOM)
    sys.excepthook = _say
    threading.excepthook = lambda args: _say(args.exc_type, args.exc_value, args.exc_traceback)


def told(error: BaseException | type[BaseException] | None, trace: TracebackType | None) -> str:
    """Class and traceback of an error, without its message and without lines of text."""
    kind = error if isinstance(error, type) else type(error)
    places = (f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace))
    words = f"{error}" if isinstance(error, _HARMLESS) else _LEFT_OUT
    return "\n".join((*places, f"{kind.__module__}.{kind.__qualname__} {words}"))


class _Seldom(logging.Filter):
    """Passes the same message once a minute: without free descriptors asyncio logs thousands a second."""

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether this message has not been logged in the last minute."""
        words = record.getMessage()
        if record.created - self._said.get(words, 0.0) < _PAUSE:
            return False
        if len(self._said) >= _MOST_WORDS:
            self._said.clear()
        self._said[words] = record.created
        return True


_SELDOM = _Seldom()


class _Quiet(logging.LogRecord):
    """A log record that tells an error by class and place only, and has no control characters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.exc_info:
            kind, error, trace = self.exc_info
            self.exc_text = told(error or kind, trace)
            self.exc_info = None

    def getMessage(self) -> str:  # noqa: N802 - the name of the standard library
        """The message, shortened, with control characters escaped: parts of it may come from a visitor."""
        words = super().getMessage()[:_LONGEST]
        return "".join(sign if sign.isprintable() or sign == "\n" else f"\\x{ord(sign):02x}" for sign in words)


def _record(*args: Any, **kwargs: Any) -> logging.LogRecord:
    return _Quiet(*args, **kwargs)


def _say(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if not issubclass(kind, SystemExit | KeyboardInterrupt):
        sys.stderr.write(told(error or kind, trace) + "\n")
