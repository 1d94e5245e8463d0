"""Who may import whom: the table of CONTRIBUTING.md, held for every module by reading the source."""

import ast
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted(
    [
        ROOT / "app.py",
        ROOT / "serve.py",
        *ROOT.glob("dateline/*.py"),
        *ROOT.glob("pipeline/**/*.py"),
        *ROOT.glob("components/**/*.py"),
    ]
)

NOUNS = {
    "pipeline.model",
    "pipeline.errors",
    "pipeline.limits",
    "pipeline.record",
    "pipeline.version",
    "pipeline.spacy_start",
}
RECIPE = {"pipeline.recipe", "pipeline.notes", "pipeline.relabel"}
TOPICS = {"pipeline.entities", "pipeline.quotes", "pipeline.speakers", "pipeline.dates", "pipeline.places"}
WORDS = {"components.paths", "components.formatting", "components.palette", "components.sample"}
FRONT_DOOR = {"pipeline"}  # the names that pipeline/__init__.py lends
BELOW_STREAMLIT = {
    *WORDS,
    *(f"components.{room}" for room in ("rows", "html", "charts", "map", "selection", "report", "workspace")),
}
ABOVE = {f"components.{room}" for room in ("session", "elements", "page", "article", "collection", "server")}

# room → the rooms it may import, beside itself. A room is a folder, or a module that stands alone.
MAY_IMPORT: dict[str, set[str]] = {
    **dict.fromkeys(NOUNS, NOUNS),
    "pipeline.lexicon": set(),
    "pipeline.sandbox": set(),
    "pipeline.text": NOUNS | {"pipeline.lexicon"},
    "pipeline.gazetteer": NOUNS | {"pipeline.lexicon"},
    "pipeline.write": NOUNS,
    "pipeline.corrections": NOUNS,
    "pipeline.entities": NOUNS | {"pipeline.lexicon", "pipeline.text", "pipeline.gazetteer"},
    "pipeline.places": NOUNS | {"pipeline.lexicon", "pipeline.text", "pipeline.gazetteer"},
    "pipeline.quotes": NOUNS | {"pipeline.lexicon", "pipeline.text"},
    "pipeline.speakers": NOUNS | {"pipeline.lexicon", "pipeline.text"},
    "pipeline.dates": NOUNS | {"pipeline.lexicon", "pipeline.text"},
    "pipeline.read": NOUNS | {"pipeline.sandbox"},
    "pipeline.notes": NOUNS | {"pipeline.lexicon"},
    "pipeline.relabel": NOUNS | {"pipeline.lexicon"},
    "pipeline.recipe": NOUNS | RECIPE | TOPICS | {"pipeline.text", "pipeline.gazetteer"},
    "pipeline.collection": NOUNS | {"pipeline.lexicon", "pipeline.write", "pipeline.gazetteer"},
    "pipeline.batch": NOUNS
    | RECIPE
    | {"pipeline.read", "pipeline.write", "pipeline.corrections", "pipeline.gazetteer"},
    "pipeline.cluster": NOUNS
    | {"pipeline.batch", "pipeline.read", "pipeline.write", "pipeline.gazetteer", "pipeline.text"},
    "pipeline.cli": NOUNS
    | {f"pipeline.{room}" for room in ("batch", "cluster", "collection", "corrections", "gazetteer", "read")},
    "pipeline": NOUNS | {"pipeline.cli", "pipeline.recipe"},
    "components": set(),
    **dict.fromkeys(WORDS, WORDS | FRONT_DOOR | NOUNS),
    "components.rows": WORDS
    | FRONT_DOOR
    | NOUNS
    | {"pipeline.collection", "pipeline.corrections", "pipeline.lexicon", "pipeline.text", "pipeline.write"},
    "components.html": WORDS | NOUNS | {"components.rows"},
    "components.charts": WORDS | NOUNS | {"components.rows"},
    "components.map": WORDS | NOUNS | {"components.rows", "pipeline.gazetteer"},
    "components.workspace": FRONT_DOOR
    | NOUNS
    | {"components.formatting", "components.rows"}
    | {f"pipeline.{room}" for room in ("batch", "collection", "corrections", "gazetteer", "read")},
    "components.selection": WORDS | NOUNS | {"components.rows", "components.map"},
    "components.report": WORDS
    | NOUNS
    | {"components.rows", "components.html", "components.charts", "components.map"}
    | {"pipeline.collection", "pipeline.gazetteer"},
    "components.session": WORDS
    | FRONT_DOOR
    | NOUNS
    | {"components.rows", "components.selection", "components.workspace"}
    | {"pipeline.collection", "pipeline.corrections"},
    "components.elements": BELOW_STREAMLIT | NOUNS | {"components.session", "pipeline.write"},
    "components.page": BELOW_STREAMLIT
    | FRONT_DOOR
    | NOUNS
    | {"components.elements", "components.session", "pipeline.collection", "pipeline.corrections", "pipeline.read"},
    "components.article": BELOW_STREAMLIT
    | FRONT_DOOR
    | NOUNS
    | {"components.elements", "components.page", "components.session"}
    | {"pipeline.corrections", "pipeline.gazetteer", "pipeline.write"},
    "components.collection": BELOW_STREAMLIT
    | FRONT_DOOR
    | NOUNS
    | {"components.elements", "components.page", "components.session"}
    | {"pipeline.collection", "pipeline.corrections", "pipeline.write"},
    "components.server": {"components.elements", "components.map", "pipeline.collection"}
    | {"pipeline.limits", "pipeline.errors"},
    "app": BELOW_STREAMLIT | ABOVE | NOUNS,
    "serve": {"components.server"},
    "dateline": set(),
    "dateline.command": {"components.paths", "pipeline.cli"},
}
# library → the rooms that may import it
LIBRARIES = {
    "streamlit": ABOVE | {"app", "serve"},
    "plotly": {
        "components.charts",
        "components.map",
        "components.elements",
        "components.article",
        "components.collection",
    },
    "spacy": TOPICS | {"pipeline.text", "pipeline.recipe", "pipeline.notes"},
    "duckdb": {"pipeline.collection"},
    "ray": {"pipeline.cluster"},
}
# name → the only files in which it may stand
ONLY_IN = {
    "session_state": {"components/session/state.py", "components/session/collection_state.py"},
    "cache_data": {"components/session/cache.py"},
    "cache_resource": {"components/session/cache.py"},
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def module_of(path: Path) -> str:
    return name_of(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


MODULES = {module_of(path): path for path in FILES}


def room_of(module: str) -> str:
    """The room of a module: its folder below pipeline or components, or the module itself where it stands alone."""
    parts = module.split(".")
    if module in ("pipeline.__main__", "pipeline"):
        return "pipeline"
    return ".".join(parts[:2])


@cache
def imports(path: Path) -> frozenset[str]:
    """Every module that a file imports, late imports and those for types alone included."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in MODULES else node.module for name in names}
    return frozenset(found)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_module_imports_only_what_its_room_may(path):
    room = room_of(module_of(path))
    assert room in MAY_IMPORT, f"{room} is not in the table: say there what it may import"
    ours = {
        room_of(module)
        for module in imports(path)
        if module.split(".")[0] in ("pipeline", "components", "dateline", "app")
    }
    assert ours - {room} <= MAY_IMPORT[room]
    bad = {
        lib for lib, rooms in LIBRARIES.items() if room not in rooms and lib in {m.split(".")[0] for m in imports(path)}
    }
    assert not bad


def test_the_table_names_no_room_that_is_gone():
    assert set(MAY_IMPORT) == {room_of(module) for module in MODULES}


def test_no_file_imports_itself_through_others():
    graph = {module: {m for m in imports(path) if m in MODULES and m != module} for module, path in MODULES.items()}
    for package in [m for m, path in MODULES.items() if path.name == "__init__.py"]:
        graph[package] = set()  # a door lends names of its own room; the walls between rooms are the table's
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_state_caches_and_models_have_one_home(path):
    names = {
        node.attr for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute)
    }
    misplaced = [name for name, homes in ONLY_IN.items() if name in names and name_of(path) not in homes]
    assert not misplaced
    loads_model = "spacy.load(" in path.read_text(encoding="utf-8")
    assert not loads_model or name_of(path) == "pipeline/text/nlp.py"


HELPERS = sorted(
    path for room in ("devtools", "tests", "benchmarks", "scripts") for path in ROOT.glob(f"{room}/**/*.py")
)
MAY_HELP = {
    "devtools": {"devtools"},
    "benchmarks": {"benchmarks", "devtools"},
    "tests": {"tests", "benchmarks", "devtools"},
    "scripts": {"scripts", "tests", "benchmarks", "devtools"},
}


@pytest.mark.parametrize("path", HELPERS, ids=name_of)
def test_tests_benchmarks_and_scripts_share_helpers_without_a_circle(path):
    rooms = {module.split(".")[0] for module in imports(path)} & set(MAY_HELP)
    assert rooms <= MAY_HELP[name_of(path).split("/")[0]]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_the_product_needs_no_test_and_no_tool(path):
    assert not {module.split(".")[0] for module in imports(path)} & set(MAY_HELP)


def test_no_file_is_longer_than_300_lines():
    long = {name_of(p): n for p in FILES if (n := len(p.read_text(encoding="utf-8").splitlines())) > 300}
    assert not long


def test_contributing_names_every_room():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    folders = {name_of(path.parent) for path in FILES if path.name == "__init__.py"} | set(MAY_HELP)
    assert not [folder for folder in folders if f"{folder.split('/')[-1]}/" not in text]
