"""One map of all articles: a pin for each place, sized by the number of articles that name it."""

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from components.collection.figure import collection_figure
from components.collection.names import chosen_key, names_table
from components.collection.view import View, chart_key, take_points
from components.elements.choosable import points_chart
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
from components.elements.notices import hint, theme
from components.elements.paged_table import Column, Row, Sheet, asked
from components.formatting import count, one_line, times
from components.map.borders import country_name
from components.map.figure import map_figure
from components.map.layers import Named, towns
from components.map.pins import Spot
from components.map.views import ORDER, outside, views
from components.map.views import View as Ground
from components.report.collection import ALL_DOUBTFUL, likely_spots
from components.rows.collection import iso, number
from components.rows.findings import of_places_over
from components.session.collection_state import Order
from components.session.state import page

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
    spots = likely_spots(rows)
    if not spots:
        hint(ALL_DOUBTFUL)
        _table(view)
        return
    ground, plain = _switches(views(spots))
    near = towns(ground.box, spots, view.found.gazetteer)
    collection_figure(
        view,
        "map",
        lambda: map_to_take(spots, ground.box, near),
        headline=of_places_over([(spot.name, spot.count) for spot in spots]),
        table="places",
        data=("GeoNames", "Natural Earth"),
    )
    if plain:
        plain_map(spots, ground.box, theme(), near, map_words(spots, ground), key="all-map-picture")
    else:
        _map(spots, ground, view, rows, near)
    map_legend(spots, theme(), pin="Place, larger when more articles name it", town="Not in the articles, for bearings")
    map_notes(spots, ground, plain=plain)
    _left_out(view, len(rows), len(rows) - len(spots))
    _table(view)


def _switches(choices: Sequence[Ground]) -> tuple[Ground, bool]:
    names = [ground.name for ground in choices]
    order = [name for name in ORDER if name in names]
    with st.container(horizontal=True, vertical_alignment="center", key="all-map-switches"):
        name = st.segmented_control("View", order, default=names[0], required=True, key=f"{_VIEW_KEY}-{len(order)}")
        if no_webgl := page().no_webgl:
            hint(NO_WEBGL)
        plain = no_webgl or st.toggle(
            "Plain picture, for print", key=_PLAIN_KEY, help="Also where the map stays empty."
        )
    return next((ground for ground in choices if ground.name == name), choices[0]), plain


def _map(
    spots: Sequence[Spot], ground: Ground, view: View, rows: "Sequence[ListedPlace]", near: Sequence[Named]
) -> None:
    figure = map_figure(spots, ground.box, theme=theme(), neighbours=near, selected=[chosen_key("place")])
    _count_articles(figure, {row.key: row for row in rows})
    key = chart_key("map", view)

    def draw() -> None:
        points_chart(
            figure, key=key, take=lambda: take_points(key, "place"), alt=map_words(spots, ground), config=CONFIG
        )

    movable_map(draw, key, spots, ground.box, theme())


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
    return f"<b>{name}</b><br>in {count(row.articles, 'article')}, named {times(row.mentions)}"


def map_words(spots: Sequence[Spot], ground: Ground) -> str:
    """A description of the map for screen readers."""
    away = outside(spots, ground.box)
    named = [f"{spot.name} ({spot.count})" for spot in spots if spot not in away][:12]
    return f"Map of the places, {ground.name.lower()}, with articles: {', '.join(named)}. A table follows."


def _left_out(view: View, looked_at: int, doubtful: int) -> None:
    """What has no pin: places beyond the most named, doubtful ones, and names that could not be placed."""
    if view.summary.places > looked_at:
        hint(f"The map shows the {looked_at} places most articles name; the table has all {view.summary.places:,}.")
    if doubtful:
        hint(f"{count(doubtful, 'place is', 'places are')} too doubtful for a pin and stand only in the table.")
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
