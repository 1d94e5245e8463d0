"""Where to write the names of countries and seas inside a view. No Streamlit.

A grid of sample points over a view: which lie on a shape, and which has most room around it. Pure arithmetic.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from components.map.borders import Ring, Sea, countries, countries_in, detail, seas, world_land
from components.map.box import Box, LonLat, distance_km

GRID = 22  # sample points along each side of the view
TURNS = (0, 360, -360)  # a longitude may be written in three ways
Cells = npt.NDArray[np.bool_]  # shape (GRID, GRID): west to east, south to north
Sides = npt.NDArray[np.float64]  # shape (n, 4): both ends of each side of a shape, in degrees


def sides(polygons: Sequence[Sequence[Ring]]) -> Sides:
    """The sides of all rings, one below the other."""
    rings = [np.asarray(ring, dtype=np.float64)[:, :2] for rings in polygons for ring in rings]
    return np.concatenate([np.empty((0, 4)), *(np.hstack((ring[:-1], ring[1:])) for ring in rings)])


def cells(shape: Sides, box: Box) -> Cells:
    """Row by row: where the outline crosses the row, inside and outside change."""
    found = np.zeros((GRID, GRID), dtype=np.bool_)
    middles = np.arange(GRID) + 0.5
    lons = box.west + (box.east - box.west) * middles / GRID
    for j, lat in enumerate((box.south + (box.north - box.south) * middles / GRID).tolist()):
        cuts = _crossings(shape, lat)
        for turn in TURNS if len(cuts) else ():
            passed = np.searchsorted(cuts, lons + turn, side="right")
            found[:, j] |= (passed % 2 == 1) & (passed < len(cuts))
    return found


def _crossings(shape: Sides, lat: float) -> npt.NDArray[np.float64]:
    x0, y0, x1, y1 = shape[(shape[:, 1] > lat) != (shape[:, 3] > lat)].T
    cuts: npt.NDArray[np.float64] = np.sort(x0 + (lat - y0) / (y1 - y0) * (x1 - x0))
    return cuts


def roomiest(found: Cells) -> tuple[float, tuple[int, int]]:
    """The sample point farthest from all others and from the edge, and how far in steps."""
    if not found.any():
        return 0.0, (0, 0)
    wide = np.pad(found, 2)
    beside = wide[:-2, 1:-1] | wide[2:, 1:-1] | wide[1:-1, :-2] | wide[1:-1, 2:]
    edge = np.argwhere(beside & ~wide[1:-1, 1:-1]) - 1
    inside = np.argwhere(found)
    away = inside[:, None] - edge
    rooms = (away[:, :, 0] ** 2 / 4 + away[:, :, 1] ** 2).min(axis=1)  # a name is wider than high
    best = int(np.flatnonzero(rooms == rooms.max())[-1])
    i, j = inside[best].tolist()
    return float(rooms[best]) ** 0.5, (i, j)


def point(box: Box, i: int, j: int) -> LonLat:
    """Where a sample point is."""
    lon = box.west + (box.east - box.west) * (i + 0.5) / GRID
    return lon, box.south + (box.north - box.south) * (j + 0.5) / GRID


LOCAL_KM = 2500  # wider views take the fixed points of countries and seas
NEAR_KM = {1: 3500.0, 2: 1000.0, 3: 400.0, 4: 150.0}  # how far from its point a sea of each size may be named
WORLD_KM = 9000
LEAST_NAMED = 12.0  # square degrees of a country named in a picture of the world
LEAST_ROOM = 2.0  # grid steps free around a name
EDGE = 0.06  # share of a wide view in which no name has its middle: it would be cut off


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


def country_point(iso: str, box: Box) -> LonLat:
    """Where the name of a country goes that the article names: in its visible part, however small that is."""
    label = countries()[iso].label
    if box.span_km > LOCAL_KM and box.inner(EDGE).holds(*label):
        return label
    ground = _land(box).get(iso)
    return point(box, *roomiest(ground)[1]) if ground is not None and ground.any() else label


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
