"""Writes the index: one SQLite file from the packages and our own tables."""

import contextlib
import math
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from pipeline.gazetteer import sources, tables
from pipeline.gazetteer.fold import fold
from pipeline.gazetteer.names import city_names, region_display, region_names, town_display
from pipeline.gazetteer.records import MAIN, TRUSTED

SCHEMA_VERSION = 6  # raise it with every change of the columns or of what is kept
_SCHEMA = """
CREATE TABLE place (
    key INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, admin1 TEXT,
    lat REAL NOT NULL, lon REAL NOT NULL, population INTEGER NOT NULL, geonameid INTEGER,
    admin2 TEXT, feature TEXT NOT NULL, importance REAL NOT NULL, fame REAL NOT NULL);
CREATE TABLE name (folded TEXT NOT NULL, key INTEGER NOT NULL, rank INTEGER NOT NULL,
    PRIMARY KEY (folded, key)) WITHOUT ROWID;
CREATE TABLE cell (cell INTEGER NOT NULL, population INTEGER NOT NULL, key INTEGER NOT NULL,
    PRIMARY KEY (cell, population DESC, key)) WITHOUT ROWID;
CREATE TABLE code (code TEXT PRIMARY KEY, key INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE version (version TEXT NOT NULL);
"""
# What a kind adds to the logarithm of its people: a country is named far more often than a city of its size.
_COUNTRY_BONUS, _ADMIN1_BONUS, _ADMIN2_BONUS, _CAPITAL_BONUS = 2.0, 0.5, -1.0, 0.7
_CONTINENT_IMPORTANCE = 9.5
_NO_FAME = 0.0  # only cities are compared by it

_NameRow = tuple[str, int, int]  # folded, key, rank
_CodeRow = tuple[str, int]  # code, key
Progress = Callable[[str], None]


class _PlaceRow(NamedTuple):
    """A row of the table of places: its columns in their order."""

    key: int
    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    geonameid: int | None
    admin2: str | None
    feature: str
    importance: float
    fame: float = _NO_FAME


def cell_of(lat: float, lon: float) -> int:
    """The one-degree square a point lies in."""
    return (math.floor(lat) + 90) * 360 + (math.floor(lon) + 180) % 360


def build(path: Path, *, version: str, progress: Progress | None = None) -> None:
    """Write a complete index to path, which must not exist."""
    tell = progress or (lambda _: None)
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
        tell("Building the place index (once): cities")
        centres = _write_cities(db)
        tell("Building the place index (once): regions and countries")
        _write_regions(db, centres)
        _write_countries(db, centres)
        _write_own(db)
        tell("Building the place index (once): finishing")
        db.execute("INSERT INTO version VALUES (?)", (version,))  # last: its presence says the index is whole


class Centres:
    """Sums over the cities of a subdivision or country: its middle, and how many people live there."""

    def __init__(self) -> None:
        self._sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])

    def add(self, code: str, city: sources.City) -> None:
        """Count a city in."""
        sums = self._sums[code]
        for i, value in enumerate((1.0, city.lat, city.lon, float(city.population))):
            sums[i] += value

    def point(self, code: str) -> tuple[float, float] | None:
        """The mean of the cities' positions; None where no city lies there."""
        count, lat, lon, _ = self._sums.get(code, (0.0, 0.0, 0.0, 0.0))
        return (round(lat / count, 4), round(lon / count, 4)) if count else None

    def population(self, code: str) -> int:
        """People in its cities."""
        return int(self._sums[code][3]) if code in self._sums else 0


def _log(population: float) -> float:
    return round(math.log10(max(population, 1.0)), 3)


def _insert(db: sqlite3.Connection, places: Iterable[_PlaceRow], names: Iterable[_NameRow]) -> None:
    db.executemany("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", places)
    db.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", names)


def _write_cities(db: sqlite3.Connection) -> Centres:
    centres, second, own = Centres(), sources.city_subdivisions(), tables.corrections("cities")
    places: list[_PlaceRow] = []
    names: list[_NameRow] = []
    for city in sources.cities():
        code = second.get(city.geonameid, "")
        for part in (city.country, f"{city.country}.{city.admin1}", code):
            centres.add(part, city)
        folded = city_names(city.name, city.variants)
        shown = town_display(city.name, city.country)
        if extra := own.get(str(city.geonameid)):
            folded |= {fold(name): MAIN for name in extra.variants}
            shown = extra.variants[0]
        places.append(
            _PlaceRow(
                city.geonameid,
                shown,
                "city",
                city.country,
                city.admin1,
                city.lat,
                city.lon,
                city.population,
                city.geonameid,
                admin2=code.rpartition(".")[2] or None,
                feature="city",
                importance=_log(city.population),
                fame=_log(2 + len(city.variants)),
            )
        )
        names.extend((name, city.geonameid, rank) for name, rank in folded.items())
        if len(places) >= 20_000:
            _insert(db, places, names)
            places, names = [], []
    _insert(db, places, names)
    _write_cells(db)
    _mark_capitals(db)
    return centres


