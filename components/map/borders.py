"""What the files in static/borders hold: countries, regions, lines. Read once, when first asked for."""

import json
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from components.map.box import Box, LonLat, Ring
from components.paths import ROOT

BORDERS = ROOT / "static" / "borders"
URL = "app/static/borders"
SEAS = Path(__file__).with_name("seas.tsv")


@dataclass(frozen=True, slots=True)
class Country:
    """ISO code, name, a point with room for the name, size in square degrees, the boxes of its parts."""

    iso: str
    name: str
    label: LonLat
    size: float
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Sea:
    """The name of a water and a point on it; size 1 (ocean) to 4 (gulf)."""

    name: str
    lon: float
    lat: float
    size: int


@cache
def countries() -> dict[str, Country]:
    """Every country of the map, by ISO code."""
    try:
        return {iso: _country(iso, row) for iso, row in _load("index.json", {}).items()}
    except (AttributeError, KeyError, TypeError, ValueError):  # a file of another form: the lines go, the page stays
        return {}


def _country(iso: str, row: dict[str, Any]) -> Country:
    return Country(iso, row["name"], tuple(row["label"]), row["size"], tuple(Box(*box) for box in row["boxes"]))


def country_name(iso: str | None) -> str:
    """The country's name, or its code where the map has none."""
    country = countries().get(iso or "")
    return country.name if country else iso or ""


@cache
def seas() -> tuple[Sea, ...]:
    """The waters that have a name on the map."""
    lines = SEAS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(Sea(name, float(lon), float(lat), int(size)) for name, lon, lat, size in rows)


def countries_in(box: Box) -> tuple[str, ...]:
    """ISO codes of the countries with ground in the box, those with the smallest ground first."""
    owners, (west, south, east, north) = _parts()
    turns = np.array([[-360.0], [0.0], [360.0]])
    across = ((box.west <= east + turns) & (west + turns <= box.east)).any(axis=0)
    found = {owners[n] for n in np.flatnonzero(across & (box.south <= north) & (south <= box.north)).tolist()}
    return tuple(iso for iso in _by_size() if iso in found)


@cache
def _by_size() -> tuple[str, ...]:
    return tuple(country.iso for country in sorted(countries().values(), key=lambda country: country.size))


@cache
def _parts() -> tuple[tuple[str, ...], npt.NDArray[np.float64]]:
    """The boxes of all countries' parts, one array a side, so that a view is compared with all at once; and whose."""
    parts = [(country.iso, part) for country in countries().values() for part in country.boxes]
    edges = [(part.west, part.south, part.east, part.north) for _, part in parts]
    return tuple(iso for iso, _ in parts), np.array(edges, dtype=np.float64).reshape(-1, 4).T


@cache
def world() -> Any:
    """The picture of the world: a GeoJSON collection, coarse."""
    return _read("world.geojson")


@cache
def world_land() -> dict[str, list[list[Ring]]]:
    """Coarse land by ISO code: polygons of rings."""
    land = (f for f in world()["features"] if f["properties"]["kind"] == "land")
    return {f["properties"]["iso"]: f["geometry"]["coordinates"] for f in land}


def detail(iso: str) -> Any:
    """One country at full detail: a GeoJSON collection."""
    return _read(f"{iso}.geojson")


def detail_url(iso: str) -> str:
    """Where the browser finds it."""
    return f"{URL}/{iso}.geojson"


def region_shape(country: str | None, name: str, geonameid: int | None) -> list[list[Ring]] | None:
    """The outline of a region, by GeoNames id or else by exactly this name; None where there is none."""
    if country not in countries():
        return None
    for feature in _regions(str(country)):
        if geonameid in feature["properties"]["geonameids"] or plain(name) in feature["properties"]["names"]:
            return list(feature["geometry"]["coordinates"])
    return None


def plain(name: str) -> str:
    """Lower case, without accents or apostrophes, as scripts/make_borders.py writes spellings."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in letters if c.isalnum() or c == " ").strip()


def box_of(polygons: list[list[Ring]]) -> Box:
    """The box of the largest part: far islands do not count."""
    boxes = []
    for rings in polygons:
        lons, lats = [p[0] for p in rings[0]], [p[1] for p in rings[0]]
        boxes.append(Box(min(lons), min(lats), max(lons), max(lats)))
    return max(boxes, key=lambda box: (box.east - box.west) * (box.north - box.south))


@lru_cache(maxsize=8)  # Russia's regions alone are some ten megabytes once read
def _regions(iso: str) -> Any:
    return _read(f"regions-{iso}.geojson")["features"]


def _read(name: str) -> Any:
    return _load(name, {"type": "FeatureCollection", "features": []})


def _load(name: str, empty: dict[str, Any]) -> Any:
    """A file of borders; one that is missing or damaged costs its lines, never the page."""
    try:
        found = json.loads((BORDERS / name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return empty
    return found if isinstance(found, dict) and found.keys() >= empty.keys() else empty


def has_borders() -> bool:
    """Whether this installation has its coasts and borders."""
    return bool(countries()) and bool(world()["features"])
