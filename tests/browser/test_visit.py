"""A visit in a real browser: nothing inherited, nothing lost without a word, and what is refused is named."""

import re

import pytest
from playwright.sync_api import expect

from devtools.server import free_port, serve
from pipeline.gazetteer.store import cache_folder
from tests.browser.reader import Visitor

PATIENCE = 60_000  # milliseconds; a busy machine answers late
RAFAH = "Aid reaches Rafah again\n\nMara Ellund spoke in Rafah on Monday. “We wait for the lorries,” Ellund said. " * 2
CAIRO = "Congress opens in Cairo\n\nTomas Reyl spoke in Cairo on Tuesday. “We begin today,” Reyl said in the hall. " * 2
TITLE = "h2.dl-title"
WIDTHS = (390, pytest.param(1280, marks=pytest.mark.sweep))


def add(reader, text):
    reader.page.locator(".st-key-new-article button").click()
    reader.idle()
    reader.page.locator(".st-key-paste textarea").fill(text)
    reader.page.locator(".st-key-analyse button").click()
    return reader.ready()


def title(reader, words):
    expect(reader.page.locator(TITLE)).to_have_text(words, timeout=PATIENCE)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_second_paste_adds_up_and_back_returns(visit, width):
    reader = visit(width=width).paste(RAFAH).ready()
    add(reader, CAIRO)
    title(reader, "Congress opens in Cairo")
    expect(reader.page.get_by_role("button", name=re.compile("^‹ All"))).to_have_text("‹ All 2", timeout=PATIENCE)
    reader.page.go_back()
    title(reader, "Aid reaches Rafah again")
    reader.page.locator(".st-key-to-next button:visible").first.click()
    title(reader, "Congress opens in Cairo")
    reader.page.get_by_role("button", name=re.compile("^‹ All")).click()
    title(reader, "2 articles")


@pytest.mark.parametrize("width", WIDTHS)
def test_enter_applies_the_day_and_it_is_not_the_next_article_s(visit, width):
    reader = visit(width=width).paste(RAFAH).ready()
    ask = reader.page.locator(".st-key-ask-day")
    expect(ask).to_contain_text("“Monday” needs the day of publication", timeout=PATIENCE)
    ask.locator("input").fill("19 March 2024")
    ask.locator("input").press("Enter")
    reader.idle()
    expect(ask).to_have_count(0, timeout=PATIENCE)
    expect(reader.page.locator(".st-key-about")).to_contain_text("published 19 March 2024", timeout=PATIENCE)
    expect(reader.page.locator(".st-key-dates")).to_contain_text("18 March 2024", timeout=PATIENCE)
    add(reader, CAIRO)
    expect(reader.page.locator(".st-key-about")).to_contain_text("no publication date", timeout=PATIENCE)


def test_title_and_day_are_changed_behind_the_pencil(visit):
    reader = visit().paste(RAFAH).ready()
    reader.page.locator(".st-key-about button").first.click()
    reader.page.get_by_label("Title").fill("My title")
    reader.page.get_by_label("Title").press("Enter")
    title(reader, "My title")


def test_what_the_browser_itself_refuses_is_named_beside_the_rest(visit, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"x" * 100)
    (tmp_path / "long.txt").write_bytes(b"word " * 1_200_000)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 and then nothing")
    reader = visit().upload(tmp_path / "photo.jpg", tmp_path / "long.txt", tmp_path / "broken.pdf")
    said = reader.page.locator(".st-key-said")
    expect(said).to_contain_text("photo.jpg: this kind of file cannot be read", timeout=PATIENCE)
    expect(said).to_contain_text("long.txt: larger than 5 MB", timeout=PATIENCE)
    expect(said).to_contain_text("broken.pdf:", timeout=PATIENCE)
    expect(reader.page.locator(".st-key-paste textarea")).to_be_visible(timeout=PATIENCE)
    (tmp_path / "good.txt").write_text(RAFAH, encoding="utf-8")
    reader.page.locator(".st-key-upload input[type=file]").set_input_files([tmp_path / "good.txt"])
    title(reader, "Aid reaches Rafah again")
    expect(said).to_contain_text("photo.jpg", timeout=PATIENCE)
    expect(reader.page.locator(".st-key-paste textarea")).to_be_hidden(timeout=PATIENCE)


def test_a_project_is_saved_and_opened_by_somebody_else(visit, tmp_path):
    reader = visit().paste(RAFAH).ready()
    reader.page.locator(".st-key-most-named button").first.click()
    reader.idle()
    chips = reader.chips()
    reader.page.locator(".st-key-new-article button").click()
    reader.idle()
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("button", name="Save project").click()
    assert waiting.value.suggested_filename.endswith(".dateline.zip")
    saved = tmp_path / "visit.zip"
    waiting.value.save_as(saved)
    other = visit(theme="dark").open()
    other.page.get_by_role("button", name="Open project").click()
    other.page.locator(".st-key-upload-project input[type=file]").set_input_files([saved])
    other.ready()
    title(other, "Aid reaches Rafah again")
    assert other.chips() == chips


def test_the_page_is_turned_dark_and_light_again(visit):
    reader = visit().open("?article=sample").ready()
    scheme = "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme"
    for wanted, width in (("dark", 1280), ("light", 1280), ("dark", 390), ("light", 390)):
        reader.page.set_viewport_size({"width": width, "height": 900})
        reader.page.locator(".st-key-theme-switch button").click()
        reader.page.wait_for_function(f"() => ({scheme})() === '{wanted}'")
        label = "light" if wanted == "dark" else "dark"
        expect(reader.page.locator(".st-key-theme-switch button")).to_have_attribute(
            "aria-label", f"Turn the page {label}", timeout=PATIENCE
        )
        title(reader, "Aid lorries reach Rafah as the coastal road reopens")


def test_a_server_that_was_started_again_says_what_happened_and_the_text_brings_the_view_back(chromium, tmp_path):
    port, env = free_port(), {"HOME": str(tmp_path), "DATELINE_CACHE": str(cache_folder())}
    with serve(tmp_path / "first.log", port=port, env=env) as first:
        reader = Visitor(chromium, first.address, tmp_path, width=1280, theme="light")
        reader.paste(RAFAH).ready()
        reader.page.locator(".st-key-most-named button").first.click()
        reader.idle()
        chips = reader.chips()
    band = reader.page.get_by_text(re.compile("The connection is lost. Trying again"))
    expect(band).to_be_visible(timeout=PATIENCE)
    assert not reader.page.get_by_text("yourscript.py").is_visible()
    expect(reader.page.locator(TITLE)).to_be_visible()
    with serve(tmp_path / "second.log", port=port, env=env):
        expect(band).to_be_hidden(timeout=PATIENCE)
        reader.page.get_by_role("tab", name="Quotes", exact=True).click()
        said = reader.page.locator(".st-key-said")
        expect(said).to_contain_text("The server has forgotten “Aid reaches Rafah again”", timeout=PATIENCE)
        reader.page.locator(".st-key-paste textarea").fill(RAFAH)
        reader.page.locator(".st-key-analyse button").click()
        reader.ready()
        title(reader, "Aid reaches Rafah again")
        assert reader.chips() == chips
        reader.context.close()
