"""Reads the small tables in pipeline/data/dates."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "data" / "dates"


@cache
def read_table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table as tuples of cells; lines that start with # are comments."""
    lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@cache
def read_words(name: str) -> dict[str, frozenset[str]]:
    """A table of word lists: the first cell names the list, the second holds its words."""
    return {kind: frozenset(words.split()) for kind, words in read_table(name)}
