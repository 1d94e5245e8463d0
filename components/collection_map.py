"""One map of all articles: a pin for each place, as large as there are articles that name it."""

import html
from collections.abc import Sequence
from typing import Any

import streamlit as st

from components.collection_rows import iso, number, records
from components.collection_state import Order, here, take_chip
from components.collection_table import PAGE, Column, Row, Sheet, order_now, show_table
from components.collection_view import View, chart_key, take_points
from components.geo_spots import SURE, Spot
from components.map_figure import map_figure
from components.map_panel import CONFIG, KIND_WORDS
from components.map_sources import towns
from components.map_svg import data_uri, legend_icon, map_svg
from components.map_views import View as Ground
from components.map_views import outside, views
from components.notices import hint, theme
from components.report_collection_parts import country_name, spot_of
from components.words import count, listing, one_line

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
    """Where the articles are."""
    if not view.summary.places:
        hint("These articles name no place that could be put on a map.")
        return
    rows = records(view.collection.pins(view.only, order="articles", limit=DRAWN))
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
    order = [name for name in ("Main area", "All places", "World") if name in names]
    with st.container(horizontal=True, vertical_alignment="center", key="all-map-switches"):
        name = st.segmented_control("View", order, default=names[0], required=True, key=f"{_VIEW_KEY}-{len(order)}")
        plain = st.toggle("Plain picture, for print", key=_PLAIN_KEY, help="Also where the map stays empty.")
    return next((ground for ground in choices if ground.name == name), choices[0]), plain


def _map(spots: Sequence[Spot], ground: Ground, view: View, rows: Sequence[dict[str, Any]]) -> None:
    chosen = here().chips.get("place", ("", ""))[0]
    figure = map_figure(
        spots, ground.box, theme=theme(), neighbours=towns(ground.box, spots, view.found.gazetteer), selected=chosen
    )
    _told(figure, {row["key"]: row for row in rows})
    key = chart_key("map", view)
    st.plotly_chart(
        figure,
        key=key,
        theme=None,
        config=CONFIG,
        on_select=lambda: take_points(key, "place"),
        selection_mode="points",
        alt=map_words(spots, ground),
    )


def _told(figure: Any, rows: dict[str, dict[str, Any]]) -> None:
    """Say in articles what the map of one article says in mentions."""
    for trace in figure.data:
        if trace.customdata is not None:
            keys = [point[0] for point in trace.customdata]
            trace.customdata = [[key, one_line(rows[key]["name"] or "")] for key in keys]
            trace.hovertext = [_hover(rows[key]) for key in keys]


def _hover(row: dict[str, Any]) -> str:
    where = f", {row['country']}" if row["country"] and row["kind"] != "country" else ""
    name = html.escape(one_line(row["name"] or "") + where, quote=False)
    return f"<b>{name}</b><br>in {count(row['articles'], 'article')}, named {count(row['mentions'], 'time')}"


def _picture(spots: Sequence[Spot], ground: Ground, view: View) -> None:
    near = towns(ground.box, spots, view.found.gazetteer)
    svg = map_svg(spots, ground.box, theme=theme(), neighbours=near, width=960, height=560)
    words = html.escape(map_words(spots, ground))
    st.html(f'<img class="map-plain" style="width:100%" alt="{words}" src="{data_uri(svg)}">')


def map_words(spots: Sequence[Spot], ground: Ground) -> str:
    """The map in words."""
    away = outside(spots, ground.box)
    named = [f"{spot.name} ({spot.count})" for spot in spots if spot not in away][:12]
    return f"Map of the places, {ground.name.lower()}, with articles: {', '.join(named)}. A table follows."


def _legend(spots: Sequence[Spot], ground: Ground, view: View) -> None:
    entries = [("pin", "Place, larger when more articles name it")]
    if any(spot.is_pin and not spot.is_sure for spot in spots):
        entries.append(("unsure", f"Less than {round(100 * SURE)} % sure"))
    if any(not spot.is_pin for spot in spots):
        entries.append(("area", "Country or region"))
    entries += [("town", "Not in the articles, for bearings"), ("disputed", "Disputed border")]
    items = "".join(f"<li>{legend_icon(icon, theme())}{html.escape(words)}</li>" for icon, words in entries)
    st.html(f'<ul class="dl-legend">{items}</ul>')
    if view.summary.places > len(spots):
        hint(f"The map shows the {len(spots)} places most articles name; the table has all {view.summary.places:,}.")
    if away := outside(spots, ground.box):
        shown = [spot.name for spot in away[:12]]
        more = [f"{len(away) - 12} more"] if len(away) > 12 else []
        hint(f"Outside this view: {listing([*shown, *more])}.")
    if view.summary.unplaced:
        hint(f"{count(view.summary.unplaced, 'mention')} of places could not be put on the map; each article says why.")


def _table(view: View) -> None:
    order = order_now(SHEET)
    frame = view.collection.pins(
        view.only, order=order.by, descending=order.descending, limit=PAGE, offset=(order.page - 1) * PAGE
    )
    found = records(frame)
    rows = [
        Row(
            row["key"],
            (one_line(row["name"] or ""), country_name(row["country"]), KIND_WORDS.get(row["kind"], ""),
             number(row["articles"]), number(row["mentions"]), iso(row["first_day"]), iso(row["last_day"])),
            kind="places",
        )
        for row in found
    ]  # fmt: skip
    names = {row.id: row.cells[0] for row in rows}
    total = frame.attrs["total"]
    show_table(
        SHEET,
        rows,
        total=total,
        caption=f"{count(total, 'place')}.",
        act=lambda _, key: take_chip("place", key, names.get(key, "")),
        chosen=here().chips.get("place", ("", ""))[0],
    )