def _write_cells(db: sqlite3.Connection) -> None:
    """Which cities lie in each one-degree square, by which neighbours are found."""
    rows = db.execute("SELECT lat, lon, population, key FROM place WHERE population > 0").fetchall()
    db.executemany(
        "INSERT INTO cell VALUES (?,?,?)", ((cell_of(lat, lon), people, key) for lat, lon, people, key in rows)
    )


def _mark_capitals(db: sqlite3.Connection) -> None:
    """Among the cities that bear the capital's name the most populous is the capital."""
    for code, row in sources.countries().items():
        db.execute(
            "UPDATE place SET feature = 'capital', importance = importance + ? WHERE key = (SELECT p.key FROM name n"
            " JOIN place p ON p.key = n.key WHERE n.folded = ? AND p.country = ? ORDER BY p.population DESC LIMIT 1)",
            (_CAPITAL_BONUS, fold(row["capital"]), code),
        )


def _write_regions(db: sqlite3.Connection, centres: Centres) -> None:
    own = tables.corrections("regions")
    places: list[_PlaceRow] = []
    names: list[_NameRow] = []
    codes: list[_CodeRow] = []
    for region in sources.subdivisions():
        extra = own.get(region.code)
        point = (extra and extra.point) or centres.point(region.code)
        if point is None:
            continue
        country, first, *rest = region.code.split(".")
        population = centres.population(region.code)
        level = len(rest) + 1
        importance = _log(population) + (_ADMIN1_BONUS if level == 1 else _ADMIN2_BONUS)
        county = level == 2 and country == "US"
        folded = region_names(region.name, region.variants, county=county)
        shown = region_display(region.name, country, region.variants, extra.variants if extra else ())
        if extra:
            folded |= {fold(name): TRUSTED for name in extra.variants if fold(name) not in folded}
        places.append(
            _PlaceRow(
                region.geonameid,
                shown,
                "region",
                country,
                first,
                *point,
                population,
                region.geonameid,
                admin2=rest[0] if rest else None,
                feature=f"admin{level}",
                importance=importance,
            )
        )
        names.extend((name, region.geonameid, rank) for name, rank in folded.items())
        codes.append((region.code, region.geonameid))
    _insert(db, places, names)
    db.executemany("INSERT OR IGNORE INTO code VALUES (?,?)", codes)


def _write_countries(db: sqlite3.Connection, centres: Centres) -> None:
    own, spellings = tables.countries(), sources.country_names()
    places: list[_PlaceRow] = []
    names: list[_NameRow] = []
    codes: list[_CodeRow] = []
    for code, row in sources.countries().items():
        extra, key = own.get(code), int(row["geonameid"])
        point = (extra and extra.point) or centres.point(code)
        if point is None:
            continue
        importance = _log(row["population"]) + _COUNTRY_BONUS
        places.append(
            _PlaceRow(
                key,
                row["name"],
                "country",
                code,
                None,
                *point,
                row["population"],
                key,
                admin2=None,
                feature="country",
                importance=importance,
            )
        )
        folded = {fold(name): TRUSTED for name in (*spellings.get(code, ()), *(extra.variants if extra else ()))}
        folded[fold(row["name"])] = MAIN
        names.extend((name, key, rank) for name, rank in folded.items() if name)
        codes.append((code, key))
    _insert(db, places, names)
    db.executemany("INSERT OR IGNORE INTO code VALUES (?,?)", codes)


def _write_own(db: sqlite3.Connection) -> None:
    for row in sources.continents():
        key, name = int(row["geonameId"]), str(row["toponymName"])
        lat, lon = float(row["lat"]), float(row["lng"])
        place = _PlaceRow(key, name, "area", None, None, lat, lon, 0, key, None, "continent", _CONTINENT_IMPORTANCE)
        _insert(db, [place], [(fold(name), key, MAIN)])
    for number, own in enumerate(tables.own_places(), 1):
        key = own.geonameid or -number
        place = _PlaceRow(
            key,
            own.name,
            own.kind,
            own.country,
            own.admin1,
            own.lat,
            own.lon,
            population=0,
            geonameid=own.geonameid,
            admin2=None,
            feature=own.kind,
            importance=own.importance,
        )
        folded = {fold(name): TRUSTED for name in own.variants} | {fold(own.name): MAIN}
        _insert(db, [place], [(name, key, rank) for name, rank in folded.items()])
