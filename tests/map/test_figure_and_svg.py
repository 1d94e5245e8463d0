"""The map as a plotly figure and as a picture: what is on it, where, and that article text stays text."""

import json
import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.map.borders import seas
from components.map.box import WORLD, Box, box_around
from components.map.figure import hover, map_figure
from components.map.ground import Projection
from components.map.inset import area_rooms, free_corners, inset_corner
from components.map.label_layout import WIDE, WIDE_CAPITAL, Rect, Wish, disc, write
from components.map.layers import (
    country_names,
    diameter,
    label_point,
    near_countries,
    scale_bar,
    sea_name,
    sources,
    towns,
)
from components.map.pins import Spot
from components.map.style import STREET_HOST
from components.map.svg import map_svg
from components.map.views import views
from pipeline.gazetteer import PlaceRecord

HOSTILE = "<script>alert(1)</script> & \"quotes\" 'n' <b>"


def spot(name, lat, lon, kind="city", country="PS", *, count=1, confidence=0.95, geonameid=None):
    return Spot(name, name, country, kind, lat, lon, count, confidence, "Why not.", geonameid, (name,), (name,))


GAZA = (
    spot("Rafah", 31.29, 34.25, count=9),
    spot("Khan Younis", 31.34, 34.31, count=4),
    spot("Gaza City", 31.5, 34.47, count=3, confidence=0.5),
    spot("Gaza Strip", 31.42, 34.36, "region", count=2, geonameid=281132),
    spot("Israel", 31.5, 34.8, "country", "IL", count=5),
)
BOX = views(GAZA)[0].box

WIDER = BOX.grown(0.4, 0.4)


def trace(figure, name):
    return next(trace for trace in figure.data if trace.name == name)


def texts(svg):
    return ["".join(node.itertext()) for node in ElementTree.fromstring(svg).iter() if node.tag.endswith("}text")]


class Neighbours:
    """A gazetteer with four towns, two of which the article names."""

    def near(self, lat, lon, km=50, limit=20):
        rows = (
            ("Sderot", 31.52, 34.6),
            ("Rafaḥ", 31.28, 34.2),
            ("Ofaqim", 31.31, 34.62),
            ("Khan Younis", 31.34, 34.31),
        )
        return [PlaceRecord(n, name, "city", "IL", None, y, x, 1, n) for n, (name, y, x) in enumerate(rows)]


def test_pins_carry_their_ids_and_grow_with_mentions():
    pins = trace(map_figure(GAZA, BOX, theme="light"), "pins")
    assert [row[0] for row in pins.customdata] == ["Rafah", "Khan Younis", "Gaza City"]
    assert list(pins.marker.size) == sorted(pins.marker.size, reverse=True)
    assert pins.marker.size[0] > pins.marker.size[2]


@given(st.integers(1, 500))
def test_sizes_never_shrink(count):
    assert diameter(count) <= diameter(count + 1) <= 30


def test_countries_and_regions_are_ground_and_not_pins():
    figure = map_figure(GAZA, BOX, theme="light")
    assert [row[0] for row in trace(figure, "areas").customdata] == ["Gaza Strip", "Israel"]
    style = figure.layout.map.style
    (shape,) = style["sources"]["shapes"]["data"]["features"]
    assert shape["geometry"]["type"] == "MultiPolygon"
    assert "IL" in json.dumps([layer for layer in style["layers"] if layer["id"] == "land-IL"])


def test_doubt_is_hollow_and_the_choice_has_a_ring():
    figure = map_figure(GAZA, BOX, theme="dark", selected=["Rafah"])
    assert list(trace(figure, "core").lat) == ["31.5"]
    assert list(trace(figure, "ring").lat) == ["31.29"]


TOWN_AND_SITE = (spot("Rafah", 31.29, 34.25, count=9), spot("Rafah Crossing", 31.29, 34.25, "site"), *GAZA[1:])


def test_a_pin_on_a_larger_one_is_seen_and_both_names_keep_off_the_larger():
    figure = map_figure(TOWN_AND_SITE, BOX, theme="light")
    assert list(trace(figure, "rim-above").lon) == list(trace(figure, "pins-above").lon) == ["34.25"]
    assert list(trace(figure, "pins-above").marker.size) == [diameter(1)]
    names = [trace.name for trace in figure.data]
    assert names.index("pins") < names.index("rim-above") < names.index("pins-above")
    pins = [pin["properties"] for pin in sources(TOWN_AND_SITE, BOX, ())["pins"]["features"]]
    assert pins[0]["offset"] == pins[1]["offset"] > pins[2]["offset"]


def test_beside_a_choice_only_the_chosen_pin_is_drawn_once_more():
    chosen = map_figure(TOWN_AND_SITE, BOX, theme="light", selected=["Rafah Crossing"])
    assert len(trace(chosen, "ring-above").lon) == len(trace(chosen, "pins-above").lon) == 1
    other = map_figure(TOWN_AND_SITE, BOX, theme="light", selected=["Khan Younis"])
    assert not trace(other, "pins-above").lon


