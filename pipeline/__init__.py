"""Dateline's pipeline: who said what, about whom, where and when, from one news article.

What needs the language model is imported when first asked for: the process that reads an upload
and ``--help`` must not wait a second for spaCy.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from pipeline.errors import ArticleError, GazetteerError, ModelError, PipelineError
from pipeline.model import Analysis, Article
from pipeline.record import article_id, to_record

if TYPE_CHECKING:
    from pipeline.analyse import Resources, analyse, analyse_many, load_resources

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
        return getattr(import_module("pipeline.analyse"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class _FrontDoor(ModuleType):
    """Keeps ``pipeline.analyse`` the function: importing the submodule would put itself there."""

    def __setattr__(self, name: str, value: object) -> None:
        if name != "analyse":
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _FrontDoor
