"""The article at a glance: its timeline and its map as pictures, drawn by the server in a few milliseconds.

The charts that answer a click live in their own sections; these need no script and no WebGL, so that
the overview shows who, what and where at once.
"""

from collections.abc import Sequence

import streamlit as st

from components.article.map import map_words
from components.charts.quotes import quote_words
from components.charts.quotes_svg import timeline
from components.charts.svg import fixed_look
from components.elements.custom import picture
from components.elements.figure_bar import facts_of, figure_bar
from components.elements.notices import heading, hint, theme
from components.map.layers import Named, towns
from components.map.pins import Spot, spots
from components.map.svg import map_svg
from components.map.views import View, views
from components.rows.article import WordRuler, quote_rows
from components.rows.findings import of_places, of_quotes, source_line
from components.session.cache import drawn
from components.session.state import open_section
from pipeline.gazetteer import Gazetteer
from pipeline.model import Analysis

TIMELINES, MAPS = (640, 480, 350), (640, 400)  # widths in pixels; the page shows the one that fits
SHAPE = 0.62  # height of the map for its width
NONE_CHOSEN = "No {} goes with what is chosen."
TAKEN = (1120, 630)  # pixels of what is taken away; a timeline is as high as its lanes
INSET = 200  # pixels; a narrow page has no room for it
COARSE = 2.0  # pixels between two points of a coast


def show_glance(analysis: Analysis, gazetteer: Gazetteer | None, *, ground: Analysis | None = None) -> None:
    """Two pictures side by side, each with the way to the section behind it.

    ground: the article before anything narrowed it; the map shows the same ground whatever is chosen.
    """
    with st.container(key="glances"):
        with st.container():
            heading("Who is quoted, where in the article")
            _timeline(analysis, ground or analysis)
        with st.container():
            heading("Where it happens")
            _map(analysis, ground or analysis, gazetteer)


def _timeline(analysis: Analysis, ground: Analysis) -> None:
    ruler = WordRuler(analysis.article.text)
    rows = quote_rows(analysis, ruler)
    if not rows:
        hint(NONE_CHOSEN.format("quote") if ground.quotes else "Nobody is quoted in this article.")
        return
    look = fixed_look(theme())
    made = {width: timeline(rows, ruler.length, look, width=width) for width in TIMELINES}
    picture(made, quote_words(rows), key="picture-quotes")
    figure_bar(
        facts_of(analysis, "quotes"),
        "timeline",
        lambda: timeline(rows, ruler.length, fixed_look("light"), width=TAKEN[0]),
        headline=of_quotes(rows),
        source=source_line(analysis.article),
        key="overview-timeline",
        lead=lambda: _way("Open the timeline", "Quotes"),
    )


def _map(analysis: Analysis, ground: Analysis, gazetteer: Gazetteer | None) -> None:
    found = spots(analysis.places)
    if not found:
        hint(
            NONE_CHOSEN.format("place")
            if spots(ground.places)
            else "This article names no place that could be put on a map."
        )
        return
    view = drawn().get(("views", ground.places), lambda: views(spots(ground.places)))[0]
    if not any(view.box.holds(spot.lon, spot.lat) for spot in found):
        view = views(found)[0]  # what is chosen lies elsewhere: an empty frame would say nothing
    near = drawn().get(("near", analysis.places, view), lambda: towns(view.box, found, gazetteer))
    made = drawn().get(("glance", analysis.places, view, theme()), lambda: _maps(found, view, near))
    picture(made, map_words(found, view), key="picture-map")
    box = view.box
    figure_bar(
        facts_of(analysis, "places"),
        "map",
        lambda: map_svg(found, box, theme="light", neighbours=near, width=TAKEN[0], height=TAKEN[1], inset=INSET),
        headline=of_places([(spot.name, spot.count) for spot in found]),
        source=source_line(analysis.article, "GeoNames", "Natural Earth"),
        key="overview-map",
        lead=lambda: _way("Open the map", "Map"),
    )


def _maps(found: Sequence[Spot], view: View, near: Sequence[Named]) -> dict[int, str]:
    return {
        width: map_svg(
            found,
            view.box,
            theme=theme(),
            neighbours=near,
            width=width,
            height=round(width * SHAPE),
            step=COARSE,
            inset=INSET if width == MAPS[0] else 0,
        )
        for width in MAPS
    }


def _way(words: str, section: str) -> None:
    st.button(words, key=f"glance-{section.lower()}", type="tertiary", on_click=open_section, args=(section,))
