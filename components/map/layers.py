"""The GeoJSON that goes inline into a map: pins, areas, names for bearings, the scale bar. No Streamlit."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from components.map.borders import Sea, countries, countries_in, plain, region_shape, seas
from components.map.box import KM_PER_DEGREE, Box, distance_km, scale_length
from components.map.label_points import EDGE, LOCAL_KM, WORLD_KM, country_names, country_point, room_for_name, sea_name
from components.map.pins import Spot
from pipeline.gazetteer import Gazetteer

LEAST_PIN, MOST_PIN = 11.0, 30.0  # diameters in pixels
MOST_FOUND, MOST_TOWNS = 400, 8
FIELDS = 3  # the view is parted into so many columns and rows; one of them holds two bearings at most
EASTERN = 0.68  # share of the view's width
APART, OFF_PINS = 0.1, 0.03  # of the view, between two towns, and between a town and a pin
MOST_NEAR = 16  # countries at full detail; each is a file to fetch
SEA_SIZE = {1: 16, 2: 14, 3: 12.5, 4: 11.5}
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
    for town in gazetteer.near(lat, (lon + 180) % 360 - 180, km=radius, limit=MOST_FOUND):  # largest first
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
