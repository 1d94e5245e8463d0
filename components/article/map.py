"""The map section: the view switch, the map, what is chosen, and every place in tables.

The map section: the map panel, and the sentences behind the pin that is chosen.
"""

import html
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.article.correct.place import place_buttons
from components.elements.custom import choosing_chart, picture
from components.elements.data_table import choosing_table
from components.elements.figure_bar import figure_bar
from components.elements.map_widget import CONFIG, KIND_WORDS, map_legend, map_tools
from components.elements.notices import block, heading, hint, theme
from components.formatting import count
from components.map.borders import country_name, has_borders
from components.map.box import Box
from components.map.figure import map_figure
from components.map.ground import Projection
from components.map.inset import far_spots, inset_corner, inset_svg, pin_rooms
from components.map.layers import Named, towns
from components.map.pins import Spot, Unplaced, spot_key, spots, unplaced
from components.map.style import STREET_HOST
from components.map.svg import map_svg
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
PICTURE = (1120, 630)  # pixels of the map as a picture
USUAL = (900, 480)  # pixels of a movable map beside the evidence
WHOLE = 120  # degrees of longitude; a map of so much is drawn as high as the world is
INSET = 240  # pixels of the small map of far places
COARSE_KM = 200  # a nearer view shows that our outlines are simplified
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
    flat: bool = False,
) -> None:
    """The whole panel.

    whole: the article before anything narrowed it, so that the ground stays where it is.
    chosen, names: the places and the entities that are chosen, to be marked.
    flat: the browser cannot draw the movable map.
    """
    found, missing = spots(analysis.places), unplaced(analysis.places)
    if not found and not missing:
        hint("This article names no place that could be put on a map.")
        return
    if not has_borders():
        hint(NO_BORDERS)
    if found:
        marked = [spot for spot in found if spot_key(spot) in chosen or set(names) & set(spot.entity_ids)]
        ground = (whole or analysis).places
        choices = drawn().get(("views", ground), lambda: views(spots(ground)))
        wanted = _switches(choices, analysis.article.id, flat=flat)
        neighbours = towns(wanted.view.box, found, gazetteer)
        box = wanted.view.box
        figure_bar(
            analysis,
            "map",
            lambda: map_svg(
                found, box, theme="light", neighbours=neighbours, width=PICTURE[0], height=PICTURE[1], inset=INSET
            ),
            headline=of_places([(spot.name, spot.count) for spot in found]),
            source=source_line(analysis.article, "GeoNames", "Natural Earth"),
            table="places",
        )
        if wanted.plain:
            _plain(found, wanted.view, theme, neighbours)
        else:
            _map(found, wanted, theme, neighbours, [spot.id for spot in marked])
        if wanted.streets:
            hint(f"Streets © OpenStreetMap contributors, from {STREET_HOST}; where none show, it did not answer.")
        _legend(found, wanted, theme)
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
    return f"Map of the article's places, {view.name.lower()}, with mentions: {', '.join(names)}{more}."


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


def _switches(choices: Sequence[View], article: str, *, flat: bool) -> _Wanted:
    names = [view.name for view in choices]
    order = [name for name in ORDER if name in names]
    with st.container(horizontal=True, vertical_alignment="center", key="map-switches"):
        name = st.segmented_control(
            "View", order, default=names[0], required=True, key=f"map-view-{article}", persist_state="session"
        )
        if flat:
            hint("This browser cannot draw the movable map (WebGL is off), so the map is a picture.")
        plain = flat or st.toggle(
            "Plain picture, for print",
            key="map-plain",
            help="Also where the map stays empty.",
            persist_state="session",
        )
        streets = not flat and st.toggle(
            f"Streets, from {STREET_HOST}", key="map-streets", help=STREETS_HELP, disabled=plain
        )
    view = next((view for view in choices if view.name == name), choices[0])
    return _Wanted(view, plain, streets and not plain)


def _map(
    found: Sequence[Spot], wanted: _Wanted, theme: Theme, neighbours: Sequence[Named], marked: Collection[str]
) -> None:
    box = wanted.view.box
    whole = box.east - box.west > WHOLE
    with st.container(key="map-frame-whole" if whole else "map-frame"):
        _movable(found, wanted, theme, neighbours, marked)
        _inset(found, box, theme)
    map_tools(key_of(CHART), box, found)


def _inset(found: Sequence[Spot], box: Box, theme: Theme) -> None:
    """Far places on a small map, in a corner without pins; below the map where there is none."""
    small = inset_svg(found, box, theme=theme, width=INSET)
    if not small:
        return
    corner = inset_corner(pin_rooms(found, Projection(box, *USUAL)), USUAL, INSET)
    side = "below" if corner is None else f"{'left' if corner[0] < USUAL[0] / 2 else 'right'}-{_height(corner[1])}"
    away = [spot.name for spot in far_spots(found, box)]
    words = f"Small map of {count(len(away), 'place')} far from here: {', '.join(away)}."
    picture({INSET: small}, words, key=f"map-inset-{side}")


def _height(y: float) -> str:
    return "top" if y < USUAL[1] / 2 else "bottom"


def _movable(
    found: Sequence[Spot], wanted: _Wanted, theme: Theme, neighbours: Sequence[Named], marked: Collection[str]
) -> None:
    box = wanted.view.box
    choosing_chart(
        map_figure(found, box, theme=theme, neighbours=neighbours, selected=marked, streets=wanted.streets),
        kind="place",
        source=CHART,
        shown={spot.id: str(spot_key(spot)) for spot in found},
        alt=map_alt(found, wanted.view),
        config=CONFIG,
    )


def _plain(found: Sequence[Spot], view: View, theme: Theme, neighbours: Sequence[Named]) -> None:
    svg = map_svg(found, view.box, theme=theme, neighbours=neighbours, width=960, height=560, inset=INSET)
    picture({960: svg}, map_alt(found, view), key="map-picture")


def _legend(found: Sequence[Spot], wanted: _Wanted, theme: Theme) -> None:
    map_legend(found, theme, pin="Place, larger when named more often", town="Not in the article, for bearings")
    view = wanted.view
    if view.box.span_km < COARSE_KM:
        hint("Coasts and borders are simplified: at this scale they may lie some kilometres off.")
    away = outside(found, view.box)
    if wanted.plain and away:  # a movable map says itself what it does not show
        names = ", ".join(spot.name for spot in away[:NAMED_IN_ALT])
        hint(f"At the edge of this view, or beyond it: {names}{' …' if len(away) > NAMED_IN_ALT else ''}.")


def _ask(analysis: Analysis, asked: Sequence[Unplaced], gazetteer: Gazetteer) -> None:
    """Doubtful names, each with the places it could be: a press puts the pin there."""
    heading("Which place is meant?")
    block("p", "dl-hint", "These names fit several places about equally well, so no pin is drawn before you choose.")
    entities = {entity.id: entity for entity in analysis.entities}
    for row in (row for row in asked if row.id in entities):
        block("p", "map-asked", f"{row.name}, named {count(row.count, 'time')}:")
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
        flat=page().flat,
    )
