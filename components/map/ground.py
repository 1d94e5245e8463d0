"""Ground for the drawn map: land, lakes and lines as SVG paths, cut to the frame. Pure arithmetic.

Outlines as arrays on the Mercator map, so that a picture costs arithmetic on whole rings. No Streamlit.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from components.map.borders import countries_in, detail, world
from components.map.box import NORTH_END, Box, LonLat, mercator
from components.map.label_layout import Rect

Points = npt.NDArray[np.float64]  # shape (n, 2): x to the east, y to the south, the whole map being 1 wide
LINES = frozenset(("border", "disputed", "region"))


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """One ring or line: what it shows (``land-EG``, ``lake``, ``border``), whose it is, and where."""

    key: str
    owners: frozenset[str]
    is_line: bool
    points: Points
    low: tuple[float, float]
    high: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Many outlines, with their extents as two arrays: what lies in a picture is asked of all of them at once."""

    outlines: tuple[Outline, ...]
    low: Points
    high: Points


def sheet(outlines: Iterable[Outline]) -> Sheet:
    """Outlines with their extents; none of them is fine too."""
    kept = tuple(outlines)
    corners = np.array([(one.low, one.high) for one in kept], dtype=np.float64).reshape(-1, 2, 2)
    return Sheet(kept, corners[:, 0], corners[:, 1])


@cache
def world_outlines() -> Sheet:
    """The coarse picture of the world."""
    return sheet(_outlines(world()["features"]))


@lru_cache(maxsize=48)  # a country at full detail takes 10 to 400 kB
def country_outlines(iso: str) -> Sheet:
    """One country at full detail."""
    return sheet(_outlines(detail(iso)["features"]))


def rings(shapes: Iterable[Any], *, is_line: bool, key: str = "", owners: Sequence[str] = ()) -> Iterator[Outline]:
    """Outlines of GeoJSON coordinates: lines, or the rings of polygons."""
    for shape in shapes:
        for ring in [shape] if is_line else shape:
            points = mercator_points(ring)
            low, high = points.min(axis=0), points.max(axis=0)
            yield Outline(key, frozenset(owners), is_line, points, tuple(low), tuple(high))


def mercator_points(ring: Iterable[Any]) -> Points:
    """Longitudes and latitudes, shape (n, 2), on the map."""
    degrees = np.asarray(ring, dtype=np.float64)
    lat = np.radians(np.clip(degrees[:, 1], -NORTH_END, NORTH_END))
    y = 0.5 - np.arcsinh(np.tan(lat)) / (2 * math.pi)
    return np.column_stack((degrees[:, 0] / 360 + 0.5, y))


def _outlines(features: Iterable[Any]) -> Iterator[Outline]:
    for feature in features:
        facts = feature["properties"]
        kind = facts["kind"]
        key = f"land-{facts['iso']}" if kind == "land" else kind
        owners = [str(facts[name]) for name in ("iso", "a", "b") if facts.get(name)]
        yield from rings(feature["geometry"]["coordinates"], is_line=kind in LINES, key=key, owners=owners)


Pixel = tuple[float, float]
DETAIL_KM = 2500  # wider frames are drawn from the picture of the world
TURNS = (-1.0, 0.0, 1.0)  # the world, and its copies to the west and to the east
LEAST_STEP = 1.3  # pixels; of the points in such a square one is drawn, and smaller shapes are left out


class Projection:
    """Mercator, fitted: the box lies in the middle of the picture, whatever its shape."""

    def __init__(self, box: Box, width: float, height: float) -> None:
        left, top = mercator(box.west, box.north)
        right, bottom = mercator(box.east, box.south)
        # One world at most: what lies beyond its edge would be shown twice.
        self.scale = max(min(width / (right - left), height / (bottom - top)), width)
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
    for outline, path in _drawn(near, projection, step):
        paths.setdefault(outline.key, []).append(path)
    return {key: "".join(parts) for key, parts in paths.items()}


def path_data(shapes: Iterable[Any], projection: Projection, *, line: bool) -> Iterator[str]:
    """Lines or polygons as path data, one for each copy of the world that shows."""
    yield from (path for _, path in _paths(sheet(rings(shapes, is_line=line)), projection, LEAST_STEP))


def _drawn(near: set[str], projection: Projection, step: float) -> Iterator[tuple[Outline, str]]:
    """Of the countries in a local frame all detail, of the rest of the world the coarse shapes."""
    yield from _paths(world_outlines(), projection, step, but=near)
    for iso in sorted(near):
        yield from _paths(country_outlines(iso), projection, step)


def _paths(
    many: Sheet, projection: Projection, step: float, *, but: Collection[str] = ()
) -> Iterator[tuple[Outline, str]]:
    """What shows of the outlines; but: whose are left out."""
    for number, turn in zip(*_showing(many, projection, step), strict=True):
        outline = many.outlines[number]
        if outline.owners.isdisjoint(but):
            points = projection.pixels(outline.points, TURNS[turn])
            if path := _path(points, projection.frame, step, line=outline.is_line):
                yield outline, path


def _showing(many: Sheet, projection: Projection, step: float) -> tuple[list[int], list[int]]:
    """Numbers of the outlines whose extent meets the frame and is no speck, and the copy of the world it does so in."""
    corner, frame = np.array((projection.x0, projection.y0)), projection.frame
    moved = np.array([(turn, 0.0) for turn in TURNS])
    low = (many.low[:, None] + moved - corner) * projection.scale
    high = (many.high[:, None] + moved - corner) * projection.scale
    meets = (low < (frame.right, frame.bottom)) & (high > (frame.left, frame.top))
    numbers, turns = np.nonzero(meets.all(axis=2) & ((high - low).sum(axis=2) > step))
    return numbers.tolist(), turns.tolist()


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
    inside = sign * (points[:, axis] - edge) >= 0
    if inside.all():  # most rings that show lie on the near side of most edges
        return points
    crosses = np.flatnonzero(inside != np.concatenate((inside[1:], inside[:1])))
    a, b = points[crosses], points[(crosses + 1) % len(points)]
    share = (edge - a[:, axis]) / (b[:, axis] - a[:, axis])
    met = a + share[:, None] * (b - a)
    kept = np.flatnonzero(inside)
    order = np.argsort(np.concatenate((2 * kept, 2 * crosses + 1)))
    return np.concatenate((points[kept], met))[order]
