"""The real page in a real browser: one server, one Chromium, a fresh visitor for each test.

Every visitor also proves two promises of the whole product: no request to another host, nothing in
the browser's console.
"""

import os
import shutil
from pathlib import Path

import pytest
from PIL import Image

from benchmarks.load_server import serve

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WAIT = 60_000  # milliseconds; the machine may be busy
DRAWN = """() => !document.querySelector('[data-testid="stSkeleton"]')
    && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(box => {
        const layout = (box.querySelector('.js-plotly-plot') || {})._fullLayout;
        const map = layout && layout.map && layout.map._subplot && layout.map._subplot.map;
        return layout && (!layout.map || (map && map.isStyleLoaded() && map.loaded() && map.areTilesLoaded()));
    })"""


def pytest_collection_modifyitems(items):
    """Everything in this folder needs the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def chromium():
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        reason = "no Chromium: install it (apt-get install chromium) or name it in CHROMIUM"
        if os.environ.get("DATELINE_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(chromium, tmp_path_factory):
    """The address of the page, served from an empty home; the gazetteer is the one the user has or will have."""
    from pipeline.gazetteer import open_gazetteer
    from pipeline.gazetteer.store import cache_folder

    open_gazetteer()  # built here, where no test waits for it with a clock in hand
    home = tmp_path_factory.mktemp("home")
    with serve(home / "server.log", env={"HOME": str(home), "DATELINE_CACHE": str(cache_folder())}) as running:
        yield running.address


class Visitor:
    """A reader with a browser window of their own."""

    def __init__(self, browser, address, folder, *, width, theme, allowed=()):
        self.address, self.folder = address, folder
        self.allowed, self.strangers, self.complaints = allowed, [], []
        self.context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme)
        self.page = self.context.new_page()
        self.page.set_default_timeout(WAIT)
        self.page.on("request", self._asked)
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _asked(self, request):
        if not request.url.startswith((self.address, self.address.replace("http", "ws"), "data:", "blob:")):
            self.strangers.append(request.url)

    def _said(self, message):
        # The software renderer of a machine without a graphics card reports its own speed.
        if message.type in ("error", "warning") and "GL Driver Message" not in message.text:
            self.complaints.append(message.text)

    def open(self, query=""):
        self.page.goto(self.address + "/" + query)
        self.page.get_by_text("Dateline").first.wait_for()
        return self.idle()

    def idle(self):
        """Wait until the page has done what it was asked; it takes a moment to begin."""
        self.page.wait_for_timeout(150)
        self.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
        self.page.wait_for_function("""() => !document.querySelector('[data-testid="stStatusWidget"]')
            && !document.querySelector('[data-stale="true"]')""")
        return self

    def sample(self):
        self.open()
        self.page.get_by_role("button", name="Open the sample article").click()
        return self.ready()

    def ready(self):
        """Wait until an article is on the page."""
        self.page.get_by_role("tab", name="Overview").wait_for()
        return self.idle()

    def paste(self, text):
        self.open()
        self.page.locator(".st-key-paste textarea").fill(text)
        self.page.locator(".st-key-analyse button").click()
        return self.idle()

    def upload(self, *paths):
        self.open()
        self.page.locator(".st-key-upload input[type=file]").set_input_files(list(map(str, paths)))
        return self

    def tab(self, name):
        self.page.get_by_role("tab", name=name, exact=True).click()
        self.page.locator(f".st-key-panel-{name.lower()}").wait_for()
        self.idle().drawn()
        return self.page.locator(f".st-key-panel-{name.lower()}")

    def drawn(self):
        """Wait until charts and map are there, and names have faded in."""
        self.page.wait_for_function(DRAWN)
        self.page.wait_for_timeout(400)
        self.page.wait_for_function(DRAWN)
        return self

    def forget(self):
        """Choose nothing."""
        self.tab("Quotes")
        if self.chips():
            self.page.locator(".st-key-chips .all").click()
            self.idle()
        return self

    def chips(self):
        """What is chosen, in the words of the row above the sections."""
        return self.page.locator(".st-key-chips .chip .title").all_inner_texts()

    def marks(self):
        """The highlighted words of the evidence panel."""
        self.idle()
        return self.page.locator(".st-key-evidence mark.hit").all_inner_texts()

    def click_at(self, x, y):
        """A real hand: the pointer arrives, rests, presses."""
        self.page.mouse.move(x - 4, y - 4)
        self.page.mouse.move(x, y)
        self.page.wait_for_timeout(300)
        self.page.mouse.down()
        self.page.mouse.up()
        self.page.wait_for_timeout(200)
        return self.idle()

    def picture(self, locator, name="picture"):
        """What the reader sees of an element, as pixels."""
        path = self.folder / f"{name}.png"
        locator.screenshot(path=path)
        with Image.open(path) as image:
            return image.convert("RGB")

    def download(self, kind):
        with self.page.expect_download() as waiting:
            self.page.locator(f".st-key-download-{kind} button").click()
        return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


@pytest.fixture(scope="session")
def pool():
    """Visitors who have the sample open, by width and theme; loading the page anew costs seconds."""
    visitors = {}
    yield visitors
    for visitor in visitors.values():
        visitor.context.close()


@pytest.fixture
def visit(chromium, server, tmp_path):
    """Makes visitors who have seen nothing yet."""
    visitors = []

    def make(*, width=1280, theme="light", allowed=()):
        visitors.append(Visitor(chromium, server, tmp_path, width=width, theme=theme, allowed=allowed))
        return visitors[-1]

    yield make
    for visitor in visitors:
        visitor.context.close()
    check(visitors)


@pytest.fixture
def sample(chromium, server, tmp_path, pool):
    """Visitors with the sample open and nothing chosen."""
    used = []

    def take(*, width=1280, theme="light"):
        key = (width, theme)
        if key not in pool:
            pool[key] = Visitor(chromium, server, tmp_path, width=width, theme=theme).sample()
        visitor = pool[key]
        visitor.folder = tmp_path
        used.append(visitor)
        return visitor.forget()

    yield take
    check(used)


def check(visitors):
    """No other host was asked that the test did not allow, and the console is quiet."""
    strangers = [url for v in visitors for url in v.strangers if not url.startswith(tuple(v.allowed) or ("-",))]
    complaints = [text for visitor in visitors if not visitor.allowed for text in visitor.complaints]
    for visitor in visitors:
        visitor.strangers, visitor.complaints = [], []
    assert strangers == []
    assert complaints == []


@pytest.fixture
def share():
    """How much of a picture has a colour, within a few steps of each channel."""

    def of(image, colour, near=14):
        wanted = tuple(int(colour[n : n + 2], 16) for n in (1, 3, 5))
        close = sum(
            count
            for count, pixel in image.getcolors(image.width * image.height)
            if all(abs(a - b) <= near for a, b in zip(pixel, wanted, strict=True))
        )
        return close / (image.width * image.height)

    return of
