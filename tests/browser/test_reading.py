"""Quotes are read, evidence comes to the choice, and the article is a page: in a real browser, wide and narrow."""

import re
from itertools import pairwise

import pytest

SIZES = {1280: 900, 390: 844}
ONE_WIDTH = (390, pytest.param(1280, marks=pytest.mark.sweep))
PIN = """name => {
    const map = document.querySelector('.st-key-panel-map .js-plotly-plot')._fullLayout.map._subplot.map;
    const pin = map.querySourceFeatures('pins').find(one => one.properties.name === name);
    const at = map.project(pin.geometry.coordinates);
    return [at.x, at.y];
}"""
IN_SIGHT = """node => { const box = node.getBoundingClientRect();
    return box.height > 0 && box.top >= 0 && box.top < innerHeight && box.left >= 0 && box.right <= innerWidth + 1; }"""


@pytest.fixture(params=SIZES, ids=str)
def reader(request, sample):
    """A visitor with the sample open and nothing chosen, on a desk and on a telephone."""
    visitor = sample(width=request.param)
    visitor.page.set_viewport_size({"width": request.param, "height": SIZES[request.param]})
    return visitor


@pytest.fixture(params=ONE_WIDTH, ids=str)
def phone(request, sample):
    """The visitor on the telephone, for what is the same on a desk; make long sits down at the desk as well."""
    visitor = sample(width=request.param)
    visitor.page.set_viewport_size({"width": request.param, "height": SIZES[request.param]})
    return visitor


def chosen(reader):
    """Wait for the evidence panel; what stands in it is in the first screen."""
    reader.page.locator(".st-key-passage-list .item").first.wait_for()
    reader.idle()
    page = reader.page
    for part in (".st-key-evidence .who", ".st-key-passage-list .item"):
        assert page.locator(part).first.evaluate(IN_SIGHT), part
    return page.locator(".st-key-evidence .who").inner_text()


# Where the base line of an element's words is.
BASE = """e => { const mark = document.createElement('span'); mark.style.cssText = 'display: inline-block';
    e.append(mark); const at = mark.getBoundingClientRect().bottom; mark.remove(); return at; }"""


def test_every_quote_stands_whole_and_marked_in_the_list(reader):
    page, quotes = reader.page, reader.quotes()
    words = quotes.locator(".words").all_inner_texts()
    assert len(words) == 21
    assert any(text == "“We had flour for two days and fuel for one”" for text in words)
    assert all("reported" in text for text in words if not text.startswith("“"))
    assert not any(text.rstrip("”").endswith(",") for text in words)
    cut = "nodes => nodes.filter(node => node.scrollWidth > node.clientWidth + 1).length"
    assert quotes.locator(".words").evaluate_all(cut) == 0
    figures = quotes.locator(".numbers").first
    assert figures.evaluate(BASE) == pytest.approx(figures.locator("button").first.evaluate(BASE), abs=0.6)
    tab, hint = page.get_by_role("tab", name="Quotes").locator("p"), page.locator(".st-key-chips .words")
    if hint.is_visible():  # on a wide page
        assert tab.evaluate(BASE) == pytest.approx(hint.evaluate(BASE), abs=0.6)
    named = reader.quotes("In article order").locator(".by")
    named.first.wait_for()
    order = named.all_inner_texts()
    assert order[0] == "relief workers"
    assert len(order) == 21


def test_words_are_found_in_the_quotes_and_marked(phone):
    reader = phone
    quotes = reader.quotes()
    quotes.get_by_role("searchbox").fill("road")
    found = quotes.locator("mark.found").all_inner_texts()
    assert found
    assert {word.lower() for word in found} == {"road"}
    assert quotes.locator(".item").count() == len(quotes.locator(".item:has(mark.found)").all())
    assert quotes.locator(".sum").inner_text() == f"{quotes.locator('.item').count()} of 21 quotes"
    quotes.get_by_role("searchbox").fill("no such words")
    assert quotes.locator(".sum").inner_text() == "No quote has these words."
    quotes.get_by_role("searchbox").fill("")
    assert quotes.locator(".item").count() == 21


@pytest.mark.parametrize("width", ONE_WIDTH)
def test_a_quote_is_read_in_context_copied_and_corrected_where_it_stands(visit, width):
    visitor = visit(width=width)
    visitor.open("?article=sample")
    visitor.ready()
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    item = visitor.quotes().locator(".item", has_text="We had flour").first
    item.hover()
    item.get_by_role("button", name="in context").click()
    assert "said Samira Haddad, who runs" in item.locator(".context").inner_text()
    item.get_by_role("button", name="copy").click()
    item.get_by_text("Copied.").wait_for()
    assert visitor.page.evaluate("navigator.clipboard.readText()") == (
        "“We had flour for two days and fuel for one” – Samira Haddad, who runs the Harbour Relief Fund in southern "
        "Gaza. “Aid lorries reach Rafah as the coastal road reopens”, 19 March 2024."
    )
    item.get_by_role("button", name="wrong?").click()
    item.get_by_label("Speaker").select_option(label="Ruth Calloway")
    item.get_by_role("button", name="Apply").click()
    visitor.page.locator(".st-key-undo").wait_for()
    visitor.idle()
    section = visitor.page.locator(".st-key-quote-list .group", has_text="Ruth Calloway").first
    assert section.locator(".item", has_text="We had flour").count() == 1


