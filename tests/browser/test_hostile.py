"""An article is text. Nothing in it runs, loads, or is drawn as HTML, Markdown or a formula."""

import html

import pytest

from components.session.state import SECTIONS

ATTACKS = (
    "<script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 2'>",
    "<svg onload='window.hacked = 3'></svg>",
    "[a link](https://example.com/md) ![a picture](https://example.com/p.png)",
    "**bold** $\\sum_{i=1}^n x_i$ $$E=mc^2$$ :red[red] :material/home:",
    "<a href='javascript:window.hacked=4'>a trap</a> <style>body{display:none}</style> <b id='planted'>bold</b>",
)
TEXT = "<b id='planted'>Trap</b> in Cairo\n\n" + "\n\n".join(
    f"“{attack} is what I wrote,” said Mira <i>Dolan</i> of the [Delta](https://example.com/d) Council in Cairo."
    for attack in ATTACKS
)


def harmless(page):
    """Nothing ran, and no element came out of the text."""
    assert page.evaluate("() => window.hacked") is None
    assert page.locator("#planted").count() == 0
    assert page.locator("a[href*='example.com'], img[src*='example.com'], a[href^='javascript']").count() == 0
    assert page.locator(".katex, [data-testid='stMarkdownContainer'] span[style*='color']").count() == 0
    assert page.get_by_test_id("stApp").is_visible()


@pytest.mark.sweep  # test_injection.py uploads its whole corpus by the same way
def test_hostile_text_file_name_and_title_are_shown_and_nothing_else_even_when_chosen(visit, tmp_path):
    name = "<img src=x onerror=window.hacked=5> **b** [l](https%3Aexample.com) $x$.html"
    title = "&lt;b id='planted'&gt;T&lt;/b&gt; [x](https://example.com/t) $y^2$"
    body = "".join(f"<p>{html.escape(part)}</p>" for part in TEXT.split("\n\n"))
    page = f"<html><head><title>{title}</title></head><body><article>{body}"
    (tmp_path / name).write_text(page + "<script>window.hacked = 6</script></article></body></html>", encoding="utf-8")
    (tmp_path / ("broken " + name.replace("html", "docx"))).write_bytes(b"no zip")
    reader = visit(sharp=False).upload(*tmp_path.glob("*[lx]")).ready()
    harmless(reader.page)
    assert "onerror" in reader.page.locator("[role=alert].dl-refusal").inner_text()
    for section in SECTIONS:
        panel = reader.tab(section, quotes_as="By speaker")
        harmless(reader.page)
        if section == "Article":
            assert ATTACKS[0] in panel.locator(".st-key-reader .text").inner_text()
    chart = reader.tab("Quotes").locator(".js-plotly-plot").first
    harmless(reader.page)
    chart.scroll_into_view_if_needed()
    bars = [bar.bounding_box() for bar in chart.locator("g.points > g.point path").all()]
    box = max((bar for bar in bars if bar), key=lambda bar: bar["width"])
    reader.click_at(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    harmless(reader.page)
    assert reader.marks()


def test_hostile_text_that_is_pasted(visit):
    reader = visit(sharp=False).paste(TEXT).ready()
    harmless(reader.page)
    assert ATTACKS[0] in reader.tab("Article").locator(".st-key-reader .text").inner_text()
    harmless(reader.page)
