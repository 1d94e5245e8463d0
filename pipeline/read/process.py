"""Runs the reading process and survives whatever a file does to it."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from pipeline.errors import ArticleError
from pipeline.read.document import Document, iso_day
from pipeline.read.messages import receive, send
from pipeline.sandbox.confine import MAX_ANSWER, MAX_SECONDS

FILES_A_PROCESS = 200  # then a fresh one, whatever the libraries left behind
ROOT = Path(__file__).resolve().parents[2]
# -I: nothing of the user's settings and the current folder reaches the process. -B: it writes no compiled code.
_START = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from pipeline.read.worker import main; main()"
_KEPT = ("SYSTEMROOT", "PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")  # no secret goes along
_TOO_LONG = f"This file took longer than {MAX_SECONDS} seconds to read and was given up. Paste its text instead."
_DIED = "This file could not be read within the limits of time and memory. Paste its text instead."


class Reader:
    """A reading process that is started when needed and replaced when it dies; one thread at a time."""

    def __init__(self, *, seconds: float = MAX_SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._done = 0

    def read(self, name: str, data: bytes) -> Document:
        """The file's document; raises ArticleError where it has none."""
        if self._done >= FILES_A_PROCESS or (self._process and self._process.poll() is not None):
            self.close()  # old, or ended by somebody while it waited: this file is not to blame
        process = self._process or self._begin()
        self._done += 1
        late = threading.Event()
        timer = threading.Timer(self._seconds, _give_up, (process, late))
        timer.start()
        try:
            reply = _ask(process, name, data)
        finally:
            timer.cancel()
        if reply is None:
            self.close()
            raise ArticleError(_TOO_LONG if late.is_set() else _DIED, source=name)
        if "error" in reply:
            raise ArticleError(reply["error"], source=name)
        return _document(reply)

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process, self._done = self._process, None, 0
        if process is None:
            return
        _kill(process)
        for stream in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):  # what was still to be written has no reader
                _stream(stream).close()
        process.wait()

    def _begin(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, "-I", "-B", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child_environment(),
            start_new_session=True,  # Ctrl-C is for the parent, which then ends this one
        )
        return self._process


def child_environment() -> dict[str, str]:
    """What a process that reads strangers' files may know of ours."""
    return {key: os.environ[key] for key in _KEPT if key in os.environ}


@contextlib.contextmanager
def open_reader(*, seconds: float = MAX_SECONDS) -> Iterator[Reader]:
    """A Reader whose process is gone when the block ends."""
    reader = Reader(seconds=seconds)
    try:
        yield reader
    finally:
        reader.close()


def _give_up(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End it with whatever it started, where the system could not keep it from starting something."""
    if sys.platform == "win32":
        process.kill()
        return
    if process.returncode is None:  # else its number may be somebody else's by now
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


def _ask(process: subprocess.Popen[bytes], name: str, data: bytes) -> dict[str, Any] | None:
    """The process's answer; None where it died or talks nonsense."""
    try:
        send(_stream(process.stdin), name.encode("utf-8", "replace")[-1000:], data)
        reply = receive(_stream(process.stdout), limit=MAX_ANSWER)
        value = json.loads(reply) if reply else None
    except (OSError, ValueError):
        return None
    return value if isinstance(value, dict) else None


def _stream(stream: IO[bytes] | None) -> Any:
    if stream is None:
        raise OSError("the process has no pipe")
    return stream


def _document(reply: dict[str, Any]) -> Document:
    return Document(
        str(reply["text"]),
        title=reply["title"],
        published=iso_day(reply["published"]),
        source=reply["source"],
        notes=tuple(reply["notes"]),
    )
