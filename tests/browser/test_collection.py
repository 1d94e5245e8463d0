"""Many articles in the real browser: fifty at once, into one and back, compared, taken home; a folder of Parquet."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from devtools.invented_articles import PEOPLE, files, text_of
from devtools.server import serve
from pipeline import Article, analyse, article_id, load_resources, to_record
from pipeline.gazetteer.store import cache_folder
from pipeline.write.jsonl import to_line
from pipeline.write.parquet import ParquetSink

PATIENCE = 120_000  # milliseconds; a busy machine answers late, and that is no fault of the page
NUMBER = 50
ONE_WIDTH = (390, pytest.param(1280, marks=pytest.mark.sweep))
ROOT = Path(__file__).parents[2]


def table(reader, name):
    return reader.page.locator(f".st-key-table-{name}")


STOPPED = """() => { const line = document.querySelector('p.dl-progress');
    return !line || line.textContent.includes('Stopped: '); }"""


@pytest.fixture(scope="module")
def fifty(chromium, server, tmp_path_factory):
    """A visitor with fifty articles and one file that is none; progress, stop and go on are pressed on the way."""
    from tests.browser.conftest import check
    from tests.browser.reader import Visitor

    folder = tmp_path_factory.mktemp("quays")
    for name, text in files(NUMBER).items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 and then nothing")
    reader = Visitor(chromium, server, folder, width=1280, theme="light").upload(*sorted(folder.iterdir()))
    line = reader.page.locator("p.dl-progress")
    expect(line).to_contain_text(re.compile(r"\d+ of 51 articles done"), timeout=PATIENCE)
    reader.page.get_by_role("button", name="Stop; what is done stays").click()
    go_on = reader.page.get_by_role("button", name="Go on")
    reader.page.wait_for_function(STOPPED)  # on a busy machine the last may be done before the press arrives
    reader.idle()  # the page is drawn once more when it has stopped; a press in that moment meets a button that goes
    if go_on.count():
        expect(line).to_contain_text("Stopped: ", timeout=PATIENCE)
        go_on.click()
    expect(line).to_have_count(0, timeout=PATIENCE)
    yield reader.idle()
    reader.context.close()
    check([reader])


def test_fifty_articles_are_a_table_and_the_broken_file_is_named(fifty):
    fifty.tab("Articles")
    expect(table(fifty, "articles").locator("tbody tr")).to_have_count(NUMBER, timeout=PATIENCE)
    assert "broken.pdf" in fifty.page.locator("[role=alert].dl-refusal").inner_text()


def test_into_one_article_and_back(fifty):
    fifty.tab("Articles")
    table(fifty, "articles").get_by_role("button", name="Quay number 7 in Piraeus", exact=False).click()
    expect(fifty.page.get_by_role("heading", name="Quay number 7 in Piraeus")).to_be_visible(timeout=PATIENCE)
    expect(fifty.page).to_have_url(re.compile("article="), timeout=PATIENCE)
    fifty.page.get_by_role("button", name="‹ All 50").click()
    expect(table(fifty, "articles").locator("tbody tr")).to_have_count(NUMBER, timeout=PATIENCE)
    expect(fifty.page).to_have_url(re.compile("in=all"), timeout=PATIENCE)


def test_a_name_narrows_and_is_let_go(fifty):
    fifty.tab("Speakers")
    table(fifty, "speakers").get_by_role("button", name="Tom Ashdown").click()
    fifty.idle()
    wanted = sum("Tom Ashdown" in text for text in files(NUMBER).values())
    fifty.tab("Articles")
    expect(table(fifty, "articles").locator("tbody tr")).to_have_count(wanted, timeout=PATIENCE)
    expect(fifty.page).to_have_url(re.compile("with=speaker"), timeout=PATIENCE)
    assert "Ashdown" not in fifty.page.url
    fifty.page.get_by_role("button", name="Take off Quoting Tom Ashdown").click()
    expect(table(fifty, "articles").locator("tbody tr")).to_have_count(NUMBER, timeout=PATIENCE)


COVERED = """() => [...document.querySelectorAll('.st-key-all-filters input')].filter(input => {
    const box = input.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return !input.closest('[data-testid]').contains(top);
}).length"""


@pytest.mark.parametrize("width", ONE_WIDTH)
def test_a_day_is_typed_and_enter_applies_it(fifty, width):
    fifty.page.set_viewport_size({"width": width, "height": 900})
    fifty.tab("Articles")
    first = fifty.page.get_by_label("Published from")
    first.fill("20 April 2024")
    assert fifty.page.evaluate(COVERED) == 0
    first.press("Enter")
    expect(table(fifty, "articles").locator("tbody tr")).to_have_count(3, timeout=PATIENCE)
    first.fill("Aprl 20")
    first.press("Enter")
    alert = fifty.page.locator("[role=alert].dl-refusal").filter(has_text="“Aprl 20” is no day that can be read")
    expect(alert).to_be_visible(timeout=PATIENCE)
    expect(first).to_have_value("Aprl 20")
    expect(table(fifty, "articles").locator("tbody tr")).to_have_count(NUMBER, timeout=PATIENCE)
    first.fill("")
    first.press("Enter")
    expect(alert).to_have_count(0, timeout=PATIENCE)
    fifty.page.set_viewport_size({"width": 1280, "height": 900})


def test_two_are_compared(fifty):
    fifty.tab("Articles")
    fifty.page.set_viewport_size({"width": 390, "height": 900})
    fifty.idle()
    row = table(fifty, "articles").locator("tbody tr").first
    tick, title = row.get_by_role("checkbox").bounding_box(), row.locator("button").bounding_box()
    assert abs(tick["y"] - title["y"]) < 8  # beside the title, however many lines that has
    assert title["x"] + title["width"] <= tick["x"]
    heights = row.locator("td.number").evaluate_all("cells => cells.map(cell => cell.getBoundingClientRect().height)")
    assert max(heights) < 30  # a heading and its figure are one line
    fifty.page.set_viewport_size({"width": 1280, "height": 900})
    fifty.idle()
    for n in (0, 7):  # the same person speaks in every seventh
        table(fifty, "articles").get_by_role("checkbox").nth(n).check()
        fifty.idle()
    fifty.page.get_by_role("button", name="Compare side by side").click()
    sides = fifty.page.locator(".st-key-panel-compare .dl-sides").first
    expect(sides).to_contain_text("In both", timeout=PATIENCE)
    quotes = fifty.page.locator(".st-key-panel-compare .dl-sides.two").first.locator("> div")
    fifty.idle().drawn()  # what stands above may still grow
    left, right = quotes.evaluate_all("nodes => nodes.map(node => node.getBoundingClientRect().toJSON())")
    assert left["y"] == right["y"]
    assert left["width"] == pytest.approx(right["width"], abs=1)
    assert right["x"] + right["width"] > 2 * left["width"]  # the two fill the row


FIGURES = {"Entities": ("names", "names"), "Speakers": ("speakers", "speakers"),
           "Quotes": ("quotes-by-day", "quote-days"), "Map": ("map", "places")}  # fmt: skip


def test_every_part_draws_and_fits_and_its_figure_is_taken_where_it_stands(fifty):
    for part, (figure, facts) in FIGURES.items():
        fifty.tab(part)
        row = fifty.page.locator(f".st-key-figure-all-{figure}")
        assert re.search(r"\d", row.get_by_role("heading").inner_text()), part
        for width in (1280, 390):
            fifty.page.set_viewport_size({"width": width, "height": 900})
            fifty.idle().drawn()
            assert fifty.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (part, width)
            assert row.get_by_role("button", name="Copy picture").bounding_box()["height"] >= 24
            for label in ("PNG", "SVG", "CSV"):
                box = row.get_by_role("button", name=label, exact=True).bounding_box()
                assert box["x"] + box["width"] <= width, (part, label)
        taken = {}
        for label in ("PNG", "SVG", "CSV"):
            with fifty.page.expect_download() as waiting:  # on the telephone, where the row has the least room
                row.get_by_role("button", name=label, exact=True).click()
            name, taken[label] = waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()
            what = facts if label == "CSV" else figure
            assert name == f"50-articles-2024-03-04-to-2024-04-22-{what}.{label.lower()}"
        assert taken["PNG"].startswith(b"\x89PNG")
        assert "Source: 50 articles, published 4 March 2024 to 22 April 2024" in taken["SVG"].decode()
        assert len(rows(taken["CSV"])) > 5
        fifty.page.set_viewport_size({"width": 1280, "height": 900})


def test_all_of_it_is_taken_home(fifty):
    fifty.tab("Downloads")
    records = [json.loads(line) for line in fifty.download("all-jsonl")[1].decode().splitlines()]
    assert {record["text"] for record in records} == set(files(NUMBER).values())
    with zipfile.ZipFile(io.BytesIO(fifty.download("all-zip")[1])) as archive:
        quotes = rows(archive.read("quotes.csv"))
    assert len(quotes) == sum(len(record["quotes"]) for record in records)
    with zipfile.ZipFile(io.BytesIO(fifty.download("figures-csv")[1])) as archive:
        speakers = {row["name"]: int(row["quotes"]) for row in rows(archive.read("speakers.csv"))}
    named = [quote["speaker_name"] for record in records for quote in record["quotes"]]
    assert speakers == {name: named.count(name) for name in PEOPLE}
    assert fifty.download("figures-xlsx")[1].startswith(b"PK")
    assert json.loads(fifty.download("all-geojson")[1])["features"]


def rows(data):
    assert data.startswith(b"\xef\xbb\xbf")  # spreadsheets need it to see UTF-8
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_report_opens_from_disk_with_no_network(fifty, chromium, tmp_path):
    fifty.tab("Downloads")
    name, data = fifty.download("report")
    path = tmp_path / name
    path.write_bytes(data)
    context = chromium.new_context(offline=True, viewport={"width": 390, "height": 800})
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    assert page.locator("h1").inner_text() == "50 articles"
    assert name.startswith("50-articles-20")
    assert name.endswith("-report.html")
    assert page.locator("#articles tbody tr").count() == NUMBER
    assert page.locator("#quotes svg").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert asked == [path.as_uri()]
    context.close()


MAYORS = {
    "role.txt": "Cranes are bought\n\nSPLIT, 4 March 2024 - Nils Ekholm, the deputy mayor, signed. "
    "“We wait,” Ekholm said.",
    "named.txt": "Cranes arrive\n\nSPLIT, 5 March 2024 - Nils Ekholm met Tom Ashdown. "
    "“They are new,” the deputy mayor said.",
    "nameless.txt": "Cranes are tested\n\nGENOA, 6 March 2024 - “They are old,” the deputy mayor said.",
}


@pytest.mark.parametrize("width", ONE_WIDTH)
def test_a_speaker_who_is_only_words_is_joined_by_one_press_and_comes_apart_by_one(visit, tmp_path, width):
    for name, text in MAYORS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    reader = visit(width=width).upload(*sorted(tmp_path.glob("*.txt")))
    reader.page.locator("p.dl-progress").wait_for(state="detached")
    reader.tab("Speakers")
    ekholm = table(reader, "speakers").locator("tbody tr").filter(has_text="Nils Ekholm").locator("[data-name=Quotes]")
    expect(ekholm).to_have_text("1", timeout=PATIENCE)
    reader.page.locator("[class*=st-key-join-x] button").click()
    expect(ekholm).to_have_text("2", timeout=PATIENCE)
    said = reader.page.locator(".st-key-joined")
    expect(said).to_contain_text("“the deputy mayor” is “Nils Ekholm” in 1 article now.", timeout=PATIENCE)
    reader.idle()
    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    said.get_by_role("button", name="Take it back").click()
    expect(ekholm).to_have_text("1", timeout=PATIENCE)
    expect(said).to_have_count(0, timeout=PATIENCE)


def test_a_folder_of_parquet_is_looked_through(folder_server, visit, tmp_path):
    reader = visit()
    reader.address = folder_server
    reader.open()
    expect(table(reader, "articles").locator("tbody tr")).to_have_count(3, timeout=PATIENCE)
    reader.idle()  # the model is loaded behind the table, which is then drawn again
    table(reader, "articles").get_by_role("button", name="Quay number 2 in Beirut", exact=False).click()
    expect(reader.page.get_by_role("heading", name="Quay number 2 in Beirut")).to_be_visible(timeout=PATIENCE)
    assert "article=" in reader.page.url, "what is on the page is in its address, while it is still analysed"
    reader.page.reload()
    expect(reader.page.get_by_role("heading", name="Quay number 2 in Beirut")).to_be_visible(timeout=PATIENCE)
    reader.page.get_by_role("button", name="‹ The folder").click()
    expect(table(reader, "articles").locator("tbody tr")).to_have_count(3, timeout=PATIENCE)


@pytest.fixture
def folder_server(chromium, tmp_path):
    """A server whose owner has named a folder."""
    resources = load_resources()
    sink = ParquetSink(tmp_path / "folder")
    for n in range(3):
        text = text_of(n)
        article = Article(article_id(text), text, text.partition("\n")[0], f"quay-{n + 1}.txt")
        sink.write((to_line(to_record(analyse(article, resources))).encode(),))
    sink.close()
    env = {"HOME": str(tmp_path), "DATELINE_CACHE": str(cache_folder())}  # the gazetteer is built already
    named = ("--", "--folder", str(tmp_path / "folder"))
    with serve(tmp_path / "server.log", env=env, options=named) as running:
        yield running.address