def test_the_rail_scrolls_the_list_without_asking_the_server(sample):
    reader = sample()
    quotes = reader.quotes()
    last = quotes.locator(".item").last
    reader.page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
    assert not last.evaluate(IN_SIGHT)
    quotes.locator(".lane:not(.all) button").last.click()
    assert last.evaluate(IN_SIGHT)
    assert reader.chips() == []


def test_a_name_a_speaker_a_place_and_a_day_show_their_evidence_in_the_first_screen(phone):
    reader = phone
    page = reader.page
    reader.tab("Overview")
    for ranking in ("most-named", "most-quoted", "dates"):
        page.locator(f".st-key-{ranking} button").first.click()
        assert chosen(reader)
        page.locator(".st-key-clear-choice button").click()
        page.locator(".st-key-evidence").wait_for(state="detached")
        reader.idle()


def test_a_pin_and_a_name_in_the_text_show_their_evidence_in_the_first_screen(phone):
    reader = phone
    page = reader.page
    reader.tab("Map")
    chart = page.locator(".st-key-panel-map .js-plotly-plot")
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    x, y = page.evaluate(PIN, "Khan Younis")
    reader.click_at(box["x"] + x, box["y"] + y)
    assert "Khan Younis" in chosen(reader)
    assert set(reader.marks()) == {"Khan Younis"}
    head = page.locator(".st-key-evidence-head").inner_text()
    assert "Khan Younis" in head
    assert "% sure" in head
    reader.tab("Article")
    page.locator(".st-key-clear-choice button").click()
    page.locator(".st-key-evidence").wait_for(state="detached")
    reader.idle()
    page.locator(".st-key-reader .text .m", has_text="Amal Nasser").first.click()
    assert "Amal Nasser" in chosen(reader)


def test_a_quote_shows_its_evidence_in_the_first_screen_and_next_leads_on(reader):
    item = reader.quotes("In article order").locator(".item").nth(5)
    item.locator(".words").click()
    assert chosen(reader)
    first = reader.page.locator(".st-key-passage-list .words").first.inner_text()
    assert reader.page.locator(".st-key-passage-list .context mark.hit").count() >= 1
    assert reader.page.get_by_text("6 of 21", exact=True).evaluate(IN_SIGHT)
    reader.page.locator(".st-key-next button").click()
    reader.page.get_by_text("7 of 21", exact=True).wait_for()
    reader.idle()
    assert reader.page.locator(".st-key-passage-list .words").first.inner_text() != first


def test_next_moves_a_mark_through_the_passages_of_a_name(phone):
    reader = phone
    reader.tab("Overview")
    reader.page.locator(".st-key-most-named button").first.click()
    chosen(reader)
    items = reader.page.locator(".st-key-passage-list .item")
    assert [one.get_attribute("aria-current") for one in items.all()][:2] == ["true", None]
    reader.page.locator(".st-key-next button").click()
    reader.page.get_by_text(re.compile(r"^2 of \d+$")).wait_for()
    reader.idle()
    now = reader.page.locator(".st-key-passage-list .item.now")
    assert now.count() == 1
    assert now.evaluate(IN_SIGHT)
    assert items.first.get_attribute("aria-current") is None


def test_a_sheet_takes_the_focus_and_gives_it_back_by_its_button(sample):
    reader = sample(width=390)
    reader.page.set_viewport_size({"width": 390, "height": 844})
    reader.tab("Overview")
    reader.page.locator(".st-key-most-named button").first.click()
    chosen(reader)
    reader.page.wait_for_function("() => document.activeElement.classList.contains('who')")
    sheet = reader.page.locator(".st-key-evidence").bounding_box()
    assert sheet["y"] + sheet["height"] == pytest.approx(844, abs=2)
    assert 180 < sheet["height"] < 0.55 * 844


