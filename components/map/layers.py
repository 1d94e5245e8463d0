"""The GeoJSON that goes inline into a map: pins, areas, names and where they stand, the scale bar. No Streamlit."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from components.map.borders import Sea, countries, countries_in, detail, plain, region_shape, seas, world_land
from components.map.box import (
    GRID,
    KM_PER_DEGREE,
    Box,
    Cells,
    LonLat,
    Ring,
    Sides,
    cells,
    distance_km,
    roomiest,
    sample_point,
    scale_length,
    sides,
    turned,
)
from components.map.pins import Spot
from pipeline.gazetteer import Gazetteer

LEAST_PIN, MOST_PIN = 11.0, 30.0  # diameters in pixels
MOST_FOUND, MOST_TOWNS = 400, 8
FIELDS = 3  # the view is parted into so many columns and rows; one of them holds two bearings at most
EASTERN = 0.68  # share of the view's width
APART, OFF_PINS = 0.1, 0.03  # of the view, between two towns, and between a town and a pin
MOST_NEAR = 16  # countries at full detail; each is a file to fetch
SEA_SIZE = {1: 16, 2: 14, 3: 12.5, 4: 11.5}
LOCAL_KM = 2500  # wider views take the fixed points of countries and seas
NEAR_KM = {1: 3500.0, 2: 1000.0, 3: 400.0, 4: 150.0}  # how far from its point a sea of each size may be named
WORLD_KM = 9000
LEAST_NAMED = 12.0  # square degrees of a country named in a picture of the world
LEAST_ROOM = 2.0  # grid steps free around a name
EDGE = 0.06  # share of a wide view in which no name has its middle: it would be cut off
Named = tuple[str, float, float]  # name, longitude, latitude
# The browser's plotly drops empty objects from its copy of a style, takes the copy for another style, loads all twice.
FILLED = {"drawn": True}


def diameter(count: int) -> float:
    """Of a pin: its area grows with the mentions."""
    return min(MOST_PIN, LEAST_PIN + 5.0 * (math.sqrt(count) - 1))


def largest_here(pins: Sequence[Spot]) -> dict[str, int]:
    """Spot → mentions of the largest pin in its very place: a site that no gazetteer knows lies on its town."""
    largest: dict[tuple[float, float], int] = {}
    for pin in pins:
        where = (round(pin.lon, 3), round(pin.lat, 3))
        largest[where] = max(pin.count, largest.get(where, 0))
    return {pin.id: largest[round(pin.lon, 3), round(pin.lat, 3)] for pin in pins}


def near_countries(spots: Sequence[Spot], box: Box) -> tuple[str, ...]:
    """Countries to fetch at full detail: those of the pins, and all in a local view."""
    named = [spot.country for spot in spots if spot.is_pin and spot.country in countries()]
    local = countries_in(box.grown(0.4, 0.4)) if box.span_km < LOCAL_KM else ()
    return tuple(dict.fromkeys((*local, *map(str, named))))[:MOST_NEAR]


def towns(box: Box, spots: Sequence[Spot], gazetteer: Gazetteer | None) -> tuple[Named, ...]:
    """A few neighbouring towns the article does not name, for bearings: the largest, spread over the view."""
    if gazetteer is None or box.span_km > LOCAL_KM:
        return ()
    lon, lat = box.centre
    radius = math.hypot(box.width_km, box.height_km) / 2
    names = {plain(name) for spot in spots for name in (spot.name, spot.official, *spot.written)}
    pins = [(spot.lon, spot.lat) for spot in spots if spot.is_pin]
    fields: Counter[tuple[int, int]] = Counter()
    kept: list[Named] = []
    inner = box.inner(EDGE)
    for town in gazetteer.near(lat, turned(lon), km=radius, limit=MOST_FOUND):  # largest first
        here, field = (town.lon, town.lat), _field(box, town.lon, town.lat)
        district = "(" in town.name  # "Zürich (Kreis 11)"
        if district or plain(town.name) in names or fields[field] == 2 or not inner.holds(*here):
            continue
        near_pin = any(distance_km(here, pin) < OFF_PINS * box.span_km for pin in pins)
        if near_pin or any(distance_km(here, (x, y)) < APART * box.span_km for _, x, y in kept):
            continue
        kept.append((town.name, *here))
        names.add(plain(town.name))
        fields[field] += 1
        if len(kept) == MOST_TOWNS:
            break
    return tuple(kept)


def _field(box: Box, lon: float, lat: float) -> tuple[int, int]:
    """Column and row of the part of the view in which a point lies."""
    column = FIELDS * (((lon - box.west) % 360) / (box.east - box.west))
    return int(column), int(FIELDS * (lat - box.south) / (box.north - box.south))


def sources(spots: Sequence[Spot], box: Box, neighbours: Iterable[Named]) -> dict[str, Any]:
    """Everything the style's own layers draw, by source name."""
    pins, areas = [s for s in spots if s.is_pin], [s for s in spots if not s.is_pin]
    named = {spot.country for spot in areas if spot.kind == "country"} | {s.name for s in areas if s.kind == "water"}
    largest = largest_here(pins)
    return {
        "pins": _collection(_point((s.lon, s.lat), **_pin(s, box, largest[s.id])) for s in pins),
        "areas": _collection(_point(label_point(s, box), name=s.name, order=-s.count) for s in areas),
        "shapes": _collection(shape for s in areas for shape in area_shapes(s)),
        "towns": _collection(_point((lon, lat), name=n, order=i) for i, (n, lon, lat) in enumerate(neighbours)),
        "countries": _collection(
            _point(point, name=name, order=-weight, size=_country_size(weight, box))
            for iso, name, point, weight in country_names(box)
            if iso not in named
        ),
        "seas": _collection(
            _point((s.lon, s.lat), name=s.name, size=SEA_SIZE[s.size]) for s in sea_names(box) if s.name not in named
        ),
    }


