"""Fuzz the readers, the grammars, corrections and records: ``python -m scripts.fuzz [--runs N] [TARGET ...]``.

By default inputs are drawn from a seed, so that a run can be repeated. ``--guided`` lets atheris look for inputs that
reach new branches. ``--model`` gives short soups to the real language model in place of the one that guesses.
Every find is printed as a line of JSON with its smallest input, for tests/fuzz/finds/.
Exit status: 0 nothing found, 1 something.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Read the command line, run the targets."""
    sys.path.insert(0, str(ROOT))  # the targets are tests
    from tests.fuzz import driver

    options = _options(list(driver.TARGETS))
    if options.model:
        return min(driver.modelled(options.runs, options.seed), 1)
    found = 0
    for name in options.targets or driver.TARGETS:
        found += driver.guided(name, options.runs) if options.guided else driver.drawn(name, options.runs, options.seed)
    return min(found, 1)


def _options(names: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.fuzz", description="Look for inputs that break a promise.")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(names)}; default: all")
    parser.add_argument("--runs", type=int, default=10_000, help="inputs a target (default 10,000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--guided", action="store_true", help="by coverage, with atheris")
    parser.add_argument("--model", action="store_true", help="the real language model instead of the one that guesses")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
