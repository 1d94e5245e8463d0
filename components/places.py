"""The map section: the map panel, and the sentences behind the pin that is chosen."""

from components.evidence import show_evidence
from components.map_panel import show_map
from components.notices import hint, theme
from components.selection import Selection
from components.state import page
from pipeline import Resources


def show_places(selection: Selection, found: Resources) -> None:
    """Where the story is; a pin or a row opens its sentences."""
    if selection.analysis.places and not selection.but("place").places:
        hint("No place is named in what is chosen.")
        show_evidence(selection, "")
        return
    show_map(
        selection.but("place"),
        whole=selection.analysis,
        chosen=selection.ids("place"),
        names=selection.ids("entity"),
        theme=theme(),
        gazetteer=found.gazetteer,
        flat=page().flat,
        evidence=lambda: show_evidence(selection, "Choose a pin or a row to read the sentences that name the place."),
    )