def sea_names(box: Box) -> tuple[Sea, ...]:
    """The waters to name: in a local view the one with most room, else all."""
    if box.span_km > LOCAL_KM:
        inner = box.inner(EDGE)
        return tuple(s for s in seas() if s.size <= (2 if box.span_km > WORLD_KM else 3) and inner.holds(s.lon, s.lat))
    local = sea_name(box)
    others = [sea for sea in seas() if box.holds(sea.lon, sea.lat) and (local is None or sea.name != local.name)]
    return (*([local] if local else []), *others)


def label_point(spot: Spot, box: Box) -> tuple[float, float]:
    """Where an area's name goes: for a country where the view has room for it."""
    if spot.kind == "country" and spot.country in countries():
        return country_point(str(spot.country), box)
    if spot.kind == "water" and (sea := next((sea for sea in sea_names(box) if sea.name == spot.name), None)):
        return sea.lon, sea.lat
    if spot.kind == "region" and not box.holds(spot.lon, spot.lat):
        shape = region_shape(spot.country, spot.name, spot.geonameid)
        return (room_for_name(shape, box) if shape else None) or (spot.lon, spot.lat)
    return spot.lon, spot.lat


@lru_cache(maxsize=32)
def country_names(box: Box) -> tuple[tuple[str, str, LonLat, float], ...]:
    """ISO code, name, point and weight of each country to name in the view."""
    if box.span_km > LOCAL_KM:
        least, inner = LEAST_NAMED if box.span_km > WORLD_KM else 0.3, box.inner(EDGE)
        wide = (c for c in countries().values() if c.size > least and inner.holds(*c.label))
        return tuple((c.iso, c.name, c.label, c.size) for c in wide)
    found = []
    for iso, ground in _land(box).items():
        room, (i, j) = roomiest(ground)
        if room >= LEAST_ROOM:
            found.append((iso, countries()[iso].name, sample_point(box, i, j), room))
    return tuple(found)


