"""Every machine draws the same page: all words are set in the fonts that the page's own host serves."""

from components.map.style import PLAIN
from components.session.state import SECTIONS
from tests.browser.layout_tools import drawn_fonts

SERVED = ("SourceSans", "SourceSerif", "SourceCode", "MaterialSymbols")


def strange(fonts):
    """Fonts of the machine that took part, but for single signs that no served font has."""
    total = sum(fonts.values())
    return {name: glyphs for (name, served), glyphs in fonts.items() if not served and glyphs > total / 100}


def test_every_section_is_set_in_the_served_fonts(sample):
    reader = sample()
    for section in SECTIONS:
        reader.tab(section)
        fonts = drawn_fonts(reader.page)
        assert sum(fonts.values()) > 200, section
        assert strange(fonts) == {}, section
        assert all(name.replace(" ", "").startswith(SERVED) for name, served in fonts if served), fonts


def test_the_pictures_of_the_overview_have_the_page_s_fonts(sample):
    reader = sample()
    reader.tab("Overview")
    family = reader.page.locator(".st-key-picture-map text").first.evaluate("e => getComputedStyle(e).fontFamily")
    assert "Source Sans" in family.partition(",")[0]


def test_the_map_writes_its_names_in_the_page_s_font(sample):
    reader = sample()
    reader.tab("Map")
    assert PLAIN[0] == "Source Sans"
    assert reader.page.evaluate("""() => [...document.fonts].filter(one => one.status === 'loaded')
        .map(one => one.family.replaceAll('"', '') + ' ' + one.style)
        .filter(name => name.startsWith('Source Sans')).sort()""") == ["Source Sans italic", "Source Sans normal"]
