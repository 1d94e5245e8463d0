"""The real page as a process of its own: started, watched, ended. For the load test and tests of faults and privacy."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 90
MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Server:
    """A running page: where it is, what it writes, and its processes."""

    port: int
    log: Path
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://127.0.0.1:{self.port}"

    def said(self) -> str:
        """Everything it has written to its outputs so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def tree(self) -> list[psutil.Process]:
        """The server and the processes it has started."""
        with contextlib.suppress(psutil.Error):
            one = psutil.Process(self.process.pid)
            return [one, *one.children(recursive=True)]
        return []

    def memory(self) -> float:
        """Resident memory of the whole tree, in MB."""
        total = 0
        for one in self.tree():
            with contextlib.suppress(psutil.Error):
                total += one.memory_info().rss
        return total / MEGABYTE


@contextlib.contextmanager
def serve(
    log: Path,
    *,
    script: str | Path = "serve.py",
    port: int | None = None,
    env: Mapping[str, str] | None = None,
    options: Sequence[str] = (),
    folder: Path = ROOT,
    launcher: Sequence[str] = (sys.executable, "-m", "streamlit"),
) -> Iterator[Server]:
    """The page on a free port of this machine alone, until the block ends."""
    port = port or free_port()
    where = ["--server.port", str(port), "--server.address", "127.0.0.1", *options]
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*launcher, "run", str(script), *where],
            cwd=folder,
            env={**os.environ, **(env or {})},
            stdout=out,
            stderr=out,
        )
    server = Server(port, log, process)
    try:
        _await(server)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _await(server: Server) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and server.process.poll() is None:
        try:
            with urlopen(f"{server.address}/_stcore/health", timeout=5) as answer:
                if answer.read() == b"ok":
                    return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the page did not start:\n{server.said()[-2000:]}")
