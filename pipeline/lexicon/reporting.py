"""The words that report speech, read once from pipeline/data/quotes."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data" / "quotes"


@dataclass(frozen=True, slots=True)
class Verb:
    """What may follow a reporting verb: flags as in verbs.tsv, prepositions that introduce what was said."""

    flags: frozenset[str]
    preps: frozenset[str]


@cache
def verbs() -> dict[str, Verb]:
    """Reporting verbs by lemma; two-word ones as "point out"."""
    return {
        lemma: Verb(frozenset(flags.strip("-")), frozenset(preps.split())) for lemma, flags, preps in _rows("verbs.tsv")
    }


@cache
def phrasal() -> frozenset[str]:
    """The first words of the two-word verbs."""
    return frozenset(first for first, _, rest in (lemma.partition(" ") for lemma in verbs()) if rest)


@cache
def nouns() -> dict[str, frozenset[str]]:
    """Nouns of saying by lemma, with flags as in nouns.tsv."""
    return {lemma: frozenset(flags) for lemma, flags in _rows("nouns.tsv")}


@cache
def words(name: str) -> frozenset[str]:
    """A plain list, one entry a line, from NAME.txt."""
    lines = (_DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _rows(name: str) -> list[list[str]]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
