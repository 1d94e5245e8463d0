"""Countries, their other names, and the words for their people."""

from dataclasses import dataclass
from functools import cache

from pipeline.lexicon import tables


@dataclass(frozen=True, slots=True)
class Nation:
    """One country; code ISO 3166 alpha-2, or None for a union or a people without one."""

    name: str
    code: str | None
    aliases: tuple[str, ...]
    people: tuple[str, ...]


@cache
def nations() -> tuple[Nation, ...]:
    """All countries of the table, in its order."""
    found = []
    for row in tables.table("entities/countries.tsv"):
        name, code, aliases, people = (*row, "", "", "")[:4]
        found.append(Nation(name, code.strip() or None, _split(aliases), _split(people)))
    return tuple(found)


def country_named(name: str) -> Nation | None:
    """The country that name stands for, by any of its names, case kept ("US", not "us")."""
    return _by_name().get(name.removeprefix("the ").removeprefix("The "))


def country_of_people(word: str) -> Nation | None:
    """The country of a nationality word: Egyptian, Egyptians."""
    return _by_people().get(word)


def country_of_code(code: str) -> Nation | None:
    """The country of a three-letter code, ISO 3166 or Olympic: QAT, GER."""
    return _by_code().get(code)


@cache
def _by_code() -> dict[str, Nation]:
    named = _by_name()
    rows = tables.table("entities/country_codes.tsv")
    return {code: named[name] for name, codes in rows for code in codes.split("|")}


@cache
def _by_name() -> dict[str, Nation]:
    return {alias: nation for nation in nations() for alias in (nation.name, *nation.aliases)}


@cache
def _by_people() -> dict[str, Nation]:
    return {word: nation for nation in nations() for word in nation.people}


def _split(field: str) -> tuple[str, ...]:
    return tuple(part for part in field.strip().split("|") if part)
