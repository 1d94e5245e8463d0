"""Every regular expression of the product, and how each is used: at one place, or looked for all over a text."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

ROOTS = ("pipeline", "components")
PLACE = {"match": "match", "fullmatch": "fullmatch"}
ALL_OVER = ("search", "finditer", "findall", "sub", "subn", "split", "scanner")
_WORD = re.compile(r"\bre\b")
WAYS = {**PLACE, **dict.fromkeys(ALL_OVER, "find")}


@dataclass(frozen=True)
class Used:
    """A compiled expression, where it is written, and how it is used."""

    name: str
    pattern: re.Pattern
    ways: frozenset[str]


def used_patterns() -> list[Used]:
    """Every expression that a module compiles when it is imported, or writes out in a call of ``re``."""
    found: dict[tuple[object, int], Used] = {}
    modules = list(_modules())
    for module in modules:
        for name, value in list(vars(module).items()):
            for pattern in _inside(value):
                ways = frozenset().union(*(_ways(other, name) for other in modules if vars(other).get(name) is value))
                before = found.get((pattern.pattern, pattern.flags))
                ways |= before.ways if before else frozenset()
                found[pattern.pattern, pattern.flags] = Used(f"{module.__name__}.{name}", pattern, ways)
        for where, pattern, way in _written_in_calls(module):
            found.setdefault((pattern.pattern, pattern.flags), Used(where, pattern, frozenset({way})))
    return list(found.values())


def calls_of_re() -> Iterator[tuple[str, str, ast.Call]]:
    """(module, function of re, call) for every call in the product."""
    for module in _modules():
        for call in _calls_of_re(module):
            yield module.__name__, call.func.attr, call


def _calls_of_re(module: ModuleType) -> Iterator[ast.Call]:
    """What does not have the word is not parsed: each process that collects the tests comes through here."""
    for call in _calls(module) if _WORD.search(_source(module)) else ():
        if isinstance(call.func.value, ast.Name) and call.func.value.id == "re":
            yield call


@cache
def _modules() -> tuple[ModuleType, ...]:
    found = []
    for root in ROOTS:
        package = importlib.import_module(root)
        names = (info.name for info in pkgutil.walk_packages(package.__path__, root + "."))
        found += [package, *(importlib.import_module(name) for name in names if not name.endswith("__main__"))]
    return tuple(found)


def _inside(value: object, depth: int = 3) -> Iterator[re.Pattern]:
    """The expressions in a value, however they are kept."""
    if isinstance(value, re.Pattern):
        yield value
    elif hasattr(value, "cache_info") and getattr(value, "__annotations__", {}) == {"return": re.Pattern[str]}:
        yield value()
    elif depth and isinstance(value, dict):
        for pair in value.items():
            yield from _inside(pair, depth)
    elif depth and isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from _inside(part, depth - 1)
    elif depth and is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _inside(getattr(value, field.name, None), depth - 1)


@cache
def _source(module: ModuleType) -> str:
    return Path(str(module.__file__)).read_text(encoding="utf-8")


@cache
def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(_source(module))


@cache
def _nodes(module: ModuleType) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(_tree(module)))


@cache
def _calls(module: ModuleType) -> tuple[ast.Call, ...]:
    return tuple(node for node in _nodes(module) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute))


@cache
def _ways(module: ModuleType, name: str) -> frozenset[str]:
    """How a module uses a name: as it is called, and where it is gone through or handed on, as is called there."""
    found: set[str] = set()
    called: set[ast.Name] = set()
    for call in _calls(module):
        target = call.func.value
        if isinstance(target, ast.Name) and target.id == name:
            called.add(target)
            found |= {WAYS[call.func.attr]} if call.func.attr in WAYS else set()
    rest = [node for node in _loads(_nodes(module), name) if node not in called]
    for loop in (node for node in _nodes(module) if rest and isinstance(node, ast.For | ast.comprehension)):
        through = [node for node in _loads(ast.walk(loop.iter), name) if node in rest]
        if through:
            rest = [node for node in rest if node not in through]
            found |= _calls_of_unnamed(module, _around(module, loop))
    return frozenset(found | _calls_of_unnamed(module, _nodes(module)) if rest else found)


def _around(module: ModuleType, loop: ast.For | ast.comprehension) -> Iterator[ast.AST]:
    """A loop and all that is in it; of a comprehension all that is said of each of its things."""
    if isinstance(loop, ast.For):
        return ast.walk(loop)
    return ast.walk(next(node for node in _nodes(module) if loop in getattr(node, "generators", ())))


def _loads(nodes: Iterable[ast.AST], name: str) -> list[ast.Name]:
    return [node for node in nodes if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)]


def _calls_of_unnamed(module: ModuleType, nodes: Iterable[ast.AST]) -> set[str]:
    """The ways in which expressions that have no name of their own in the module are used in a part of it."""
    found = set()
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WAYS:
            target = node.func.value
            if not (isinstance(target, ast.Name) and (target.id == "re" or _is_pattern(module, target.id))):
                found.add(WAYS[node.func.attr])
    return found


def _is_pattern(module: ModuleType, name: str) -> bool:
    return isinstance(vars(module).get(name), re.Pattern)


def _written_in_calls(module: ModuleType) -> Iterator[tuple[str, re.Pattern, str]]:
    for call in _calls_of_re(module):
        first = call.args[0] if call.args else None
        if isinstance(first, ast.Constant) and call.func.attr in WAYS:
            yield f"{module.__name__}:{call.lineno}", re.compile(first.value), WAYS[call.func.attr]
