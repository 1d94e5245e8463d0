"""No name on a drawn map lies over another, a pin, the small map or beyond the edge: measured in the browser."""

import json
from pathlib import Path

import pytest

from components.map.layers import towns
from components.map.pins import spots
from components.map.svg import map_svg
from components.map.views import views
from pipeline import Article, analyse, article_id

GATE = sorted((Path(__file__).parents[1] / "quality").glob("*/*.json"))
SIZES = ((640, 397, 200), (350, 217, 0), (1120, 630, 240))  # as on the overview, on a telephone, and as a picture
LEAST = 1.5  # pixels that two boxes may share: a line is set higher than its letters are
FAULTS = """least => {
    const faults = [];
    const meets = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > least
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > least;
    for (const svg of document.querySelectorAll('svg')) {
        const own = node => node.closest('svg') === svg;
        const frame = svg.getBoundingClientRect();
        const texts = [...svg.querySelectorAll('text')].filter(own).map(node => {
            const box = node.getBoundingClientRect(), trim = box.height * 0.18;
            const { left, right, top, bottom } = box;
            return { words: node.textContent, left, right, top: top + trim, bottom: bottom - trim };
        });
        const pins = [...svg.querySelectorAll('circle')].filter(node => own(node) && node.getAttribute('r') > 4)
            .map(node => node.getBoundingClientRect());
        const insets = [...svg.querySelectorAll('svg')].map(node => node.getBoundingClientRect());
        texts.forEach((one, n) => {
            for (const other of texts.slice(n + 1)) if (meets(one, other)) faults.push([one.words, other.words]);
            for (const pin of pins) if (meets(one, pin)) faults.push([one.words, 'a pin']);
            for (const inset of insets) if (meets(one, inset)) faults.push([one.words, 'the small map']);
            if (one.left < frame.left - 1 || one.right > frame.right + 1) faults.push([one.words, 'the edge']);
        });
        for (const pin of pins)
            for (const inset of insets) if (meets(pin, inset)) faults.push(['a pin', 'the small map']);
    }
    return faults;
}"""


@pytest.fixture(scope="module")
def placed(resources):
    """The spots of every article of the gate that names a place that can be put on a map."""
    found = {}
    for path in GATE:
        text = json.loads(path.read_text("utf-8"))["text"]
        if pins := spots(analyse(Article(article_id(text), text), resources).places):
            found[f"{path.parent.name}/{path.name}"] = pins
    return found


@pytest.mark.parametrize("theme", ["light", pytest.param("dark", marks=pytest.mark.sweep)])  # a theme moves no name
def test_no_name_covers_another_a_pin_or_the_edge(chromium, placed, resources, theme):
    context = chromium.new_context(viewport={"width": 1200, "height": 900})
    page, faults, insets = context.new_page(), {}, 0
    for name, pins in placed.items():
        view = views(pins)[0]
        near = towns(view.box, pins, resources.gazetteer)
        drawn = [
            map_svg(pins, view.box, theme=theme, neighbours=near, width=width, height=height, inset=inset)
            for width, height, inset in SIZES
        ]
        insets += drawn[0].count('class="inset"')
        page.set_content(
            "".join(f'<div style="width: {size[0]}px">{svg}</div>' for size, svg in zip(SIZES, drawn, strict=True))
        )
        if found := page.evaluate(FAULTS, LEAST):
            faults[name] = found
    context.close()
    assert faults == {}
    assert insets > 0
    assert len(placed) > 10
