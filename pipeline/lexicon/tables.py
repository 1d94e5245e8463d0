"""Loads the word lists and small tables below pipeline/data, once each and only when asked for."""

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"


@cache
def words(name: str) -> frozenset[str]:
    """The lines of pipeline/data/NAME; comment lines start with #."""
    return frozenset(_lines(name))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the tab-separated pipeline/data/NAME."""
    return tuple(tuple(line.split("\t")) for line in _lines(name))


def _lines(name: str) -> list[str]:
    raw = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in raw if line.strip() and not line.startswith("#")]


@cache
def read_table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of pipeline/data/dates/NAME.tsv as tuples of cells; lines that start with # are comments."""
    lines = (DATA / "dates" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@cache
def read_words(name: str) -> dict[str, frozenset[str]]:
    """A table of word lists: the first cell names the list, the second holds its words."""
    return {kind: frozenset(words.split()) for kind, words in read_table(name)}
