"""Distances on a sphere, for one pair of points and for all pairs of many."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

EARTH_KM = 6371.0088  # mean radius


def distance_km(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """Great-circle distance."""
    p, q = math.radians(a_lat), math.radians(b_lat)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b_lon - a_lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, h)))


def distances_km(points: Sequence[tuple[float, float]]) -> NDArray[np.float64]:
    """Great-circle distances between all pairs of points (latitude, longitude), by one product of matrices."""
    lat, lon = np.radians(np.array(points)).T
    xyz = np.stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)), axis=1)
    return EARTH_KM * np.arccos(np.clip(xyz @ xyz.T, -1.0, 1.0))  # type: ignore[no-any-return]
