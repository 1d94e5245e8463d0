"""One article on the page: the way back to its collection, header, corrections, sections."""

from typing import TYPE_CHECKING

from components.article.correct.bar import corrected
from components.article.correct.menu import corrections_menu
from components.article.header import article_header, article_title
from components.article.sections import show_sections
from components.page.masthead import Bar
from components.page.navigation import way_back
from components.page.source import Source
from components.session.address import write_address
from components.session.cache import analysed
from pipeline.model import Article

if TYPE_CHECKING:
    from components.workspace.page_model import PageModel


def show_one(article: Article, found: "PageModel", bar: Bar, *, among: Source | None) -> None:
    """Analyse it, once a visit, and draw it."""
    write_address(article)  # before the analysis, which may take a while: a reload meanwhile finds the article again
    article_title(bar, article)
    if among:
        way_back(bar, article, among)
    corrections_menu(bar, article)
    analysis = analysed(article, found)
    article_header(analysis)
    analysis, edits = corrected(analysis)
    show_sections(analysis, found, edits)
