"""The GeoJSON that goes inline into a map: pins, areas, names for bearings, the scale bar. No Streamlit."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from components.map.borders import Sea, countries, countries_in, plain, region_shape, seas
from components.map.box import KM_PER_DEGREE, Box, distance_km, scale_length
from components.map.label_points import LOCAL_KM, WORLD_KM, country_names, room_for_name, sea_name
from components.map.pins import Spot
from pipeline.gazetteer import Gazetteer

LEAST_PIN, MOST_PIN = 11.0, 30.0  # diameters in pixels
MOST_FOUND, MOST_TOWNS = 160, 45
EASTERN = 0.68  # share of the view's width
APART = 0.018  # of the view, between two towns: no dot on another dot
MOST_NEAR = 16  # countries at full detail; each is a file to fetch
SEA_SIZE = {1: 16, 2: 14, 3: 12.5, 4: 11.5}
Named = tuple[str, float, float]  # name, longitude, latitude
# The browser's plotly drops empty objects from its copy of a style, takes the copy for another style, loads all twice.
FILLED = {"drawn": True}


def diameter(count: int) -> float:
    """Of a pin: its area grows with the mentions."""
    return min(MOST_PIN, LEAST_PIN + 5.0 * (math.sqrt(count) - 1))


def near_countries(spots: Sequence[Spot], box: Box) -> tuple[str, ...]:
    """Countries to fetch at full detail: those of the pins, and all in a local view."""
    named = [spot.country for spot in spots if spot.is_pin and spot.country in countries()]
    local = countries_in(box.grown(0.4, 0.4)) if box.span_km < LOCAL_KM else ()
    return tuple(dict.fromkeys((*local, *map(str, named))))[:MOST_NEAR]


def towns(box: Box, spots: Sequence[Spot], gazetteer: Gazetteer | None) -> tuple[Named, ...]:
    """Neighbouring towns the article does not name, largest first."""
    if gazetteer is None or box.span_km > LOCAL_KM:
        return ()
    lon, lat = box.centre
    radius = math.hypot(box.width_km, box.height_km) / 2
    apart, names = box.span_km * APART, {plain(spot.name) for spot in spots}
    found = gazetteer.near(lat, (lon + 180) % 360 - 180, km=radius, limit=MOST_FOUND)
    kept: list[Named] = []
    for town in found:  # largest first: of a cluster of suburbs the city stays
        here = (town.lon, town.lat)
        others = [(spot.lon, spot.lat) for spot in spots if spot.is_pin] + [(lon, lat) for _, lon, lat in kept]
        if plain(town.name) not in names and all(distance_km(here, other) > apart for other in others):
            kept.append((town.name, *here))
    return tuple(kept[:MOST_TOWNS])


def sources(spots: Sequence[Spot], box: Box, neighbours: Iterable[Named]) -> dict[str, Any]:
    """Everything the style's own layers draw, by source name."""
    pins, areas = [s for s in spots if s.is_pin], [s for s in spots if not s.is_pin]
    named = {spot.country for spot in areas if spot.kind == "country"} | {s.name for s in areas if s.kind == "water"}
    return {
        "pins": _collection(_point((s.lon, s.lat), **_pin(s, box)) for s in pins),
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
        "scale": _collection(_scale(box, pins)),
    }


def sea_names(box: Box) -> tuple[Sea, ...]:
    """The waters to name: in a local view the one with most room, else all."""
    if box.span_km > LOCAL_KM:
        return tuple(sea for sea in seas() if sea.size <= (2 if box.span_km > WORLD_KM else 3))
    local = sea_name(box)
    others = [sea for sea in seas() if box.holds(sea.lon, sea.lat) and (local is None or sea.name != local.name)]
    return (*([local] if local else []), *others)


def label_point(spot: Spot, box: Box) -> tuple[float, float]:
    """Where an area's name goes: for a country where the view has room for it."""
    if spot.kind == "country" and spot.country in countries():
        points = {iso: point for iso, _, point, _ in country_names(box)}
        return points.get(str(spot.country), countries()[str(spot.country)].label)
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


def scale_bar(box: Box, pins: Sequence[Spot]) -> tuple[str, list[list[float]]] | None:
    """A label and a line of that length in a corner without pins; None for a picture of the world."""
    if box.span_km > 6000:
        return None
    width, height = box.east - box.west, box.north - box.south
    souths, wests = (box.south, box.north - 0.16 * height), (box.west, box.east - 0.33 * width)
    corners = [Box(west, south, west + 0.33 * width, south + 0.16 * height) for south in souths for west in wests]
    corner = next((c for c in corners if not any(c.holds(pin.lon, pin.lat) for pin in pins)), corners[0])
    lat = corner.south + 0.05 * height
    km = scale_length(box.width_km / 4)
    tick, west = 0.012 * height, corner.west + 0.03 * width
    east = west + km / (KM_PER_DEGREE * math.cos(math.radians(lat)))
    return f"{km:g} km", [[west, lat + tick], [west, lat], [east, lat], [east, lat + tick]]


def _scale(box: Box, pins: Sequence[Spot]) -> list[Any]:
    bar = scale_bar(box, pins)
    if bar is None:
        return []
    line = {"type": "Feature", "properties": FILLED, "geometry": {"type": "LineString", "coordinates": bar[1]}}
    return [line, _point((bar[1][1][0], bar[1][1][1]), name=bar[0])]


def _pin(spot: Spot, box: Box) -> dict[str, Any]:
    share = ((spot.lon - box.west) % 360) / (box.east - box.west)
    size = diameter(spot.count)
    return {
        "name": spot.name,
        "order": -spot.count,
        "room": size,
        "offset": round((size / 2 + 3) / 14, 2),
        "eastern": share > EASTERN,
    }


def _country_size(weight: float, box: Box) -> float:
    if box.span_km <= LOCAL_KM:
        return 12.5
    return 13.0 if weight > 100 else 11.0


def _point(where: tuple[float, float], **properties: Any) -> Any:
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Point", "coordinates": list(where)}}


def _collection(features: Iterable[Any]) -> Any:
    return {"type": "FeatureCollection", "features": list(features)}
