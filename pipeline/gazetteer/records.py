"""What the gazetteer knows about one place, and whether one place lies in another."""

from dataclasses import dataclass
from typing import Literal

from pipeline.gazetteer.distance import distance_km
from pipeline.model import PlaceKind

Feature = Literal[
    "continent", "country", "admin1", "admin2", "capital", "seat", "city", "area", "water", "landform", "site"
]

MAIN, TRUSTED, FOREIGN = 0, 1, 2  # name ranks: its own name; an English or official variant; any other GeoNames variant
_TOWN_REACH_KM = 60.0  # how far from its middle a city's quarters and suburbs reach


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """One place under one of its names; country ISO 3166 alpha-2, admin1 and admin2 GeoNames codes, degrees.

    key: the GeoNames id where there is one, else a negative number that holds for one index only.
    importance: the decimal logarithm of the people it stands for, kinds made comparable.
    fame: of a city, the decimal logarithm of the names that GeoNames has for it, its own twice; 0.0 for all else.
    name_rank: whether it was found under its own name (MAIN) or a variant (TRUSTED, FOREIGN).
    """

    key: int
    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    geonameid: int | None
    admin2: str | None = None
    feature: Feature = "city"
    importance: float = 0.0
    fame: float = 0.0
    name_rank: int = MAIN


def inside(place: PlaceRecord, holder: PlaceRecord) -> bool:
    """Whether a place lies in another, as far as codes and distances tell."""
    if place.key == holder.key:
        return False
    if holder.feature == "country":
        return place.country == holder.country and place.feature != "country"
    if holder.feature == "admin1":
        return (place.country, place.admin1) == (holder.country, holder.admin1) and place.feature not in (
            "country",
            "admin1",
        )
    if holder.feature == "admin2":
        codes = (holder.country, holder.admin1, holder.admin2)
        return (place.country, place.admin1, place.admin2) == codes and place.feature not in (
            "country",
            "admin1",
            "admin2",
        )
    if holder.feature in ("city", "capital"):
        near = distance_km(place.lat, place.lon, holder.lat, holder.lon) <= _TOWN_REACH_KM
        return near and place.kind in ("city", "site") and place.importance < holder.importance
    return False
