"""What every map on the page shares: its legend, the words for kinds of place, plotly's settings."""

import html
from collections.abc import Sequence

import streamlit as st

from components.elements.custom import part
from components.map.box import Box
from components.map.layers import label_point
from components.map.pins import SURE, Spot
from components.map.svg import legend_icon
from components.palette import Theme

CONFIG = {"displayModeBar": False, "scrollZoom": False}  # a wheel over the map scrolls the page; map_tools.js


KIND_WORDS = {
    "country": "Country",
    "region": "Region",
    "city": "Town",
    "area": "Area",
    "water": "Water",
    "landform": "Landform",
    "site": "Site",
}


def map_legend(found: Sequence[Spot], theme: Theme, *, pin: str, town: str) -> None:
    """What is drawn, and only that; pin, town: the words for a place and for a name that is there for bearings."""
    entries = [("pin", pin)]
    if any(spot.is_pin and not spot.is_sure for spot in found):
        entries.append(("unsure", f"Less than {round(100 * SURE)} % sure"))
    if any(not spot.is_pin for spot in found):
        entries.append(("area", "Country or region"))
    entries += [("town", town), ("disputed", "Disputed border")]
    items = "".join(f"<li>{legend_icon(icon, theme)}{html.escape(words)}</li>" for icon, words in entries)
    st.html(f'<ul class="dl-legend">{items}</ul>')


def map_tools(chart: str, box: Box, places: Sequence[Spot] = ()) -> None:
    """Buttons and scale of the movable map drawn before, and which places it does not show.

    chart: its widget key; box: the view to come back to; places: all that have a point or a name on it.
    """
    points = [(spot.name, *label_point(spot, box)) for spot in places]
    data = {"chart": chart, "box": [box.west, box.south, box.east, box.north], "places": points}
    part("map_tools")(key=f"{chart}-tools", data=data)
