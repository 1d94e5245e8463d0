"""The map section as Streamlit runs it: words for the map, its table, what is unplaced, and a quiet empty state."""

import json
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from pipeline.model import Analysis, Article, Place, PlaceChoice
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
    table = app.dataframe[0].value
    assert list(table["Place"]) == ["Cairo", "Khan Younis", "Rafah"]
    assert list(table["Country"]) == ["Egypt", "Palestine", "Palestine"]


def test_the_figure_of_the_page_names_no_other_host():
    spec = json.loads(page(PLACES).get("plotly_chart")[0].proto.spec)
    assert "//" not in json.dumps(spec["layout"]["map"]["style"])


def test_what_is_not_placed_is_listed_with_its_reason_as_text():
    found = words(page(PLACES))
    assert "Springfield" in found
    assert "could be &lt;i&gt;many&lt;/i&gt; places" in found


@pytest.mark.parametrize(
    "selected,expected", [("Rafah", "It could also be Rafah, Egypt (20 %)"), ("Cairo", "60 % sure")]
)
def test_the_chosen_place_says_why_and_what_else(selected, expected):
    found = words(page(PLACES, selected))
    assert expected in found
    assert "<script>" not in found


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
