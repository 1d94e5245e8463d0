"""Nothing breaks from a telephone to a large screen, at 200 % zoom or on paper: no word is cut or printed over."""

import pytest

from tests.browser.layout_tools import WIDTHS, word_faults

FIRST_NUMBER = "() => document.querySelector('[class*=st-key-tile-] strong').getBoundingClientRect().top"
FROM_LEFT = "e => e.getRootNode().host.getBoundingClientRect().left"  # of the element that a word stands in
LONG = """Minister of Fisheries Wilhelmina Oudekerk-Vanderbilt promises the harbour of Aqaba forty lorries

Wilhelmina Oudekerk-Vanderbilt spoke in Aqaba on Monday. “The engine is new,” said Oudekerk-Vanderbilt, the minister of
fisheries. Bartholomew Featherstonehaugh of the Intergovernmental Organisation for Harbour Development doubted it.
“Ask me when she floats,” Featherstonehaugh said on Tuesday. “We have waited since 18 September 2023.”
"""


@pytest.fixture
def long_names(visit):
    return visit().paste(LONG).ready()


@pytest.mark.parametrize("section", ["Overview", "Downloads"])
def test_no_word_is_broken_cut_or_overprinted_at_any_width(sample, section):
    reader = sample()
    reader.tab(section)
    faults = {}
    for width in WIDTHS:
        reader.page.set_viewport_size({"width": width, "height": 900})
        reader.idle()
        faults[width] = word_faults(reader.page)
    reader.page.set_viewport_size({"width": 1280, "height": 900})
    assert {width: found for width, found in faults.items() if found} == {}


def test_long_names_wrap_between_words_and_a_choice_breaks_nothing(long_names):
    reader = long_names
    faults = {}
    for chosen in (False, True):
        if chosen:
            reader.page.locator(".st-key-most-quoted button").first.click()
            reader.idle()
        for width in WIDTHS:
            reader.page.set_viewport_size({"width": width, "height": 900})
            reader.idle()
            if not (chosen and width < 1100):  # there a sheet lies over the page
                faults[chosen, width] = word_faults(reader.page)
    assert {which: found for which, found in faults.items() if found} == {}


@pytest.mark.parametrize("width, most", [(1280, 160), (390, 230)])
def test_the_first_number_stands_in_the_first_screen(sample, width, most):
    reader = sample(width=width)
    reader.tab("Overview")
    assert reader.page.evaluate(FIRST_NUMBER) <= most


@pytest.mark.parametrize("width, most", [(390, 230), pytest.param(1280, 160, marks=pytest.mark.sweep)])
def test_it_stays_there_where_a_day_is_asked_for_and_where_one_is_chosen(visit, width, most):
    reader = visit(width=width).paste(LONG).ready()
    assert reader.page.locator(".st-key-ask-day input").is_visible()
    assert reader.page.evaluate(FIRST_NUMBER) <= most
    pencil = reader.page.locator(".st-key-about [data-testid=stPopover] button").bounding_box()
    button = reader.page.locator(".st-key-ask-day button").bounding_box()
    assert pencil["x"] >= button["x"] + button["width"] or pencil["x"] + pencil["width"] <= button["x"]
    day = reader.page.locator(".st-key-dates button .t").first
    before = day.bounding_box()["x"] - day.evaluate(FROM_LEFT)
    day.click()
    reader.page.locator(".st-key-evidence").wait_for()
    reader.idle()
    assert day.bounding_box()["x"] - day.evaluate(FROM_LEFT) == pytest.approx(before, abs=0.5)  # no word jumps
    reader.page.locator("h2.dl-title").scroll_into_view_if_needed()
    assert reader.page.evaluate(FIRST_NUMBER) <= most


def test_the_pictures_of_the_overview_have_the_page_s_fonts(sample):
    reader = sample()
    family = reader.page.locator(".st-key-picture-map text").first.evaluate("e => getComputedStyle(e).fontFamily")
    assert "Source Sans" in family.partition(",")[0]


def test_the_six_counts_stand_as_six_three_or_two(sample):
    reader = sample()
    reader.tab("Overview")
    rows = {}
    for width in WIDTHS:
        reader.page.set_viewport_size({"width": width, "height": 900})
        tops = [round(one.bounding_box()["y"]) for one in reader.page.locator("[class*=st-key-tile-] button").all()]
        rows[width] = sorted(tops.count(top) for top in set(tops))
    reader.page.set_viewport_size({"width": 1280, "height": 900})
    assert all(counts in ([6], [3, 3], [2, 2, 2]) for counts in rows.values()), rows


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_on_paper_there_are_facts_and_no_controls(sample, theme):
    reader = sample(theme=theme)
    reader.tab("Overview")
    reader.page.emulate_media(media="print", color_scheme=theme)
    reader.page.set_viewport_size({"width": 720, "height": 1000})
    try:
        assert word_faults(reader.page) == {}
        for control in (".st-key-new-article", "[role=tablist]", ".st-key-theme-switch", ".st-key-chips"):
            assert not reader.page.locator(control).first.is_visible(), control
        ink = "e => getComputedStyle(e).color"
        assert reader.page.locator("h2.dl-title").evaluate(ink) == "rgb(29, 29, 27)"
        reader.page.get_by_role("heading", name="Most quoted").wait_for()
        row = reader.page.locator(".st-key-most-quoted button .name, .st-key-most-quoted button").first
        assert row.evaluate(ink) == "rgb(29, 29, 27)"  # words of our own elements too, in both themes
        assert reader.page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 255, 255)"
        assert not reader.page.get_by_role("button", name="Copy picture").first.is_visible()
    finally:
        reader.page.emulate_media(media="screen", color_scheme=theme)
        reader.page.set_viewport_size({"width": 1280, "height": 900})


OVERHANG = "boxes => boxes.map(box => box.scrollWidth - box.clientWidth).filter(pixels => pixels > 0)"


@pytest.mark.parametrize("section, widths", [("Quotes", WIDTHS), pytest.param("Map", WIDTHS, marks=pytest.mark.sweep)])
def test_every_table_fits_or_its_rows_become_cards(sample, section, widths):
    reader = sample()
    panel = reader.tab(section)
    boxes, seen = panel.locator("[class*=st-key-table-] .box"), set()
    for width in widths:
        reader.page.set_viewport_size({"width": width, "height": 900})
        reader.idle()
        assert boxes.evaluate_all(OVERHANG) == [], width
        seen.add(boxes.first.evaluate("box => box.classList.contains('cards')"))
    reader.page.set_viewport_size({"width": 1280, "height": 900})
    assert seen == {True, False}