def test_the_map_is_fitted_to_the_view_and_to_nothing_else():
    figure = map_figure(GAZA, BOX, theme="light")
    numbers = [t.name for t in figure.data if any(isinstance(value, float) for value in t.lat)]
    assert numbers == ["frame"]
    frame = trace(figure, "frame")
    assert min(frame.lat) == BOX.south
    assert max(frame.lon) == pytest.approx(BOX.east)
    assert figure.layout.map.center.lat is None
    assert figure.layout.map.zoom is None


def test_the_world_is_framed_without_gaps():
    lons = sorted(set(trace(map_figure(GAZA, WORLD, theme="light"), "frame").lon))
    assert max(b - a for a, b in pairwise(lons)) < 12


def test_half_a_world_is_framed_the_right_way_round():
    far = (spot("Lima", -12, -77, country="PE"), spot("Beijing", 39.9, 116.4, country="CN"))
    box = views(far)[0].box
    frame = trace(map_figure(far, box, theme="light"), "frame")
    lons = sorted({round((lon - box.west) % 360, 6) % 360 for lon in frame.lon})
    assert max(b - a for a, b in pairwise(lons)) < 360 - (box.east - box.west)


def test_a_region_is_named_where_it_shows():
    texas = spot("Texas", 31.2, -99.2, "region", "US", geonameid=4736286)
    corner = (spot("El Paso", 31.76, -106.49, country="US"), texas)
    box = box_around([(-106.49, 31.76)], least_km=60)
    assert box.holds(*label_point(texas, box))
    assert "Texas" in texts(map_svg(corner, box, theme="light"))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("box", [BOX, WORLD])
def test_no_other_host_is_named(theme, box):
    style = json.dumps(map_figure(GAZA, box, theme=theme).layout.map.style)
    assert "//" not in style
    assert "glyphs" not in style
    assert "sprite" not in style
    assert "app/static/borders/world.geojson" in style


def test_streets_are_named_only_when_wanted():
    assert STREET_HOST in json.dumps(map_figure(GAZA, BOX, theme="dark", streets=True).layout.map.style)


def test_hover_text_is_escaped():
    text = hover(spot(HOSTILE, 31, 34))
    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_the_map_fetches_the_countries_of_the_view():
    assert {"PS", "IL", "EG"} <= set(near_countries(GAZA, BOX))
    assert near_countries(GAZA, WORLD) == ("PS",)


def test_neighbours_leave_out_what_the_article_names():
    assert [name for name, _, _ in towns(BOX, GAZA, Neighbours())] == ["Ofaqim"]  # Sderot hangs over the edge
    assert towns(BOX, GAZA, None) == ()
    assert towns(WORLD, GAZA, Neighbours()) == ()


def test_names_for_bearings_stand_in_their_country_and_sea():
    found = {name: point for _, name, point, _ in country_names(WIDER)}
    assert {"Israel", "Egypt"} <= set(found)
    assert all(WIDER.holds(*point) for point in found.values())
    sea = sea_name(WIDER)
    assert sea.name == "Mediterranean Sea"
    assert sea.lon < 34.4


def test_a_named_country_is_not_named_again_in_grey():
    names = [f["properties"]["name"] for f in sources(GAZA, WIDER, ())["countries"]["features"]]
    assert "Israel" not in names
    assert "Egypt" in names


def test_the_scale_bar_is_at_the_lower_left():
    label, line = scale_bar(BOX)
    assert re.fullmatch(r"\d+ km", label)
    assert max(lon for lon, _ in line) < BOX.centre[0]
    assert max(lat for _, lat in line) < BOX.centre[1]
    assert scale_bar(WORLD) is None


def test_bearings_are_few_large_and_spread():
    class Crowd:
        """Forty towns in a row by the western edge, and one of them far in the east."""

        def near(self, lat, lon, km, limit):
            high, wide = WIDER.north - WIDER.south, WIDER.east - WIDER.west
            rows = [(f"Town {n}", WIDER.south + high * n / 40, WIDER.west + 0.1 * wide) for n in range(40)]
            rows += [("Eastmost", WIDER.centre[1], WIDER.west + 0.9 * wide)]
            return [PlaceRecord(n, name, "city", "IL", None, y, x, 99 - n, n) for n, (name, y, x) in enumerate(rows)]

    found = towns(WIDER, GAZA, Crowd())
    assert len(found) <= 8
    assert "Eastmost" in {name for name, _, _ in found}


def test_a_named_country_is_named_once_in_its_visible_part():
    egypt = spot("Egypt", 26.8, 30.8, "country", "EG")
    svg = map_svg((*GAZA, egypt), WIDER, theme="light", neighbours=())
    assert texts(svg).count("Egypt") == 1
    assert texts(svg).count("EGYPT") == 0
    assert WIDER.holds(*label_point(egypt, WIDER))


