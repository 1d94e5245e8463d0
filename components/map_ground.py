"""Ground for the drawn map: land, lakes and lines as SVG paths, cut to the frame. Pure arithmetic."""

import math
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from components.geo_box import NORTH_END, Box, LonLat, mercator
from components.geo_rings import Outline, Points, country_outlines, rings, world_outlines
from components.geo_shapes import countries_in
from components.map_labels import Rect

Pixel = tuple[float, float]
DETAIL_KM = 2500  # wider frames are drawn from the picture of the world
LEAST_STEP = 1.3  # pixels; of the points in such a square one is drawn, and smaller shapes are left out


class Projection:
    """Mercator, fitted: the box lies in the middle of the picture, whatever its shape."""

    def __init__(self, box: Box, width: float, height: float) -> None:
        left, top = mercator(box.west, box.north)
        right, bottom = mercator(box.east, box.south)
        self.scale = min(width / (right - left), height / (bottom - top))
        self.x0 = (left + right) / 2 - width / 2 / self.scale
        self.y0 = (top + bottom) / 2 - height / 2 / self.scale
        self.centre = box.centre[0]
        self.frame = Rect(0, 0, width, height)

    def pixel(self, lon: float, lat: float, *, turn: bool = True) -> Pixel:
        """Where a point is in the picture; turn: take the copy of the world that is nearest the middle."""
        if turn:
            lon = self.centre + (lon - self.centre + 180) % 360 - 180
        return self.from_map(*mercator(lon, lat))

    def from_map(self, x: float, y: float) -> Pixel:
        """A point of the Mercator map, in the picture."""
        return (x - self.x0) * self.scale, (y - self.y0) * self.scale

    def pixels(self, points: Points, turn: float) -> Points:
        """Points of the map, shape (n, 2), in the picture; turn: so many worlds to the east."""
        moved: Points = (points + np.array((turn - self.x0, -self.y0))) * self.scale
        return moved

    def degrees(self, x: float, y: float) -> LonLat:
        """The point of the globe under a pixel."""
        lon = (x / self.scale + self.x0 - 0.5) * 360
        return lon, math.degrees(math.atan(math.sinh((0.5 - (y / self.scale + self.y0)) * 2 * math.pi)))

    def box(self) -> Box:
        """Everything the picture shows."""
        (west, north), (east, south) = self.degrees(0, 0), self.degrees(self.frame.right, self.frame.bottom)
        return Box(west, max(-NORTH_END, south), east, min(NORTH_END, north))


def ground(projection: Projection, *, step: float = LEAST_STEP) -> dict[str, str]:
    """SVG path data by what it shows: land by ISO code, and lake, border, disputed, region.

    step: pixels; of the points in a square of that side one is drawn.
    """
    shown = projection.box()
    near = set(countries_in(shown)) if shown.span_km < DETAIL_KM else set()
    paths: dict[str, list[str]] = {}
    for outline in _outlines(near):
        paths.setdefault(outline.key, []).extend(_paths(outline, projection, step))
    return {key: "".join(parts) for key, parts in paths.items() if any(parts)}


def path_data(shapes: Iterable[Any], projection: Projection, *, line: bool) -> Iterator[str]:
    """Lines or polygons as path data, one for each copy of the world that shows."""
    for outline in rings(shapes, is_line=line):
        yield from _paths(outline, projection, LEAST_STEP)


def _outlines(near: set[str]) -> Iterator[Outline]:
    """Of the countries in a local frame all detail, of the rest of the world the coarse shapes."""
    yield from (outline for outline in world_outlines() if near.isdisjoint(outline.owners))
    for iso in sorted(near):
        yield from country_outlines(iso)


def _paths(outline: Outline, projection: Projection, step: float) -> Iterator[str]:
    for turn in (-1.0, 0.0, 1.0):  # the copies of the world to the west and to the east
        if _shows(outline, projection, turn, step):
            points = projection.pixels(outline.points, turn)
            if path := _path(points, projection.frame, step, line=outline.is_line):
                yield path


def _shows(outline: Outline, projection: Projection, turn: float, step: float) -> bool:
    left, top = projection.from_map(outline.low[0] + turn, outline.low[1])
    right, bottom = projection.from_map(outline.high[0] + turn, outline.high[1])
    extent = Rect(left, top, right, bottom)
    return extent.meets(projection.frame) and extent.right - extent.left + extent.bottom - extent.top > step


def _path(points: Points, frame: Rect, step: float, *, line: bool) -> str:
    thin = _thin(points, step)
    if not line:
        thin = _clipped(thin, Rect(frame.left - 9, frame.top - 9, frame.right + 9, frame.bottom + 9))
    if len(thin) < (2 if line else 3):
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in thin.tolist()) + ("" if line else "Z")


def _thin(points: Points, step: float) -> Points:
    """One point for each square of the grid that the line passes through, and both its ends."""
    cells = np.floor(points / step)
    kept = np.ones(len(points), dtype=bool)
    kept[1:-1] = (cells[1:-1] != cells[:-2]).any(axis=1)
    return points[kept]


def _clipped(points: Points, frame: Rect) -> Points:
    """Sutherland and Hodgman: cut a ring to the frame, one side after the other."""
    sides = ((0, frame.left, 1), (0, frame.right, -1), (1, frame.top, 1), (1, frame.bottom, -1))
    for axis, edge, sign in sides:
        if len(points):
            points = _cut(points, axis, edge, sign)
    return points


def _cut(points: Points, axis: int, edge: float, sign: int) -> Points:
    """What lies on the near side of an edge, with the points where the ring crosses it."""
    after = np.roll(points, -1, axis=0)
    inside = sign * (points[:, axis] - edge) >= 0
    crosses = np.flatnonzero(inside != (sign * (after[:, axis] - edge) >= 0))
    if not len(crosses):
        return points if inside[0] else points[:0]
    a, b = points[crosses], after[crosses]
    share = (edge - a[:, axis]) / (b[:, axis] - a[:, axis])
    met = a + share[:, None] * (b - a)
    kept = np.flatnonzero(inside)
    order = np.argsort(np.concatenate((2 * kept, 2 * crosses + 1)))
    return np.concatenate((points[kept], met))[order]
