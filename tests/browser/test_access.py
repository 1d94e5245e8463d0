"""For everybody: axe finds nothing serious on any view in either theme, and a telephone needs no sideways scrolling."""

import re

import pytest

from components.collection_state import PARTS
from components.state import SECTIONS
from tests.browser.access_tools import findings, overhang
from tests.invented import files

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 900}


def both_widths(reader, name, found, wide, *, narrow=True):
    """The view as it stands on a desk and, the same page, on a telephone."""
    found[name] = findings(reader.page)
    if narrow:
        reader.page.set_viewport_size(NARROW)
        found[f"{name}, 390 px"] = findings(reader.page)
        wide[name] = overhang(reader.page)
        reader.page.set_viewport_size(WIDE)


def unfold(reader):
    """Open what is folded, all but the input at the top."""
    panels = reader.page.locator('[class*="st-key-panel-"] details:not([open]) > summary:visible')
    for _ in range(8):
        if not panels.count():
            return
        panels.first.click()
        reader.idle()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_an_article(visit, theme):
    found, wide, narrow = {}, {}, theme == "light"
    reader = visit(theme=theme).open()
    both_widths(reader, "empty page", found, wide, narrow=narrow)
    reader.page.get_by_role("button", name="Open the sample article").click()
    reader.ready()
    for section in SECTIONS:
        reader.tab(section)
        both_widths(reader, section, found, wide, narrow=narrow)
    reader.tab("Overview")
    reader.page.get_by_role(
        "button", name=re.compile(r"times?$")
    ).first.click()  # a name is chosen: evidence, corrections
    reader.idle()
    for section in ("Entities", "Quotes"):
        reader.tab(section)
        unfold(reader)
        both_widths(reader, f"{section}, chosen and unfolded", found, wide, narrow=narrow)
    assert {name: what for name, what in found.items() if what} == {}
    assert {name: pixels for name, pixels in wide.items() if pixels} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_many_articles(visit, theme, tmp_path):
    found, wide, narrow = {}, {}, theme == "light"
    for name, text in files(3).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    reader = visit(theme=theme).upload(*sorted(tmp_path.glob("*.*")))
    reader.page.get_by_role("tab", name="Speakers", exact=True).wait_for()
    reader.page.locator("p.dl-progress").wait_for(state="detached")
    reader.idle()
    for part in PARTS:
        reader.tab(part)
        both_widths(reader, part, found, wide, narrow=narrow)
    assert {name: what for name, what in found.items() if what} == {}
    assert {name: pixels for name, pixels in wide.items() if pixels} == {}


LEADING = {"Entities": ("Rafah (4)", "Amal Nasser (3)"), "Quotes": ("Nasser",), "Map": ("Rafah",)}


def test_charts_have_words_that_carry_their_message(sample):
    """Who does not see a chart hears its leading figures: names with their numbers."""
    reader = sample()
    for section, names in LEADING.items():
        panel = reader.tab(section)
        panel.get_by_role("figure").first.wait_for()
        charts = panel.get_by_role("figure").all()
        for chart in charts:
            words = chart.get_attribute("aria-label") or ""
            assert len(words) > 60, words
            assert re.search(r"\d", words), f"no figure in: {words}"
        told = " ".join(chart.get_attribute("aria-label") or "" for chart in charts)
        assert any(name in told for name in names), told


def test_every_picture_has_words_or_says_that_it_needs_none(sample):
    reader = sample()
    for section in SECTIONS:
        reader.tab(section)
        assert reader.page.locator("img:not([alt]), [role=img]:not([aria-label]):not([alt])").count() == 0
        for picture in reader.page.locator("img.dl-glance").all():
            assert re.search(r"\d", picture.get_attribute("alt"))
