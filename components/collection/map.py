"""One map of all articles: a pin for each place, sized by the number of articles that name it."""

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from components.collection.names import chosen_key, names_table
from components.collection.view import View, chart_key, take_points
from components.elements.custom import picture, points_chart
from components.elements.map_widget import CONFIG, KIND_WORDS, map_legend
from components.elements.notices import hint, theme
from components.elements.paged_table import Column, Row, Sheet, asked
from components.formatting import count, listing, one_line
from components.map.borders import country_name
from components.map.figure import map_figure
from components.map.layers import towns
from components.map.pins import Spot
from components.map.svg import map_svg
from components.map.views import ORDER, outside, views
from components.map.views import View as Ground
from components.report.collection import spot_of
from components.rows.collection import iso, number
from components.session.collection_state import Order

if TYPE_CHECKING:
    from pipeline.collection.rows import ListedPlace

DRAWN = 200  # pins; the table has the rest
_VIEW_KEY, _PLAIN_KEY = "all-map-view", "all-map-plain"
SHEET = Sheet(
    "pins",
    (
        Column("name", "Place", "name"),
        Column("country", "Country", "quiet"),
        Column("kind", "Kind", "quiet"),
        Column("articles", "Articles", "number"),
        Column("mentions", "Mentions", "number"),
        Column("first_day", "First", "day"),
        Column("last_day", "Last", "day"),
    ),
    Order("articles", True),
    title="Show only articles at this place",
)


def show_pins(view: View) -> None:
    """Draw the map, or its plain picture, and the table of places."""
    if not view.summary.places:
        hint("These articles name no place that could be put on a map.")
        return
    rows = view.collection.pins(view.only, order="articles", limit=DRAWN).rows
    spots = [spot_of(row) for row in rows]
    ground, plain = _switches(views(spots))
    if plain:
        _picture(spots, ground, view)
    else:
        _map(spots, ground, view, rows)
    _legend(spots, ground, view)
    _table(view)


def _switches(choices: Sequence[Ground]) -> tuple[Ground, bool]:
    names = [ground.name for ground in choices]
    order = [name for name in ORDER if name in names]
    with st.container(horizontal=True, vertical_alignment="center", key="all-map-switches"):
        name = st.segmented_control("View", order, default=names[0], required=True, key=f"{_VIEW_KEY}-{len(order)}")
        plain = st.toggle("Plain picture, for print", key=_PLAIN_KEY, help="Also where the map stays empty.")
    return next((ground for ground in choices if ground.name == name), choices[0]), plain


def _map(spots: Sequence[Spot], ground: Ground, view: View, rows: "Sequence[ListedPlace]") -> None:
    figure = map_figure(
        spots,
        ground.box,
        theme=theme(),
        neighbours=towns(ground.box, spots, view.found.gazetteer),
        selected=[chosen_key("place")],
    )
    _count_articles(figure, {row.key: row for row in rows})
    key = chart_key("map", view)
    points_chart(figure, key=key, take=lambda: take_points(key, "place"), alt=map_words(spots, ground), config=CONFIG)


def _count_articles(figure: Any, rows: "dict[str, ListedPlace]") -> None:
    """Replace the hover texts of the map, which count mentions, by ones that count articles."""
    for trace in figure.data:
        if trace.customdata is not None:
            keys = [point[0] for point in trace.customdata]
            trace.customdata = [[key, one_line(rows[key].name or "")] for key in keys]
            trace.hovertext = [_hover(rows[key]) for key in keys]


def _hover(row: "ListedPlace") -> str:
    where = f", {row.country}" if row.country and row.kind != "country" else ""
    name = html.escape(one_line(row.name or "") + where, quote=False)
    return f"<b>{name}</b><br>in {count(row.articles, 'article')}, named {count(row.mentions, 'time')}"


def _picture(spots: Sequence[Spot], ground: Ground, view: View) -> None:
    near = towns(ground.box, spots, view.found.gazetteer)
    svg = map_svg(spots, ground.box, theme=theme(), neighbours=near, width=960, height=560)
    picture({960: svg}, map_words(spots, ground), key="all-map-picture")


def map_words(spots: Sequence[Spot], ground: Ground) -> str:
    """A description of the map for screen readers."""
    away = outside(spots, ground.box)
    named = [f"{spot.name} ({spot.count})" for spot in spots if spot not in away][:12]
    return f"Map of the places, {ground.name.lower()}, with articles: {', '.join(named)}. A table follows."


def _legend(spots: Sequence[Spot], ground: Ground, view: View) -> None:
    towns_words = "Not in the articles, for bearings"
    map_legend(spots, theme(), pin="Place, larger when more articles name it", town=towns_words)
    if view.summary.places > len(spots):
        hint(f"The map shows the {len(spots)} places most articles name; the table has all {view.summary.places:,}.")
    if away := outside(spots, ground.box):
        shown = [spot.name for spot in away[:12]]
        more = [f"{len(away) - 12} more"] if len(away) > 12 else []
        hint(f"At the edge of this view, or beyond it: {listing([*shown, *more])}.")
    if view.summary.unplaced:
        hint(f"{count(view.summary.unplaced, 'mention')} of places could not be put on the map; each article says why.")


def _table(view: View) -> None:
    found = view.collection.pins(view.only, **asked(SHEET))
    rows = [
        Row(
            row.key,
            (one_line(row.name or ""), country_name(row.country), KIND_WORDS.get(row.kind or "", ""),
             number(row.articles), number(row.mentions), iso(row.first_day), iso(row.last_day)),
            kind="places",
        )
        for row in found.rows
    ]  # fmt: skip
    names_table(SHEET, "place", rows, total=found.total, caption=f"{count(found.total, 'place')}.")
