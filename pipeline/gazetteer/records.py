"""What the gazetteer knows about one place."""

from dataclasses import dataclass
from typing import Literal

from pipeline.model import PlaceKind

Feature = Literal[
    "continent", "country", "admin1", "admin2", "capital", "seat", "city", "area", "water", "landform", "site"
]

MAIN, TRUSTED, FOREIGN = 0, 1, 2  # name ranks: its own name; an English or official variant; any other GeoNames variant


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """One place under one of its names; country ISO 3166 alpha-2, admin1 and admin2 GeoNames codes, degrees.

    key: the GeoNames id where there is one, else a negative number that holds for one index only.
    importance: the decimal logarithm of the people it stands for, kinds made comparable.
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
    name_rank: int = MAIN
