"""The map section: the view switch, the map, and every place in tables."""

import html
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from components.article.correct.place import place_buttons
from components.elements.choosable import choosing_chart, choosing_table
from components.elements.figure_bar import facts_of, figure_bar
from components.elements.map_widget import (
    CONFIG,
    KIND_WORDS,
    NO_WEBGL,
    map_legend,
    map_notes,
    map_to_take,
    movable_map,
    plain_map,
)
from components.elements.notices import block, heading, hint, theme
from components.formatting import count, times
from components.map.borders import country_name, has_borders
from components.map.figure import map_figure
from components.map.layers import Named, towns
from components.map.pins import Spot, Unplaced, spot_key, spots, unplaced
from components.map.style import STREET_HOST
from components.map.views import ORDER, View, outside, views
from components.palette import Theme
from components.rows.findings import of_places, source_line
from components.selection.selection import Selection
from components.session.cache import drawn
from components.session.state import key_of, page
from components.workspace.page_model import PageModel
from pipeline.gazetteer import Gazetteer
from pipeline.model import Analysis

CHART = "map-chart"
TABLE = "map-table"
NAMED_IN_ALT = 12
CHOSEN = "What is chosen"  # a view of its own where that lies far from the main area
ASKED = 5  # places offered for a doubtful name
NO_BORDERS = (
    "The coasts and borders are missing from this installation (static/borders), so the map shows the places alone."
)
STREETS_HELP = f"Off, the map asks nobody. On, your browser asks {STREET_HOST} for pictures of the ground you look at."


def show_map(
    analysis: Analysis,
    *,
    whole: Analysis | None = None,
    chosen: Collection[str] = (),
    names: Collection[str] = (),
    theme: Theme,
    gazetteer: Gazetteer | None = None,
    no_webgl: bool = False,
) -> None:
    """The whole panel.

    whole: the article before anything narrowed it, so that the ground stays where it is.
    chosen, names: the places and the entities that are chosen, to be marked.
    no_webgl: the browser cannot draw the movable map.
    """
    found, missing = spots(analysis.places), unplaced(analysis.places)
    if not found and not missing:
        hint("This article names no place that could be put on a map.")
        return
    if not has_borders():
        hint(NO_BORDERS)
    if found:
        marked = [spot.id for spot in found if spot_key(spot) in chosen or set(names) & set(spot.entity_ids)]
        ground = (whole or analysis).places
        choices = drawn().get(("views", ground), lambda: views(spots(ground)))
        if len(outside(found, choices[0].box)) == len(found):  # an empty frame would say nothing
            choices = (replace(views(found)[0], name=CHOSEN), *choices)
        wanted = _switches(choices, analysis.article.id, no_webgl=no_webgl)
        _figure(analysis, found, wanted, theme, towns(wanted.view.box, found, gazetteer), marked)
        title, ids = f"Table of {count(len(found), 'place')}", [str(spot_key(spot)) for spot in found]
        choosing_table(place_table(found), ids, title=title, kind="place", source=TABLE)
    asked = [row for row in missing if row.choices and gazetteer]
    if asked and gazetteer:
        _ask(analysis, asked, gazetteer)
    if rest := [row for row in missing if row not in asked]:
        _unplaced(rest)


def map_alt(found: Sequence[Spot], view: View) -> str:
    """The map in words, for the one above its table."""
    return f"{map_words(found, view)} A table follows."


def map_words(found: Sequence[Spot], view: View) -> str:
    """The map's message."""
    away = outside(found, view.box)
    shown = [spot for spot in found if spot not in away]
    names = [f"{spot.name} ({spot.count})" for spot in shown[:NAMED_IN_ALT]]
    rest = len(shown) - len(names)
    more = f" and {rest} more" if rest > 0 else ""
    return f"Map of the article’s places, {view.name.lower()}, with mentions: {', '.join(names)}{more}."


