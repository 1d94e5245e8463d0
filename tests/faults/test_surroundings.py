"""Another language of the system, another time zone, another century: the same article gives the same record."""

import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEWS = """KHAN YOUNIS, March 18 - Mayor Mirabel Haddad said on Monday that the road to Rafah would be closed.

“We wait for the trucks,” Haddad told reporters in Gaza City on Tuesday. INDIA and İstanbul sent flour, she said.

Her deputy, Osric Penhallow, declined to speak. “لا تعليق,” he wrote on Easter Sunday, at 00:15."""
NAME = "مقالة عن الطريق – İzmir.html"
# Before anything else is imported: the clock is set to January 1970.
CLOCK = """
import sys, time
_time, _ns = time.time, time.time_ns
_past = _time() - 86_400
time.time = lambda: _time() - _past
time.time_ns = lambda: _ns() - int(_past * 1e9)
sys.stderr.write("the clock is set back\\n")
"""
SURROUNDINGS = {
    "as it is": {},
    "C, 1970": {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "Pacific/Kiritimati"},
    "Turkish, Kathmandu": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr", "TZ": "Asia/Kathmandu"},
}


def one_run(folder, name, surroundings):
    """The command line in these surroundings, on a file with an Arabic name."""
    (folder / NAME).parent.mkdir(exist_ok=True)
    page = "".join(f"<p>{part}</p>" for part in NEWS.split("\n\n"))
    (folder / NAME).write_text(
        f"<html lang=en><head><title>Road</title></head><article>{page}</article></html>", "utf-8"
    )
    env = {**{k: v for k, v in os.environ.items() if k not in ("LANG", "LC_ALL", "LANGUAGE")}, **surroundings}
    if "1970" in name:
        (folder / "clock").mkdir()
        (folder / "clock" / "sitecustomize.py").write_text(CLOCK)
        env["PYTHONPATH"] = str(folder / "clock")
    command = [sys.executable, "-m", "pipeline", str(folder / NAME), "--published", "2024-03-20", "--quiet"]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, timeout=600, check=False)


@pytest.fixture(scope="module")
def runs(resources, tmp_path_factory):
    """All of them, two at a time; the gazetteer is there already."""
    folders = {name: tmp_path_factory.mktemp("run") for name in SURROUNDINGS}
    with ThreadPoolExecutor(2) as pool:
        waiting = {name: pool.submit(one_run, folders[name], name, env) for name, env in SURROUNDINGS.items()}
        return {name: run.result() for name, run in waiting.items()}


def record(run):
    assert run.returncode == 0, run.stderr.decode(errors="replace")
    found = json.loads(run.stdout.decode("utf-8"))
    found.pop("source")  # the path, which differs by folder
    return found


@pytest.mark.parametrize("name", [name for name in SURROUNDINGS if name != "as it is"])
def test_the_record_does_not_depend_on_the_surroundings(runs, name):
    assert record(runs[name]) == record(runs["as it is"])


def test_the_record_is_the_right_one(runs):
    found = record(runs["C, 1970"])
    assert "لا تعليق" in found["text"]
    assert {quote["said_on"] for quote in found["quotes"]} >= {"2024-03-18", "2024-03-19"}
    assert {place["country"] for place in found["places"]} >= {"PS", "TR"}


def test_the_name_of_the_file_is_kept(runs):
    """Byte for byte; where the system is told to know ASCII only, Python escapes what it cannot read."""
    sources = [json.loads(run.stdout.decode("utf-8"))["source"] for run in runs.values()]
    assert [source.encode("utf-8", "surrogateescape").endswith(NAME.encode()) for source in sources] == [True] * 3


def test_the_clock_was_set_back(runs):
    assert b"the clock is set back" in runs["C, 1970"].stderr


def test_nothing_of_the_pipeline_asks_what_day_it_is():
    """So that an article reads the same tomorrow, and no clock can be wrong."""
    sources = {path: path.read_text(encoding="utf-8") for path in (ROOT / "pipeline").rglob("*.py")}
    calls = re.compile(r"\b(?:date|datetime)\.(?:today|now|utcnow)\(")
    assert [path.name for path, source in sources.items() if calls.search(source)] == []
