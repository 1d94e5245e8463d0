"""For everybody: axe finds nothing serious on any view in either theme, and a telephone needs no sideways scrolling."""

import re

from components.session.collection_state import PARTS
from components.session.state import SECTIONS
from devtools.invented_articles import files
from tests.browser.access_tools import COLOURS, findings, overhang

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 900}
NIGHT = "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme"


class Walk:
    """Looks at every view of one window: at a desk, on a telephone, and in the dark."""

    def __init__(self, reader):
        self.reader, self.found, self.wide = reader, {}, {}

    def by_day(self, name):
        """The view as it stands on a desk and, the same page, on a telephone, where its colours are the same."""
        page = self.reader.page
        self.found[name] = findings(page)
        page.set_viewport_size(NARROW)
        self.found[f"{name}, 390 px"] = findings(page, without=COLOURS)
        self.wide[name] = overhang(page)
        page.set_viewport_size(WIDE)

    def by_night(self, name):
        """The same elements in other colours: only what depends on colours can have changed."""
        self.found[f"{name}, dark"] = findings(self.reader.page, COLOURS)

    def nightfall(self):
        """The system turns dark, and the page with it."""
        assert self.reader.page.evaluate(NIGHT) == "light"
        self.reader.page.emulate_media(color_scheme="dark")
        self.reader.page.wait_for_function(f"() => ({NIGHT})() === 'dark'")
        self.reader.idle()

    def verdict(self):
        assert {name: what for name, what in self.found.items() if what} == {}
        assert {name: pixels for name, pixels in self.wide.items() if pixels} == {}


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


def test_axe_finds_nothing_serious_on_an_article(visit):
    walk = Walk(visit().open())
    walk.by_day("empty page")
    walk.reader.page.get_by_role("button", name="Open the sample article").click()
    walk.reader.ready()
    sections(walk, walk.by_day)
    walk.nightfall()
    sections(walk, walk.by_night)
    walk.reader.open()
    walk.by_night("empty page")
    walk.verdict()


def sections(walk, look):
    """Every section, and the two with forms once more when a name is chosen and all is unfolded."""
    reader = walk.reader
    for section in SECTIONS:
        reader.tab(section)
        look(section)
    reader.tab("Overview")
    if not reader.chips():
        reader.page.get_by_role("button", name=re.compile(r"times?$")).first.click()
        reader.idle()
    for section in ("Entities", "Quotes"):
        reader.tab(section)
        unfold(reader)
        look(f"{section}, chosen and unfolded")
    reader.forget()


def test_axe_finds_nothing_serious_on_many_articles(visit, tmp_path):
    for name, text in files(3).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    walk = Walk(visit().upload(*sorted(tmp_path.glob("*.*"))))
    walk.reader.page.get_by_role("tab", name="Speakers", exact=True).wait_for()
    walk.reader.page.locator("p.dl-progress").wait_for(state="detached")
    walk.reader.idle()
    for part in PARTS:
        walk.reader.tab(part)
        walk.by_day(part)
    walk.nightfall()
    for part in PARTS:
        walk.reader.tab(part)
        walk.by_night(part)
    walk.verdict()


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
        for picture in reader.page.locator(".picture").all():
            assert re.search(r"\d", picture.get_attribute("aria-label"))
