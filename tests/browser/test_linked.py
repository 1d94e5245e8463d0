"""One selection rules the page, in a real browser: charts, tables, text, address, reload, corrections."""

import csv
import io
import re

import pytest
from playwright.sync_api import expect

PATIENCE = 120_000  # milliseconds; a busy machine answers late, and that is no fault of the page
BARS = "g.points > g.point path, g.bars g.point path"


@pytest.fixture
def reader(sample):
    """The visitor that tests share, with the sample open and nothing chosen."""
    return sample(sharp=False)


@pytest.fixture
def newcomer(visit):
    """A visitor of this test alone, for what stays: a reload, a correction."""
    visitor = visit(sharp=False)
    visitor.open("?article=sample")
    return visitor.ready()


def picks(reader):
    return re.findall(r"pick=([a-z]+)%3A([^&]+)", reader.page.url)


def settle(reader, number):
    """Wait until so many chips are shown, and the address says them too."""
    reader.page.wait_for_function(
        """n => new URL(location.href).searchParams.getAll('pick').length === n
            && document.querySelector('.st-key-chips').querySelectorAll('*').length > 0""",
        arg=number,
    )
    reader.idle()
    chips = reader.page.locator(".st-key-chips .chip")
    if number:
        chips.nth(number - 1).wait_for()
    assert chips.count() == number
    return reader


def bar(reader, chart, number):
    """The middle of one of the longest bars."""
    chart.scroll_into_view_if_needed()
    boxes = [one.bounding_box() for one in chart.locator(BARS).all()]
    boxes = sorted((b for b in boxes if b and b["width"] > 3 and b["height"] > 3), key=lambda b: -b["width"])
    box = boxes[number]
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def choose_bar(reader, section, number=0):
    chart = reader.tab(section).locator(".js-plotly-plot").first
    reader.click_at(*bar(reader, chart, number))


def choose_row(reader, source, number):
    """Anywhere in the row, as the whole of it is the target."""
    reader.page.locator(f".st-key-table-{source} tbody tr").nth(number).locator("td").last.click()
    reader.idle()


def heading(reader, what):
    """The number in the heading of a table."""
    words = reader.page.get_by_role("heading", name=re.compile(rf"Table of [\d,]+ {what}")).first.inner_text()
    return int(re.search(r"[\d,]+", words)[0].replace(",", ""))


def test_a_bar_narrows_the_other_tables_and_a_second_click_widens_them(reader):
    reader.tab("Quotes")
    all_quotes = heading(reader, "quote")
    choose_bar(reader, "Entities")
    settle(reader, 1)
    reader.tab("Quotes")
    assert heading(reader, "quote") < all_quotes
    choose_bar(reader, "Entities")
    settle(reader, 0)
    reader.tab("Quotes")
    assert heading(reader, "quote") == all_quotes


def test_chips_combine_and_go_one_by_one(reader):
    reader.tab("Quotes")
    choose_row(reader, "speaker-table", 2)  # Amal Nasser
    settle(reader, 1)
    by_her = heading(reader, "quote")
    choose_bar(reader, "Entities")
    settle(reader, 2)
    reader.tab("Quotes")
    assert heading(reader, "quote") < by_her
    chips = reader.page.locator(".st-key-chips .chip")
    assert chips.count() == 2
    chips.nth(1).press("Enter")  # by keyboard
    settle(reader, 1)
    assert heading(reader, "quote") == by_her
    reader.page.locator(".st-key-chips .all").click()
    settle(reader, 0)


def test_shift_adds_a_bar_to_the_first(reader):
    choose_bar(reader, "Entities", 0)
    settle(reader, 1)
    reader.page.keyboard.down("Shift")
    choose_bar(reader, "Entities", 2)
    reader.page.keyboard.up("Shift")
    settle(reader, 2)
    assert {kind for kind, _ in picks(reader)} == {"entity"}


def test_the_address_keeps_view_and_chips_over_a_reload_and_back_and_forward_work(newcomer):
    choose_bar(newcomer, "Entities", 0)
    settle(newcomer, 1)
    first = newcomer.chips()
    choose_bar(newcomer, "Entities", 3)
    settle(newcomer, 1)
    second = newcomer.chips()
    assert first != second
    newcomer.page.reload()
    settle(newcomer.ready(), 1)
    assert newcomer.chips() == second
    assert newcomer.page.get_by_role("tab", name="Entities").get_attribute("aria-selected") == "true"
    assert "Rafah" not in newcomer.page.url
    newcomer.page.go_back()
    chip = newcomer.page.locator(".st-key-chips .chip .title")
    expect(chip).to_have_text(first, timeout=PATIENCE)
    settle(newcomer, 1)
    newcomer.page.go_forward()
    expect(chip).to_have_text(second, timeout=PATIENCE)
    settle(newcomer, 1)


def test_a_pasted_article_and_its_corrections_outlive_a_reload_and_go_when_told(visit):
    reader = visit(sharp=False)
    reader.paste("Mara Ellund spoke in Rafah. “We wait,” Ellund said. Tomas Reyl left for Cairo.")
    reader.ready()
    choose_bar(reader, "Entities")
    settle(reader, 1)
    rename(reader, "Mara B. Ellund")
    reader.page.reload()
    reader.ready().page.locator(".st-key-undo").wait_for()
    settle(reader, 1)
    assert reader.chips() == ["Mara B. Ellund"]
    assert "Ellund" not in reader.page.url
    token = reader.page.evaluate("sessionStorage.getItem('dateline-visit')")
    assert len(token) >= 43
    assert token not in reader.page.url
    reader.page.locator(".st-key-new-article button").click()
    reader.page.locator(".st-key-forget button").click()
    reader.page.wait_for_url(lambda url: "article" not in url)
    reader.page.reload()
    reader.page.get_by_role("button", name="Open the sample article").wait_for()
    reader.idle()
    assert reader.page.locator(".dl-title").count() == 0
    assert reader.page.evaluate("sessionStorage.getItem('dateline-visit')") != token


