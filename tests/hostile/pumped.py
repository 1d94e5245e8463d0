"""Texts that a regular expression reads as far as it can, and then not to the end: made from the expression itself.

Each is a start, a piece that is repeated, and an end that does not fit. Pieces are runs of each class of signs in the
expression, what each of its repetitions takes, and whole texts that it takes.
"""

import random
import re
from collections.abc import Iterable, Iterator
from re import _constants as codes
from re import _parser
from typing import Any

Recipe = tuple[str, str, str]  # before, piece, end
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
MISFIT = "\x00"
MOST = 60  # recipes of one expression
_SIGNS = " aA7.,-'’\"(\n\té_;=+/:"
_OF_CATEGORY = {
    codes.CATEGORY_DIGIT: "7",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_NOT_SPACE: "a",
    codes.CATEGORY_WORD: "a",
    codes.CATEGORY_NOT_WORD: " ",
}


def recipes(pattern: re.Pattern, *, seed: int = 1, most: int = MOST) -> list[Recipe]:
    """How to make texts that cost this expression much; the same seed gives the same."""
    rng = random.Random(seed)
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    found: dict[Recipe, None] = {}
    for sign in _signs(tree):
        found |= dict.fromkeys([("", sign, ""), ("", sign, MISFIT)])
    for before, piece in _pieces(tree, rng):
        found |= dict.fromkeys([(before, piece, MISFIT), (before, piece, ""), ("", before + piece, MISFIT)])
    for _ in range(8):
        whole = _sample(tree, rng)
        found |= dict.fromkeys([("", whole, MISFIT), ("", whole[:-1], MISFIT)])
    useful = [recipe for recipe in found if recipe[1]]
    return useful if len(useful) <= most else rng.sample(useful, most)


def build(recipe: Recipe, size: int) -> str:
    """The text, of about so many characters."""
    before, piece, end = recipe
    return before + piece * max(1, size // len(piece)) + end


def _signs(tree: Iterable[Any]) -> Iterator[str]:
    for op, value in tree:
        inner = list(_inner(op, value))
        for part in inner:
            yield from _signs(part)
        if not inner:
            yield from _members(op, value)


def _inner(op: Any, value: Any) -> Iterator[Any]:
    """The parts of an item that has parts."""
    if op in REPEATS:
        yield value[2]
    elif op is codes.SUBPATTERN:
        yield value[3]
    elif op is codes.ATOMIC_GROUP:
        yield value
    elif op is codes.BRANCH:
        yield from value[1]
    elif op in (codes.ASSERT, codes.ASSERT_NOT):
        yield value[1]


def _members(op: Any, value: Any) -> list[str]:
    """Some signs that an item takes."""
    if op is codes.LITERAL:
        return [chr(value)]
    if op is codes.NOT_LITERAL:
        return [sign for sign in _SIGNS if sign != chr(value)][:3]
    if op is codes.ANY:
        return ["a", " "]
    if op is not codes.IN:
        return []
    negated = value[0][0] is codes.NEGATE
    taken: list[str] = []
    for kind, one in value[negated:]:
        if kind is codes.LITERAL:
            taken.append(chr(one))
        elif kind is codes.RANGE:
            taken += [chr(one[0]), chr(one[1])]
        elif kind is codes.CATEGORY:
            taken += [sign for sign in _SIGNS if _is(one, sign)] if negated else [_OF_CATEGORY[one]]
    return [sign for sign in _SIGNS if sign not in taken][:4] if negated else list(dict.fromkeys(taken))[:6]


def _is(category: Any, sign: str) -> bool:
    expression = {"7": r"\d", "a": r"\w", " ": r"\s"}[_OF_CATEGORY[category]]
    opposite = category in (codes.CATEGORY_NOT_DIGIT, codes.CATEGORY_NOT_SPACE, codes.CATEGORY_NOT_WORD)
    if opposite:
        expression = {codes.CATEGORY_NOT_DIGIT: r"\D", codes.CATEGORY_NOT_SPACE: r"\S"}.get(category, r"\W")
    return bool(re.fullmatch(expression, sign))


def _sample(tree: Iterable[Any], rng: random.Random, groups: dict[int, str] | None = None) -> str:
    """One text that a part of an expression may take; assertions are not looked at."""
    groups = {} if groups is None else groups
    out: list[str] = []
    for op, value in tree:
        if op in REPEATS:
            low, high, body = value
            times = low if rng.random() < 0.5 else min(high, low + rng.randint(0, 2))
            out.append("".join(_sample(body, rng, groups) for _ in range(min(times, 300))))
        elif op is codes.SUBPATTERN:
            groups[value[0]] = _sample(value[3], rng, groups)
            out.append(groups[value[0]])
        elif op is codes.ATOMIC_GROUP:
            out.append(_sample(value, rng, groups))
        elif op is codes.BRANCH:
            out.append(_sample(rng.choice(value[1]), rng, groups))
        elif op is codes.GROUPREF:
            out.append(groups.get(value, ""))
        elif members := _members(op, value):
            out.append(rng.choice(members))
    return "".join(out)


def _pieces(tree: Iterable[Any], rng: random.Random, before: str = "") -> Iterator[tuple[str, str]]:
    """(what stands before, what is repeated) for each repetition, however deep it stands."""
    for item in tree:
        op, value = item
        if op in REPEATS and value[1] > 8:
            for _ in range(4):
                yield before, _sample(value[2], rng)
            for sign in _signs(value[2]):
                yield before, sign
        for part in _inner(op, value):
            yield from _pieces(part, rng, before)
        before += _sample([item], rng)
