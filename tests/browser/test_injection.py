"""The corpus of payloads through the real page, the report opened from disk, and the address."""

import html
import re
from dataclasses import replace
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from components.report.article import report_html
from components.session.state import SECTIONS
from pipeline import analyse
from pipeline.corrections import EntityRef, PutPlace, Rename, apply, marked, write_corrections
from pipeline.corrections.model import Corrections
from pipeline.model import PlaceChoice
from pipeline.read import read_upload
from tests.hostile.payloads import ALL, HOST, KINDS
from tests.hostile.poisoned import poisoned

PEOPLE = ("Mara Ellund", "Tomas Reyl", "Amal Haddad", "Ines Okafor", "Jonas Petrie", "Lena Sorley", "Omar Dunne")
TOWNS = ("Cairo", "Rafah", "Leeds", "Tunis", "Lima", "Oslo", "Quito", "Dakar", "Hanoi", "Turin")
LOOK = """() => {
    const bad = [];
    const walk = root => {
        for (const node of root.querySelectorAll('*')) {
            for (const {name, value} of node.attributes) {
                if (/^on/i.test(name)) bad.push(node.tagName + ' ' + name);
                if (/^(href|src|srcset|data|action|xlink:href|style)$/i.test(name)
                    && /enemy\\.example|javascript:|vbscript:/i.test(value)) bad.push(name + '=' + value);
            }
            if (node.id === 'planted' || node.className === 'planted') bad.push('planted');
            if (/^(MARQUEE|PLAINTEXT|XMP|EMBED|OBJECT|BASE|XSS|KEYGEN)$/.test(node.tagName)) bad.push(node.tagName);
            if (node.classList && node.classList.contains('katex')) bad.push('katex ' + node.textContent.slice(0, 40));
            if (node.shadowRoot) walk(node.shadowRoot);
        }
    };
    walk(document);
    if (window.__ran !== undefined) bad.push('ran');
    return bad;
}"""


def harmless(page):
    """Nothing ran and no element or attribute came out of an article."""
    assert page.evaluate(LOOK) == []
    made = page.locator("[data-testid=stMarkdownContainer] :is(a, img, table, h1, code)")
    assert made.filter(has_text=HOST).count() == 0


def written(lot, payloads):
    """A page whose text, title and file name are payloads: each stands as a quote by somebody in some town."""
    said = "".join(
        f"<p>“{html.escape(payload)}” said {PEOPLE[n % len(PEOPLE)]} in {TOWNS[n % len(TOWNS)]} on Monday.</p>"
        for n, payload in enumerate(payloads)
    )
    title = html.escape(" ".join(payloads[lot::9])[:400])
    name = re.sub(r"[/\0]", "", "".join(payloads[lot : lot + 3]))[:90] + f"{lot}.html"
    return name, f"<html><head><title>{title}</title></head><body><article>{said}</article></body></html>".encode()


def renamed(analysis, payloads):
    """Corrections by an enemy: every name, and every place's spot, is called after payloads."""
    step = len(analysis.entities)
    names = [" ".join(" ".join(payloads[n::step]).split())[:150] for n in range(step)]
    pairs = [(EntityRef(entity.id, entity.name), name) for entity, name in zip(analysis.entities, names, strict=True)]
    pinned = {place.entity_id for place in analysis.places}
    spots = [
        PutPlace(ref, PlaceChoice(name, "PS", "city", 31.0 + n, 34.0 + 2 * n, n, 1.0))
        for n, (ref, name) in enumerate(pairs)
        if ref.id in pinned
    ]
    return Corrections(analysis.article.id, (*spots, *(Rename(ref, name) for ref, name in pairs)))


# Terminal escapes and NUL cannot stand in HTML, and have the report.
SHOWN = [payload for payload in ALL if not re.search(r"[\0-\x08\x0b-\x1f\x7f-\x9f\ufdd0\uffff]", payload)]


def test_payloads_in_text_title_names_places_and_file_name(visit, resources):
    name, data = written(0, SHOWN)
    analysis = analyse(read_upload(name, data), resources)
    assert sum(payload in analysis.article.text for payload in SHOWN) > 0.8 * len(SHOWN), "they are not there"
    reader = visit(sharp=False)
    page = reader.open().page
    page.on("dialog", lambda dialog: reader.complaints.append(f"dialog: {dialog.message}") or dialog.dismiss())
    box = page.locator(".st-key-upload input[type=file], [class*=st-key-upload] input[type=file]").first
    box.set_input_files([{"name": name, "mimeType": "text/html", "buffer": data}])
    reader.ready()
    reader.tab("Downloads")
    wishes = write_corrections(renamed(analysis, SHOWN))
    file = {"name": "c.json", "mimeType": "application/json", "buffer": wishes}
    page.locator("[class*=st-key-upload-corrections] input[type=file]").set_input_files([file])
    page.locator(".st-key-undo button").wait_for()
    harmless(page)
    for section in SECTIONS:
        panel = reader.tab(section)
        harmless(page)
        chart = panel.locator(".js-plotly-plot .barlayer .point path")
        if chart.count():
            _choose(reader, chart)
            harmless(page)
    reader.quotes()  # the list, which the section opens with
    harmless(page)


def _choose(reader, bars):
    """Point at a bar until its label shows, then choose it, so that its evidence opens."""
    boxes = [box for box in (bar.bounding_box() for bar in bars.all()[:12]) if box and box["width"] > 2]
    if boxes and 0 < boxes[0]["y"] < 850:
        reader.click_at(boxes[0]["x"] + boxes[0]["width"] / 2, boxes[0]["y"] + boxes[0]["height"] / 2)


