"""What the tests of layout share: words that are broken, cut or printed over others, and the fonts of all words."""

from collections import Counter
from pathlib import Path

from tests.browser.reader import AT_REST

PROBE = Path(__file__).with_name("layout_probe.js")
WIDTHS = (390, 640, 720, 768, 1024, 1280, 1920)


def word_faults(page):
    """Words broken inside, cut off, or overlapping, by kind of fault; nothing where all is well."""
    page.evaluate(AT_REST)
    page.evaluate("() => {" + PROBE.read_text(encoding="utf-8") + "}")
    return {fault: words[:8] for fault, words in page.evaluate("layoutFaults()").items() if words}


def drawn_fonts(page):
    """How many glyphs were drawn in each font, and whether the page's own host served it: (family, served) → glyphs."""
    devtools = page.context.new_cdp_session(page)
    try:
        devtools.send("DOM.enable")
        devtools.send("CSS.enable")
        fonts = Counter()
        root = devtools.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"]
        for node in with_text(root):
            for font in devtools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]:
                fonts[font["familyName"], font["isCustomFont"]] += int(font["glyphCount"])
        return fonts
    finally:
        devtools.detach()


def with_text(node):
    """The ids of the elements that have text of their own, shadow roots included."""
    inside = [*node.get("children", ()), *node.get("shadowRoots", ())]
    named = node.get("nodeName", "")
    if named in ("SCRIPT", "STYLE", "NOSCRIPT", "TITLE", "DESC", "title", "desc", "style"):
        return
    if any(child["nodeType"] == 3 and child["nodeValue"].strip() for child in inside):
        yield node["nodeId"]
    for child in inside:
        yield from with_text(child)
