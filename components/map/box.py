"""Boxes on the globe and on the Mercator map: fitting, distances, scale bars, room for a name. Pure arithmetic."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline import gazetteer
from pipeline.gazetteer import EARTH_KM

LonLat = tuple[float, float]
Ring = list[list[float]]  # of an outline: points of longitude and latitude
Cells = npt.NDArray[np.bool_]  # shape (GRID, GRID): sample points of a view, west to east, south to north
Sides = npt.NDArray[np.float64]  # shape (n, 4): both ends of each side of a shape, in degrees
GRID = 22  # sample points along each side of a view
TURNS = (0, 360, -360)  # a longitude may be written in three ways
KM_PER_DEGREE = 111.32
LEAST_MARGIN = 0.05
HAIR = 1e-9  # degrees; what arithmetic loses
ONCE_ROUND = 360.0
NORTH_END = 84.0  # beyond it Mercator's map runs away


@dataclass(frozen=True, slots=True)
class Box:
    """Degrees; ``east`` is more than 180 where the box crosses the date line."""

    west: float
    south: float
    east: float
    north: float

    @property
    def centre(self) -> LonLat:
        """The middle, in degrees."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    @property
    def width_km(self) -> float:
        """West to east along the middle."""
        return (self.east - self.west) * KM_PER_DEGREE * math.cos(math.radians(self.centre[1]))

    @property
    def height_km(self) -> float:
        """South to north."""
        return (self.north - self.south) * KM_PER_DEGREE

    @property
    def span_km(self) -> float:
        """The longer side."""
        return max(self.width_km, self.height_km)

    def holds(self, lon: float, lat: float) -> bool:
        """Whether the point lies inside, on whichever side of the date line it is written."""
        inside = any(self.west - HAIR <= lon + turn <= self.east + HAIR for turn in (-360, 0, 360))
        return inside and self.south - HAIR <= lat <= self.north + HAIR

    def meets(self, other: "Box") -> bool:
        """Whether the two share any ground."""
        across = any(self.west <= other.east + t and other.west + t <= self.east for t in (-360, 0, 360))
        return across and self.south <= other.north and other.south <= self.north

    def grown(self, wide: float, high: float) -> "Box":
        """With margins on each side, shares of the width and of the height, and a little of the longer side."""
        width, height = self.east - self.west, self.north - self.south
        least = LEAST_MARGIN * max(width, height)
        x, y = max(least, wide * width), max(least, high * height)
        x = min(x, (ONCE_ROUND - width) / 2)  # no ground is shown twice
        return Box(self.west - x, max(-NORTH_END, self.south - y), self.east + x, min(NORTH_END, self.north + y))

    def inner(self, share: float) -> "Box":
        """Without an edge on each side, a share of the width and of the height."""
        x, y = share * (self.east - self.west), share * (self.north - self.south)
        return Box(self.west + x, self.south + y, self.east - x, self.north - y)


WORLD = Box(-168.0, -56.0, 190.0, 74.0)


def box_around(points: Iterable[LonLat], *, least_km: float) -> Box:
    """The smallest box with all the points, across the date line if that is shorter, at least so large."""
    points = list(points)
    west, east = _shortest_arc([lon for lon, _ in points])
    south, north = min(lat for _, lat in points), max(lat for _, lat in points)
    tall = max(0.0, least_km / KM_PER_DEGREE - (north - south)) / 2
    narrowing = max(0.05, math.cos(math.radians((south + north) / 2)))
    wide = max(0.0, least_km / KM_PER_DEGREE / narrowing - (east - west)) / 2
    return Box(west - wide, max(-NORTH_END, south - tall), east + wide, min(NORTH_END, north + tall))


def distance_km(a: LonLat, b: LonLat) -> float:
    """Great-circle distance."""
    return gazetteer.distance_km(a[1], a[0], b[1], b[0])


def clusters(points: Sequence[LonLat], *, reach_km: float) -> list[list[int]]:
    """Indices of points in groups; a point belongs to a group if any member is within reach.

    Each point is compared with all that have no group yet, in one step: 2,000 of them take a twentieth of a second.
    """
    lon, lat = np.radians(np.array(points, float).reshape(-1, 2)).T
    on_sphere = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    chord = 2 * math.sin(min(reach_km / (2 * EARTH_KM), math.pi / 2))  # the straight line through the earth
    alone = np.ones(len(points), bool)
    groups: list[list[int]] = []
    for first in range(len(points)):
        if not alone[first]:
            continue
        alone[first] = False
        group = [first]
        for member in group:  # which grows while we go through it
            rest = np.flatnonzero(alone)
            near = rest[np.square(on_sphere[rest] - on_sphere[member]).sum(axis=1) <= chord**2]
            alone[near] = False
            group.extend(near.tolist())
        groups.append(group)
    return groups


def mercator(lon: float, lat: float) -> tuple[float, float]:
    """Web Mercator, in units of the world's width; y grows to the south."""
    lat = max(-NORTH_END, min(NORTH_END, lat))
    y = math.asinh(math.tan(math.radians(lat))) / (2 * math.pi)
    return lon / 360 + 0.5, 0.5 - y


def turned(lon: float) -> float:
    """A longitude written between -180 and 180."""
    return (lon + 180) % 360 - 180


def scale_length(km: float) -> float:
    """The largest round length (1, 2, 5, 10 ... km) that is not longer."""
    power = 10.0 ** math.floor(math.log10(km))
    return max(step * power for step in (1, 2, 5) if step * power <= km)


def _shortest_arc(lons: list[float]) -> tuple[float, float]:
    """West and east ends of the shortest arc with all longitudes: all but the widest gap."""
    lons = sorted({turned(lon) for lon in lons})
    gaps = [b - a for a, b in zip(lons, [*lons[1:], lons[0] + 360], strict=True)]
    widest = max(range(len(gaps)), key=lambda n: (gaps[n], n))
    west = lons[(widest + 1) % len(lons)]
    return west, west + 360 - gaps[widest]


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


def sample_point(box: Box, i: int, j: int) -> LonLat:
    """Where a sample point is."""
    lon = box.west + (box.east - box.west) * (i + 0.5) / GRID
    return lon, box.south + (box.north - box.south) * (j + 0.5) / GRID
