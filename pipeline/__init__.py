"""Dateline's pipeline: who said what, about whom, where and when, from one news article."""

from pipeline.analyse import Resources, analyse, analyse_many, load_resources
from pipeline.errors import ArticleError, GazetteerError, ModelError, PipelineError
from pipeline.model import Analysis, Article
from pipeline.record import article_id, to_record

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
