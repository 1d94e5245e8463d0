"""The sections as tabs; only the open one is computed."""

import streamlit as st

from components.downloads import show_downloads
from components.entities import show_entities
from components.overview import show_overview
from components.places import show_places
from components.quotes import show_quotes
from components.reader import show_reader
from components.state import SECTION_KEY, SECTIONS
from pipeline import Analysis, Resources
from pipeline.corrections import Edited


def show_sections(analysis: Analysis, found: Resources, edits: Edited) -> None:
    """Draw the tab the reader has open."""
    panels = {
        "Overview": lambda: show_overview(analysis, found.gazetteer),
        "Entities": lambda: show_entities(analysis, edits),
        "Quotes": lambda: show_quotes(analysis, edits),
        "Map": lambda: show_places(analysis, found),
        "Article": lambda: show_reader(analysis),
        "Downloads": lambda: show_downloads(analysis, found),
    }
    tabs = st.tabs(SECTIONS, key=SECTION_KEY, on_change="rerun", bind="query-params")
    for name, tab in zip(SECTIONS, tabs, strict=True):
        if tab.open:
            with tab, st.container(key=f"panel-{name.lower()}"):
                panels[name]()
