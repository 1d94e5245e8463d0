"""Ground for the drawn map: land, lakes and lines as SVG paths, cut to the frame. Pure arithmetic."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from components.geo_box import NORTH_END, Box, LonLat, mercator
from components.geo_shapes import Ring, countries_in, detail, world
from components.map_labels import Rect

Pixel = tuple[float, float]
DETAIL_KM = 2500  # wider frames are drawn from the picture of the world
LEAST_STEP = 0.9  # pixels; closer points are left out, and so are shapes that are smaller


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
        x, y = mercator(lon, lat)
        return (x - self.x0) * self.scale, (y - self.y0) * self.scale

    def degrees(self, x: float, y: float) -> LonLat:
        """The point of the globe under a pixel."""
        lon = (x / self.scale + self.x0 - 0.5) * 360
        return lon, math.degrees(math.atan(math.sinh((0.5 - (y / self.scale + self.y0)) * 2 * math.pi)))

    def box(self) -> Box:
        """Everything the picture shows."""
        (west, north), (east, south) = self.degrees(0, 0), self.degrees(self.frame.right, self.frame.bottom)
        return Box(west, max(-NORTH_END, south), east, min(NORTH_END, north))


def ground(projection: Projection) -> dict[str, str]:
    """SVG path data by what it shows: land by ISO code, and lake, border, disputed, region."""
    shown = projection.box()
    near = set(countries_in(shown)) if shown.span_km < DETAIL_KM else set()
    paths: dict[str, list[str]] = {}
    for feature in _features(near):
        kind = feature["properties"]["kind"]
        key = f"land-{feature['properties']['iso']}" if kind == "land" else kind
        paths.setdefault(key, []).extend(path_data(feature["geometry"]["coordinates"], projection, line=kind in LINES))
    return {key: "".join(parts) for key, parts in paths.items() if any(parts)}


LINES = frozenset(("border", "disputed", "region"))


def path_data(shapes: Iterable[Any], projection: Projection, *, line: bool) -> Iterator[str]:
    """Lines or polygons as path data, one for each copy of the world that shows."""
    turns = [turn for turn in (-360, 0, 360) if projection.box().meets(Box(-180 + turn, -90, 180 + turn, 90))]
    for shape in shapes:
        for ring in [shape] if line else shape:
            for turn in sorted({*turns, 0}):
                yield _path(ring, projection, turn, line=line)


def _features(near: set[str]) -> Iterator[Any]:
    """Of the countries in a local frame all detail, of the rest of the world the coarse shapes."""
    for feature in world()["features"]:
        facts = feature["properties"]
        if near.isdisjoint((facts.get("iso"), facts.get("a"), facts.get("b"))):
            yield feature
    for iso in sorted(near):
        yield from detail(iso)["features"]


def _path(ring: Ring, projection: Projection, turn: int, *, line: bool) -> str:
    points = [projection.pixel(lon + turn, lat, turn=False) for lon, lat in ring]
    frame = projection.frame
    if not _shows(points, frame):
        return ""
    if not line:
        points = _clipped(points, Rect(frame.left - 9, frame.top - 9, frame.right + 9, frame.bottom + 9))
    thin = _thin(points)
    if len(thin) < (2 if line else 3):
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in thin) + ("" if line else "Z")


def _shows(points: Sequence[Pixel], frame: Rect) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    extent = Rect(min(xs), min(ys), max(xs), max(ys))
    return extent.meets(frame) and extent.right - extent.left + extent.bottom - extent.top > LEAST_STEP


def _thin(points: Sequence[Pixel]) -> list[Pixel]:
    kept: list[Pixel] = []
    for n, (x, y) in enumerate(points):
        if not kept or n == len(points) - 1 or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= LEAST_STEP:
            kept.append((x, y))
    return kept


def _clipped(points: list[Pixel], frame: Rect) -> list[Pixel]:
    """Sutherland and Hodgman: cut a ring to the frame, one side after the other."""
    for axis, edge, keep_less in (
        (0, frame.left, False),
        (0, frame.right, True),
        (1, frame.top, False),
        (1, frame.bottom, True),
    ):
        points = _cut(points, axis, edge, (lambda v, e: v <= e) if keep_less else (lambda v, e: v >= e))
    return points


def _cut(points: list[Pixel], axis: int, edge: float, keeps: Callable[[float, float], bool]) -> list[Pixel]:
    found: list[Pixel] = []
    for a, b in zip(points, [*points[1:], *points[:1]], strict=True):
        if keeps(a[axis], edge):
            found.append(a)
        if keeps(a[axis], edge) != keeps(b[axis], edge):
            share = (edge - a[axis]) / (b[axis] - a[axis])
            found.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
    return found