@lru_cache(maxsize=32)
def sea_name(box: Box) -> Sea | None:
    """The water with most room in a local view, by the name of the nearest known water."""
    land = np.any([np.zeros((GRID, GRID), dtype=np.bool_), *_land(box).values()], axis=0)
    room, (i, j) = roomiest(~land)
    if room < LEAST_ROOM:
        return None
    lon, lat = sample_point(box, i, j)
    nearest = min(seas(), key=lambda sea: distance_km((sea.lon, sea.lat), (lon, lat)) / NEAR_KM[sea.size])
    if distance_km((nearest.lon, nearest.lat), (lon, lat)) > NEAR_KM[nearest.size]:
        return None
    return Sea(nearest.name, lon, lat, nearest.size)


def country_point(iso: str, box: Box) -> LonLat:
    """Where the name of a country goes that the article names: in its visible part, however small that is."""
    label = countries()[iso].label
    if box.span_km > LOCAL_KM and box.inner(EDGE).holds(*label):
        return label
    ground = _land(box).get(iso)
    return sample_point(box, *roomiest(ground)[1]) if ground is not None and ground.any() else label


def room_for_name(shape: Sequence[Sequence[Ring]], box: Box) -> LonLat | None:
    """The point of a shape with most room in the view; None where it does not show."""
    found = cells(sides(shape), box)
    return sample_point(box, *roomiest(found)[1]) if found.any() else None


@lru_cache(maxsize=8)
def _land(box: Box) -> dict[str, Cells]:
    """The sample points that lie in each country."""
    fine = box.span_km < 400
    return {iso: cells(_shape(iso, fine=fine), box) for iso in countries_in(box)}


@lru_cache(maxsize=64)  # a file of borders is read once for many views
def _shape(iso: str, *, fine: bool) -> Sides:
    if not fine or countries()[iso].size > 400:
        return sides(world_land().get(iso, []))
    return sides(detail(iso)["features"][0]["geometry"]["coordinates"])


def named_countries(spots: Sequence[Spot]) -> tuple[str, ...]:
    """The countries that the article names: their land is tinted."""
    return tuple(str(spot.country) for spot in spots if spot.kind == "country" and spot.country in countries())


def area_shapes(spot: Spot) -> list[Any]:
    """The ground of a region, where its outline is known."""
    shape = region_shape(spot.country, spot.name, spot.geonameid) if spot.kind == "region" else None
    geometry = {"type": "MultiPolygon", "coordinates": shape}
    return [{"type": "Feature", "properties": FILLED, "geometry": geometry}] if shape else []


def scale_bar(box: Box) -> tuple[str, list[list[float]]] | None:
    """A label and a line of that length in the lower left corner; None for a picture of the world."""
    if box.span_km > 6000:
        return None
    width, height = box.east - box.west, box.north - box.south
    lat, west, tick = box.south + 0.05 * height, box.west + 0.03 * width, 0.012 * height
    km = scale_length(box.width_km / 5)
    east = west + km / (KM_PER_DEGREE * math.cos(math.radians(lat)))
    return f"{km:g} km", [[west, lat + tick], [west, lat], [east, lat], [east, lat + tick]]


def _pin(spot: Spot, box: Box, largest: int) -> dict[str, Any]:
    """largest: mentions of the largest pin in its place, which its name must not touch."""
    share = ((spot.lon - box.west) % 360) / (box.east - box.west)
    return {
        "name": spot.name,
        "order": -spot.count,
        "room": diameter(spot.count),
        "offset": round((diameter(largest) / 2 + 3) / 14, 2),
        "eastern": share > EASTERN,
    }


def _country_size(weight: float, box: Box) -> float:
    if box.span_km <= LOCAL_KM:
        return 12.5
    return 13.0 if weight > 100 else 11.0


def _point(where: tuple[float, float], **properties: Any) -> Any:
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Point", "coordinates": list(where)}}


def _collection(features: Iterable[Any]) -> Any:
    """Numbered, so that the browser can tell them apart (map_tools.js)."""
    numbered = list(features)
    for n, feature in enumerate(numbered):
        feature["properties"] = {**feature["properties"], "n": n}
    return {"type": "FeatureCollection", "features": numbered}
