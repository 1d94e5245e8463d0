"""What a large folder and a visit's collection cost: python -m benchmarks.collection [FOLDER] [--articles 100000]

Without FOLDER a folder is made by benchmarks/make_corpus.py. Every figure is of a fresh process.
"""

import argparse
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.memory import resident_mb
from pipeline.collection import Collection, Filter

IN_MEMORY = 300
ALL = Filter()


def timed(name: str, ask: Callable[[], Any]) -> tuple[dict[str, Any], Any]:
    """One row of the table, and what was answered."""
    wall, cpu = time.perf_counter(), time.process_time()
    answer = ask()
    return {"name": name, "wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}, answer


def first_view(made: Collection, only: Filter = ALL) -> None:
    """All that a page asks for when it opens, and again when a filter changes."""
    made.summary(only)
    made.articles(only, limit=50)
    made.entities(only, order="articles", limit=25)
    made.speakers(only, order="words", limit=25)
    made.quote_days(only)
    made.pins(only, limit=300)


def views(made: Collection, search: str) -> Iterator[dict[str, Any]]:
    """A row for each view, click and filter."""
    row, names = timed("names, a page of 50", lambda: made.entities(limit=50))
    yield row
    key = names.rows[20].key
    speaker = made.speakers(limit=50).rows[20].key
    place = made.pins(limit=50).rows[20].key
    ids = [row.id for row in made.articles(limit=2).rows]
    asked: list[tuple[str, Callable[[], object]]] = [
        ("counts", made.summary),
        ("articles, a page of 50", lambda: made.articles(limit=50)),
        ("articles, the thousandth page", lambda: made.articles(order="words", limit=50, offset=50_000)),
        ("speakers, a page of 50", lambda: made.speakers(limit=50)),
        ("quotes, a page of 50", lambda: made.quotes(limit=50)),
        ("quotes by day and speaker", made.quote_days),
        ("pins, 300", lambda: made.pins(limit=300)),
        ("passages behind a name", lambda: made.passages(Filter(), key)),
        ("one article, opened", lambda: made.article(ids[0])),
        ("two articles compared", lambda: made.compare(*ids)),
        ("filter: a name", lambda: first_view(made, Filter(entity=key))),
        ("filter: a speaker", lambda: first_view(made, Filter(speaker=speaker))),
        ("filter: a place", lambda: first_view(made, Filter(place=place))),
        ("filter: a search", lambda: first_view(made, Filter(search=search))),
        ("filter: words in the texts", lambda: first_view(made, Filter(words=search))),
        ("words in the quotes", lambda: made.quotes(find=search)),
    ]
    for name, ask in asked:
        yield timed(name, ask)[0]


def of_folder(folder: Path) -> Iterator[dict[str, Any]]:
    """Open, look, filter; memory last."""
    import pandas as pd  # the page has it long before

    del pd
    yield {"name": "resident before", "mb": resident_mb()}
    row, made = timed("open", lambda: Collection.of_folder(folder))
    yield row
    yield timed("first view", lambda: first_view(made))[0]
    yield timed("first view again", lambda: first_view(made))[0]
    yield from views(made, "harbour")
    yield {"name": "resident at the end", "mb": resident_mb()}
    yield {"name": "resident at most", "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def in_memory(count: int = IN_MEMORY) -> Iterator[dict[str, Any]]:
    """The same for one visit's records."""
    from benchmarks.make_corpus import part_records

    records = list(part_records(7, 0, count, count))
    row, made = timed(f"{count} records, first view", lambda: _opened(records))
    yield row
    yield timed("16 records more, and the counts", lambda: (made.add(records[:16]), made.summary()))[0]
    yield timed("first view again", lambda: first_view(made))[0]
    yield from views(made, "harbour")


def _opened(records: list[dict[str, Any]]) -> Collection:
    made = Collection.of_records(records)
    first_view(made)
    return made


def fresh(*arguments: str) -> None:
    """Run one of the above in a process of its own, and print its rows."""
    command = [sys.executable, "-m", "benchmarks.collection", "--child", *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    for row in map(json.loads, run.stdout.splitlines()):
        if "mb" in row:
            print(f"  {row['name']:<36} {row['mb']:>9.0f} MB")
        else:
            print(f"  {row['name']:<36} {row['wall']:>9.3f} s {row['cpu']:>9.3f} s of processors")


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.collection", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="a folder of Parquet; made if it is left out")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        for row in of_folder(args.folder) if args.folder else in_memory():
            print(json.dumps(row), flush=True)
        return 0
    print(f"{platform.machine()}, Python {platform.python_version()}\n")
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as scratch:
        folder = args.folder or Path(scratch) / "folder"
        if not args.folder:
            script = Path(__file__).parents[1] / "benchmarks" / "make_corpus.py"
            subprocess.run([sys.executable, script, "--articles", str(args.articles), "--out", folder], check=True)
        print("A folder, opened for the first time (it is looked through once):")
        fresh(str(folder))
        print("\nThe same folder, opened again:")
        fresh(str(folder))
    print(f"\n{IN_MEMORY} articles of a visit, in memory:")
    fresh()
    return 0


if __name__ == "__main__":
    sys.exit(main())
