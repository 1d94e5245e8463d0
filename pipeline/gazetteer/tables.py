"""Our own small tables in pipeline/data/gazetteer: what the packages lack or place badly."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast

from pipeline.lexicon.countries import countries_and_territories
from pipeline.lexicon.tables import DATA
from pipeline.model import PlaceKind

FOLDER = DATA / "gazetteer"
COUNTRIES = DATA / "lexicon" / "countries.tsv"
_PLACE_TABLES = ("areas", "water", "landforms", "sites", "towns")


class OwnPlace(NamedTuple):
    """A place that GeoNames' city and region files do not hold."""

    name: str
    kind: PlaceKind
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    importance: float
    geonameid: int | None
    variants: list[str]


class Correction(NamedTuple):
    """A better middle point and more names for something the packages hold, by its code or id."""

    code: str
    point: tuple[float, float] | None
    variants: list[str]


def digest(folder: Path = FOLDER) -> str:
    """Changes when any of our tables does."""
    whole = hashlib.sha256()
    for path in (*sorted(folder.glob("*.tsv")), COUNTRIES):
        whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()[:12]


def own_places(folder: Path = FOLDER) -> Iterator[OwnPlace]:
    """Seas, landforms, areas, sites and missing towns."""
    for table in _PLACE_TABLES:
        for row in _rows(folder / f"{table}.tsv"):
            name, kind, lat, lon, country, admin1, importance, geonameid, variants = row
            yield OwnPlace(
                name=name,
                kind=cast("PlaceKind", kind),
                lat=float(lat),
                lon=float(lon),
                country=country or None,
                admin1=admin1 or None,
                importance=float(importance),
                geonameid=int(geonameid) if geonameid else None,
                variants=_split(variants),
            )


def corrections(table: str, folder: Path = FOLDER) -> dict[str, Correction]:
    """Rows of regions.tsv (by GeoNames code) or cities.tsv (by GeoNames id)."""
    found = {}
    for code, lat, lon, variants in _rows(folder / f"{table}.tsv"):
        point = (float(lat), float(lon)) if lat else None
        found[code] = Correction(code, point, _split(variants))
    return found


def countries() -> dict[str, Correction]:
    """Middle points and names of countries and territories, by ISO code."""
    found: dict[str, Correction] = {}
    for nation in countries_and_territories():  # the first of a code: England comes after the United Kingdom
        if nation.code:
            found.setdefault(nation.code, Correction(nation.code, nation.point, list(nation.places)))
    return found


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def _rows(path: Path) -> Iterator[list[str]]:
    """Rows of a table, padded to the width of its header; lines that start with # are comments."""
    if not path.exists():
        return
    lines = (line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#"))
    width = len(next(lines).split("\t"))
    for line in lines:
        cells = line.split("\t")
        yield [cell.strip() for cell in cells] + [""] * (width - len(cells))
