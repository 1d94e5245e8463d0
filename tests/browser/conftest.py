"""The real page in a real browser: one server, one Chromium, a fresh visitor for each test, in a window left by others.

Every visitor also proves two promises of the whole product: no request to another host, nothing in
the browser's console.
"""

import os
import shutil
import time
from collections import defaultdict
from itertools import chain
from pathlib import Path

import pytest
from PIL import Image
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from devtools.server import serve

ROOT = Path(__file__).parents[2]
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-gpu-rasterization",  # some systems ask for it, where the processor plays the graphics card
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NO_PAGE = "/app/static/borders/index.json"  # of our address, and nothing runs in it
WAIT = 180_000  # milliseconds; the machine may be busy
DRAWN = """() => !document.querySelector('[data-testid="stSkeleton"]')
    && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(box => {
        const layout = (box.querySelector('.js-plotly-plot') || {})._fullLayout;
        const map = layout && layout.map && layout.map._subplot && layout.map._subplot.map;
        return layout && (!layout.map || (map && map.isStyleLoaded() && map.loaded() && map.areTilesLoaded()
            && !map._placementDirty));  // names of places still fade in while it is
    })"""
# The page's own clock: while a busy machine keeps the page from working, it stands.
PAUSE = "ms => new Promise(done => requestAnimationFrame(() => setTimeout(done, ms)))"
# Resolves once nothing fades or slides any more; what turns for ever (a spinner) does not count.
AT_REST = """() => new Promise(done => {
    const still = () => document.getAnimations().every(
        one => one.playState !== 'running' || one.effect.getComputedTiming().endTime === Infinity);
    const look = () => still() ? setTimeout(done, 100) : setTimeout(look, 50);
    requestAnimationFrame(look);
})"""


def pytest_collection_modifyitems(items):
    """Everything in this folder needs the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


def chromium_path():
    """The system's own browser, or the one that is named."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def chromium_of_all():
    """One browser for all tests, but for those that must have their own."""
    path = chromium_path()
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
def chromium(chromium_of_all):
    """The browser that a file's visitors use; a file may put another in its place."""
    return chromium_of_all


@pytest.fixture(scope="session")
def server(chromium_of_all, tmp_path_factory):
    """The address of the page, served from an empty home; the gazetteer is the one the user has or will have."""
    from pipeline.gazetteer import open_gazetteer
    from pipeline.gazetteer.store import cache_folder

    open_gazetteer()  # built here, where no test waits for it with a clock in hand
    home = tmp_path_factory.mktemp("home")
    with serve(home / "server.log", env={"HOME": str(home), "DATELINE_CACHE": str(cache_folder())}) as running:
        yield running.address


class Reruns:
    """Whether the server still owes the page a run: a click may take a while to be heard on a busy machine.

    Read from the page's socket: a run that was asked for is due until a later one has begun and come to its end.
    """

    def __init__(self, page):
        self.due = None  # "asked", then "begun"
        page.on("websocket", self._opened)

    def _opened(self, socket):
        self.due = None
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._received)
        socket.on("close", lambda _: setattr(self, "due", None))

    def _sent(self, frame):
        if isinstance(frame, bytes) and BackMsg.FromString(frame).WhichOneof("type") == "rerun_script":
            self.due = "asked"

    def _received(self, frame):
        if self.due is None or not isinstance(frame, bytes):
            return
        message = ForwardMsg.FromString(frame)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.due = "begun"
        elif kind == "script_finished" and self.due == "begun":
            early = message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
            self.due = "asked" if early else None


