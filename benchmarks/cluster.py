"""`python -m benchmarks.cluster`: the figures behind docs/cluster.md, and what they come to.

Processor seconds, not seconds by the clock, so that a busy machine tells nearly the same.
"""

import argparse
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.articles import make_articles, own_texts, sample_articles, texts_from
from benchmarks.memory import resident_mb
from pipeline import Article
from pipeline.batch.chunks import FinishedRecord, Settings, chunks, do_chunk
from pipeline.batch.progress import Progress
from pipeline.cluster.plan import scan
from pipeline.gazetteer.store import ready_index

SIZES = (1_000_000, 10_000_000, 100_000_000)
CORES = (8, 64, 512)


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured; seconds are of the processor, sizes in bytes."""

    articles: int
    words: int
    load: float
    analysis: float
    writing: float
    line: float
    parquet: float
    memory: float
    gazetteer: int
    scan: float
    driver: float

    @property
    def seconds(self) -> float:
        """Of one core for one article, all told."""
        return (self.analysis + self.writing) / self.articles


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cluster", description=__doc__)
    parser.add_argument("--articles", type=Path, help="a .jsonl file or a folder of them, one {'text'} a line")
    parser.add_argument("--count", type=int, default=500)
    args = parser.parse_args()
    texts = texts_from(args.articles) if args.articles else own_texts()
    articles = sample_articles(texts, args.count) if args.articles else make_articles(texts, args.count)
    figures = measure(articles)
    report(figures)
    project(figures)
    return 0


def spent(work: Callable[[], object]) -> tuple[float, object]:
    """Processor seconds of this process for it, and what it gave."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def measure(articles: list[Article]) -> Figures:
    """Everything, in one process and one run."""
    from pipeline import load_resources

    gazetteer = ready_index().stat().st_size
    load, resources = start_seconds(), load_resources()
    analysis, done = spent(
        lambda: [one for chunk in chunks(articles) for one in do_chunk(chunk, resources, Settings(kind="parquet"))]
    )
    lines = [one.payload[0] for one in done]
    with tempfile.TemporaryDirectory() as folder:
        writing, size = spent(lambda: write(Path(folder), lines))
        rate = scan_rate(Path(folder) / "in.jsonl", articles)
    return Figures(
        articles=len(articles),
        words=sum(len(article.text.split()) for article in articles),
        load=load,
        analysis=analysis,
        writing=writing,
        line=sum(map(len, lines)) / len(lines),
        parquet=size / len(lines),
        memory=resident_mb(),
        gazetteer=gazetteer,
        scan=rate,
        driver=driver_seconds(done),
    )


def start_seconds() -> float:
    """Processor seconds until a process of its own could begin with its first article."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([sys.executable, "-c", "from pipeline import load_resources; load_resources()"], check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def write(folder: Path, lines: list[bytes]) -> int:
    """The lines as one part; bytes on disk."""
    from pipeline.write.parquet import Part

    part = Part(0)
    for line in lines:
        part.add(line)
    part.write(folder, 0)
    return sum(path.stat().st_size for path in folder.rglob("*.parquet"))


def scan_rate(path: Path, articles: list[Article]) -> float:
    """Bytes of JSON lines a second that the planning reads."""
    block = "".join(json.dumps({"id": one.id, "text": one.text}) + "\n" for one in articles)
    path.write_text(block * (1 + 50_000_000 // len(block)), encoding="utf-8")
    seconds, _ = spent(lambda: scan(str(path), str(path), 2000))
    return path.stat().st_size / seconds


def driver_seconds(done: list[FinishedRecord]) -> float:
    """What the driver of a cluster does for one article: hear of it and count it."""
    progress = Progress(io.StringIO(), total=10**9)

    def note() -> None:
        for one in done * 10:
            progress.read(1)
            progress.done(one)

    return spent(note)[0] / (10 * len(done))


def report(found: Figures) -> None:
    """What was measured, one line each."""
    words = found.words / found.articles
    for name, value in (
        (f"articles of {words:,.0f} words on average", f"{found.articles:,}"),
        ("words a second and core, analysed", f"{found.words / found.analysis:,.0f}"),
        ("words a second and core, written to Parquet as well", f"{words / found.seconds:,.0f}"),
        ("seconds of one core for an article", f"{found.seconds:.3f}"),
        ("start: model and gazetteer, processor seconds", f"{found.load:.1f}"),
        ("memory of one process, MB", f"{found.memory:,.0f}"),
        ("bytes of JSON an article", f"{found.line:,.0f}"),
        ("bytes of Parquet an article", f"{found.parquet:,.0f}"),
        ("gazetteer on disk, MB", f"{found.gazetteer / 1e6:.0f}"),
        ("planning: MB of JSON lines a second", f"{found.scan / 1e6:,.0f}"),
        ("driver: microseconds an article", f"{found.driver * 1e6:.1f}"),
    ):
        print(f"{name:<55} {value:>12}")


def project(found: Figures) -> None:
    """What it comes to."""
    print(
        f"\n{'articles':>12} {'core hours':>11}"
        + "".join(f"{f'{n} cores':>12}" for n in CORES)
        + f"{'Parquet':>10} {'parts':>8}"
    )
    for count in SIZES:
        hours = count * found.seconds / 3600
        columns = "".join(f"{f'{hours / n:,.1f} h':>12}" for n in CORES)
        print(f"{count:>12,} {hours:>11,.0f}{columns}{count * found.parquet / 1e9:>7,.0f} GB {count // 2000:>8,}")
    print(f"\nThe driver keeps up with {found.seconds / found.driver:,.0f} cores.")


if __name__ == "__main__":
    sys.exit(main())
