"""One article on the page: the way back to its collection, header, corrections, sections."""

from typing import TYPE_CHECKING

from components.cache import analysed
from components.collection_bar import way_back
from components.collection_where import Source
from components.corrected import corrected
from components.header import article_header
from components.sections import show_sections
from pipeline.model import Article

if TYPE_CHECKING:
    from pipeline import Resources


def show_one(article: Article, found: "Resources", *, among: Source | None) -> None:
    """Analyse it, once a visit, and draw it."""
    if among:
        way_back(article, among)
    analysis = analysed(article, found)
    article_header(analysis)
    analysis, edits = corrected(analysis)
    show_sections(analysis, found, edits)
