"""One program in a process of its own: python -m benchmarks.peers.worker KEY

Reads a JSON order a line, {"do": "time", "rows": PATH}, {"do": "find", "rows": PATH, "out": PATH} or
{"do": "memory"}, and answers each with one line of JSON. The first answer is {"ready": true}, or says
why the program cannot run.
"""

import importlib
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.peers.systems import BY_KEY

Run = Callable[[list[dict[str, Any]]], list[dict[str, Any]]]
EXTRAS = Path(sys.prefix) / "peers"  # packages that must not mix with the others, see requirements-bench.in


def main() -> None:
    """Answer orders until the input ends."""
    answers = sys.stdout
    sys.stdout = sys.stderr  # what a peer prints is no answer
    if EXTRAS.is_dir():
        sys.path.append(str(EXTRAS))

    def answer(**words: object) -> None:
        answers.write(json.dumps(words) + "\n")
        answers.flush()

    try:
        run = make(sys.argv[1])
    except Exception as fault:  # whatever a package does wrong at import is its answer
        answer(ready=False, why=f"{type(fault).__name__}: {fault}".splitlines()[0])
        return
    answer(ready=True)
    for line in sys.stdin:
        try:
            answer(**obey(json.loads(line), run))
        except Exception as fault:  # the program's own; the table goes on without it
            answer(why=f"{type(fault).__name__}: {fault}".splitlines()[0])


def make(key: str) -> Run:
    """The program's function from rows to records."""
    module, name = BY_KEY[key].maker.split(":")
    return getattr(importlib.import_module(module), name)()


def obey(order: dict[str, Any], run: Run) -> dict[str, object]:
    """Do what one order says."""
    if order["do"] == "memory":
        return {"mb": peak_mb()}
    rows = json.loads(Path(order["rows"]).read_text(encoding="utf-8"))
    start = time.perf_counter()
    records = run(rows)
    seconds = time.perf_counter() - start
    if order["do"] == "find":
        lines = "".join(json.dumps(record) + "\n" for record in records)
        Path(order["out"]).write_text(lines, encoding="utf-8")
    return {"seconds": seconds}


def peak_mb() -> float:
    """The most memory this process ever held, in MB.

    Linux hands a parent's peak down to ru_maxrss; VmHWM is the process's own.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next((row for row in status.read_text().splitlines() if row.startswith("VmHWM")), None)
        if line:
            return int(line.split()[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
