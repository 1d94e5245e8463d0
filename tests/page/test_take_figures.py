"""A figure is taken from where it stands: its headline says the finding, its file names say article and table."""

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from components.charts.framed import framed, wrapped
from components.charts.outlets_svg import outlet_grid
from components.charts.png import can_draw_text
from components.charts.quotes_svg import timeline
from components.charts.svg import fixed_look, width_of
from components.rows.article import WordRuler, entity_rows, quote_rows
from components.rows.file_names import file_name, files_name, slug
from components.rows.findings import (
    of_days,
    of_names,
    of_names_over,
    of_places,
    of_places_over,
    of_quotes,
    of_speakers,
    source_line,
    sources_line,
)
from components.rows.outlets import outlet_table
from pipeline.collection.rows import OutletQuotes

LOOK = fixed_look("light")


def test_a_name_says_day_article_and_table(analysis):
    assert file_name(analysis.article, "quotes", "csv") == "2024-03-19-the-road-to-rafah-quotes.csv"
    assert file_name(replace(analysis.article, published=None), "map", "png") == "the-road-to-rafah-map.png"
    assert file_name(replace(analysis.article, title="加沙", published=None), "report", "html") == "report.html"


def test_a_file_of_many_says_how_many_of_which_days_and_what_they_are_narrowed_to():
    days = (date(2024, 3, 4), date(2024, 3, 15))
    assert files_name(("12 articles", ""), days, "figures", "zip") == "12-articles-2024-03-04-to-2024-03-15-figures.zip"
    held = ("harbour: 1 article", "quoting Leila Marwan")
    name = files_name(held, (days[0], days[0]), "report", "html")
    assert name == "harbour-1-article-quoting-leila-marwan-2024-03-04-report.html"
    assert files_name(("2 articles", ""), (None, None), "records", "jsonl") == "2-articles-records.jsonl"


@pytest.mark.parametrize(
    "title, expected",
    [
        ("Énergie: l’été ¡sin fin!", "energie-lete-sin-fin"),
        ("../../etc/passwd", "etc-passwd"),
        ("word " * 40, "word-" * 8 + "word"),
        ("x" * 200, "x" * 48),
        ("", ""),
    ],
)
def test_a_title_becomes_small_plain_letters(title, expected):
    assert slug(title) == expected
    assert re.fullmatch(r"[a-z0-9-]{0,48}", slug(title))


def test_headlines_say_the_finding(analysis):
    ruler = WordRuler(analysis.article.text)
    rows = quote_rows(analysis, ruler)
    assert of_quotes(rows) == "5 quotes by 4 speakers: Mara Ellund has most, 33 % of the words"
    assert of_quotes(rows[:2]) == "Mara Ellund has 100 % of the quoted words"
    assert of_names(entity_rows(analysis, ruler)) == (
        "Mara Ellund and Harbour Trust are named most: 2 times each"  # neither leads the other
    )
    assert of_places([("Rafah", 4), ("Cairo", 1)]) == "2 places on the map: Rafah is named most, 4 times"
    assert of_places([(town, 1) for town in ("Rafah", "Cairo", "Haifa", "Acre")]) == "4 places on the map"
    assert of_places([(town, 1) for town in ("Rafah", "Cairo")]) == "2 places on the map: Rafah and Cairo"  # none leads
    assert source_line(analysis.article).startswith("Source: “The road to Rafah”, road.txt, 19 March 2024.")


def test_headlines_over_many_articles_say_the_finding():
    assert of_names_over([("Mara Ellund", 5), ("Aqaba", 2)], 8) == "Mara Ellund is named in the most articles: 5 of 8"
    tied = [(name, 2) for name in ("Aqaba", "Split", "Genoa", "Izmir")]
    assert of_names_over(tied, 8) == "No name leads: several are each in 2 of 8 articles"
    said = [("Mara Ellund", 30, 0.3), ("Tomas Reyl", 20, 0.2)]
    assert of_speakers(said, 6) == "6 named speakers: Mara Ellund has most, 30 % of the words"
    assert of_speakers([("Mara Ellund", 30, 0.3), ("Tomas Reyl", 30, 0.3)], 6) == (
        "6 named speakers: Mara Ellund and Tomas Reyl have most, 30 % of the words each"
    )
    assert of_speakers([("Mara Ellund", 30, 0.6)], 6) == "Mara Ellund has 60 % of the quoted words"
    days = [("on 4 March 2024", 1), ("on 5 March 2024", 3)]
    assert of_days(days, "day") == "3 of 4 quotes stand on 5 March 2024, the most of any day"
    assert of_days([*days, ("on 6 March 2024", 3)], "day") == "7 quotes in 3 days, at most 3 in one"
    assert of_days(days[1:], "day") == "3 quotes on 5 March 2024"
    assert of_places_over([("Aqaba", 3), ("Split", 1)]) == "2 places on the map: Aqaba is named in the most articles, 3"


