"""Dateline's pipeline: who said what, about whom, where and when, from one news article.

What needs the language model is imported when first asked for: the process that reads an upload
and ``--help`` must not wait a second for spaCy.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from pipeline.errors import ArticleError, GazetteerError, ModelError, PipelineError
from pipeline.model import Analysis, Article
from pipeline.record import article_id, to_record
from pipeline.spacy_start import without_commands

if TYPE_CHECKING:
    from pipeline.recipe import Resources, analyse, analyse_many, load_resources

_LATE = ("Resources", "analyse", "analyse_many", "load_resources")

__all__ = [
    "Analysis",
    "Article",
    "ArticleError",
    "GazetteerError",
    "ModelError",
    "PipelineError",
    "Resources",
    "analyse",
    "analyse_many",
    "article_id",
    "load_resources",
    "to_record",
]


def __getattr__(name: str) -> Any:
    if name in _LATE:
        with without_commands():
            recipe = import_module("pipeline.recipe")
        return getattr(recipe, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
