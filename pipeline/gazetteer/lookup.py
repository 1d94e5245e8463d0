"""Looks names up."""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.model import PlaceKind


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """One place of the gazetteer; country ISO 3166 alpha-2, admin1 GeoNames code, degrees."""

    key: int
    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    geonameid: int | None


class Gazetteer:
    """A read-only handle on the index; safe to share between threads."""

    def lookup(self, name: str) -> tuple[PlaceRecord, ...]:
        """Every place that bears the name (any spelling, any case), most important first."""
        return ()


def open_gazetteer(*, progress: Callable[[str], None] | None = None) -> Gazetteer:
    """Open the index, building it first where there is none or it is out of date."""
    return Gazetteer()
