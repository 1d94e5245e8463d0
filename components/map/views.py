"""Which part of the globe to show: the article's main area, all its places, the world. No Streamlit."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from components.map.borders import box_of, countries, region_shape, world_land
from components.map.box import WORLD, Box, LonLat, box_around, clusters
from components.map.layers import LOCAL_KM, sea_name
from components.map.pins import Spot

REACHES_KM = (30, 80, 200, 500)  # how near pins must be to belong together; the first that holds most wins
MOST = 0.6  # of the mentions of pins
TELLING = 0.5  # of all mentions: a nearer view that shows fewer is not offered, whatever pins it holds
MOST_PINS = 2_000  # that are looked at for the main area, the most named first
FAR_OUT = 2.5  # times wider than what else there is to show: far places would make it too small to read
LEAST_KM = 36  # one town alone is shown with so much ground around it
LEAST_AREA_KM = 600  # a name such as "Sahel" has a middle but no outline
MARGINS, FEW, AIR = (0.2, 0.1), 3, (0.3, 0.3)  # a name needs room to the right of its pin; few pins need no edge
ORDER = ("Main area", "Most places", "All places", "World")


@dataclass(frozen=True, slots=True)
class View:
    """One choice of the view switch; ``inside`` counts the spots it shows."""

    name: str
    box: Box
    inside: int


def views(spots: Sequence[Spot]) -> tuple[View, ...]:
    """The views worth offering, the best first.

    Main area: where most mentions of sure pins lie close together. Most places: the pins without countries, which
    are large, and without what lies far off. Both only if most mentions are of what they show: an article about five
    countries and one town is not about the town. All places: every spot; a country is one by the point of its name.
    """
    if not spots:
        return (View("World", WORLD, 0),)
    everything = _view("All places", spots, spots)
    found = [everything, View("World", WORLD, len(spots))]
    pins = [spot for spot in spots if spot.is_pin and spot.is_sure] or [spot for spot in spots if spot.is_pin]
    most = _view("Most places", pins + _areas(pins, spots), spots) if pins else everything
    is_nearer = most.inside < everything.inside and FAR_OUT * most.box.span_km < everything.box.span_km
    if is_nearer and _tells(most, spots):
        found.insert(0, most)
    core = _main_cluster(pins)
    main = _view("Main area", core + _areas(core, spots), spots) if core else everything
    if main.box.span_km < 0.6 * found[0].box.span_km and _tells(main, spots):
        leads = len(core) > 1 and FAR_OUT * main.box.span_km < found[0].box.span_km
        found.insert(0 if leads else 1, main)
    return tuple(found)


def _tells(view: View, spots: Sequence[Spot]) -> bool:
    """Whether a view shows most of what the article says of places that are sure."""
    sure = [spot for spot in spots if spot.is_sure] or spots
    unseen = sum(spot.count for spot in outside(sure, view.box))
    return unseen <= (1 - TELLING) * sum(spot.count for spot in sure)


def outside(spots: Sequence[Spot], box: Box) -> tuple[Spot, ...]:
    """The spots that a view does not show."""
    return tuple(spot for spot in spots if not _shows(box, spot))


def _shows(box: Box, spot: Spot) -> bool:
    if spot.kind == "country" and spot.country in countries():
        return any(box.meets(part) for part in countries()[str(spot.country)].boxes)
    if spot.kind == "region" and (extent := _region_box(spot.country, spot.name, spot.geonameid)):
        return box.meets(extent)
    sea = sea_name(box) if spot.kind == "water" and box.span_km < LOCAL_KM else None
    return box.holds(spot.lon, spot.lat) or bool(sea and sea.name == spot.name)


@lru_cache(maxsize=2_000)  # a list of the world's regions would read the borders of their countries again and again
def _region_box(country: str | None, name: str, geonameid: int | None) -> Box | None:
    shape = region_shape(country, name, geonameid)
    return box_of(shape) if shape else None


def _view(name: str, framed: Sequence[Spot], spots: Sequence[Spot]) -> View:
    points = [_middle(spot) for spot in framed]
    if not any(spot.is_pin for spot in framed):
        points = [corner for spot in framed for corner in _corners(spot)]
    box = box_around(points, least_km=LEAST_KM).grown(*(AIR if len(framed) <= FEW else MARGINS))
    return View(name, box, len(spots) - len(outside(spots, box)))


def _main_cluster(pins: Sequence[Spot]) -> list[Spot]:
    """The smallest group of neighbouring pins with most of the mentions; none where they are scattered."""
    pins = sorted(pins, key=lambda spot: -spot.count)[:MOST_PINS]
    total = sum(spot.count for spot in pins)
    for reach in REACHES_KM:
        groups = clusters([(spot.lon, spot.lat) for spot in pins], reach_km=reach)
        for group in groups:
            core = [pins[n] for n in sorted(group)]
            if sum(spot.count for spot in core) >= MOST * total and (len(core) > 1 or reach == REACHES_KM[-1]):
                return core
    return []


def _areas(core: Sequence[Spot], spots: Sequence[Spot]) -> list[Spot]:
    """Regions and waters in the middle of what is shown; doubtful pins among them steer nothing."""
    box = box_around([(spot.lon, spot.lat) for spot in core], least_km=LEAST_KM).grown(0.5, 0.5)
    return [s for s in spots if not s.is_pin and s.kind != "country" and box.holds(s.lon, s.lat)]


def _middle(spot: Spot) -> LonLat:
    """The point that stands for a spot: of a country that where its name has room."""
    if spot.kind == "country" and spot.country in countries():
        return countries()[str(spot.country)].label
    return spot.lon, spot.lat


def _corners(spot: Spot) -> list[LonLat]:
    box = _extent(spot)
    return [(box.west, box.south), (box.east, box.north)]


def _extent(spot: Spot) -> Box:
    """The ground that an area covers: its outline if we have one, else some ground around its middle."""
    if spot.kind == "country" and spot.country in world_land():
        return box_of(world_land()[str(spot.country)])
    if spot.kind == "region" and (extent := _region_box(spot.country, spot.name, spot.geonameid)):
        return extent
    return box_around([(spot.lon, spot.lat)], least_km=LEAST_KM if spot.is_pin else LEAST_AREA_KM)
