"""Which part of the globe to show: the article's main area, all its places, the world. No Streamlit."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.geo_box import WORLD, Box, LonLat, box_around, clusters
from components.geo_shapes import box_of, countries, region_shape, world_land
from components.geo_spots import Spot

REACH_KM = 450  # pins that are farther apart than this belong to different areas
LEAST_KM = 36  # one town alone is shown with so much ground around it
LEAST_AREA_KM = 600  # a name such as "Sahel" has a middle but no outline
MARGIN = 0.09
TOO_WIDE_KM = 2500  # from here on all places together are a picture of continents


@dataclass(frozen=True, slots=True)
class View:
    """One choice of the view switch; ``inside`` counts the spots it shows."""

    name: str
    box: Box
    inside: int


def views(spots: Sequence[Spot]) -> tuple[View, ...]:
    """The views worth offering, the best first."""
    found = [View("World", WORLD, len(spots))]
    if not spots:
        return tuple(found)
    pins = [spot for spot in spots if spot.is_pin]
    # A country's middle says little about where the news is, so countries count only when nothing else is named.
    framed = pins + [spot for spot in spots if not spot.is_pin and spot.kind != "country"] if pins else list(spots)
    everything = _view("All places", framed, spots)
    core = _main_cluster(pins)
    region = _view("Main area", core + _near(core, framed), spots) if core else everything
    found.insert(0, everything)
    if region.box.span_km < 0.6 * everything.box.span_km:
        half = 2 * sum(spot.count for spot in core) >= sum(spot.count for spot in pins)
        found.insert(0 if half and everything.box.span_km > TOO_WIDE_KM else 1, region)
    return tuple(found)


def outside(spots: Sequence[Spot], box: Box) -> tuple[Spot, ...]:
    """The spots that a view does not show."""
    return tuple(spot for spot in spots if not box.holds(spot.lon, spot.lat))


def _view(name: str, framed: Sequence[Spot], spots: Sequence[Spot]) -> View:
    pins = [spot for spot in framed if spot.is_pin]
    points = [(spot.lon, spot.lat) for spot in framed]
    if not pins:
        points = [corner for spot in framed for corner in _corners(spot)]
    box = box_around(points, least_km=LEAST_KM).grown(MARGIN)
    return View(name, box, len(spots) - len(outside(spots, box)))


def _main_cluster(pins: Sequence[Spot]) -> list[Spot]:
    """The pins near one another that are named most often."""
    groups = clusters([(spot.lon, spot.lat) for spot in pins], reach_km=REACH_KM)
    best = max(groups, key=lambda group: sum(pins[n].count for n in group), default=[])
    return [pins[n] for n in sorted(best)]


def _near(core: Sequence[Spot], framed: Sequence[Spot]) -> list[Spot]:
    """Regions and waters in the middle of the main area."""
    box = box_around([(spot.lon, spot.lat) for spot in core], least_km=LEAST_KM).grown(0.5)
    return [spot for spot in framed if not spot.is_pin and box.holds(spot.lon, spot.lat)]


def _corners(spot: Spot) -> list[LonLat]:
    box = _extent(spot)
    return [(box.west, box.south), (box.east, box.north)]


def _extent(spot: Spot) -> Box:
    """The ground that an area covers: its outline if we have one, else some ground around its middle."""
    if spot.kind == "country" and spot.country in countries():
        return box_of(world_land()[str(spot.country)])
    if spot.kind == "region" and (shape := region_shape(spot.country, spot.name, spot.geonameid)):
        return box_of(shape)
    return box_around([(spot.lon, spot.lat)], least_km=LEAST_KM if spot.is_pin else LEAST_AREA_KM)
