"""Where to write the names of countries and seas inside a view. No Streamlit."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from components.geo_box import Box, LonLat, distance_km
from components.geo_cells import GRID, Cells, Sides, cells, point, roomiest, sides
from components.geo_shapes import Ring, Sea, countries, countries_in, detail, seas, world_land

LOCAL_KM = 2500  # wider views take the fixed points of countries and seas
NEAR_KM = {1: 3500.0, 2: 1000.0, 3: 400.0, 4: 150.0}  # how far from its point a sea of each size may be named
WORLD_KM = 9000
LEAST_NAMED = 12.0  # square degrees of a country named in a picture of the world
LEAST_ROOM = 2.0  # grid steps free around a name


@lru_cache(maxsize=32)
def country_names(box: Box) -> tuple[tuple[str, str, LonLat, float], ...]:
    """ISO code, name, point and weight of each country to name in the view."""
    if box.span_km > LOCAL_KM:
        least = LEAST_NAMED if box.span_km > WORLD_KM else 0.3
        return tuple((c.iso, c.name, c.label, c.size) for c in countries().values() if c.size > least)
    found = []
    for iso, ground in _land(box).items():
        room, (i, j) = roomiest(ground)
        if room >= LEAST_ROOM:
            found.append((iso, countries()[iso].name, point(box, i, j), room))
    return tuple(found)


@lru_cache(maxsize=32)
def sea_name(box: Box) -> Sea | None:
    """The water with most room in a local view, by the name of the nearest known water."""
    land = np.any([np.zeros((GRID, GRID), dtype=np.bool_), *_land(box).values()], axis=0)
    room, (i, j) = roomiest(~land)
    if room < LEAST_ROOM:
        return None
    lon, lat = point(box, i, j)
    nearest = min(seas(), key=lambda sea: distance_km((sea.lon, sea.lat), (lon, lat)) / NEAR_KM[sea.size])
    if distance_km((nearest.lon, nearest.lat), (lon, lat)) > NEAR_KM[nearest.size]:
        return None
    return Sea(nearest.name, lon, lat, nearest.size)


def room_for_name(shape: Sequence[Sequence[Ring]], box: Box) -> LonLat | None:
    """The point of a shape with most room in the view; None where it does not show."""
    found = cells(sides(shape), box)
    return point(box, *roomiest(found)[1]) if found.any() else None


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
