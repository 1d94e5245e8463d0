"""What the tests of access share: axe, the walk with the Tab key, and the visitors who have something open."""

from pathlib import Path

import pytest

from tests.browser.reader import AT_REST

SERIOUS = ("serious", "critical")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]  # the rules among them that a theme can break
STOPS = 400  # presses of Tab after which a page is called endless
PRESSES = 8  # between two looks whether the end has come
WALK = Path(__file__).with_name("access_walk.js")


def findings(page, rules=RULES, *, without=()):
    """What axe calls serious on the page as it stands; without: rules that are left out."""
    axe = Path(pytest.importorskip("axe_playwright_python").__file__).with_name("axe.min.js")
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(axe.read_text(encoding="utf-8"))
    page.evaluate(AT_REST)  # axe would measure half-faded colours
    asked = {"runOnly": rules, "resultTypes": ["violations"], "rules": {rule: {"enabled": False} for rule in without}}
    result = page.evaluate("asked => axe.run(document, asked)", asked)
    return [
        (violation["id"], node["target"], node.get("failureSummary", "")[:200])
        for violation in result["violations"]
        if violation["impact"] in SERIOUS
        for node in violation["nodes"]
    ]


def overhang(page):
    """By how many pixels the page is wider than the screen."""
    return page.evaluate("""() => Math.max(...['html', 'body', '[data-testid="stMain"]'].map(s => {
        const e = document.querySelector(s);
        return e ? e.scrollWidth - e.clientWidth : 0;
    }))""")


def tab_walk(page):
    """Press Tab from the top to the end: what could not be reached, and what did not show that it was."""
    page.evaluate("() => {" + WALK.read_text(encoding="utf-8") + "}")
    page.mouse.move(0, 0)
    page.evaluate("kbNumber()")
    for _ in range(0, STOPS, PRESSES):
        for _ in range(PRESSES):
            page.keyboard.press("Tab")
        if page.evaluate("kbNote()"):
            break
    return page.evaluate("kbMissed()")
