"""Polygons that share their edges → simplified together, dissolved into groups, cut into border lines.

Neighbours are simplified chain by chain, so that no gap opens between them. Points are integer pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Point = tuple[int, int]
Ring = list[Point]
Polygon = list[Ring]  # the outer ring first, then the holes
Tolerance = Callable[[Sequence[Point]], float]


@dataclass
class Topology:
    """Units (lists of rings) cut into shared chains; ``chains`` maps each chain to the units that use it."""

    rings: dict[int, list[list[tuple[Point, ...]]]] = field(default_factory=dict)
    chains: dict[tuple[Point, ...], set[int]] = field(default_factory=lambda: defaultdict(set))


def build(units: dict[int, list[Ring]], tolerance: Tolerance) -> Topology:
    """Cut every ring where three lines meet and simplify the pieces, each once."""
    crossings = _crossings(units.values())
    topology = Topology()
    done: dict[tuple[Point, ...], tuple[Point, ...]] = {}
    for unit, rings in units.items():
        topology.rings[unit] = []
        for ring in rings:
            pieces = []
            for chain in _cut(ring, crossings):
                key = min(chain, chain[::-1])
                if key not in done:
                    done[key] = tuple(simplify(key, tolerance(key)))
                topology.chains[done[key]].add(unit)
                pieces.append(done[key] if chain == key else done[key][::-1])
            topology.rings[unit].append(pieces)
    return topology


def dissolve(topology: Topology, units: Iterable[int], *, smallest: float) -> list[Polygon]:
    """The outline of the units as one shape; rings of less area than ``smallest`` (square units) are dropped."""
    edges: Counter[tuple[Point, Point]] = Counter()
    for unit in units:
        for ring in topology.rings[unit]:
            for piece in ring:
                edges.update(pairwise(piece))
    outline: dict[Point, list[Point]] = defaultdict(list)
    for (a, b), n in edges.items():
        outline[a].extend([b] * (n - min(n, edges.get((b, a), 0))))
    rings = [ring for ring in _chain_up(outline) if len(ring) >= 4]
    largest = max((abs(area(ring)) for ring in rings), default=0)
    return _nest([ring for ring in rings if abs(area(ring)) >= min(smallest, largest)])


def lines_between(topology: Topology, group: Callable[[int], Hashable]) -> Iterator[tuple[tuple[Point, ...], set[int]]]:
    """The chains with different groups on their two sides."""
    for chain, units in topology.chains.items():
        if len({group(unit) for unit in units}) > 1:
            yield chain, units


def area(ring: Sequence[Point]) -> float:
    """Signed area; positive for counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def simplify(chain: Sequence[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker, without recursion; a closed chain is split at its farthest point first."""
    if len(chain) <= 2:
        return list(chain)
    keep, last = {0, len(chain) - 1}, len(chain) - 1
    stack = [(0, last)]
    if chain[0] == chain[-1]:
        far = max(range(last), key=lambda n: (chain[n][0] - chain[0][0]) ** 2 + (chain[n][1] - chain[0][1]) ** 2)
        keep |= {far, far // 2}  # three corners at least: the Vatican, too, is a country
        stack = [(0, far // 2), (far // 2, far), (far, last)]
    while stack:
        start, end = stack.pop()
        distance, middle = _farthest(chain, start, end)
        if distance > tolerance:
            keep.add(middle)
            stack += [(start, middle), (middle, end)]
    return [chain[n] for n in sorted(keep)]


def contains(polygon: Polygon, x: float, y: float) -> bool:
    """Whether the point is inside the outer ring and in none of the holes."""
    return sum(_inside(ring, x, y) for ring in polygon) % 2 == 1


def _farthest(chain: Sequence[Point], start: int, end: int) -> tuple[float, int]:
    (x0, y0), (x1, y1) = chain[start], chain[end]
    dx, dy = x1 - x0, y1 - y0
    length = (dx * dx + dy * dy) ** 0.5
    best, middle = 0.0, start
    for n in range(start + 1, end):
        x, y = chain[n][0] - x0, chain[n][1] - y0
        distance = abs(x * dy - y * dx) / length if length else (x * x + y * y) ** 0.5
        if distance > best:
            best, middle = distance, n
    return best, middle


def _crossings(units: Iterable[list[Ring]]) -> set[Point]:
    edges = {min((a, b), (b, a)) for rings in units for ring in rings for a, b in pairwise(ring)}
    degree: Counter[Point] = Counter()
    for a, b in edges:
        degree[a] += 1
        degree[b] += 1
    return {point for point, n in degree.items() if n != 2}


def _cut(ring: Ring, crossings: set[Point]) -> Iterator[tuple[Point, ...]]:
    points = ring[:-1]
    cuts = [n for n, point in enumerate(points) if point in crossings]
    if not cuts:  # an island, or a hole that exactly one other unit fills: start both at the same point
        first = points.index(min(points))
        yield (*points[first:], *points[: first + 1])
        return
    turned = points[cuts[0] :] + points[: cuts[0] + 1]
    start = 0
    for n in range(1, len(turned)):
        if turned[n] in crossings:
            yield tuple(turned[start : n + 1])
            start = n


def _chain_up(outline: dict[Point, list[Point]]) -> Iterator[Ring]:
    for start in list(outline):
        while outline[start]:
            ring, here = [start], start
            while outline.get(here):
                here = outline[here].pop()
                ring.append(here)
                if here == start:
                    break
            if ring[0] == ring[-1]:
                yield ring


def _nest(rings: list[Ring]) -> list[Polygon]:
    """Outer rings counter-clockwise, each with the holes that lie in it (RFC 7946)."""
    largest = max(rings, key=lambda ring: abs(area(ring)), default=[])
    outward = 1 if area(largest) > 0 else -1
    polygons = [[ring if outward > 0 else ring[::-1]] for ring in rings if area(ring) * outward > 0]
    for ring in rings:
        if area(ring) * outward < 0:
            home = next((p for p in polygons if _inside(p[0], *_middle(ring))), None)
            if home:
                home.append(ring if outward > 0 else ring[::-1])
    return polygons


def _middle(ring: Ring) -> tuple[float, float]:
    """The middle of the first edge: on the ring, yet no corner of its neighbours."""
    return (ring[0][0] + ring[1][0]) / 2, (ring[0][1] + ring[1][1]) / 2


def _inside(ring: Sequence[Point], x: float, y: float) -> bool:
    inside = False
    for (x0, y0), (x1, y1) in pairwise(ring):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            inside = not inside
    return inside
