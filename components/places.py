"""The map section: the map panel, and the sentences behind the pin that is chosen."""

import streamlit as st

from components.evidence import show_evidence
from components.map_panel import show_map
from components.notices import heading, theme
from components.state import choose, chosen, clear, key_of, page
from pipeline import Resources
from pipeline.model import Analysis


def show_places(analysis: Analysis, found: Resources) -> None:
    """Where the story is; a pin or a row opens its sentences."""
    before = chosen("entity")
    key = f"{key_of('map')}-{analysis.article.id}"
    picked = show_map(analysis, selected=before, theme=theme(), key=key, gazetteer=found.gazetteer)
    if picked and picked != before:
        choose("entity", picked, "map")
        st.rerun()
    if picked is None and (choice := page().choice) and choice.source == "map":
        clear()
        st.rerun()
    if analysis.places:
        heading("Where it stands")
        show_evidence(analysis, "Choose a pin or a row to read the sentences that name the place.")
