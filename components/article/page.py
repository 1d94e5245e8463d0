"""One article on the page: the way back to its collection, header, corrections, and the sections as tabs."""

import streamlit as st

from components.article.correct.bar import corrected
from components.article.correct.menu import corrections_menu
from components.article.downloads import show_downloads
from components.article.entities import show_entities
from components.article.evidence import show_evidence
from components.article.header import article_header, article_title
from components.article.map import show_places
from components.article.overview import show_overview
from components.article.quotes import show_quotes
from components.article.reader import show_reader
from components.elements.chips import show_chips
from components.page.masthead import Bar
from components.page.navigation import way_back
from components.page.source import Source
from components.session.address import write_address
from components.session.cache import analysed
from components.session.choosing import selection
from components.session.state import SECTION_KEY, SECTIONS
from components.workspace.page_model import PageModel
from pipeline.corrections import Edited
from pipeline.model import Analysis, Article


def show_one(article: Article, found: PageModel, bar: Bar, *, among: Source | None) -> None:
    """Analyse it, once a visit, and draw it."""
    write_address(article)  # before the analysis, which may take a while: a reload meanwhile finds the article again
    article_title(bar, article)
    if among:
        way_back(bar, article, among)
    corrections_menu(bar, article)
    analysis = analysed(article, found)
    article_header(analysis)
    analysis, edits = corrected(analysis)
    _sections(analysis, found, edits)


def _sections(analysis: Analysis, found: PageModel, edits: Edited) -> None:
    """The chips, and below them the sections as tabs; only the open one is computed."""
    chosen = selection(analysis)
    write_address(analysis.article)
    show_chips(chosen)
    panels = {
        "Overview": lambda: show_overview(chosen, found.gazetteer),
        "Entities": lambda: show_entities(chosen, edits),
        "Quotes": lambda: show_quotes(chosen, edits),
        "Map": lambda: show_places(chosen, found),
        "Article": lambda: show_reader(chosen),
        "Downloads": lambda: show_downloads(analysis, found),
    }
    with st.container(key="workspace"):  # evidence.css puts the evidence beside the tabs, or below the page
        tabs = st.tabs(SECTIONS, key=SECTION_KEY, on_change="rerun", bind="query-params")
        for name, tab in zip(SECTIONS, tabs, strict=True):
            if tab.open:
                with tab, st.container(key=f"panel-{name.lower()}"):
                    panels[name]()
                if name != "Downloads":  # they always hold the whole article
                    show_evidence(chosen, in_article=name == "Article")