class Visitor:
    """A reader with a browser window of their own.

    Without a graphics card the processor reckons every point of a map. A window that is not sharp has half as many to
    the inch, as a page zoomed out has: for tests that open a map and look at neither picture nor layout.
    """

    def __init__(self, browser, address, folder, *, width, theme, allowed=(), sharp=True):
        self.address, self.folder, self.theme, self.sharp = address, folder, theme, sharp
        self.allowed, self.strangers, self.complaints = allowed, [], []
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=theme, device_scale_factor=1 if sharp else 0.5
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(WAIT)
        self.reruns = Reruns(self.page)
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

    def renewed(self, folder, width):
        """Somebody else in the same window: nothing is left of the visit before."""
        self.folder = folder
        self.page.goto(self.address + NO_PAGE)
        self.page.evaluate("() => { sessionStorage.clear(); localStorage.clear(); }")
        self.context.clear_cookies()
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(color_scheme=self.theme)
        self.page.mouse.move(0, 0)
        self.strangers, self.complaints = [], []
        return self

    def open(self, query=""):
        self.page.goto(self.address + "/" + query)
        self.page.get_by_text("Dateline").first.wait_for()
        return self.idle()

    def idle(self):
        """Wait until the page has done what it was asked; it takes a moment to ask the server."""
        self.pause(100)
        end = time.monotonic() + WAIT / 1000
        while self.reruns.due and time.monotonic() < end:
            self.page.wait_for_timeout(20)
        assert not self.reruns.due, f"a run that was {self.reruns.due} never ended"
        self.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
        self.page.wait_for_function("""() => !document.querySelector('[data-testid="stStatusWidget"]')
            && !document.querySelector('[data-stale="true"]')""")
        return self

    def pause(self, milliseconds):
        """Let the page live so long, by its own clock."""
        self.page.evaluate(PAUSE, milliseconds)

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

    def tab(self, name, *, quotes_as="Timeline and table"):
        self.page.get_by_role("tab", name=name, exact=True).click()
        self.page.locator(f".st-key-panel-{name.lower()}").wait_for()
        self.idle()
        if name == "Quotes":
            self.read_as(quotes_as)
        self.drawn()
        return self.page.locator(f".st-key-panel-{name.lower()}")

    def read_as(self, way):
        """Turn the open Quotes section to one of its views."""
        switch = self.page.locator(".st-key-quotes-as")
        if switch.count():  # none where the article quotes nobody
            button = switch.get_by_role("radio", name=way, exact=True)
            if button.get_attribute("aria-checked") != "true":
                button.click()
                self.idle()

    def quotes(self, way="By speaker"):
        """The reading list."""
        self.tab("Quotes", quotes_as=way)
        return self.page.locator(".st-key-quote-list")

    def drawn(self):
        """Wait until charts and map are there, names have faded in, and nothing moves."""
        self.page.wait_for_function(DRAWN)
        self.page.evaluate(AT_REST)  # a chart may be drawn anew in the width it got
        self.page.wait_for_function(DRAWN)
        return self

    def forget(self, section="Overview"):
        """Choose nothing, and stand in a section: the one that an article opens with is the soonest drawn."""
        self.tab(section)
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
        self.pause(200)
        self.page.mouse.down()
        self.page.mouse.up()
        self.pause(100)
        return self.idle()

    def picture(self, locator, name="picture"):
        """What the reader sees of an element, as pixels."""
        assert self.sharp, "ask for a sharp window"
        path = self.folder / f"{name}.png"
        locator.screenshot(path=path)
        with Image.open(path) as image:
            return image.convert("RGB")

    def download(self, kind):
        with self.page.expect_download() as waiting:
            self.page.locator(f".st-key-download-{kind} button").click()
        return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


@pytest.fixture(scope="module")
def pool(server, windows):
    """Visitors who have the sample open, by theme and sharpness.

    Loading the page anew costs seconds, another width does not.

    Each file has its own, so that no switch which one file has turned is met by another.
    """
    visitors = {}
    yield visitors
    for kind, visitor in visitors.items():
        windows[server, *kind].append(visitor)


@pytest.fixture(scope="session")
def windows():
    """Windows that visitors have left, by address, theme and sharpness: to open one costs seconds."""
    left = defaultdict(list)
    yield left
    for visitor in chain.from_iterable(left.values()):
        visitor.context.close()


@pytest.fixture
def window(chromium, server, tmp_path, windows):
    """Gives a window that a visitor has left, or a new one."""

    def give(*, width, theme, allowed=(), sharp=True):
        free = [] if allowed else windows[server, theme, sharp]
        if free:
            return free.pop().renewed(tmp_path, width)
        return Visitor(chromium, server, tmp_path, width=width, theme=theme, allowed=allowed, sharp=sharp)

    return give


@pytest.fixture
def visit(server, window, windows):
    """Makes visitors who have seen nothing yet."""
    visitors = []

    def make(*, width=1280, theme="light", allowed=(), sharp=True):
        visitors.append(window(width=width, theme=theme, allowed=allowed, sharp=sharp))
        return visitors[-1]

    yield make
    for visitor in visitors:
        if visitor.allowed or visitor.address != server:
            visitor.context.close()
        else:
            windows[server, visitor.theme, visitor.sharp].append(visitor)
    check(visitors)


@pytest.fixture
def sample(window, pool, tmp_path):
    """Visitors with the sample open and nothing chosen, in the section that is asked for."""
    used = []

    def take(*, width=1280, theme="light", section="Overview", sharp=True):
        kind = theme, sharp
        if kind not in pool:
            pool[kind] = window(width=width, theme=theme, sharp=sharp).open("?article=sample").ready()
        visitor = pool[kind]
        visitor.page.set_viewport_size({"width": width, "height": 900})
        visitor.folder = tmp_path
        used.append(visitor)
        return visitor.forget(section)

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
