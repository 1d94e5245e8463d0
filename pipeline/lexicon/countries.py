"""Countries and territories: their names and codes, the words for their people, their middle points."""

from dataclasses import dataclass
from functools import cache

from pipeline.lexicon import tables


@dataclass(frozen=True, slots=True)
class Nation:
    """One country or territory.

    code: ISO 3166 alpha-2, which England and Wales share with the United Kingdom; None for a union.
    codes: of three letters, ISO 3166 and Olympic. point: latitude and longitude in degrees.
    people: words for its people. places: the names under which the gazetteer finds it.
    """

    name: str
    code: str | None
    codes: tuple[str, ...]
    aliases: tuple[str, ...]
    people: tuple[str, ...]
    point: tuple[float, float] | None
    places: tuple[str, ...]


@cache
def nations() -> tuple[Nation, ...]:
    """All countries of the table, in its order."""
    return tuple(nation for kind, nation in _rows() if kind == "country")


def countries_and_territories() -> tuple[Nation, ...]:
    """Those and what only the gazetteer knows: territories, and states of the past."""
    return tuple(nation for _, nation in _rows())


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
    return {code: nation for nation in nations() for code in nation.codes}


@cache
def _by_name() -> dict[str, Nation]:
    return {alias: nation for nation in nations() for alias in (nation.name, *nation.aliases)}


@cache
def _by_people() -> dict[str, Nation]:
    return {word: nation for nation in nations() for word in nation.people}


@cache
def _rows() -> tuple[tuple[str, Nation], ...]:
    """(country or other, what the row says) for each row of the table."""
    found = []
    for row in tables.table("lexicon/countries.tsv"):
        name, code, kind, codes, aliases, people, lat, lon, places = (*row, *[""] * 6)[:9]
        point = (float(lat), float(lon)) if lat else None
        nation = Nation(name, code or None, _split(codes), _split(aliases), _split(people), point, _split(places))
        found.append((kind, nation))
    return tuple(found)


def _split(field: str) -> tuple[str, ...]:
    return tuple(part for part in field.strip().split("|") if part)