def test_paragraphs_stand_apart_and_a_range_is_chosen_by_keyboard_with_focus_kept(phone):
    reader = phone
    panel = reader.tab("Article")
    blocks = panel.locator(".st-key-reader .text p")
    assert blocks.count() == 15
    assert panel.locator(".st-key-reader").evaluate("e => getComputedStyle(e).overflowY") == "visible"
    first = reader.page.get_by_label("From paragraph")
    for number in (2, 3, 4):
        first.fill(str(number))
        reader.page.get_by_label("To paragraph").fill(str(number + 1))
        first.press("Enter")
        reader.page.wait_for_function("() => new URL(location.href).searchParams.getAll('pick').length === 1")
        reader.idle()
        assert first.evaluate("node => node.getRootNode().activeElement === node")
        assert len(reader.chips()) == 1
    assert blocks.nth(3).locator(".here, .hit").count() >= 1
    assert blocks.nth(6).locator(".here, .hit").count() == 0


def test_words_are_found_and_marked_in_the_text(phone):
    reader = phone
    panel = reader.tab("Article")
    field = panel.get_by_role("searchbox", name="Find in the text")
    field.fill("khan younis")
    assert reader.page.evaluate("() => CSS.highlights.get('dateline-found').size") == 2
    assert panel.get_by_text("2 found").count() == 1
    field.press("Enter")
    field.press("Enter")
    assert panel.get_by_text("2 of 2").count() == 1
    assert reader.page.evaluate("() => [...CSS.highlights.get('dateline-now')][0].toString()") == "Khan Younis"
    field.fill("")


def test_the_text_is_drawn_without_boxes(phone):
    reader = phone
    panel = reader.tab("Article")
    panel.get_by_role("button", name="Choose paragraph 3").click()
    panel.locator(".text p.current").wait_for()  # a busy server draws the choice late
    reader.idle()
    outlined = """nodes => nodes.filter(node => getComputedStyle(node).outlineStyle !== 'none'
        || getComputedStyle(node).borderTopStyle !== 'none').length"""
    assert panel.locator(".text span").evaluate_all(outlined) == 0
    assert panel.locator(".text p.current").count() == 1


def test_a_pronoun_is_asked_for_and_answered_with_one_click(visit):
    reader = visit()
    reader.paste(
        "The Harbour Trust met the Quay Council in Rafah. The two argued for a day.\n\n"
        "They said that “nothing moves”. “We wait,” said Mara Ellund, a clerk."
    )
    reader.ready()
    assert "They" not in reader.page.locator(".st-key-most-quoted").inner_text()
    unclear = reader.quotes().locator(".group.unclear")
    assert unclear.locator(".who").inner_text() == "Not clear who"
    asked = unclear.locator(".asks")
    number = asked.count()
    assert "?" in asked.first.inner_text()
    asked.first.locator("button").first.click()
    reader.page.locator(".st-key-undo").wait_for()
    reader.idle()
    assert asked.count() == number - 1


def test_a_figure_is_copied_and_taken_where_it_stands(visit):
    reader = visit()
    reader.open("?article=sample")
    reader.ready()
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.tab("Quotes")
    assert "of the words" in reader.page.locator(".st-key-figure-timeline").get_by_role("heading").inner_text()
    for ending in ("png", "svg", "csv"):
        with reader.page.expect_download() as waiting:
            reader.page.locator(f".st-key-take-timeline-{ending} button").click()
        name = waiting.value.suggested_filename
        assert name.startswith("2024-03-19-aid-lorries-reach-rafah-")
        assert name.endswith(f".{ending}")
        reader.idle()
    if reader.page.get_by_role("button", name="Copy picture").count():
        reader.page.get_by_role("button", name="Copy picture").click()
        reader.page.get_by_text("Copied.", exact=True).wait_for()
        kinds = reader.page.evaluate("async () => (await navigator.clipboard.read()).flatMap(item => item.types)")
        assert "image/png" in kinds


@pytest.mark.parametrize("width", ONE_WIDTH)
def test_a_table_is_sorted_by_its_heads_and_the_whole_row_is_the_target(visit, width):
    reader = visit(width=width).open("?article=sample").ready()
    reader.tab("Entities")
    table = reader.page.locator(".st-key-table-entity-table")
    table.get_by_role("button", name="Name", exact=True).click()
    table.locator("th[aria-sort]", has_text="Name").wait_for()
    reader.idle()
    names = table.locator("tbody th").all_inner_texts()
    assert names == sorted(names, key=str.casefold)
    heads = [head.bounding_box() for head in table.locator("thead button").all()]
    assert all(box["height"] >= 24 for box in heads)
    rights = sorted(heads, key=lambda box: (round(box["y"] / 10), box["x"]))
    for one, two in pairwise(rights):
        assert one["x"] + one["width"] <= two["x"] or two["y"] >= one["y"] + one["height"] - 1
    row = table.locator("tbody tr").first
    box = row.bounding_box()
    row.click(position={"x": box["width"] - 4, "y": 4})
    table.locator("tr[aria-selected=true]").wait_for()
    reader.idle()
    assert row.get_attribute("aria-selected") == "true"
    assert reader.page.locator(".st-key-evidence").is_visible()
