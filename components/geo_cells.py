"""A grid of sample points over a view: which lie on a shape, and which has most room around it. Pure arithmetic."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from components.geo_box import Box, LonLat
from components.geo_shapes import Ring

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
