"""What is chosen, and below it the sections as tabs; only the open one is computed."""

import streamlit as st

from components.article.downloads import show_downloads
from components.article.entities import show_entities
from components.article.evidence import show_evidence
from components.article.map import show_places
from components.article.overview import show_overview
from components.article.quotes import show_quotes
from components.article.reader import show_reader
from components.elements.chips import show_chips
from components.session.address import write_address
from components.session.choosing import selection
from components.session.state import SECTION_KEY, SECTIONS
from components.workspace.page_model import PageModel
from pipeline import Analysis
from pipeline.corrections import Edited


def show_sections(analysis: Analysis, found: PageModel, edits: Edited) -> None:
    """Draw the chips and the tab the reader has open."""
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
