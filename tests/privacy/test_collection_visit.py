"""Several unpublished articles at once, every view of them, every file taken home: nothing stays, nobody is asked.

The page runs in a process with a home and a folder for temporary files of its own. A hook writes down each host that
is looked up or connected to, and each temporary file, with the rights of the folder it is in, however soon it goes.
`tests/browser/test_sockets.py` does the same for one article through a real server and browser.
"""

import os
import subprocess
import sys

import pytest

from devtools.server import ROOT

MARK = "Zyxquorl"
HOOK = """
import os, sys
_log = os.open(os.environ["WATCH_LOG"], os.O_APPEND | os.O_CREAT | os.O_WRONLY)
def _watch(event, args):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        os.write(_log, f"host {args[-1] if event.startswith('socket.connect') else args[:2]!r}\\n".encode())
    elif event == "open" and isinstance(args[0], str) and args[0].startswith(os.environ["TMPDIR"]) and args[2] & 3:
        os.write(_log, f"written {args[0]} {os.stat(os.path.dirname(args[0])).st_mode & 0o777:o}\\n".encode())
sys.addaudithook(_watch)
"""
VISIT = """
from components.collection import downloads as downloads_collection
from components.session.collection_state import PARTS
from devtools.collection_page import finished, open_page, turn_to, upload
made, offer = {}, downloads_collection.offer
def heard(download, name, make, words, **more):
    made[name] = make
    offer(download, name, make, words, **more)
downloads_collection.offer = heard
TEXT = '''KHAN YOUNIS, March 18 - Mayor Mirabel MARK said on Monday that the road to Rafah would be closed.

"We found the ledger of the MARK Company," MARK told reporters in Gaza City. "Nobody is to know of number NUMBER."'''
files = {f"MARK-{n}.html": f"<html><head><title>The MARK ledger</title></head><body><article><p>{words}</p></article>"
         for n in range(4) for words in [TEXT.replace("NUMBER", str(n)).replace("\\n\\n", "</p><p>")]}
files |= {"MARK-bad.docx": b"MARK is no Word file", "MARK-5.txt": TEXT}
page = finished(upload(open_page(), files))
seen = []
for part in PARTS:
    turn_to(page, part)
    seen.append(str(dict(page.query_params)))
for name, make in made.items():
    data = make()
    print("TOOK", name, len(data), b"MARK" in data)
print("ADDRESSES", seen)
page.button(key="forget").click().run()
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """What is left after the visit; ``said`` and ``logged`` are what the process wrote to its outputs."""
    from pipeline.gazetteer import open_gazetteer
    from pipeline.gazetteer.store import cache_folder

    open_gazetteer()
    folder = tmp_path_factory.mktemp("visit")
    for name in ("home", "tmp", "hook"):
        (folder / name).mkdir()
    (folder / "hook" / "sitecustomize.py").write_text(HOOK)
    env = {
        **os.environ,
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "PYTHONPATH": os.pathsep.join([str(folder / "hook"), str(ROOT)]),
        "WATCH_LOG": str(folder / "watch.log"),
        "DATELINE_CACHE": str(cache_folder()),
    }
    command = [sys.executable, "-c", VISIT.replace("MARK", MARK)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=400, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    (folder / "said").write_text(done.stdout)
    (folder / "logged").write_text(done.stderr)
    return folder


def test_the_visit_was_a_whole_one(folder):
    took = [line.split() for line in (folder / "said").read_text().splitlines() if line.startswith("TOOK")]
    assert len(took) >= 7
    assert {marked for _, _, _, marked in took if marked == "True"}, "the marker was in no file"


def test_nobody_was_asked(folder):
    hosts = [line for line in (folder / "watch.log").read_text().splitlines() if line.startswith("host")]
    assert [line for line in hosts if not any(own in line for own in ("127.0.0.1", "localhost", "::1"))] == []


def test_no_word_in_the_log_or_the_address(folder):
    said = (folder / "said").read_text()
    assert MARK not in said.partition("ADDRESSES")[2]
    assert MARK not in (folder / "logged").read_text()


def test_no_word_in_a_file(folder):
    from pipeline.gazetteer.store import cache_folder

    places = (folder / "home", folder / "tmp", cache_folder())
    marks = (MARK.encode(), MARK.encode("utf-16-le"))
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    assert [str(path) for path in files if MARK in path.name or any(mark in path.read_bytes() for mark in marks)] == []


def test_what_is_written_for_a_moment_is_for_our_eyes_alone(folder):
    """The sheets of a workbook are put together in a folder that other users of the machine cannot enter."""
    lines = (folder / "watch.log").read_text().splitlines()
    modes = {line.rpartition(" ")[2] for line in lines if line.startswith("written") and "dateline-" in line}
    assert modes == {"700"}
