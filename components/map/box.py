"""Boxes on the globe and on the Mercator map: fitting, distances, scale bars. Pure arithmetic."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from pipeline import gazetteer
from pipeline.gazetteer import EARTH_KM

LonLat = tuple[float, float]
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


def scale_length(km: float) -> float:
    """The largest round length (1, 2, 5, 10 ... km) that is not longer."""
    power = 10.0 ** math.floor(math.log10(km))
    return max(step * power for step in (1, 2, 5) if step * power <= km)


def _shortest_arc(lons: list[float]) -> tuple[float, float]:
    """West and east ends of the shortest arc with all longitudes: all but the widest gap."""
    lons = sorted({(lon + 180) % 360 - 180 for lon in lons})
    gaps = [b - a for a, b in zip(lons, [*lons[1:], lons[0] + 360], strict=True)]
    widest = max(range(len(gaps)), key=lambda n: (gaps[n], n))
    west = lons[(widest + 1) % len(lons)]
    return west, west + 360 - gaps[widest]
