"""The side that starts the programs, gives the orders and reads the answers."""

import json
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from benchmarks.peers.systems import System

ROOT = Path(__file__).parents[2]


class Peer:
    """A running program; why is None while it can run, else the reason it cannot."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.seconds: list[float] = []
        self.mb: float | None = None
        self.complaint = ""  # of the scorer
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.peers.worker", system.key],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.why: str | None = None
        self._answer()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        if self._process.stdin:
            self._process.stdin.close()
        self._process.terminate()
        self._process.wait()

    def time(self, rows: Path) -> float:
        """Seconds for the rows."""
        return float(self._ask(do="time", rows=str(rows)).get("seconds", 0.0))

    def find(self, rows: Path, out: Path) -> None:
        """Write what it finds in the rows, a record a line."""
        self._ask(do="find", rows=str(rows), out=str(out))

    def note_memory(self) -> None:
        """Keep the peak so far."""
        self.mb = self._ask(do="memory").get("mb")

    def _ask(self, **order: str) -> dict[str, Any]:
        if self.why is None and self._process.stdin:
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
            return self._answer()
        return {}

    def _answer(self) -> dict[str, Any]:
        line = self._process.stdout.readline() if self._process.stdout else ""
        if not line:
            self.why = "it ended on the articles"
            return {"why": self.why}
        answer: dict[str, Any] = json.loads(line)
        self.why = answer.get("why", self.why)
        return answer


def race(peers: Sequence[Peer], rows: Path, *, rounds: int) -> None:
    """Time every program in turn, rounds times after one that warms it; then note its peak."""
    for number in range(rounds + 1):
        for peer in peers:
            seconds = peer.time(rows)
            if number:
                peer.seconds.append(seconds)
    for peer in peers:
        peer.note_memory()


def ratio(peer: Peer, bare: Peer) -> float | None:
    """The median of its seconds by those of the bare pass, each pair from one round."""
    pairs = [a / b for a, b in zip(peer.seconds, bare.seconds, strict=False) if b]
    return statistics.median(pairs) if pairs and peer.why is None else None
