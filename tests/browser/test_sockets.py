"""A whole visit with unpublished words in it, watched from all sides: sockets, logs, addresses, files, other visitors.

The server runs under an audit hook that writes down every connection and every look-up of a name; besides, the open
sockets of server and browser, with their children, are read many times a second.
"""

import re
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from components.session.state import SECTIONS
from devtools.chromium import chromium_path
from devtools.server import ROOT, serve
from tests.browser.conftest import ARGS

MARK = "Zyxquorl"  # stands in text, title, names and file name, and nowhere else
TEXT = f"""KHAN YOUNIS, March 18 - Mayor Mirabel {MARK} said on Monday that the road to Rafah would be closed.

"We found the ledger of the {MARK} Trading Company under the floor," {MARK} told reporters in Gaza City. "Nobody
is to know of it before Thursday."

Her deputy, Osric Penhallow, declined to speak about the ledger on Tuesday."""
PAGE = f"<html><head><title>The {MARK} ledger</title></head><body><article>{{}}</article></body></html>"
HOOK = """
import os, sys
_log = os.open(os.environ["WATCH_LOG"], os.O_APPEND | os.O_CREAT | os.O_WRONLY)
def _watch(event, args):
    if event in ("socket.connect", "socket.sendto"):
        args = args[1:]  # without the socket itself
    elif event not in ("socket.getaddrinfo", "socket.gethostbyname"):
        return
    os.write(_log, f"{event} {args[:2]!r}\\n".encode())
sys.addaudithook(_watch)
"""


@dataclass
class Seen:
    """What the watchers saw of one visit."""

    folder: Path
    peers: set[str] = field(default_factory=set)
    looks: int = 0
    addresses: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    taken: dict[str, bytes] = field(default_factory=dict)
    other_visitor: str = ""
    asked_for_it: str = ""

    @property
    def hooked(self):
        return (self.folder / "watch.log").read_text(encoding="utf-8").splitlines()

    @property
    def said(self):
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")


NO_NAMES = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"


@pytest.fixture(scope="module")
def before(chromium_of_all):
    """The browser of the other tests, which after many minutes may ask for things of its own."""
    return {one.pid for one in _browsers()}


@pytest.fixture(scope="module")
def chromium(chromium_of_all, before):
    """A browser that has seen nothing but this visit.

    It looks up no names for purposes of its own, as it may after a while: what the page asks for is written down as
    a request, whether it is found or not.
    """
    browser = chromium_of_all.browser_type.launch(executable_path=chromium_path(), args=[*ARGS, NO_NAMES])
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("watched")
    for name in ("home", "tmp", "hook"):
        (folder / name).mkdir()
    (folder / "hook" / "sitecustomize.py").write_text(HOOK)
    return folder


@pytest.fixture(scope="module")
def page(chromium, folder):
    """A server of its own, watched from its first moment."""
    from pipeline.gazetteer import open_gazetteer
    from pipeline.gazetteer.store import cache_folder

    open_gazetteer()
    env = {
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "PYTHONPATH": str(folder / "hook"),
        "WATCH_LOG": str(folder / "watch.log"),
        "DATELINE_CACHE": str(cache_folder()),
    }
    with serve(folder / "server.log", env=env) as server:
        yield server


@pytest.fixture(scope="module")
def server(page):
    """Takes the place of the server of all browser tests, for the visitors of this file."""
    return page.address


@pytest.fixture
def visited(visit, page, folder, before, pytestconfig):
    """The evidence of one whole visit; made by the first test that asks, kept for the others."""
    if not hasattr(pytestconfig, "_dateline_watched"):
        seen = Seen(folder)
        stop = threading.Event()
        watcher = threading.Thread(target=watch, args=(page, seen, stop, before))
        watcher.start()
        try:
            use_everything(visit, seen, folder)
        finally:
            stop.set()
            watcher.join()
        pytestconfig._dateline_watched = seen
    return pytestconfig._dateline_watched


def watch(page, seen, stop, before):
    """Every peer that a socket of server or browser has, as often as the machine allows."""
    known = {}  # whose process it is does not change, and to ask for it costs more than the look
    while not stop.is_set():
        children = _browsers()
        for one in children:
            if one.pid not in known:
                known[one.pid] = _is_of(one, before)
        browsers = [one for one in children if not known[one.pid]]
        for process in (*page.tree(), *browsers):
            try:
                seen.peers |= {f"{c.raddr.ip}" for c in process.net_connections(kind="inet") if c.raddr}
            except (psutil.Error, OSError):
                continue
        seen.looks += 1
        time.sleep(0.15)


