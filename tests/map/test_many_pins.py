"""An article that names the world's towns: the map's views cost in step with their number, and little."""

import random

from components.map.borders import _regions
from components.map.box import clusters, distance_km
from components.map.pins import Spot
from components.map.views import views
from devtools.processor import quickest


def points(number, seed=1):
    rng = random.Random(seed)
    return [(rng.uniform(-180, 180), rng.uniform(-60, 70)) for _ in range(number)]


def spots(number):
    return [
        Spot(f"e{n}", f"Town {n}", "US", "city", lat, lon, 1 + n % 3, 0.9, "", n, (f"Town {n}",), (f"e{n}",))
        for n, (lon, lat) in enumerate(points(number))
    ]


def test_groups_are_those_of_neighbours_of_neighbours():
    """The same as by comparing each with each."""
    for seed in range(5):
        places = points(60, seed)
        found = {frozenset(group) for group in clusters(places, reach_km=1500)}
        for group in found:
            for n in range(len(places)):
                near = any(distance_km(places[n], places[m]) <= 1500 for m in group if m != n)
                assert (n in group) == near or len(group) == 1


def test_views_of_thousands_of_pins_cost_little_more_than_of_hundreds():
    few, many = spots(500), spots(8_000)
    assert quickest(lambda: views(many)) < max(30 * quickest(lambda: views(few)), 0.5)


def test_a_list_of_the_world_s_regions_reads_borders_once():
    """Regions of more countries than the few whose borders stay in memory, looked at in every view of every run."""
    countries = ["US", "FR", "DE", "ES", "IT", "PL", "TR", "EG", "IN", "CN", "JP", "BR", "MX", "CA", "AU", "ZA"]
    regions = [
        Spot(f"e{n}", f"Region {n}", country, "region", 10.0 + n, 20.0 + n, 1, 0.9, "", n, (f"Region {n}",), (f"e{n}",))
        for n, country in enumerate(countries)
    ]
    views(regions)
    read = _regions.cache_info().misses
    views(regions)
    assert _regions.cache_info().misses == read
