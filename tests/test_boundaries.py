"""The import rules of CONTRIBUTING.md, kept by reading the source."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOPICS = ("entities", "quotes", "speakers", "dates", "places")
FILES = sorted([ROOT / "app.py", ROOT / "serve.py", *ROOT.glob("pipeline/**/*.py"), *ROOT.glob("components/**/*.py")])
# name → the only files in which it may stand
ONLY_IN = {
    "session_state": {"components/state.py", "components/collection_state.py"},
    "cache_data": {"components/cache.py"},
    "cache_resource": {"components/cache.py"},
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def forbidden(path: str) -> tuple[str, ...]:
    """The packages that a file may not import."""
    if path.startswith("pipeline/"):
        topic = next((t for t in TOPICS if path.startswith(f"pipeline/{t}/")), None)
        others = tuple(f"pipeline.{t}" for t in TOPICS if topic and t != topic)
        return ("streamlit", "plotly", "components", "app", *others)
    if Path(path).name.startswith(("figures", "highlight", "map_figure", "map_svg")):
        return ("streamlit", "spacy")
    return ("spacy",)


def breaks(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_stay_within_their_walls(path):
    bad = [m for m in imports(path) for package in forbidden(name_of(path)) if breaks(m, package)]
    assert not bad


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_state_caches_and_models_have_one_home(path):
    names = {
        node.attr for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute)
    }
    misplaced = [name for name, homes in ONLY_IN.items() if name in names and name_of(path) not in homes]
    assert not misplaced
    loads_model = "spacy.load(" in path.read_text(encoding="utf-8")
    assert not loads_model or name_of(path) == "pipeline/nlp.py"


def test_files_are_rooms_not_halls():
    long = {name_of(p): n for p in FILES if (n := len(p.read_text(encoding="utf-8").splitlines())) > 300}
    assert not long