def _is_of(process, before):
    """Whether a process is one of those before, or was started by one of them since."""
    try:
        return process.pid in before or any(parent.pid in before for parent in process.parents())
    except psutil.Error:
        return True  # it has just ended


def _browsers():
    return [one for one in psutil.Process().children(recursive=True) if "chrom" in _name(one)]


def _name(process):
    try:
        return process.name()
    except psutil.Error:
        return ""


def use_everything(visit, seen, folder):
    reader = visit(sharp=False)
    reader.page.on("request", lambda request: seen.addresses.append(request.url))
    reader.page.on("framenavigated", lambda frame: seen.addresses.append(frame.url))
    reader.paste(TEXT)
    reader.ready()
    for section in SECTIONS:
        reader.tab(section)
        seen.addresses.append(reader.page.url)
        take_everything(reader, seen)
    path = folder / f"{MARK}-notes.html"
    path.write_text(PAGE.format("".join(f"<p>{part}</p>" for part in TEXT.split("\n\n") * 2)), encoding="utf-8")
    reader.page.locator("input[type=file]").first.set_input_files(str(path))
    reader.page.get_by_text("The Zyxquorl ledger").first.wait_for()
    reader.idle()
    path.unlink()
    seen.addresses.append(reader.page.url)
    other = visit(sharp=False)
    other.open()
    seen.other_visitor = other.page.locator("body").inner_text()
    held = re.search(r"article=([0-9a-f]{8,})", " ".join(seen.addresses))
    other.open(f"?view=Article&article={held[1] if held else 'unknown'}")
    other.page.wait_for_timeout(500)
    seen.asked_for_it = other.page.locator("body").inner_text()
    seen.strangers = [url for one in (reader, other) for url in one.strangers]


def take_everything(reader, seen):
    for button in reader.page.locator('[data-testid="stDownloadButton"] button:visible').all():
        if not button.is_enabled():
            continue
        reader.idle()  # a page that draws itself anew may lose a click
        with reader.page.expect_download() as waiting:
            button.click()
        seen.taken[waiting.value.suggested_filename] = Path(waiting.value.path()).read_bytes()


def test_the_visit_was_a_real_one(visited):
    assert len(visited.taken) >= 5
    assert any(MARK.encode() in data for data in visited.taken.values())
    assert visited.looks > 20
    assert "127.0.0.1" in visited.peers, "the watcher saw no socket at all"


def test_server_and_browser_talk_to_nobody_else(visited):
    strangers = [line for line in visited.hooked if not re.search(r"127\.0\.0\.1|'::1'|'localhost'|\(None,|\('/", line)]
    assert strangers == []
    assert visited.peers <= {"127.0.0.1", "::1"}
    assert visited.strangers == []


def test_the_hook_would_have_seen_it(folder, tmp_path):
    """The watcher itself is watched: a look-up of a foreign name is written down."""
    import os
    import subprocess
    import sys

    log = tmp_path / "watch.log"
    code = "import socket\ntry: socket.getaddrinfo('stranger.invalid', 80)\nexcept OSError: pass"
    env = {**os.environ, "PYTHONPATH": str(folder / "hook"), "WATCH_LOG": str(log)}
    subprocess.run([sys.executable, "-c", code], env=env, check=True)
    assert "stranger.invalid" in log.read_text()


def test_no_word_of_the_article_in_an_address(visited):
    assert len(visited.addresses) > 20
    assert [url for url in visited.addresses if MARK.lower() in url.lower()] == []


def test_no_word_of_the_article_in_the_log(visited):
    assert MARK.lower() not in visited.said.lower()


def test_no_word_of_the_article_in_a_file(visited, folder):
    from pipeline.gazetteer.store import cache_folder

    marks = [MARK.encode(), MARK.encode("utf-16-le")]
    places = [folder / "home", folder / "tmp", cache_folder(), ROOT / ".streamlit", ROOT / "static"]
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    assert files
    kept = [str(path) for path in files if any(mark in path.read_bytes() for mark in marks) or MARK in path.name]
    assert kept == []


def test_another_visitor_sees_nothing_of_it(visited):
    assert "Dateline" in visited.other_visitor
    assert MARK not in visited.other_visitor
    assert MARK not in visited.asked_for_it