def test_payloads_as_names_of_files_that_are_refused(visit):
    reader = visit(sharp=False)
    page = reader.open().page
    names = [re.sub(r"[/\0]", "", payload)[:200] + ".docx" for payload in ALL[::6]]
    files = [{"name": name, "mimeType": "application/x", "buffer": b"no zip"} for name in names]
    box = page.locator(".st-key-upload input[type=file], [class*=st-key-upload] input[type=file]").first
    box.set_input_files(files)
    page.locator("[role=alert].dl-refusal").first.wait_for()
    reader.idle()
    harmless(page)


ADDRESSES = (
    "?view={p}&article={p}&in={p}", "?pick={p}&pick=entity:{p}&pick=quote:{p}&pick=place:{p}&{p}={p}",
    "?view=Quotes&pick=speaker:{p}&pick=day:{p}&pick=span:{p}", "?article=../../etc/passwd&in=all",
    "?article=sample&pick=span:1-99999999999&pick=span:-5--9&pick=day:0000-00-00&pick=entity:",
)  # fmt: skip


def test_addresses_by_an_enemy(visit):
    reader = visit(sharp=False)
    payloads = [KINDS[kind][0] for kind in KINDS]
    for n, form in enumerate(ADDRESSES):
        reader.open(form.format(p=quote(payloads[n % len(payloads)] + payloads[-1 - n % len(payloads)], safe="")))
        harmless(reader.page)
        assert reader.page.locator(".stException, [data-testid=stException]").count() == 0


def test_payloads_in_a_collection(visit, chromium, tmp_path):
    """Several articles of an enemy's at once: listed, counted, compared, taken home as one report."""
    reader = visit(sharp=False)
    page = reader.open().page
    pages = [written(n, SHOWN[n::4]) for n in range(2)]
    box = page.locator(".st-key-upload input[type=file], [class*=st-key-upload] input[type=file]").first
    box.set_input_files([{"name": name, "mimeType": "text/html", "buffer": data} for name, data in pages])
    page.get_by_role("tab", name="Speakers").wait_for()
    expect(page.locator("p.dl-progress")).to_have_count(0, timeout=120_000)
    reader.idle()
    for part in ("Entities", "Speakers", "Quotes", "Map", "Articles"):
        reader.tab(part)
        harmless(page)
    for n in range(2):
        page.locator(".st-key-table-articles").get_by_role("checkbox").nth(n).check()
        reader.idle()
    page.get_by_role("button", name="Compare side by side").click()
    page.locator(".st-key-panel-compare .dl-sides").first.wait_for()
    harmless(reader.idle().page)
    reader.tab("Downloads")
    harmless(page)
    path = tmp_path / "collection.html"
    path.write_bytes(reader.download("report")[1])
    opened(chromium, [path])


# Every link is pressed; to scroll to each of the report's own marks would only take its time.
PRESS_ALL = """() => {
    addEventListener('click', event => event.target.closest('a[href^="#"]') && event.preventDefault());
    document.querySelectorAll('a').forEach(a => a.click());
}"""


def opened(chromium, paths):
    """Open reports from disk; nothing runs, nothing is asked for, nothing is complained about."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    asked, said = [], []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message) or dialog.dismiss())
    for path in paths:
        page.goto(path.as_uri())
        page.mouse.move(400, 500)
        harmless(page)
        page.evaluate(PRESS_ALL)
        harmless(page)
        assert page.locator("main #quotes tbody tr").count() > 20
    context.close()
    assert {url.partition("#")[0] for url in asked} == {path.as_uri() for path in paths}
    assert said == []


@pytest.fixture(scope="module")
def reports(resources, tmp_path_factory):
    """A report of everything in every position, and one of a real analysis with an enemy's corrections."""
    folder = tmp_path_factory.mktemp("reports")
    name, data = written(0, SHOWN[::2])
    found = analyse(read_upload(name, data), resources)
    found = marked(found, apply(found, renamed(found, SHOWN[1::2])).analysis)
    made = [replace(found, article=replace(found.article, title=KINDS["html"][0]))]
    made += [poisoned(ALL[n::2], title=" ".join(ALL[n::2])[:900], source=KINDS["html"][n]) for n in range(2)]
    paths = [folder / f"{n}.html" for n in range(len(made))]
    for path, analysis in zip(paths, made, strict=True):
        text = report_html(analysis, version="0", model="m", gazetteer=resources.gazetteer)
        path.write_text(text, encoding="utf-8")
    return paths


def test_reports_opened_from_disk(chromium, reports):
    opened(chromium, reports)


def test_the_report_runs_nothing_even_if_something_got_in(chromium, reports, tmp_path):
    """The policy's own proof: scripts, handlers, frames and pictures put into the file by hand do nothing."""
    tags = (*KINDS["html"][:31], *KINDS["handlers"], *KINDS["svg"])
    # A policy does not keep a page from leaving; browsers themselves refuse <use> from elsewhere.
    planted = "".join(tag for tag in tags if "http-equiv" not in tag and "<use" not in tag)
    path = tmp_path / "planted.html"
    path.write_text(reports[0].read_text(encoding="utf-8").replace("<main>", f"<main>{planted}"), encoding="utf-8")
    context = chromium.new_context()
    asked, failed = [], []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: failed.append((request.url, request.failure)))
    page.goto(path.as_uri())
    page.wait_for_timeout(500)
    assert page.evaluate("() => window.__ran") is None
    context.close()
    stopped = {url for url, why in failed if why == "csp"}
    assert {url for url in asked if not url.startswith("file:")} - stopped == set()
    assert any(HOST in url for url in stopped), "the policy was never asked"
