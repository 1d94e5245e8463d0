"""Charts are drawn, in the kinds' colours, and every bar opens its sentences."""

from components.palette import KINDS, QUOTE_FILL, kind_colour

BARS = "g.points > g.point path, g.bars g.point path"


def boxes(chart):
    """Middle and size of the bars a reader can point at."""
    found = [bar.bounding_box() for bar in chart.locator(BARS).all()]
    return [box for box in found if box and box["width"] > 3 and box["height"] > 3]


def middle(box):
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_entity_chart_has_bars_in_the_colours_of_their_kinds(sample, share):
    reader = sample()
    image = reader.picture(reader.tab("Entities").locator(".js-plotly-plot").first)
    seen = [share(image, kind_colour(kind, "light")) for kind in KINDS]
    assert sum(seen) > 0.02
    assert sum(part > 0.0005 for part in seen) >= 3  # people, organisations and places at the least


def test_a_bar_opens_the_sentences_behind_it(sample):
    reader = sample()
    chart = reader.tab("Entities").locator(".js-plotly-plot").first
    chart.scroll_into_view_if_needed()
    longest = max(boxes(chart), key=lambda box: box["width"])
    reader.click_at(*middle(longest))
    marks = reader.marks()
    assert marks
    who = reader.page.locator(".st-key-evidence .who").inner_text()
    assert any(part in " ".join(marks) for part in who.split())


def test_the_quote_timeline_is_drawn_and_a_bar_opens_its_quote(sample, share):
    reader = sample()
    chart = reader.tab("Quotes").locator(".js-plotly-plot").first
    chart.scroll_into_view_if_needed()
    image = reader.picture(chart)
    assert share(image, QUOTE_FILL["direct"]["light"]) > 0.003
    bars = boxes(chart)
    assert len(bars) >= 8
    reader.click_at(*middle(max(bars, key=lambda box: box["width"])))
    quote = "".join(reader.marks())
    assert len(quote.split()) >= 4
    assert quote[:20] in reader.page.locator(".st-key-passage-list .words").first.inner_text()


def test_a_chosen_row_opens_the_same(sample):
    reader = sample()
    panel = reader.tab("Entities")
    panel.locator(".st-key-table-entity-table tbody tr").nth(1).locator("td").nth(1).click()
    reader.idle()
    assert reader.marks()
