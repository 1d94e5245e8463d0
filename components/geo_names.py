"""Where to write the names of countries and seas inside a view. No Streamlit."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from components.geo_box import Box, LonLat, distance_km
from components.geo_shapes import Ring, Sea, countries, countries_in, detail, seas, world_land

GRID = 22  # sample points along each side of the view
LOCAL_KM = 2500  # wider views take the fixed points of countries and seas
NEAR_KM = {1: 3500.0, 2: 1000.0, 3: 400.0, 4: 150.0}  # how far from its point a sea of each size may be named
WORLD_KM = 9000
LEAST_NAMED = 12.0  # square degrees of a country named in a picture of the world
LEAST_ROOM = 2.0  # grid steps free around a name
Cells = set[tuple[int, int]]


@lru_cache(maxsize=32)
def country_names(box: Box) -> tuple[tuple[str, str, LonLat, float], ...]:
    """ISO code, name, point and weight of each country to name in the view."""
    if box.span_km > LOCAL_KM:
        least = LEAST_NAMED if box.span_km > WORLD_KM else 0.3
        return tuple((c.iso, c.name, c.label, c.size) for c in countries().values() if c.size > least)
    found = []
    for iso, cells in _land(box).items():
        room, (i, j) = _roomiest(cells)
        if room >= LEAST_ROOM:
            found.append((iso, countries()[iso].name, _point(box, i, j), room))
    return tuple(found)


@lru_cache(maxsize=32)
def sea_name(box: Box) -> Sea | None:
    """The water with most room in a local view, by the name of the nearest known water."""
    land: Cells = set().union(*_land(box).values())
    water = {(i, j) for i in range(GRID) for j in range(GRID)} - land
    room, (i, j) = _roomiest(water)
    if room < LEAST_ROOM:
        return None
    lon, lat = _point(box, i, j)
    nearest = min(seas(), key=lambda sea: distance_km((sea.lon, sea.lat), (lon, lat)) / NEAR_KM[sea.size])
    if distance_km((nearest.lon, nearest.lat), (lon, lat)) > NEAR_KM[nearest.size]:
        return None
    return Sea(nearest.name, lon, lat, nearest.size)


def room_for_name(shape: Sequence[Sequence[Ring]], box: Box) -> LonLat | None:
    """The point of a shape with most room in the view; None where it does not show."""
    cells = _cells(shape, box)
    return _point(box, *_roomiest(cells)[1]) if cells else None


@lru_cache(maxsize=8)
def _land(box: Box) -> dict[str, Cells]:
    """The sample points that lie in each country."""
    fine = box.span_km < 400
    return {iso: _cells(_shape(iso, fine=fine), box) for iso in countries_in(box)}


def _shape(iso: str, *, fine: bool) -> list[list[Ring]]:
    if not fine or countries()[iso].size > 400:
        return world_land().get(iso, [])
    land: list[list[Ring]] = detail(iso)["features"][0]["geometry"]["coordinates"]
    return land


def _cells(polygons: Sequence[Sequence[Ring]], box: Box) -> Cells:
    """Row by row: where the outline crosses the row, inside and outside change."""
    cells: Cells = set()
    for j in range(GRID):
        lat = _point(box, 0, j)[1]
        cuts = sorted(_crossings(polygons, lat))
        for west, east in zip(cuts[::2], cuts[1::2], strict=False):
            cells |= {
                (i, j) for i in range(GRID) for turn in (0, 360, -360) if west <= _point(box, i, j)[0] + turn < east
            }
    return cells


def _crossings(polygons: Sequence[Sequence[Ring]], lat: float) -> list[float]:
    return [
        x0 + (lat - y0) / (y1 - y0) * (x1 - x0)
        for rings in polygons
        for ring in rings
        for (x0, y0), (x1, y1) in pairwise(ring)
        if (y0 > lat) != (y1 > lat)
    ]


def _roomiest(cells: Cells) -> tuple[float, tuple[int, int]]:
    """The sample point farthest from all others and from the edge, and how far in steps."""
    rest = [(i, j) for i in range(-1, GRID + 1) for j in range(-1, GRID + 1) if (i, j) not in cells]
    edge = [(i, j) for i, j in rest if any((i + a, j + b) in cells for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1)))]
    best = (0.0, (0, 0))
    for i, j in cells:
        room = min(((i - a) ** 2 / 4 + (j - b) ** 2 for a, b in edge), default=0.0)  # a name is wider than high
        best = max(best, (room**0.5, (i, j)))
    return best


def _point(box: Box, i: int, j: int) -> LonLat:
    lon = box.west + (box.east - box.west) * (i + 0.5) / GRID
    return lon, box.south + (box.north - box.south) * (j + 0.5) / GRID
