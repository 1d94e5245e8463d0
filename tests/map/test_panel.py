"""The map section as Streamlit runs it: words for the map, its table, what is unplaced, and a quiet empty state."""

import json
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from components.article.evidence import place_meta
from components.map.box import distance_km
from components.map.pins import spots
from components.map.place_words import all_told_apart, told_apart
from pipeline.gazetteer import PlaceRecord
from pipeline.model import Analysis, Article, Entity, Place, PlaceChoice
from pipeline.write import places_geojson

TEXT = "Rafah and Khan Younis waited. Springfield wrote to <b>Cairo</b>."
CHOICE = PlaceChoice("Rafah", "EG", "city", 31.28, 34.24, 2, 0.2)


def place(text, lat, lon, country, confidence=0.9, reason="it is the only one"):
    start = TEXT.find(text)
    return Place(start, start + len(text), text, text, text, country, "city", lat, lon, None, confidence, reason)


PLACES = (
    replace(place("Rafah", 31.29, 34.25, "PS"), geonameid=1, alternatives=(CHOICE,)),
    place("Khan Younis", 31.34, 34.31, "PS"),
    replace(place("Springfield", None, None, None, 0.2, "could be <i>many</i> places"), kind=None),
    place("Cairo", 30.04, 31.24, "EG", 0.6, "<script>alert(1)</script>"),
)


def analysis(places):
    return Analysis(Article("a1", TEXT, "Waiting"), 10, ((0, 30), (31, len(TEXT))), places=tuple(places))


def page(places, selected=None):
    def run(facts, chosen):
        from components.article.map import show_map

        show_map(facts, names=[chosen], theme="light")

    return AppTest.from_function(run, kwargs={"facts": analysis(places), "chosen": selected}).run(timeout=30)


def words(app):
    return " ".join(element.proto.body for element in app.get("html"))


def test_the_map_has_words_and_a_table():
    app = page(PLACES)
    assert not app.exception
    (chart,) = app.get("plotly_chart")
    assert "Khan Younis" in chart.proto.alt
    parts = app.get("bidi_component")
    table = json.loads(next(e for e in parts if e.proto.component_name == "dateline_table").proto.json)
    cells = [row["cells"][:2] for row in table["rows"]]
    assert cells == [["Cairo", "Egypt"], ["Khan Younis", "Palestine"], ["Rafah", "Palestine"]]


def test_the_figure_of_the_page_names_no_other_host():
    spec = json.loads(page(PLACES).get("plotly_chart")[0].proto.spec)
    assert "//" not in json.dumps(spec["layout"]["map"]["style"])


def test_what_is_not_placed_is_listed_with_its_reason_as_text():
    found = words(page(PLACES))
    assert "Springfield" in found
    assert "could be &lt;i&gt;many&lt;/i&gt; places" in found


def test_the_chosen_place_says_where_it_is_and_why():
    (cairo,) = (spot for spot in spots(PLACES) if spot.name == "Cairo")
    assert place_meta(replace(cairo, reason="it is the capital")) == "Cairo, Egypt: 60 % sure. It is the capital."


class Atlas:
    """A gazetteer with two towns of one name and a large neighbour of one of them."""

    TOWNS = (
        PlaceRecord(1, "London", "city", "GB", "ENG", 51.5, -0.1, 8_900_000, 1),
        PlaceRecord(2, "London", "city", "US", "OH", 39.9, -83.4, 10_000, 2),
        PlaceRecord(3, "Columbus", "city", "US", "OH", 40.0, -83.0, 880_000, 3),
    )

    def lookup(self, name):
        return tuple(town for town in self.TOWNS if town.name == name)

    def admin1_name(self, country, code):
        return {"GB.ENG": "England", "US.OH": "Ohio"}.get(f"{country}.{code}")

    def near(self, lat, lon, km=50, limit=20):
        near = [town for town in self.TOWNS if distance_km((town.lon, town.lat), (lon, lat)) < km]
        return sorted(near, key=lambda town: -town.population)[:limit]


