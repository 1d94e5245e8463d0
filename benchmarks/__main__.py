"""`make bench`: prints one table after the other; --articles PATH measures on other texts."""

import argparse
import gc
import platform
import subprocess
import sys
from pathlib import Path

from benchmarks.articles import make_articles, own_texts, sample_articles, texts_from
from benchmarks.speed import growth, one_paragraph, pace
from benchmarks.start import start
from pipeline import Article, load_resources


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--articles", type=Path, help="a .jsonl file or a folder of them, one {'text'} a line")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="only the pace and the growth, in this process")
    args = parser.parse_args()
    texts = texts_from(args.articles) if args.articles else own_texts()
    articles = sample_articles(texts, args.count) if args.articles else make_articles(texts, args.count)
    report(articles, max(texts, key=len), rounds=args.rounds)
    if not args.quick:
        report_start()
        report_memory()
        for module in ("clicks", "peers"):
            print(flush=True)
            subprocess.run([sys.executable, "-m", f"benchmarks.{module}"], check=True)
    return 0


def report(articles: list[Article], longest: str, *, rounds: int) -> None:
    """The rows about pace and growth."""
    resources = load_resources()
    gc.freeze()  # as the command line and the page's workers do
    words = sum(len(article.text.split()) for article in articles)
    print(f"{platform.machine()}, Python {platform.python_version()}, model {resources.model}")
    print(f"{len(articles)} articles, {words:,} words, median of {rounds} rounds in one run, processor seconds\n")
    found = pace(articles, resources, rounds=rounds)
    row("bare spaCy pass, as the model ships", f"{words / found.shipped:,.0f} words/s", "1.00")
    row(
        "the same parts, products by numpy",
        f"{words / found.loaded:,.0f} words/s",
        f"{found.loaded / found.shipped:.2f}",
    )
    row("whole analysis", f"{words / found.whole:,.0f} words/s", f"{found.over_shipped:.2f}")
    row("... beside the same parts as we load them", "", f"{found.over_loaded:.2f}")
    length = len(longest.split())
    factors = (1, 2, 5, 10, 20, max(20, 100_000 // length))
    once, *others = growth(longest, resources, factors)
    row(f"one article of {length:,} words", f"{once:.2f} s", "1.0")
    for factor, took in zip(factors[1:], others, strict=True):
        row(f"{factor} times as long", f"{took:.2f} s", f"{took / once:.1f}")
    once, long = growth(one_paragraph(500), resources, (1, 20), between=" ")
    row("500 quotes in one paragraph", f"{once:.2f} s", "1.0")
    row("10,000 quotes in one paragraph", f"{long:.2f} s", f"{long / once:.1f}")


def report_start() -> None:
    """The rows about a fresh process with one article."""
    bare, ours = start()
    row("bare spacy.load and one call", f"{bare:.2f} s", "1.00")
    row("python -m pipeline on one article", f"{ours:.2f} s", f"{ours / bare:.2f}")


def report_memory() -> None:
    """The row about memory, from a process of its own."""
    run = subprocess.run([sys.executable, "-m", "benchmarks.memory"], capture_output=True, text=True, check=True)
    first, last = (float(value) for value in run.stdout.split())
    row("resident after 100 articles", f"{first:.0f} MB", "1.00")
    row("resident after 1,000 articles", f"{last:.0f} MB", f"{last / first:.2f}")


def row(name: str, figure: str, ratio: str) -> None:
    """One aligned line."""
    print(f"{name:<40} {figure:>16} {ratio:>8}")


if __name__ == "__main__":
    sys.exit(main())
