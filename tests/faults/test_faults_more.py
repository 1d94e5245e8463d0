"""The page itself in odd surroundings, and with borders that are half there: what can be shown is shown."""

import ast
import os
import shutil
import subprocess
import sys

import pytest

from devtools.server import ROOT

NAME = "مقالة عن الطريق – İzmir.html"
VISIT = """
import json
from streamlit.testing.v1 import AppTest
name, text = {name!a}, {text!a}
page = "".join(f"<p>{{part}}</p>" for part in text.split("|"))
data = f"<html lang=en><head><title>Road</title></head><body><article>{{page}}</article></body></html>".encode()
at = AppTest.from_file("app.py", default_timeout=150).run()
at.file_uploader[0].set_value([(name, data, "text/html")]).run()
seen = []
for view in ("Overview", "Map", "Article"):
    at.session_state["view"] = at.query_params["view"] = view
    at.run()
    seen += [element.proto.body for element in at.get("html")]
    parts = [json.loads(part.proto.json or "{{}}") for part in at.get("bidi_component")]
    seen += [json.dumps(data, ensure_ascii=False) for data in parts if "token" not in data]  # a token is random
print(ascii([[error.value for error in at.exception], " ".join(seen)]))
"""
TEXT = (
    "KHAN YOUNIS, March 18 - Mayor Mirabel Haddad said on Monday that the road to Rafah would be closed."
    "|“We wait for the trucks,” Haddad told reporters in Gaza City on Tuesday. INDIA and İstanbul sent flour, she said."
)
CLOCK = "import time\n_time = time.time\n_past = _time() - 86_400\ntime.time = lambda: _time() - _past\n"
AROUND = {
    "C": {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "Pacific/Kiritimati"},
    "Turkish, a zone that is none": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Nowhere/At_All"},
    "1970": {"TZ": "America/St_Johns"},
}  # fmt: skip


def visited(around=None, folder=ROOT):
    """The errors that a visit shows, and its words: a page with an Arabic name is uploaded and looked at."""
    env = {**{k: v for k, v in os.environ.items() if k not in ("LANG", "LC_ALL", "LANGUAGE")}, **(around or {})}
    command = [sys.executable, "-c", VISIT.format(name=NAME, text=TEXT)]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return ast.literal_eval(done.stdout.decode("ascii").splitlines()[-1])


@pytest.fixture(scope="module")
def usual(resources):
    return visited()


@pytest.mark.parametrize("name", AROUND)
def test_a_visit_does_not_depend_on_its_surroundings(usual, name, tmp_path):
    around = AROUND[name]
    if name == "1970":
        (tmp_path / "sitecustomize.py").write_text(CLOCK)
        around = {**around, "PYTHONPATH": str(tmp_path)}
    errors, words = visited(around)
    assert errors == []
    assert NAME in words
    assert "Mirabel Haddad" in words
    assert words == usual[1]


@pytest.mark.parametrize(
    "damage",
    [b'{"type": "FeatureColl', b"\xff\0" * 99, b'{"JO": {"title": 1}}', b"[1]"],
    ids=["half", "noise", "other", "list"],
)
def test_borders_that_are_damaged_cost_the_borders_alone(usual, damage, tmp_path):
    """A copy of the page beside which every file of borders holds something else."""
    for name in ("components", "samples", ".streamlit", "static"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "pipeline").symlink_to(ROOT / "pipeline")
    shutil.copy(ROOT / "app.py", tmp_path)
    borders = list((tmp_path / "static" / "borders").iterdir())
    assert len(borders) > 100
    for path in borders:
        path.write_bytes(damage)
    errors, words = visited(folder=tmp_path)
    assert errors == []
    assert "Rafah" in words
