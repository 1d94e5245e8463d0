"""The report opened from disk in a real browser: no request, no complaint, readable at every width and on paper."""

from dataclasses import replace

import pytest

from components.report.article import report_html
from components.sample import sample as sample_article
from pipeline import analyse


@pytest.fixture(scope="module")
def report(resources, tmp_path_factory):
    """The sample's report as a file, as a reader would keep it."""
    analysis = analyse(sample_article(), resources)
    path = tmp_path_factory.mktemp("report") / "report.html"
    text = report_html(analysis, version="0", model="model", gazetteer=resources.gazetteer)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def opened(chromium, report):
    """Opens it; afterwards nothing may have been asked for or complained about."""
    contexts, asked, complaints = [], [], []

    def at(width, theme="light", *, path=report):
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=theme)
        context.set_offline(True)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path.as_uri())
        return page

    yield at
    for context in contexts:
        context.close()
    assert all(url.startswith(report.parent.parent.as_uri()) for url in asked)
    assert len(asked) == len(contexts)
    assert complaints == []


@pytest.mark.parametrize("width,theme", [(390, "dark"), (390, "light"), (1280, "dark"), (1280, "light")])
def test_it_fits_and_draws_each_chart_once(opened, width, theme):
    page = opened(width, theme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    drawn = [box for box in (svg.bounding_box() for svg in page.locator("svg").all()) if box]
    assert len(drawn) == page.locator("figure").count() >= 3
    assert all(box["width"] <= width and box["height"] > 100 for box in drawn)


WIDEST = "svg text { font-family: 'DejaVu Sans', Verdana, sans-serif !important; }"
OUTSIDE = """() => [...document.querySelectorAll('svg text')].filter(text => {
    const svg = text.ownerSVGElement, frame = svg.viewBox.baseVal, box = text.getBBox();
    return svg.getBoundingClientRect().width && (box.x < -0.5 || box.x + box.width > frame.width + 0.5);
}).map(text => text.textContent)"""
WIDE_NAMES = """Commodore Wilhelmina MacWhammond meets Bartholomew Quammoweg in Khan Younis

“We wait,” said Wilhelmina MacWhammond on 3 March 2024. “We will see,” Bartholomew Quammoweg said in Rafah.
“Why now?” the Intergovernmental Organisation for Maritime Commerce asked.
"""


@pytest.mark.parametrize("width", [390, 1280])
def test_no_word_of_a_picture_is_cut_where_only_the_widest_of_fonts_is_there(opened, report, resources, width):
    path = report.with_name(f"wide-{width}.html")
    analysis = analyse(replace(sample_article(), id="e" * 16, text=WIDE_NAMES), resources)
    html = report_html(analysis, version="0", model="model", gazetteer=resources.gazetteer)
    path.write_text(html, encoding="utf-8")
    for one in (report, path):
        page = opened(width, path=one)
        page.add_style_tag(content=WIDEST)
        assert page.locator("svg text").count() > 20
        assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_words_without_end_do_not_widen_the_page(opened, report, resources, width):
    endless = "W" * 300
    text = f"{endless} reached Rafah. “{endless} is open,” said Ada {endless} in Rafah on 3 May 2024."
    article = replace(sample_article(), id="d" * 16, text=text, title=endless, source=endless)
    path = report.with_name(f"endless-{width}.html")
    path.write_text(report_html(analyse(article, resources), version="0", model="model"), encoding="utf-8")
    page = opened(width, path=path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_dark_is_dark_and_paper_is_light(opened):
    page = opened(1280, "dark")
    shade = "getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()"
    assert page.evaluate(shade) == "#16171A"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(shade) == "#FCFBF8"
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_a_number_opens_its_evidence(opened):
    page = opened(1280)
    page.locator("#quotes tbody th a").nth(2).click()
    assert page.evaluate("location.hash") == "#quote-3"
    assert page.locator("#quote-3").bounding_box()["y"] < 900
    page.locator("#quote-3").click()
    assert page.evaluate("location.hash") == "#row-quote-3"


def test_nobody_is_shut_out(opened):
    """axe-core in the printed page's light and the phone's dark."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    for width, theme in ((1280, "light"), (390, "dark")):
        page = opened(width, theme)
        found = axe.Axe().run(page).response["violations"]
        assert [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in found] == []


def test_the_page_hands_out_the_report_the_workbook_and_the_picture(sample, opened, tmp_path_factory):
    reader = sample()
    reader.tab("Downloads")
    name, data = reader.download("report")
    assert name == "2024-03-19-aid-lorries-reach-rafah-as-the-coastal-road-report.html"
    path = tmp_path_factory.mktemp("handed") / name
    path.write_bytes(data)
    page = opened(1280, path=path)
    assert page.locator("h1").inner_text().startswith("Aid lorries")
    assert page.locator("#quotes tbody tr").count() > 10
    name, data = reader.download("workbook")
    assert name.endswith("-workbook.xlsx")
    assert data.startswith(b"PK")
    name, data = reader.download("timeline")
    assert name.endswith("-timeline.svg")
    assert data.startswith(b"<svg")
