"""Fit the weights of pipeline/places/confidence.py to annotated news, and print how well they are calibrated.

python scripts/calibrate_places.py GOLD.jsonl ... [--unseen GOLD.jsonl ...]

A line of GOLD: {"id", "text", "toponyms": [{"start", "end", "lat", "lon", "geonameid"}]}. Each file weighs the same in
the fit; the curve is measured on files left out of the fit, and on the unseen ones. Nothing is written.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from pipeline.gazetteer import distance_km
from pipeline.model import Article, Mention
from pipeline.places import confidence
from pipeline.places import result as results
from pipeline.places.senses import Resolution
from pipeline.recipe import analyse, load_resources

RIGHT_KM = 161.0
UNLISTED = 0.25  # weight of a site or body that annotators left out: some leave them out by rule
LEVELS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98)
Sample = tuple[list[float], float, float]  # features, right or wrong, weight


def main() -> None:
    """Read the command line, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--unseen", nargs="*", type=Path, default=[])
    options = parser.parse_args()
    seen = [samples_of(path) for path in options.gold]
    whole = fit([sample for samples in seen for sample in even(samples)])
    say("weights", {name: round(value, 2) for name, value in zip(names(), whole, strict=True)})
    held = []
    for n, samples in enumerate(seen):
        weights = fit([sample for m, other in enumerate(seen) if m != n for sample in even(other)])
        held += [(probability(features, weights), right, weight) for features, right, weight in samples]
    curve("left out of the fit", held)
    for path in options.unseen:
        curve(path.stem, [(probability(f, whole), right, weight) for f, right, weight in samples_of(path)])


def say(*words: object) -> None:
    """Write one line to standard output."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def names() -> list[str]:
    """The bias and the features, in the order of the weights."""
    return ["bias", *confidence.WEIGHTS]


def samples_of(path: Path) -> list[Sample]:
    """One sample for each resolution of each article of a file."""
    resources = load_resources()
    taken: list[tuple[Mention, Resolution]] = []
    real = results.confidence

    def noting(mention: Mention, resolution: Resolution) -> float:
        taken.append((mention, resolution))
        return real(mention, resolution)

    results.confidence = noting
    found: list[Sample] = []
    for line in path.read_text("utf-8").splitlines():
        document = json.loads(line)
        taken.clear()
        analyse(Article(document["id"], document["text"]), resources)
        found.extend(judged(document["toponyms"], taken))
    results.confidence = real
    return found


def judged(toponyms: Sequence[dict], taken: Sequence[tuple[Mention, Resolution]]) -> Iterator[Sample]:
    """The features of each resolution with whether it is right; those on toponyms without coordinates are left out."""
    for mention, resolution in taken:
        gold = next((t for t in toponyms if t["start"] < mention.end and mention.start < t["end"]), None)
        values = [1.0, *confidence.features(mention, resolution).values()]
        if gold is None:
            listed = mention.label in ("GPE", "LOC") and resolution.method == "ranked"
            yield values, 0.0, 1.0 if listed else UNLISTED
        elif gold["lat"] is not None and gold.get("kind") not in ("demonym", "demonym_or_adj", "language", "homonym"):
            place = resolution.place
            same = gold["geonameid"] is not None and gold["geonameid"] == place.geonameid
            near = distance_km(gold["lat"], gold["lon"], place.lat, place.lon) <= RIGHT_KM
            yield values, float(same or near), 1.0


def even(samples: Sequence[Sample]) -> list[Sample]:
    """The samples of one file with weights that add up to one."""
    total = sum(weight for _, _, weight in samples)
    return [(features, right, weight / total) for features, right, weight in samples]


def fit(samples: Sequence[Sample]) -> list[float]:
    """Logistic regression by Newton's method, with a light pull of all weights towards nothing."""
    x = np.array([features for features, _, _ in samples])
    y = np.array([right for _, right, _ in samples])
    w = np.array([weight for _, _, weight in samples])
    pull = 1e-4 * np.eye(x.shape[1])
    beta = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (w * (y - p)) - pull @ beta
        beta = beta + np.linalg.solve((x * (w * p * (1 - p))[:, None]).T @ x + pull, gradient)
    return [float(value) for value in beta]


def probability(features: Sequence[float], weights: Sequence[float]) -> float:
    """The confidence that the weights give."""
    return 1 / (1 + math.exp(-sum(a * b for a, b in zip(features, weights, strict=True))))


def curve(title: str, judgements: Sequence[tuple[float, float, float]]) -> None:
    """Of the resolutions with a confidence of p or more: the share right, and the share kept; then by tenths."""
    total = sum(weight for _, _, weight in judgements)
    say(title)
    for level in LEVELS:
        kept = [(right, weight) for p, right, weight in judgements if p >= level]
        mass = sum(weight for _, weight in kept)
        say(f"  p >= {level:<4} right {sum(r * w for r, w in kept) / mass:.3f} kept {mass / total:.3f}")
    for tenth in range(10):
        here = [(p, r, w) for p, r, w in judgements if tenth <= p * 10 < tenth + 1]
        if mass := sum(w for _, _, w in here):
            said, right = sum(p * w for p, _, w in here) / mass, sum(r * w for _, r, w in here) / mass
            say(f"  {tenth / 10:.1f} to {(tenth + 1) / 10:.1f}: said {said:.3f} right {right:.3f} of {len(here)}")


if __name__ == "__main__":
    main()