def rename(reader, name):
    form = reader.page.locator(".st-key-correct")
    reader.page.get_by_role("button", name="Correct", exact=True).click()
    reader.idle()  # what is typed while the page is drawn anew would be lost
    form.get_by_label("Name", exact=True).fill(name)
    reader.idle()
    form.get_by_role("button", name="Apply").click()
    reader.page.locator(".st-key-undo").wait_for()
    reader.idle()


def test_a_stretch_is_dragged_and_a_paragraph_chosen_by_keyboard(reader):
    text = reader.tab("Article").locator(".st-key-reader .text")
    piece = text.locator("[data-at]").filter(has_text="engineers").first
    box = piece.bounding_box()
    reader.page.mouse.move(box["x"] + 2, box["y"] + 8)
    reader.page.mouse.down()
    reader.page.mouse.move(box["x"] + 160, box["y"] + 10, steps=4)
    reader.page.mouse.up()
    reader.page.get_by_role("button", name="Choose this stretch").click()
    settle(reader, 1)
    assert picks(reader)[0][0] == "span"
    text.get_by_role("button", name="Choose paragraph 5").press("Enter")
    settle(reader, 1)
    start, end = map(int, picks(reader)[0][1].split("-"))
    chosen = "".join(text.locator(".hit, .here").all_inner_texts())
    assert chosen.startswith("In Khan Younis the deputy mayor")
    assert len(chosen) == end - start
    reader.tab("Entities")
    assert heading(reader, "name") == 2


def test_a_corrected_speaker_is_seen_in_chart_table_csv_and_report(newcomer):
    newcomer.tab("Quotes")
    choose_row(newcomer, "quote-table", 0)
    settle(newcomer, 1)
    newcomer.page.get_by_role("button", name="Correct", exact=True).click()
    newcomer.idle()
    form = newcomer.page.locator(".st-key-correct-quote")
    form.get_by_label("Speaker").click()
    newcomer.page.get_by_role("option", name="Ruth Calloway").click()
    form.get_by_role("button", name="Apply").click()
    newcomer.page.locator(".st-key-undo").wait_for()
    newcomer.idle().drawn()
    assert newcomer.page.locator(".st-key-panel-quotes .js-plotly-plot").get_by_text("Ruth Calloway (2)").count() == 1
    newcomer.tab("Downloads")
    _, table = newcomer.download("quotes")
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    assert [row["speaker_name"] for row in rows if row["edited"] == "true"] == ["Ruth Calloway"]
    _, report = newcomer.download("report")
    assert "Ruth Calloway (2)" in report.decode()


def test_corrections_are_saved_and_applied_again_after_all_was_forgotten(newcomer, visit, tmp_path):
    choose_bar(newcomer, "Entities")
    settle(newcomer, 1)
    rename(newcomer, "Rafah City")
    newcomer.tab("Downloads")
    name, data = newcomer.download("corrections")
    assert name.endswith(".json")
    assert b"Rafah City" in data
    newcomer.page.locator(".st-key-undo button").click()
    newcomer.idle()
    newcomer.tab("Overview")
    assert newcomer.page.locator(".st-key-most-named").get_by_text("Rafah City").count() == 0
    again = visit(sharp=False)
    again.open("?article=sample&view=Downloads")
    again.ready()
    file = tmp_path / name
    file.write_bytes(data)
    again.page.locator("[class*='st-key-upload-corrections'] input[type=file]").set_input_files(str(file))
    again.page.locator(".st-key-undo").wait_for()
    again.tab("Overview")
    assert again.page.locator(".st-key-most-named").get_by_text("Rafah City").count() == 1


def test_every_choice_of_a_chart_can_be_made_by_keyboard_in_its_table(reader):
    for section, source, kind in (
        ("Entities", "entity-table", "entity"),
        ("Quotes", "quote-table", "quote"),
        ("Map", "map-table", "place"),
    ):
        reader.forget().tab(section)
        table = reader.page.locator(f".st-key-table-{source}")
        table.locator("thead button").last.focus()
        reader.page.keyboard.press("Tab")
        reader.page.keyboard.press("Enter")
        settle(reader, 1)
        assert picks(reader)[0][0] == kind


def test_the_sample_in_the_address_opens_beside_the_articles_of_the_visit(visit):
    reader = visit(sharp=False)
    reader.paste("Mara Ellund spoke in Rafah. “We wait,” Ellund said. Tomas Reyl left for Cairo.")
    reader.ready()
    title = reader.page.locator(".dl-title").inner_text()
    reader.open("?article=sample")
    expect(reader.page.locator(".dl-title")).not_to_have_text(title, timeout=PATIENCE)
    reader.ready()
    assert "article=sample" in reader.page.url
    reader.page.locator(".st-key-new-article button").click()
    expect(reader.page.locator(".dl-entry")).to_have_count(2, timeout=PATIENCE)
    assert any(words.startswith("Mara Ellund") for words in reader.page.locator(".dl-entry").all_inner_texts())
