"""The real page in a real browser: one server, one Chromium, a fresh visitor for each test, in a window left by others.

Every visitor also proves two promises of the whole product: no request to another host, nothing in
the browser's console.
"""

import os
from collections import defaultdict
from itertools import chain
from pathlib import Path

import pytest

from devtools.chromium import chromium_path
from devtools.server import serve
from tests.browser.reader import Visitor

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


def pytest_collection_modifyitems(items):
    """Everything in this folder needs the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


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
