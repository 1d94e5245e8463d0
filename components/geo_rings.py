"""Outlines as arrays on the Mercator map, so that a picture costs arithmetic on whole rings. No Streamlit."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from components.geo_box import NORTH_END
from components.geo_shapes import detail, world

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
