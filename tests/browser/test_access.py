"""For everybody: one walk through every view, by day, by night and on a telephone, with all that is asked of a view.

axe finds nothing serious, a telephone needs no sideways scrolling, the Tab key reaches every function and shows that it
does, and every machine draws the same fonts. To open the views costs more than to look at them, so all look at once.
"""

import re

import pytest

from components.session.collection_state import PARTS
from components.session.state import SECTIONS
from devtools.invented_articles import files
from tests.browser.access_tools import COLOURS, findings, overhang, tab_walk
from tests.browser.layout_tools import drawn_fonts

LEADING = {"Entities": ("Rafah (4)", "Amal Nasser (3)"), "Quotes": ("Nasser",), "Map": ("Rafah",)}
# What colours can break is words and marks; a map is a picture to axe, and downloads are the buttons of every section.
COLOURED = ("Overview", "Entities", "Quotes", "Article")
COLOURED_OF_MANY = ("Articles", "Entities", "Quotes", "Compare")
SERVED = ("SourceSans", "SourceSerif", "SourceCode", "MaterialSymbols")
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 900}
ALL_TABS = """() => !document.querySelector('[data-testid^="stTabsScroll"]')"""  # on a desk none is out of sight
NIGHT = "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme"


class Walk:
    """Looks at every view of one window: at a desk, on a telephone, in the dark and by keyboard."""

    def __init__(self, reader):
        self.reader, self.faults = reader, {}

    def note(self, view, what, found):
        if found:
            self.faults[f"{view}: {what}"] = found

    def by_day(self, name):
        """The view as it stands on a desk and, the same page, on a telephone, where its colours are the same."""
        page = self.reader.page
        self.note(name, "axe", findings(page))
        page.set_viewport_size(NARROW)
        self.note(name, "axe, 390 px", findings(page, without=COLOURS))
        self.note(name, "pixels beyond the screen, 390 px", overhang(page))
        page.set_viewport_size(WIDE)
        page.wait_for_function(ALL_TABS)  # or what comes next looks at a page that is still a telephone's

    def by_night(self, name):
        """The same elements in other colours: only what depends on colours can have changed."""
        self.note(name, "axe, dark", findings(self.reader.page, COLOURS))

    def by_keyboard(self, name):
        """Without a mouse: every function is reached by the Tab key, and shows that it is."""
        walk = tab_walk(self.reader.page)
        self.note(name, "not reached by Tab", walk["missed"])
        self.note(name, "reached and not shown", walk["dark"])

    def by_letters(self, name):
        """All words are set in the fonts that the page's own host serves, but for single signs they lack."""
        fonts = drawn_fonts(self.reader.page)
        total = sum(fonts.values())
        self.note(name, "few glyphs", total <= 200)
        self.note(name, "fonts of the machine", [
            font for (font, served), glyphs in fonts.items() if not served and glyphs > total / 100
        ])  # fmt: skip
        self.note(name, "strange fonts that are served", [
            font for font, served in fonts if served and not font.replace(" ", "").startswith(SERVED)
        ])  # fmt: skip

    def by_figures(self, name):
        """Who does not see a chart hears its leading figures, names with their numbers; no picture is without words."""
        page = self.reader.page
        self.note(name, "bare", page.locator("img:not([alt]), [role=img]:not([aria-label]):not([alt])").count())
        words = [one.get_attribute("aria-label") or "" for one in page.locator(".picture").all()]
        if name in LEADING:
            page.get_by_role("figure").first.wait_for()
            charts = [one.get_attribute("aria-label") or "" for one in page.get_by_role("figure").all()]
            self.note(name, "few words", [told for told in charts if len(told) <= 60])
            self.note(name, "not told", not any(one in told for one in LEADING[name] for told in charts))
            words += charts
        self.note(name, "no figure in", [told for told in words if not re.search(r"\d", told)])

    def nightfall(self):
        """The system turns dark, and the page with it."""
        assert self.reader.page.evaluate(NIGHT) == "light"
        self.reader.page.emulate_media(color_scheme="dark")
        self.reader.page.wait_for_function(f"() => ({NIGHT})() === 'dark'")
        self.reader.idle()

    def verdict(self):
        assert self.faults == {}


def unfold(reader):
    """Open what is folded, all but the input at the top, and the forms of correction."""
    correct = reader.page.get_by_role("button", name="Correct", exact=True)
    if correct.count():
        correct.click()
        reader.idle()
    panels = reader.page.locator('[class*="st-key-panel-"] details:not([open]) > summary:visible')
    for _ in range(8):
        if not panels.count():
            return
        panels.first.click()
        reader.idle()


def test_an_article_is_open_to_everybody(visit):
    walk = Walk(visit().open())
    walk.by_day("empty page")
    walk.by_keyboard("empty page")
    walk.reader.page.get_by_role("button", name="Open the sample article").click()
    walk.reader.ready()
    sections(walk, walk.by_letters, walk.by_figures, walk.by_day, walk.by_keyboard, unfolded=walk.by_day)
    walk.reader.quotes()
    walk.by_keyboard("reading list")
    walk.nightfall()
    sections(walk, walk.by_night, unfolded=walk.by_night, among=COLOURED)
    walk.reader.open()
    walk.by_night("empty page")
    walk.verdict()


@pytest.mark.sweep
def test_the_rest_of_an_article_is_open_by_night(visit):
    walk = Walk(visit(theme="dark").open("?article=sample").ready())
    for section in SECTIONS:
        walk.reader.tab(section)
        walk.by_night(section)
    walk.verdict()


def sections(walk, *looks, unfolded, among=SECTIONS):
    """Every section, and the two with forms once more when a name is chosen and all is unfolded."""
    reader = walk.reader
    for section in among:
        reader.tab(section)
        for look in looks:
            look(section)
    reader.tab("Overview")
    if not reader.chips():
        reader.page.get_by_role("button", name=re.compile(r"times?$")).first.click()
        reader.idle()
    for section in ("Entities", "Quotes"):
        reader.tab(section)
        unfold(reader)
        unfolded(f"{section}, chosen and unfolded")
    reader.forget()


@pytest.fixture
def three(visit, tmp_path):
    """A visitor with three articles."""
    for name, text in files(3).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    reader = visit().upload(*sorted(tmp_path.glob("*.*")))
    reader.page.get_by_role("tab", name="Speakers", exact=True).wait_for()
    reader.page.locator("p.dl-progress").wait_for(state="detached")
    return reader.idle()


def test_many_articles_are_open_to_everybody(three):
    walk = Walk(three)
    for part in PARTS:
        walk.reader.tab(part)
        walk.by_day(part)
        walk.by_keyboard(part)
    walk.nightfall()
    for part in COLOURED_OF_MANY:
        walk.reader.tab(part)
        walk.by_night(part)
    walk.verdict()


@pytest.mark.sweep
def test_the_rest_of_many_articles_is_open_by_night(three):
    walk = Walk(three)
    walk.nightfall()
    for part in PARTS:
        walk.reader.tab(part)
        walk.by_night(part)
    walk.verdict()
