"""No cache of the product grows with the words of articles: it has a bound, or its keys are names in our own code."""

import ast
from collections.abc import Iterator
from functools import lru_cache

import pytest

from devtools.server import ROOT
from pipeline.entities.people import _last_names
from pipeline.entities.spelling import fold as fold_name
from pipeline.entities.spelling import sound
from pipeline.gazetteer.fold import fold
from pipeline.places.candidates import clean, readings

OUR_OWN_NAMES = {
    "pipeline/corrections/file.py:_model",  # dataclasses of the record
    "pipeline/dates/grammar.py:compile_pattern",  # pieces of the grammar
    "pipeline/gazetteer/sources.py:_folder",  # packages with names of places
    "pipeline/lexicon/names.py:cues",  # from here on: tables of words
    "pipeline/lexicon/reporting.py:words",
    "pipeline/lexicon/tables.py:read_table",
    "pipeline/lexicon/tables.py:read_words",
    "pipeline/lexicon/tables.py:table",
    "pipeline/lexicon/tables.py:words",
    "pipeline/text/furniture.py:_phrases",
    "components/elements/custom.py:part",  # elements of the page
}
BOUNDED = (readings, clean, fold, fold_name, sound, _last_names)


def without_a_bound() -> Iterator[tuple[str, bool]]:
    """Each function behind a cache that may grow for ever, and whether it takes anything."""
    for path in sorted((*ROOT.glob("pipeline/**/*.py"), *ROOT.glob("components/**/*.py"))):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(map(grows, node.decorator_list)):
                yield f"{path.relative_to(ROOT).as_posix()}:{node.name}", bool(node.args.args or node.args.kwonlyargs)


def grows(decorator: ast.expr) -> bool:
    return ast.unparse(decorator) in ("cache", "functools.cache", "lru_cache(maxsize=None)", "lru_cache(None)")


def test_a_cache_without_a_bound_takes_names_of_our_own_alone():
    found = list(without_a_bound())
    assert len(found) > 30
    assert {name for name, takes in found if takes} == OUR_OWN_NAMES


@pytest.mark.parametrize("cached", BOUNDED, ids=lambda one: one.__qualname__)
def test_a_cache_of_words_of_articles_is_full_at_some_point(cached):
    assert isinstance(cached, type(lru_cache(maxsize=1)(len)))
    assert 0 < cached.cache_info().maxsize <= 20_000