def test_the_source_of_many_articles_says_how_many_of_which_days_and_by_what_they_are_narrowed():
    days = (date(2024, 3, 4), date(2024, 3, 11))
    assert sources_line(8, days, "quoting Mara Ellund", "GeoNames") == (
        "Source: 8 articles, published 4 March 2024 to 11 March 2024, quoting Mara Ellund. "
        "Drawn with Dateline; GeoNames."
    )
    assert sources_line(1, (None, None), "") == "Source: 1 article. Drawn with Dateline."


OUTLETS = outlet_table(
    [
        OutletQuotes(None, None, "The Ledger", 100, 6),
        OutletQuotes(None, None, "The Post <b>", 40, 3),
        OutletQuotes("k1", "Mara Ellund", "The Ledger", 60, 3),
        OutletQuotes("k1", "Mara Ellund", "The Post <b>", 10, 1),
        OutletQuotes("k2", "Tomas Reyl", "The Post <b>", 30, 2),
    ]
)


def test_who_is_quoted_where_is_a_picture_and_rows():
    assert OUTLETS.finding == "Of 2 outlets, several quote only Mara Ellund"
    assert next(OUTLETS.rows()) == ("k1", "Mara Ellund", "The Ledger", 60, 3, 0.6)
    tree = ElementTree.fromstring(outlet_grid(OUTLETS, LOOK, width=960))
    words = [node.text for node in tree.iter("{http://www.w3.org/2000/svg}text")]
    assert words[:4] == ["The Ledger", "100 words", "The Post <b>", "40 words"]
    assert "60 · 60 %" in words
    assert {"Mara Ellund", "Tomas Reyl"} < set(words)


def test_a_picture_has_its_headline_whole_and_its_source(analysis):
    ruler = WordRuler(analysis.article.text)
    drawing = timeline(quote_rows(analysis, ruler), ruler.length, LOOK, width=960)
    headline = "A headline that is far too long for a single line of the picture " * 3
    tree = ElementTree.fromstring(framed(drawing, headline=headline, source="Source: <here> & there", look=LOOK))
    lines = [node.text for node in tree.findall("{http://www.w3.org/2000/svg}text")]
    assert " ".join(lines[:-1]) == headline.strip()
    assert len(lines) > 2
    assert lines[-1] == "Source: <here> & there"
    inner = tree.find("{http://www.w3.org/2000/svg}svg")
    assert float(inner.get("y")) + float(inner.get("height")) < float(tree.get("height"))


def test_nothing_is_cut_where_a_line_is_full():
    words = "one two three four five six seven"
    lines = wrapped(words, 90, 13)
    assert " ".join(lines) == words
    assert all(width_of(line, 13) <= 90 for line in lines)


@pytest.mark.parametrize(("section", "figure"), [("Quotes", "timeline"), ("Entities", "names"), ("Map", "map")])
def test_each_figure_has_its_row_and_a_copy_is_made_when_asked(hand, section, figure):
    hand.turn_to(section)
    labels = [button.proto.label for button in hand.page.get("download_button")]
    assert labels[-3 + (not can_draw_text()) :] == ["PNG", "SVG", "CSV"][not can_draw_text() :]
    if can_draw_text():
        assert hand.data(f"copy-{figure}")["picture"] == ""
        hand.press(f"copy-{figure}", "asked", "1")
        assert hand.data(f"copy-{figure}")["picture"].startswith("iVBOR")  # a PNG
        hand.page.run()
        assert hand.data(f"copy-{figure}")["picture"] == ""
