"""No words of an article in a log: error messages are left out of it, the place of the fault is kept.

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
_HARMLESS = (ImportError, SyntaxError)  # about our code, and needed to mend an installation


def quiet_logs() -> None:
    """From now on, for the whole process; doing it twice does no more."""
    logging.setLogRecordFactory(_record)
    sys.excepthook = _say
    threading.excepthook = lambda args: _say(args.exc_type, args.exc_value, args.exc_traceback)


def told(error: BaseException | type[BaseException] | None, trace: TracebackType | None) -> str:
    """Kind and place of an error, without its message and without lines of the text it worked on."""
    kind = error if isinstance(error, type) else type(error)
    places = (f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace))
    words = f"{error}" if isinstance(error, _HARMLESS) else _LEFT_OUT
    return "\n".join((*places, f"{kind.__module__}.{kind.__qualname__} {words}"))


class _Quiet(logging.LogRecord):
    """A record whose error is told by kind and place alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.exc_info:
            kind, error, trace = self.exc_info
            self.exc_text = told(error or kind, trace)
            self.exc_info = None


def _record(*args: Any, **kwargs: Any) -> logging.LogRecord:
    return _Quiet(*args, **kwargs)


def _say(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if not issubclass(kind, SystemExit | KeyboardInterrupt):
        sys.stderr.write(told(error or kind, trace) + "\n")
