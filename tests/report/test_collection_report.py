"""The report of many articles: safe, bounded, the same facts as the query layer, and the line to cite."""

from datetime import date

import pytest
from lxml import html as trees

from components.report.citation import cite, cite_many
from components.report.collection import collection_report
from components.report.frame import POLICY
from components.rows.collection import MOST, gather, in_words
from pipeline.collection import Collection, Filter
from pipeline.model import Article
from pipeline.record import error_record, to_record

HEADINGS = ["Overview", "Articles", "Names", "Speakers", "Quotes", "Places", "Method"]


def report(collection, only=None, selection=""):
    facts = gather(collection, only or Filter(), selection)
    return collection_report(facts, "Two articles", version="9.8.7", model="model-x")


def tree(text):
    return trees.fromstring(text.encode(), parser=trees.HTMLParser(encoding="utf-8"))


def cells(page, section):
    return [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in page.xpath(f'//section[@id="{section}"]//tbody/tr')
    ]


@pytest.fixture(scope="module")
def two(analysis, hostile):
    failed = error_record(Article("f" * 16, "", source="broken.pdf"), "This PDF is damaged.")
    return Collection.of_records([to_record(analysis), to_record(hostile), failed])


def test_it_has_every_part_and_nothing_that_runs_or_asks(two):
    text = report(two)
    page = tree(text)
    assert text == report(two)
    assert [" ".join(h.text_content().split()) for h in page.xpath("//h2")] == HEADINGS
    assert page.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content') == [POLICY]
    assert not page.xpath("//script|//iframe|//object|//embed|//link|//base|//form|//img|//use|//foreignObject")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for node in page.iter():
        assert not any(name.startswith("on") for name in node.attrib)
        assert all(value.startswith("#") for name, value in node.attrib.items() if name in ("href", "src"))


def test_facts_are_those_of_the_tables(two):
    page = tree(report(two))
    names = {(row[2], row[3]) for row in cells(page, "names")}
    assert names == {(str(row.articles), str(row.mentions)) for row in two.entities().rows}
    assert len(cells(page, "articles")) == 2
    assert len(cells(page, "quotes")) == two.summary().quotes
    assert [row[2] for row in cells(page, "speakers")] == [str(row.quotes) for row in two.speakers().rows]
    assert len(cells(page, "places")) == two.summary().places
    assert "broken.pdf" in page.xpath('//section[@id="overview"]')[0].text_content()


def test_a_huge_collection_stays_bounded_and_says_so(analysis):
    records = [{**to_record(analysis), "id": f"a{n}"} for n in range(MOST + 5)]
    page = tree(report(Collection.of_records(records)))
    assert len(cells(page, "articles")) == MOST
    assert f"The table has {MOST} of {MOST + 5} articles" in page.xpath('//section[@id="articles"]')[0].text_content()


def test_nothing_selected_says_so(two):
    page = tree(report(two, Filter(search="zzzz"), "searched for “zzzz”"))
    assert not page.xpath("//svg|//table")
    assert "searched for “zzzz”" in page.xpath('//section[@id="method"]')[0].text_content()


def test_the_line_to_cite_names_version_model_and_settings(analysis, corrected):
    line = cite(analysis, version="9.8.7", model="model-x")
    for wanted in ("Dateline 9.8.7", "model model-x", "publication date 2024-03-19", analysis.article.id):
        assert wanted in line
    assert "3 facts changed by a reader’s corrections" in cite(corrected, version="9.8.7", model="model-x")
    days = (date(2024, 3, 1), date(2024, 4, 2))
    only = Filter(search="quay", first_day=days[0])
    words = in_words(only, {"speaker": "Tom Ashdown"})
    assert words == "searched for “quay”, from 1 March 2024, quoting Tom Ashdown"
    many = cite_many(12, days, words, 1, version="9.8.7", model="model-x")
    assert many.startswith("12 articles, published 1 March 2024 to 2 April 2024, searched for “quay”")
    assert many.endswith("analysed with Dateline 9.8.7, model model-x, 1 fact changed by a reader’s corrections.")
