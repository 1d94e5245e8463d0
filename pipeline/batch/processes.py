"""Starts and ends the worker processes, as the parent does; none is left behind."""

import contextlib
import multiprocessing
import os
import pickle
import socket
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

from pipeline.batch.chunks import Settings
from pipeline.batch.worker import KILL, START, Work, spawned, work

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 2.0  # seconds for the fork server to end its children
# The processes share the cores among themselves; and only a process with one thread may be forked.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")


class Processes(Protocol):
    """A source of worker processes."""

    def start(self) -> "Connection[Any, Any]":
        """Start a worker; return the pipe to it. It sends a first message when it is ready."""

    def kill(self, number: int) -> None:
        """End a worker at once."""

    def close(self) -> None:
        """End all of them."""


def processes(settings: Settings, job: Work = work) -> Processes:
    """Forked workers on Linux; started ones on macOS, whose libraries do not survive a fork, and on Windows."""
    return ForkServer(settings, job) if sys.platform == "linux" else Spawned(settings, job)


class ForkServer:
    """Workers forked from one process that has loaded everything, and so share its memory."""

    def __init__(self, settings: Settings, job: Work = work) -> None:
        self._message = pickle.dumps((job, settings))
        self._open()

    def start(self) -> "Connection[Any, Any]":
        """Fork a worker; return the pipe to it. A fork server that has died is replaced first."""
        ours, theirs = multiprocessing.Pipe()
        with theirs:
            try:
                self._ask(theirs)
            except OSError:
                self.close()
                self._open()
                self._ask(theirs)
        return ours

    def kill(self, number: int) -> None:
        """Have the fork server end a worker: only the parent knows that a process id is still the worker's."""
        with contextlib.suppress(OSError):
            self._socket.send(KILL + str(number).encode())

    def close(self) -> None:
        """Have the fork server end its children and itself."""
        self._socket.close()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:  # still loading: it has no children yet
            self._process.kill()
            self._process.wait()

    def _open(self) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        number = theirs.fileno()
        code = f"import sys; sys.path[:] = {[str(_ROOT), *sys.path]!r}; "
        code += f"from pipeline.batch.worker import fork_server; fork_server({number})"
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
                [sys.executable, "-c", code],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,  # which is for records alone
                pass_fds=(number,),
                env=os.environ | _ONE_THREAD,
                start_new_session=True,  # Ctrl-C is for the parent
            )
        if self._process.stdin:
            with contextlib.suppress(OSError), self._process.stdin as stream:
                stream.write(self._message)

    def _ask(self, pipe: "Connection[Any, Any]") -> None:
        socket.send_fds(self._socket, [START], [pipe.fileno()])


class Spawned:
    """Workers that are started as new processes and load everything themselves."""

    def __init__(self, settings: Settings, job: Work = work) -> None:
        self._settings, self._job = settings, job
        self._children: list[BaseProcess] = []

    def start(self) -> "Connection[Any, Any]":
        """Start a worker; return the pipe to it."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=spawned, args=(theirs, self._job, self._settings), daemon=True)
        with theirs, _environment(_ONE_THREAD), no_main_module():
            process.start()
        self._children = [child for child in self._children if child.is_alive()] + [process]
        return ours

    def kill(self, number: int) -> None:
        """End a worker."""
        for child in self._children:
            if child.pid == number:
                child.kill()

    def close(self) -> None:
        """End all workers."""
        for child in self._children:
            child.kill()
        for child in self._children:
            child.join()


@contextlib.contextmanager
def no_main_module() -> Iterator[None]:
    """Keep processes started in this block from running the main module again, which may be the page."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextlib.contextmanager
def _environment(values: dict[str, str]) -> Any:
    """Set environment variables for the processes started in this block."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
