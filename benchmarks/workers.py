"""`python -m benchmarks.workers`: what a second worker brings, and what the parent process costs.

On a busy machine seconds say little; processor seconds say what there is to gain: those of the one process of
a plain run, over those of the busiest process of a run with two workers. The pace of two processes that have
nothing to do with each other is printed besides: no program here can be faster than that.
"""

import argparse
import json
import multiprocessing
import platform
import resource
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from benchmarks.articles import make_articles, own_texts, sample_articles, texts_from

_LOOPS = 15_000_000


@dataclass(slots=True)
class Run:
    """Seconds of one run: by the clock, of the parent, of every worker; and MB of memory of all together."""

    seconds: float
    parent: float
    workers: dict[int, float] = field(default_factory=dict)
    memory: float = 0.0

    @property
    def busiest(self) -> float:
        """Processor seconds of the process that has most to do; nothing can end before it."""
        return max(self.parent, *self.workers.values(), 0.0)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.workers", description=__doc__)
    parser.add_argument("--articles", type=Path, help="a .jsonl file or a folder of them, one {'text'} a line")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--format", default="jsonl", choices=("jsonl", "csv", "parquet"))
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, words = write_input(Path(folder) / "in.jsonl", args.articles, args.count)
        print(f"{platform.machine()}, {multiprocessing.cpu_count()} cores; {args.count:,} articles, {words:,} words\n")
        loop = ceiling(args.workers)
        one = run(source, Path(folder) / "one", 1, args.format)
        many = run(source, Path(folder) / "many", args.workers, args.format)
        same = contents(Path(folder) / "one") == contents(Path(folder) / "many")
    report(one, many, args.workers, words, loop)
    print(f"\nThe output is {'the same, byte for byte' if same else 'NOT THE SAME'}.")
    return 0 if same else 1


def write_input(path: Path, articles: Path | None, count: int) -> tuple[Path, int]:
    """The articles as lines; texts that are fewer come round again."""
    texts = texts_from(articles) if articles else own_texts()
    chosen = sample_articles(texts, count) if articles else make_articles(texts, count)
    rounds = [chosen[n % len(chosen)] for n in range(count)]
    lines = (json.dumps({"id": f"a{n}", "text": article.text}) + "\n" for n, article in enumerate(rounds))
    path.write_text("".join(lines), encoding="utf-8")
    return path, sum(len(article.text.split()) for article in rounds)


def run(source: Path, out: Path, workers: int, kind: str) -> Run:
    """One run of the command line, its processes watched from outside."""
    command = [sys.executable, "-m", "pipeline", source, "-o", out, "--format", kind, "--workers", workers, "--quiet"]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(list(map(str, command)))
    found = Run(0.0, 0.0)
    watcher = threading.Thread(target=watch, args=(psutil.Process(process.pid), found))
    watcher.start()
    process.wait()
    found.seconds = time.perf_counter() - start
    watcher.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)  # of the parent and what it has waited for
    whole = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    found.parent = whole if workers == 1 else found.parent
    return found


def watch(process: psutil.Process, found: Run) -> None:
    """Note what each process has used, until the first ends."""
    try:
        while True:
            for one in process.children(recursive=True):
                found.workers[one.pid] = spent(one) or found.workers.get(one.pid, 0.0)
            found.parent = spent(process) or found.parent
            found.memory = max(found.memory, sum(map(shared_out, (process, *process.children(recursive=True)))))
            time.sleep(0.5)
    except psutil.Error:
        return


def spent(process: psutil.Process) -> float:
    """Processor seconds."""
    times = process.cpu_times()
    return float(times.user + times.system)


def shared_out(process: psutil.Process) -> float:
    """MB, what several processes share divided among them (Linux), else all that is resident."""
    memory = process.memory_full_info()
    return float(getattr(memory, "pss", memory.rss)) / 2**20


def ceiling(workers: int) -> float:
    """How much more so many processes do than one, that only count."""
    alone = pace(1)
    return workers * alone / pace(workers)


def pace(processes: int) -> float:
    """Seconds until each of them has counted to its end."""
    start = time.perf_counter()
    running = [subprocess.Popen([sys.executable, "-c", f"for _ in range({_LOOPS}): pass"]) for _ in range(processes)]
    for one in running:
        one.wait()
    return time.perf_counter() - start


def contents(path: Path) -> dict[str, bytes]:
    """Every file with what it holds."""
    files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
    return {str(file.relative_to(path)): file.read_bytes() for file in files}


def report(one: Run, many: Run, workers: int, words: int, loop: float) -> None:
    """One table."""
    print(f"{'':<34} {'1 worker':>12} {f'{workers} workers':>12} {'ratio':>8}")
    rows = [
        ("seconds by the clock", one.seconds, many.seconds, f"{one.seconds / many.seconds:.2f}"),
        ("processor seconds, busiest process", one.parent, many.busiest, f"{one.parent / many.busiest:.2f}"),
        ("processor seconds, parent", one.parent, many.parent, ""),
        ("processor seconds, all", one.parent, many.parent + sum(many.workers.values()), ""),
        ("words a second by the clock", words / one.seconds, words / many.seconds, ""),
        ("memory of all processes, MB", one.memory, many.memory, f"{many.memory / max(one.memory, 1):.2f}"),
    ]
    for name, left, right, ratio in rows:
        print(f"{name:<34} {left:>12,.1f} {right:>12,.1f} {ratio:>8}")
    print(f"{'processes that only count':<34} {'':>12} {'':>12} {loop:>8.2f}")


if __name__ == "__main__":
    sys.exit(main())