@pytest.mark.parametrize("width,height", [(960, 560), (350, 217), (1600, 500)])
def test_the_world_is_drawn_once(width, height):
    shown = Projection(WORLD, width, height).box()
    assert shown.east - shown.west <= 360 + 1e-6


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width,height", [(900, 560), (360, 480)])
def test_the_picture_names_the_towns_apart(theme, width, height):
    svg = map_svg(GAZA, BOX, theme=theme, neighbours=towns(BOX, GAZA, Neighbours()), width=width, height=height)
    assert {"Rafah", "Khan Younis", "Gaza City", "Israel"} <= set(texts(svg))
    assert svg.count("<circle") >= 4  # three pins, one of them hollow
    assert any(re.fullmatch(r"\d+ km", text) for text in texts(svg))


def test_article_text_stays_text_in_the_picture():
    svg = map_svg((spot(HOSTILE, 31.3, 34.3), *GAZA), BOX, theme="light", width=1400)
    assert "<script" not in svg
    assert any("<script>" in text for text in texts(svg))


def test_pictures_across_the_date_line_show_both_sides():
    pair = (spot("Suva", -18.14, 178.44, country="FJ"), spot("Apia", -13.83, -171.77, country="WS"))
    svg = map_svg(pair, views(pair)[0].box, theme="light")
    assert {"Suva", "Apia"} <= set(texts(svg))


WORDS = st.text("abcdefgh ABC", min_size=1, max_size=14)
PIXELS = st.floats(0, 600)


@given(st.lists(st.tuples(WORDS, PIXELS, PIXELS, st.booleans()), max_size=25))
def test_a_dot_that_a_name_covers_is_left_out_with_its_own_name(rows):
    wishes = [Wish("town", text, x, y, 11, radius=2) for text, x, y, _ in rows]
    found = write(wishes, taken=[], frame=Rect(0, 0, 600, 600))
    dots = [disc(name.wish.x, name.wish.y, 2) for name in found]
    for n, name in enumerate(found):
        others = [dot for m, dot in enumerate(dots) if m != n]
        assert not any(name.rect.meets(dot) for dot in others)


@given(st.lists(st.tuples(WORDS, PIXELS, PIXELS, st.booleans()), max_size=25))
def test_no_name_covers_another_or_a_pin(rows):
    wishes = [Wish("pin", text, x, y, 13, 0 if centred else 8, centred) for text, x, y, centred in rows]
    pins = [disc(wish.x, wish.y, wish.radius) for wish in wishes if wish.radius]
    frame = Rect(0, 0, 600, 600)
    found = write(wishes, taken=pins, frame=frame)
    for n, name in enumerate(found):
        assert name.rect.within(frame)
        assert not any(name.rect.meets(other.rect) for other in found[:n])
        assert not any(name.rect.meets(pin) for pin in pins if pin != disc(name.wish.x, name.wish.y, name.wish.radius))


def test_the_name_of_a_sea_stands_on_its_sea_or_nowhere():
    world = Box(-80.0, -40.0, 150.0, 70.0)
    drawn = map_svg([], world, theme="light", width=640, height=400)
    frame = Projection(world, 640, 400)
    names = {sea.name: frame.pixel(sea.lon, sea.lat) for sea in seas()}
    written = re.findall(
        r'<text x="([\d.-]+)" y="([\d.-]+)" font-size="([\d.]+)"[^>]*font-style="italic">([^<]+)<', drawn
    )
    assert len(written) > 3
    for x, _, size, name in written:
        width = float(size) * sum(WIDE_CAPITAL if c.isupper() else WIDE for c in name)
        assert float(x) + width / 2 == pytest.approx(names[name][0], abs=1), name


def test_the_small_map_has_a_corner_without_pins_and_names():
    size, inset = (900, 480), 240
    below, above = Rect(800, 400, 880, 420), Rect(800, 40, 880, 60)
    assert free_corners([], size, inset) == {"right-bottom": (652, 318), "right-top": (652, 8), "left-top": (8, 8)}
    assert list(free_corners([below], size, inset)) == ["right-top", "left-top"]
    assert inset_corner([below, above], size, inset) == (8, 8)
    coast = (
        spot("Esmeraldas", 0.97, -79.65),
        spot("Bogotá", 4.6, -74.1),
        spot("Colombia", 4.0, -72.0, "country", "CO"),
    )
    box = box_around([(-79.65, 0.97), (-74.1, 4.6)], least_km=36).grown(0.2, 0.1)
    for projection in (Projection(box, 900, 480), Projection(box, 660, 480)):
        (room,) = area_rooms(coast, box, projection)
        x, y = projection.pixel(*label_point(coast[2], box))
        assert room.left < x < room.right
        assert room.top < y < room.bottom
