"""The map section: the map panel, and the sentences behind the pin that is chosen."""

from components.evidence import show_evidence
from components.map_panel import show_map
from components.notices import theme
from components.state import chosen, key_of
from pipeline import Resources
from pipeline.model import Analysis


def show_places(analysis: Analysis, found: Resources) -> None:
    """Where the story is; a pin or a row opens its sentences."""
    show_map(
        analysis,
        selected=chosen("entity"),
        theme=theme(),
        key=f"{key_of('map')}-{analysis.article.id}",
        gazetteer=found.gazetteer,
        evidence=lambda: show_evidence(analysis, "Choose a pin or a row to read the sentences that name the place."),
    )
