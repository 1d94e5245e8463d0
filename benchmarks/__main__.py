"""`make bench`: prints one table; --articles PATH measures on other texts."""

import argparse
import platform
import subprocess
import sys
from pathlib import Path

from benchmarks.articles import make_articles, own_texts, sample_articles, texts_from
from benchmarks.speed import growth, overhead
from pipeline import Article, load_resources


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--articles", type=Path, help="a .jsonl file or a folder of them, one {'text'} a line")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-memory", action="store_true", help="leave out the slow memory run")
    args = parser.parse_args()
    texts = texts_from(args.articles) if args.articles else own_texts()
    articles = sample_articles(texts, args.count) if args.articles else make_articles(texts, args.count)
    report(articles, Article("longest", max(texts, key=len)), rounds=args.rounds)
    if not args.no_memory:
        report_memory()
    return 0


def report(articles: list[Article], single: Article, *, rounds: int) -> None:
    """The rows about speed."""
    resources = load_resources()
    words = sum(len(article.text.split()) for article in articles)
    print(f"{platform.machine()}, Python {platform.python_version()}, model {resources.model}")
    print(f"{len(articles)} articles, {words:,} words, median of {rounds} rounds in one run\n")
    low, high, ratio = overhead(articles, resources, rounds=rounds)
    row("bare spaCy pass", f"{low:,.0f} words/s", "1.00")
    row("whole analysis", f"{high:,.0f} words/s", f"{ratio:.2f}")
    once, many = growth(single, resources)
    row(f"one article of {len(single.text.split()):,} words", f"{once:.2f} s", "1.0")
    row("the same, 20 times as long", f"{many:.2f} s", f"{many / once:.1f}")


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
