"""The table alone: python -m benchmarks.peers [--news FOLDER] [--only KEY ...]"""

import argparse
import os
import random
from pathlib import Path

from benchmarks.peers import table
from benchmarks.peers.score import inputs, news, own_articles
from benchmarks.peers.systems import BY_KEY
from benchmarks.peers.table import NEWS_VARIABLE


def main() -> None:
    """Choose the articles and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    given = os.environ.get(NEWS_VARIABLE)
    parser.add_argument("--news", type=Path, default=Path(given) if given else None, help="annotated news, its scorers")
    parser.add_argument("--count", type=int, default=40, help="articles to time on")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=(), choices=sorted(BY_KEY))
    parser.add_argument("--markdown", action="store_true", help="as a table for the README")
    args = parser.parse_args()
    golds = news(args.news) if args.news else own_articles()
    rows = list({row["text"]: row for gold in golds for row in inputs(gold)}.values())
    chosen = random.Random(0).sample(rows, min(args.count, len(rows)))
    table(chosen, folder=args.news, rounds=args.rounds, only=args.only, markdown=args.markdown)


if __name__ == "__main__":
    main()
