"""A figure is taken from where it stands: its headline says the finding, its file names say article and table."""

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from components.charts.framed import framed, wrapped
from components.charts.png import can_draw_text
from components.charts.quotes_svg import timeline
from components.charts.svg import fixed_look, width_of
from components.rows.article import WordRuler, entity_rows, quote_rows
from components.rows.file_names import file_name, files_name, slug
from components.rows.findings import of_names, of_places, of_quotes, source_line

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
    assert of_names(entity_rows(analysis, ruler)) == "Mara Ellund is named most: 2 times"
    assert of_places([("Rafah", 4), ("Cairo", 1)]) == "2 places on the map: Rafah is named most, 4 times"
    assert source_line(analysis.article).startswith("Source: “The road to Rafah”, road.txt, 19 March 2024.")


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
