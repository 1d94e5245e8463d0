"""A reader at the page: what they do in their browser window, and when the page has answered."""

import time
from pathlib import Path

from PIL import Image
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

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
