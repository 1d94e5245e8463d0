"""The page with a piece missing or torn out: a sentence, and all that can still be shown is shown."""

import asyncio
import os
import shutil
import subprocess
import sys
import threading
import time

import psutil

from devtools.server import ROOT, serve
from devtools.visitor import Visitor, in_own_loop
from pipeline.errors import ArticleError
from pipeline.read.process import open_reader

NEWS = """KHAN YOUNIS, March 18 - Mayor Mirabel {name} said on Monday that the road to Rafah would be closed.

“We wait for the trucks,” {name} told reporters in Gaza City on Tuesday."""
PAGE = (
    b"<html><body><article>"
    + b"<p>The road to Rafah was closed on Monday, the mayor said.</p>" * 20
    + b"</article></html>"
)


def test_a_reading_process_that_is_killed_costs_one_file_only():
    with open_reader() as reader:
        assert reader.read("a.html", PAGE).text
        victim = reader._process
        killed = threading.Timer(0.05, victim.kill)
        killed.start()
        assert "Paste its text instead" in _first_refusal(reader)
        killed.join()
        assert reader.read("c.html", PAGE).text


def _first_refusal(reader):
    for _ in range(10_000):
        try:
            reader.read("b.html", PAGE)
        except ArticleError as refusal:
            return str(refusal)
    return "none"


def visit(code, *, folder=ROOT, **env):
    """The page without a browser, in a process and with surroundings of its own."""
    head = f"import sys; sys.path.insert(0, {str(folder)!r})\nfrom streamlit.testing.v1 import AppTest\n"
    start = f"at = AppTest.from_file({str(folder / 'app.py')!r}, default_timeout=600).run()\n"
    command = [sys.executable, "-c", head + start + code]
    around = {**os.environ, **env}
    done = subprocess.run(command, cwd=folder, env=around, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


LOOK = """
at.button(key="sample").click().run()
for section in {sections!r}:
    at.session_state["view"] = section
    at.query_params["view"] = section
    at.run()
    print("SECTION", section, len(at.exception), [e.value for e in at.exception])
print("PAGE", " ".join(e.proto.body for e in at.get("html")))
"""


def test_without_the_language_model_the_page_says_what_to_type():
    said = visit(
        'print(" ".join(e.proto.body for e in at.get("html")), len(at.exception))', DATELINE_MODEL="no_such_model"
    )
    assert "is not installed. Type: pip install -r requirements.txt" in said
    assert said.rstrip().endswith(" 0")


def test_without_the_borders_every_section_still_opens(tmp_path):
    """A copy of the page beside which no static folder lies."""
    from components.session.state import SECTIONS

    for name in ("components", "samples", ".streamlit"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "pipeline").symlink_to(ROOT / "pipeline")
    shutil.copy(ROOT / "app.py", tmp_path)
    said = visit(LOOK.format(sections=SECTIONS), folder=tmp_path)
    assert [line.split()[2] for line in said.splitlines() if line.startswith("SECTION")] == ["0"] * len(SECTIONS), said
    assert "Rafah" in said


async def _closed_in_the_middle(server):
    long = "\n\n".join(NEWS.format(name="Quillon") for _ in range(120))
    async with Visitor(server.address) as gone:
        await gone.load()
        await gone.fill(gone.widget("text_area", "Paste an article"), long)
        running = asyncio.create_task(gone.press(gone.widget("button", "Analyse")))
        await asyncio.sleep(0.4)
        running.cancel()
    async with Visitor(server.address) as stays:
        await stays.load()
        await stays.fill(stays.widget("text_area", "Paste an article"), NEWS.format(name="Tamsin"))
        await stays.press(stays.widget("button", "Analyse"))
        return stays.sees()


def test_a_browser_closed_in_the_middle_troubles_nobody(tmp_path):
    """The next visitor is served; the visit's threads end and its articles go."""
    with serve(tmp_path / "log", options=["--server.disconnectedSessionTTL", "1"]) as server:
        seen = in_own_loop(_closed_in_the_middle(server))
        assert b"Mirabel Tamsin" in seen
        assert b"Quillon" not in seen
        busy = psutil.Process(server.process.pid)
        end = time.monotonic() + 300
        while busy.cpu_percent(0.5) > 50 and time.monotonic() < end:
            continue
        assert busy.cpu_percent(0.5) < 50, "somebody still works for a visitor who has gone"
        assert "Traceback" not in server.said()
        assert "Uncaught" not in server.said()