def place_table(found: Sequence[Spot]) -> pd.DataFrame:
    """The map's facts as a table."""
    return pd.DataFrame(
        {
            "Place": [spot.name for spot in found],
            "Country": [country_name(spot.country) for spot in found],
            "Kind": [KIND_WORDS[spot.kind] for spot in found],
            "Named": [spot.count for spot in found],
            "Sure (%)": [round(100 * spot.confidence) for spot in found],
            "Why this place": [spot.reason for spot in found],
            "Gazetteer": [spot.official for spot in found],
            "Written": ["; ".join(spot.written) for spot in found],
        }
    )


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the switches above the map ask for."""

    view: View
    plain: bool
    streets: bool


def _switches(choices: Sequence[View], article: str, *, no_webgl: bool) -> _Wanted:
    names = [view.name for view in choices]
    order = [name for name in (CHOSEN, *ORDER) if name in names]
    key = f"map-view-{article}{'-chosen' if CHOSEN in names else ''}"
    with st.container(horizontal=True, vertical_alignment="center", key="map-switches"):
        name = st.segmented_control("View", order, default=names[0], required=True, key=key, persist_state="session")
        if no_webgl:
            hint(NO_WEBGL)
        plain = no_webgl or st.toggle(
            "Plain picture, for print",
            key="map-plain",
            help="Also where the map stays empty.",
            persist_state="session",
        )
        streets = not no_webgl and st.toggle(
            f"Streets, from {STREET_HOST}", key="map-streets", help=STREETS_HELP, disabled=plain
        )
    view = next((view for view in choices if view.name == name), choices[0])
    return _Wanted(view, plain, streets and not plain)


def _figure(
    analysis: Analysis,
    found: Sequence[Spot],
    wanted: _Wanted,
    theme: Theme,
    neighbours: Sequence[Named],
    marked: Collection[str],
) -> None:
    """The map as the switches ask for it, what it can be taken as, and what it shows in words."""
    box = wanted.view.box
    figure_bar(
        facts_of(analysis, "places"),
        "map",
        lambda: map_to_take(found, box, neighbours),
        headline=of_places([(spot.name, spot.count) for spot in found]),
        source=source_line(analysis.article, "GeoNames", "Natural Earth"),
    )

    def draw() -> None:
        choosing_chart(
            map_figure(found, box, theme=theme, neighbours=neighbours, selected=marked, streets=wanted.streets),
            kind="place",
            source=CHART,
            shown={spot.id: str(spot_key(spot)) for spot in found},
            alt=map_alt(found, wanted.view),
            config=CONFIG,
        )

    if wanted.plain:
        plain_map(found, box, theme, neighbours, map_alt(found, wanted.view), key="map-picture")
    else:
        movable_map(draw, key_of(CHART), found, box, theme)
    if wanted.streets:
        hint(f"Streets © OpenStreetMap contributors, from {STREET_HOST}; where none show, it did not answer.")
    map_legend(found, theme, pin="Place, larger when named more often", town="Not in the article, for bearings")
    map_notes(found, wanted.view, plain=wanted.plain)


def _ask(analysis: Analysis, asked: Sequence[Unplaced], gazetteer: Gazetteer) -> None:
    """Doubtful names, each with the places it could be: a press puts the pin there."""
    heading("Which place is meant?")
    block("p", "dl-hint", "These names fit several places about equally well, so no pin is drawn before you choose.")
    entities = {entity.id: entity for entity in analysis.entities}
    for row in (row for row in asked if row.id in entities):
        block("p", "map-asked", f"{row.name}, named {times(row.count)}:")
        place_buttons(analysis, entities[row.id], row.choices[:ASKED], gazetteer, key=f"ask-{row.id}")


def _unplaced(missing: Sequence[Unplaced]) -> None:
    heading("Named, but not on the map")
    block("p", "dl-hint", "No pin is drawn where the text does not tell which place is meant.")
    rows = "".join(
        f"<li><b>{html.escape(row.name)}</b> ({row.count}): {html.escape(row.reason)}</li>" for row in missing
    )
    st.html(f'<ul class="dl-notes">{rows}</ul>')


def show_places(selection: Selection, found: PageModel) -> None:
    """Where the story is; a pin or a row opens its sentences."""
    if selection.analysis.places and not selection.but("place").places:
        hint("No place is named in what is chosen.")
        return
    show_map(
        selection.but("place"),
        whole=selection.analysis,
        chosen=selection.ids("place"),
        names=selection.ids("entity"),
        theme=theme(),
        gazetteer=found.gazetteer,
        no_webgl=page().no_webgl,
    )
