"""Rows behind charts and tables."""

from components.article.entities import by_kind, entity_table, filtered, kinds_in
from components.article.overview import tiles_of
from components.article.quotes import quote_table
from components.rows.article import WordRuler, entity_rows, quote_rows, quoted_words, speakers
from pipeline.model import Quote


def test_words_are_counted_as_the_analysis_counts_them():
    ruler = WordRuler("It’s a well-known road.")
    assert ruler.length == 4
    assert ruler.at(5) == 1
    assert ruler.between(5, 17) == 2


def test_positions_and_counts_are_those_of_the_mentions(analysis):
    ruler = WordRuler(analysis.article.text)
    rows = {row.id: row for row in entity_rows(analysis, ruler)}
    assert all(len(row.positions) == row.count for row in rows.values())
    assert rows["e1"].aliases == ("Ellund",)
    assert rows["e1"].positions[0] == 0


def test_table_and_chart_say_the_same(analysis):
    ruler = WordRuler(analysis.article.text)
    rows = entity_rows(analysis, ruler)
    frame = entity_table(rows)
    assert list(frame["Name"]) == [row.name for row in rows]
    assert frame["Times named"].sum() == len(analysis.mentions)
    quotes = quote_rows(analysis, ruler)
    assert list(quote_table(quotes)["Words"]) == [row.words for row in quotes]
    assert list(quote_table([]).columns) == list(quote_table(quotes).columns)


def test_filters_by_kind_count_and_alias(analysis):
    rows = entity_rows(analysis, WordRuler(analysis.article.text))
    assert {row.name for row in filtered(rows, {"People"}, 1, "")} == {"Mara Ellund", "Tomas Reyl"}
    assert {row.name for row in filtered(rows, set(), 2, "")} == {"Mara Ellund", "Harbour Trust"}
    assert [row.name for row in filtered(rows, set(), 1, "ELLUND")] == ["Mara Ellund"]


def test_chart_goes_kind_by_kind(analysis):
    rows = by_kind(entity_rows(analysis, WordRuler(analysis.article.text)))
    kinds = [row.kind for row in rows]
    assert list(dict.fromkeys(kinds)) == kinds_in(rows)
    assert len(kinds_in(rows)) == 5


def test_speakers_without_a_name_keep_their_words(analysis):
    rows = quote_rows(analysis, WordRuler(analysis.article.text))
    assert rows[3].speaker == "Officials"
    assert speakers(analysis) == 4
    assert quoted_words(rows)[0][:2] == ("Mara Ellund", 2)


def test_the_unattributed_come_last_and_are_no_speaker(make_analysis):
    bare = make_analysis(said=[("The road is open,", "direct", None, None, None, None, None)])
    rows = quote_rows(bare, WordRuler(bare.article.text))
    assert rows[0].speaker == "Not clear who"
    assert speakers(bare) == 0


def test_tiles_count_what_the_sections_show(analysis):
    tiles = {name: number for name, number, *_ in tiles_of(analysis)}
    assert tiles == {"words": analysis.words, "people": 2, "organisations": 1, "places": 4, "quotes": 5, "speakers": 4}


def test_a_quote_is_shown_on_one_line(make_analysis):
    text = "Reyl said: “One\n\ntwo.”"
    two = make_analysis(text=text, names=[], said=[("One\n\ntwo.", "direct", None, None, "Reyl", "said", None)])
    assert isinstance(two.quotes[0], Quote)
    assert quote_rows(two, WordRuler(text))[0].text == "One two."
