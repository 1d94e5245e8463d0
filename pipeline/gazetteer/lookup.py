"""Looks names up in the index."""

import contextlib
import math
import sqlite3
import threading
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from pipeline.errors import GazetteerError
from pipeline.gazetteer.build import cell_of
from pipeline.gazetteer.distance import EARTH_KM, distance_km
from pipeline.gazetteer.fold import fold, variants
from pipeline.gazetteer.records import MAIN, PlaceRecord
from pipeline.gazetteer.store import connect, ready_index

_COLUMNS = (
    "p.key, p.name, p.kind, p.country, p.admin1, p.lat, p.lon, p.population, p.geonameid, p.admin2, p.feature,"
    " p.importance, p.fame"
)
_NAME_PENALTY = "CASE n.rank WHEN 0 THEN 0.0 WHEN 1 THEN 0.2 ELSE 1.5 END"
_BY_NAME = (
    f"SELECT {_COLUMNS}, n.rank FROM name n JOIN place p ON p.key = n.key WHERE n.folded = ?"  # noqa: S608 - constants
    f" ORDER BY p.importance - {_NAME_PENALTY} DESC, p.key LIMIT 60"
)
_BY_CODE = f"SELECT {_COLUMNS}, 0 FROM code c JOIN place p ON p.key = c.key WHERE c.code = ?"  # noqa: S608 - constants
_BY_CELL = f"SELECT {_COLUMNS}, 0 FROM cell c JOIN place p ON p.key = c.key WHERE c.cell = ? LIMIT ?"  # noqa: S608 - constants
_CACHED_NAMES = 20_000
_DAMAGED = "The place index was damaged while it was in use, twice. Start again: it will be built anew."
_KM_PER_DEGREE = math.radians(EARTH_KM)
Progress = Callable[[str], None]


class Gazetteer:
    """A read-only handle on the index; safe to share between threads."""

    def __init__(self, path: Path, *, renew: Callable[[], Path] | None = None) -> None:
        self._path, self._renew = path, renew
        self._db = connect(path)
        self._lock = threading.Lock()
        self._by_name = lru_cache(maxsize=_CACHED_NAMES)(self._find)
        self._by_code = lru_cache(maxsize=_CACHED_NAMES)(self._find_code)

    def lookup(self, name: str) -> tuple[PlaceRecord, ...]:
        """Every place that bears the name (any spelling, any case), most important first."""
        folded = fold(name)
        return self._by_name(folded) if folded else ()

    def country(self, code: str) -> PlaceRecord | None:
        """The country of an ISO 3166 alpha-2 code."""
        return self._by_code(code)

    def admin1(self, country: str, code: str) -> PlaceRecord | None:
        """The first-level region (state, province) of a GeoNames code."""
        return self._by_code(f"{country}.{code}")

    def admin2(self, country: str, first: str, code: str) -> PlaceRecord | None:
        """The second-level region (county, district) of a GeoNames code."""
        return self._by_code(f"{country}.{first}.{code}")

    def admin1_name(self, country: str, code: str) -> str | None:
        """The name of a first-level region."""
        record = self.admin1(country, code)
        return record.name if record else None

    def near(self, lat: float, lon: float, km: float = 50.0, limit: int = 20) -> tuple[PlaceRecord, ...]:
        """The largest towns within km of a point, largest first; for bearings on a map."""
        found = []
        for cell in _cells(lat, lon, km):
            rows = self._rows(_BY_CELL, (cell, max(limit * 4, 50)))
            found += [row for row in rows if distance_km(lat, lon, row[5], row[6]) <= km]
        found.sort(key=lambda row: -row[7])
        return tuple(PlaceRecord(*row) for row in found[:limit])

    def _find(self, folded: str) -> tuple[PlaceRecord, ...]:
        for spelling in (folded, *variants(folded)):
            if rows := self._rows(_BY_NAME, (spelling,)):
                return tuple(PlaceRecord(*row) for row in rows)
        return ()

    def _find_code(self, code: str) -> PlaceRecord | None:
        rows = self._rows(_BY_CODE, (code,))
        return PlaceRecord(*rows[0]) if rows else None

    def _rows(self, query: str, values: tuple[object, ...]) -> list[tuple]:  # type: ignore[type-arg]  # as sqlite3 gives them
        with self._lock:
            try:
                return self._db.execute(query, values).fetchall()
            except sqlite3.DatabaseError as error:
                self._mend(error)
                return self._db.execute(query, values).fetchall()

    def _mend(self, error: sqlite3.DatabaseError) -> None:
        """An index damaged while in use: take it away and build it anew, once."""
        renew, self._renew = self._renew, None
        if renew is None:
            raise GazetteerError(_DAMAGED) from error
        self._db.close()
        with contextlib.suppress(OSError):
            self._path.unlink()
        self._path = renew()
        self._db = connect(self._path)


def open_gazetteer(*, progress: Progress | None = None) -> Gazetteer:
    """Open the index, building it first where there is none or it is out of date."""
    return Gazetteer(ready_index(progress=progress), renew=ready_index)


def _cells(lat: float, lon: float, km: float) -> set[int]:
    """The one-degree squares that a circle touches."""
    high = km / _KM_PER_DEGREE
    wide = min(high / max(math.cos(math.radians(lat)), 0.05), 179.0)
    north = range(math.floor(max(lat - high, -90)), math.floor(min(lat + high, 89.9)) + 1)
    return {cell_of(y, x) for y in north for x in range(math.floor(lon - wide), math.floor(lon + wide) + 1)}


__all__ = ["MAIN", "Gazetteer", "PlaceRecord", "distance_km", "open_gazetteer"]
