"""python -m pipeline: articles in, records out."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from pipeline import Article, ArticleError, analyse_many, load_resources, to_record


def main() -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m pipeline")
    parser.add_argument("inputs", nargs="*")
    parser.add_argument("-o", dest="out")
    args = parser.parse_args()
    articles = []
    for line in Path(args.inputs[0]).read_text(encoding="utf-8").split("\n"):
        if line.strip():
            row = json.loads(line)
            day = date.fromisoformat(row["published"]) if row.get("published") else None
            articles.append(Article(row["id"], row["text"], published=day, published_from="given" if day else None))
    with open(args.out, "w", encoding="utf-8") if args.out else sys.stdout as out:
        for result in analyse_many(articles, load_resources()):
            if isinstance(result, ArticleError):
                print(result, file=sys.stderr)
            else:
                out.write(json.dumps(to_record(result), ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
