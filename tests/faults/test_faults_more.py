"""The page itself in odd surroundings, and with borders that are half there: what can be shown is shown."""

import ast
import os
import shutil
import subprocess
import sys

import pytest

from devtools.server import ROOT

NAME = "مقالة عن الطريق – İzmir.html"
# Visits in one process, so that the model is loaded once; before each, all files of borders may get other bytes.
VISITS = """
import json, sys
from pathlib import Path
from streamlit.testing.v1 import AppTest
name, text = {name!a}, {text!a}
page = "".join(f"<p>{{part}}</p>" for part in text.split("|"))
data = f"<html lang=en><head><title>Road</title></head><body><article>{{page}}</article></body></html>".encode()

def damage_borders(damage):
    paths = list(Path("static/borders").iterdir())
    assert len(paths) > 100
    for path in paths:
        path.write_bytes(damage)
    for module in [module for name, module in sys.modules.items() if name.startswith("components.map")]:
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()

def visit():
    at = AppTest.from_file("app.py", default_timeout=150).run()
    at.file_uploader[0].set_value([(name, data, "text/html")]).run()
    seen = []
    for view in ("Overview", "Map", "Article"):
        at.session_state["view"] = at.query_params["view"] = view
        at.run()
        seen += [element.proto.body for element in at.get("html")]
        parts = [json.loads(part.proto.json or "{{}}") for part in at.get("bidi_component")]
        seen += [json.dumps(data, ensure_ascii=False) for data in parts if "token" not in data]  # a token is random
    from components.map.borders import countries
    return [error.value for error in at.exception], " ".join(seen), len(countries())

found = []
for damage in {damages!r}:
    if damage is not None:
        damage_borders(damage)
    found.append(visit())
print(ascii(found))
"""
TEXT = (
    "KHAN YOUNIS, March 18 - Mayor Mirabel Haddad said on Monday that the road to Rafah would be closed."
    "|“We wait for the trucks,” Haddad told reporters in Gaza City on Tuesday. INDIA and İstanbul sent flour, she said."
)
CLOCK = "import time\n_time = time.time\n_past = _time() - 86_400\ntime.time = lambda: _time() - _past\n"
AROUND = {
    "C, in 1970": {
        "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "Nowhere/At_All",
    },
    "Turkish, the first to see the day": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"},
}  # fmt: skip
SWEEP = pytest.mark.sweep  # test_surroundings.py has these for the command line
DAMAGES = (b'{"type": "FeatureColl', b"\xff\0" * 99, b'{"JO": {"title": 1}}', b"[1]")


def visited(around=None, folder=ROOT, damages=(None,)):
    """Of each visit the errors it shows, its words and how many countries it knows: a page with an Arabic name is
    uploaded and looked at."""
    env = {**{k: v for k, v in os.environ.items() if k not in ("LANG", "LC_ALL", "LANGUAGE")}, **(around or {})}
    command = [sys.executable, "-c", VISITS.format(name=NAME, text=TEXT, damages=damages)]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return ast.literal_eval(done.stdout.decode("ascii").splitlines()[-1])


@pytest.fixture(scope="module")
def usual(resources):
    return visited()[0]


@pytest.mark.parametrize("name", ["C, in 1970", pytest.param("Turkish, the first to see the day", marks=SWEEP)])
def test_a_visit_does_not_depend_on_its_surroundings(usual, name, tmp_path):
    around = AROUND[name]
    if "1970" in name:
        (tmp_path / "sitecustomize.py").write_text(CLOCK)
        around = {**around, "PYTHONPATH": str(tmp_path)}
    [(errors, words, _)] = visited(around)
    assert errors == []
    assert NAME in words
    assert "Mirabel Haddad" in words
    assert words == usual[1]


def test_borders_that_are_damaged_cost_the_borders_alone(usual, tmp_path):
    """A copy of the page beside which every file of borders holds something else: half a file, noise, other JSON."""
    for name in ("components", "samples", ".streamlit", "static"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "pipeline").symlink_to(ROOT / "pipeline")
    shutil.copy(ROOT / "app.py", tmp_path)
    assert usual[2] > 100
    found = visited(folder=tmp_path, damages=DAMAGES)
    assert [(errors, known) for errors, _, known in found] == [([], 0)] * len(DAMAGES)
    assert all("Rafah" in words for _, words, _ in found)