@pytest.mark.parametrize(
    "town,words", [(0, "London, England, United Kingdom"), (1, "London, Ohio, United States, near Columbus")]
)
def test_places_of_one_name_are_told_apart(town, words):
    one = Atlas.TOWNS[town]
    choice = PlaceChoice(one.name, one.country, one.kind, one.lat, one.lon, one.geonameid, 0.3)
    assert told_apart(choice, Atlas()) == words


def test_a_doubtful_name_asks_which_place_is_meant():
    doubtful = replace(place("Rafah", 31.29, 34.25, "PS", 0.4), geonameid=1, alternatives=(CHOICE,))

    def run(facts, gazetteer):
        from components.article.map import show_map

        show_map(facts, gazetteer=gazetteer, theme="light")

    facts = replace(analysis([doubtful, PLACES[1]]), entities=(Entity("Rafah", "Rafah", "GPE", 1, ("Rafah",)),))
    app = AppTest.from_function(run, kwargs={"facts": facts, "gazetteer": Atlas()}).run(timeout=30)
    assert not app.exception
    assert [button.label for button in app.button] == ["Rafah, Palestine", "Rafah, Egypt", "Not a place"]


def test_the_plain_picture_takes_the_maps_place():
    app = page(PLACES)
    app.toggle(key="map-plain").set_value(True).run(timeout=30)
    assert not app.get("plotly_chart")
    assert "data:image/svg+xml" in words(app)


def test_an_article_without_places_says_so():
    app = page(())
    assert "names no place" in words(app)
    assert not app.get("plotly_chart")


def test_only_unplaced_names_make_a_list_and_no_map():
    app = page(PLACES[2:3])
    assert not app.get("plotly_chart")
    assert "Springfield" in words(app)


def test_the_geojson_of_the_places_follows_rfc_7946():
    collection = json.loads(json.dumps(places_geojson([analysis(PLACES)])))
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    for feature in collection["features"]:
        assert feature["type"] == "Feature"
        assert isinstance(feature["properties"], dict)
        lon, lat = feature["geometry"]["coordinates"]
        assert feature["geometry"]["type"] == "Point"
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90
    rafah = next(f for f in collection["features"] if f["properties"]["name"] == "Rafah")
    assert rafah["geometry"]["coordinates"] == [34.25, 31.29]
    assert len(collection["features"]) == 3


def test_places_that_read_alike_are_told_apart_by_the_way_to_the_town_nearby_or_in_degrees():
    twins = (*Atlas.TOWNS, PlaceRecord(4, "London", "city", "US", "OH", 40.6, -83.2, 900, 4))
    atlas = Atlas()
    atlas.TOWNS = (*twins, PlaceRecord(5, "Lima", "city", "US", "OH", 40.7, -84.1, 900, 5))
    choices = [
        PlaceChoice(t.name, t.country, t.kind, t.lat, t.lon, t.geonameid, 0.3) for t in (twins[0], twins[1], twins[3])
    ]
    assert all_told_apart(choices, atlas) == [
        "London, England, United Kingdom",
        "London, Ohio, United States, 36 km from Columbus",
        "London, Ohio, United States, 69 km from Columbus",
    ]
    spot = replace(choices[0], geonameid=None)
    assert all_told_apart([spot, choices[0], choices[0]], atlas) == [
        "51.50, -0.10",
        "London, England, United Kingdom, 51.50, -0.10",
        "London, England, United Kingdom, 51.50, -0.10",
    ]


def test_what_is_chosen_far_away_has_a_view_of_its_own():
    far = replace(place("Cairo", -33.9, 151.2, "AU"), reason="it is the only one")
    near = [one for one in PLACES if one.lat and one.text != "Cairo"]

    def run(facts, whole):
        from components.article.map import show_map

        show_map(facts, whole=whole, theme="light")

    def shown(places):
        whole = analysis([*near * 4, far])
        app = AppTest.from_function(run, kwargs={"facts": analysis(places), "whole": whole}).run(timeout=30)
        (switch,) = app.get("button_group")
        return switch.value, [option.content for option in switch.proto.options]

    view, offered = shown([*near * 4, far])
    assert "What is chosen" not in offered
    assert shown([far]) == ("What is chosen", ["What is chosen", *offered])
    assert shown(near) == (view, offered)
