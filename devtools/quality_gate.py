"""Scores of our own annotated articles against floors that may only rise.

python -m devtools.quality_gate             print the scores beside their floors; 1 if one is below
python -m devtools.quality_gate --update    raise the floors to the scores (never lowers one
                                         without --allow-regression, and says which)
floors.json also pins a digest of the annotated files, so that a changed annotation is noticed.
"""

import argparse
import hashlib
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from devtools import quality_score as score
from pipeline import Article, Resources, analyse, load_resources, to_record

HERE = Path(__file__).parents[1] / "tests" / "quality"  # the annotated articles and their floors
FLOORS = HERE / "floors.json"
TASKS = ("quotes", "speakers", "entities", "dates", "places")
SLACK = 0.0005  # floors are rounded to three digits


def annotated(task: str) -> list[dict[str, Any]]:
    """The annotated articles of one task, by file name."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted((HERE / task).glob("*.json"))]


def digest() -> str:
    """SHA-256 over every annotated file."""
    files = [path for task in TASKS for path in sorted((HERE / task).glob("*.json"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def record(row: dict[str, Any], resources: Resources) -> dict[str, Any]:
    """The record of one annotated article."""
    day = row.get("published") or row.get("dct")
    published = date.fromisoformat(day) if day else None
    return to_record(analyse(Article(row["id"], row["text"], published=published), resources))


def measure(resources: Resources) -> dict[str, float]:
    """Every score by name, 0 to 1."""
    found = {task: [(row, record(row, resources)) for row in annotated(task)] for task in TASKS}
    return {
        name: round(value, 3) for task in TASKS if found[task] for name, value in _scores(task, found[task]).items()
    }


def _scores(task: str, done: list[tuple[dict[str, Any], dict[str, Any]]]) -> dict[str, float]:
    def facts(gold: str, key: str) -> list[tuple[list[dict[str, Any]], list[dict[str, Any]]]]:
        return [(row[gold], rec[key]) for row, rec in done]

    if task in ("quotes", "speakers"):
        quotes = facts("quotes", "quotes")
        spans = score.scored(quotes, lambda g, f: True)
        return {f"{task} span": spans, f"{task} span and speaker": score.scored(quotes, score.same_speaker)}
    if task == "entities":
        return _entity_scores(done)
    if task == "dates":
        dates = [([t for t in row["timexes"] if t.get("type", "DATE") == "DATE"], rec["dates"]) for row, rec in done]
        return {"dates found and right": score.scored(dates, score.same_value, least=0.01)}
    places = facts("toponyms", "places")
    return {"places found and right": score.scored(places, score.same_spot, least=0.01)}


def _entity_scores(done: list[tuple[dict[str, Any], dict[str, Any]]]) -> dict[str, float]:
    pairs = []
    for row, rec in done:
        covers = {*row["covers"], *(score.PLACE_LABELS if "PLACE" in row["covers"] else ())}
        pairs.append((row["mentions"], [m for m in rec["mentions"] if m["label"] in covers]))
    rows = [score.counts_right(row["mentions"], rec["entities"], rec["mentions"]) for row, rec in done]
    right, of = (sum(column) for column in zip(*rows, strict=True))
    labelled = score.scored(pairs, score.same_label, least=0.01)
    return {"entities found and labelled": labelled, "entities counted exactly": right / of if of else 1.0}


def below(scores: dict[str, float], floors: dict[str, float]) -> list[str]:
    """A line for each score that is under its floor or missing."""
    return [
        f"{name}: {scores.get(name, 0.0):.3f} is below its floor {floor:.3f}"
        for name, floor in floors.items()
        if scores.get(name, 0.0) < floor - SLACK
    ]


def raised(scores: dict[str, float], floors: dict[str, float], *, allow_regression: bool) -> dict[str, float]:
    """The new floors; a floor falls only with allow_regression."""
    return {name: value if allow_regression else max(value, floors.get(name, 0.0)) for name, value in scores.items()}


def main(argv: list[str] | None = None) -> int:
    """Run the gate; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m devtools.quality_gate", description=__doc__)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    args = parser.parse_args(argv)
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"floors": {}}
    scores = measure(load_resources())
    for name, value in scores.items():
        sys.stdout.write(f"{name:<36} {value:.3f}   floor {pinned['floors'].get(name, 0.0):.3f}\n")
    if args.update:
        floors = raised(scores, pinned["floors"], allow_regression=args.allow_regression)
        FLOORS.write_text(json.dumps({"digest": digest(), "floors": floors}, indent=1) + "\n", encoding="utf-8")
        return 0
    complaints = below(scores, pinned["floors"])
    sys.stdout.writelines(line + "\n" for line in complaints)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
