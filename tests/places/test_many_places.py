"""Articles that name thousands of places: what they are weighed in, and what they are compared with."""

import random

import numpy as np
import pytest

from pipeline.gazetteer import PlaceRecord, distance_km
from pipeline.places import rank as ranking
from pipeline.places.disambiguate import OtherToponyms
from pipeline.places.rank import ToponymGroup, rank


def town(key: int, lat: float, lon: float, country: str = "US") -> PlaceRecord:
    return PlaceRecord(key, f"T{key}", "city", country, None, lat, lon, 50_000, key, importance=4.7)


def spread(count: int) -> list[PlaceRecord]:
    rng = random.Random(count)
    return [town(n, rng.uniform(-60, 70), rng.uniform(-180, 180)) for n in range(count)]


def test_a_table_holds_so_many_candidates_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    far, near = town(1, 10, 10, "NG"), town(2, 50, 10, "DE")
    groups = [
        ToponymGroup((far, near), 1.0, name="twice"),
        ToponymGroup((town(3, 50.1, 10, "DE"),), 1.0, name="beside"),
    ]
    alone = rank(groups[:1])[0]
    monkeypatch.setattr(ranking, "_LARGEST", 3)
    assert rank(groups)[0][1] > alone[1]  # in one table the neighbour speaks for the nearer
    monkeypatch.setattr(ranking, "_LARGEST", 2)
    assert np.array_equal(rank(groups)[0], alone)  # in the next table it does not


def test_the_nearest_town_is_the_one_that_comparing_all_finds() -> None:
    towns = [*spread(300), *(town(1000 + n, 60 + n / 10, 179.9 - n % 2 * 359.8) for n in range(40))]
    others = OtherToponyms(towns, [1.0] * len(towns), [str(n) for n in range(len(towns))], [True] * len(towns))
    for n, place in enumerate(towns):
        km, m = min(
            (distance_km(place.lat, place.lon, other.lat, other.lon), m) for m, other in enumerate(towns) if m != n
        )
        assert others.nearest(n, place) == ((str(m), km) if km <= 150 else None)


def test_few_towns_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = []

    def counted(*degrees: float) -> float:
        measured.append(degrees)
        return distance_km(*degrees)

    monkeypatch.setitem(
        OtherToponyms.nearest.__globals__, "distance_km", counted
    )  # the package hides the module's name
    towns = spread(2000)
    others = OtherToponyms(towns, [1.0] * len(towns), [str(n) for n in range(len(towns))], [True] * len(towns))
    for n, place in enumerate(towns):
        others.nearest(n, place)
    assert 0 < len(measured) < 0.05 * len(towns) ** 2
