"""For everybody: axe finds nothing serious in either theme, and a telephone needs no sideways scrolling."""

from pathlib import Path

import pytest

from components.state import SECTIONS

SERIOUS = ("serious", "critical")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
# Streamlit's own widgets; we cannot mend them from here, and each entry says what it is.
FADE = 900  # milliseconds until a panel has faded in; axe would measure half-faded colours


def findings(page):
    axe = Path(pytest.importorskip("axe_playwright_python").__file__).with_name("axe.min.js")
    if not page.evaluate("() => 'axe' in window"):
        page.add_script_tag(path=axe)
    page.wait_for_timeout(FADE)
    result = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)
    return [
        (violation["id"], node["target"], node.get("failureSummary", "")[:200])
        for violation in result["violations"]
        if violation["impact"] in SERIOUS
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious(visit, theme):
    reader = visit(theme=theme).open()
    found = {"empty page": findings(reader.page)}
    reader.page.get_by_role("button", name="Open the sample article").click()
    reader.ready()
    for section in SECTIONS:
        reader.tab(section)
        found[section] = findings(reader.page)
    assert {section: what for section, what in found.items() if what} == {}


def test_no_sideways_scrolling_on_a_telephone(visit):
    reader = visit(width=390).open()
    wide = {"empty page": overhang(reader.page)}
    reader.page.get_by_role("button", name="Open the sample article").click()
    reader.ready()
    for section in SECTIONS:
        reader.tab(section)
        wide[section] = overhang(reader.page)
    assert {section: pixels for section, pixels in wide.items() if pixels} == {}


def overhang(page):
    """By how many pixels the page is wider than the screen."""
    return page.evaluate("""() => Math.max(...['html', 'body', '[data-testid="stMain"]'].map(s => {
        const e = document.querySelector(s);
        return e ? e.scrollWidth - e.clientWidth : 0;
    }))""")


def test_charts_have_words_for_those_who_do_not_see_them(sample):
    reader = sample()
    for section in ("Entities", "Quotes", "Map"):
        panel = reader.tab(section)
        for chart in panel.get_by_role("figure").all():
            assert len(chart.get_attribute("aria-label") or "") > 30
        assert panel.get_by_role("figure").count() >= 1
