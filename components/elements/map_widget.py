"""What every map on the page shares: the small map in its corner, tools, legend, pictures, words for kinds of place."""

import html
from collections.abc import Callable, Sequence

import streamlit as st

from components.elements.custom import part, picture
from components.elements.notices import hint
from components.formatting import count, listing
from components.map.box import Box
from components.map.ground import Projection
from components.map.inset import area_rooms, far_spots, free_corners, inset_svg, pin_rooms
from components.map.layers import Named, label_point
from components.map.pins import SURE, Spot
from components.map.svg import legend_icon, map_svg
from components.map.views import View, outside
from components.palette import Theme

CONFIG = {"displayModeBar": False, "scrollZoom": False}  # a wheel over the map scrolls the page; map_tools.js
PICTURE, PLAIN = (1120, 630), (960, 560)  # pixels of the map as a picture: taken away, and in place of the movable one
WIDTHS = (900, 480), (660, 480), (1220, 480)  # pixels of a movable map: beside the evidence, on a tablet, alone
WHOLE = 120  # degrees of longitude; a map of so much is drawn as high as the world is
INSET = 240  # pixels of the small map of far places
COARSE_KM = 200  # a nearer view shows that our outlines are simplified
NAMED_OUTSIDE = 12  # places outside a picture
NO_WEBGL = "This browser cannot draw the movable map (WebGL is off), so the map is a picture."

KIND_WORDS = {
    "country": "Country",
    "region": "Region",
    "city": "Town",
    "area": "Area",
    "water": "Water",
    "landform": "Landform",
    "site": "Site",
}


def movable_map(draw: Callable[[], None], chart: str, found: Sequence[Spot], box: Box, theme: Theme) -> None:
    """What ``draw`` draws, with the far places in a corner of it, and its tools. chart: its widget key."""
    with st.container(key="map-frame-whole" if box.east - box.west > WHOLE else "map-frame"):
        draw()
        _far_places(found, box, theme)
    _map_tools(chart, box, found)


def plain_map(
    found: Sequence[Spot], box: Box, theme: Theme, neighbours: Sequence[Named], words: str, *, key: str
) -> None:
    """The map as a picture; words: for who cannot see it."""
    svg = map_svg(found, box, theme=theme, neighbours=neighbours, width=PLAIN[0], height=PLAIN[1], inset=INSET)
    picture({PLAIN[0]: svg}, words, key=key)


def map_to_take(found: Sequence[Spot], box: Box, neighbours: Sequence[Named]) -> str:
    """The same on light paper, in the shape of a slide."""
    return map_svg(found, box, theme="light", neighbours=neighbours, width=PICTURE[0], height=PICTURE[1], inset=INSET)


def _far_places(found: Sequence[Spot], box: Box, theme: Theme) -> None:
    """On a small map, in a corner without pins; below the map where there is none."""
    small = inset_svg(found, box, theme=theme, width=INSET)
    if not small:
        return
    side = _corner(found, box)
    away = [spot.name for spot in far_spots(found, box)]
    words = f"Small map of {count(len(away), 'place')} far from here: {', '.join(away)}."
    picture({INSET: small}, words, key=f"map-inset-{side}")


def _corner(found: Sequence[Spot], box: Box) -> str:
    """A corner that is free of pins in a map of usual width; rather one free of names too, whatever the width."""
    free = [_free(found, box, size, names=True) for size in WIDTHS]
    best = [side for side in free[0] if all(side in one for one in free)]
    return next(iter([*best, *free[0], *_free(found, box, WIDTHS[0], names=False)]), "below")


def _free(found: Sequence[Spot], box: Box, size: tuple[int, int], *, names: bool) -> list[str]:
    projection = Projection(box, *size)
    areas = area_rooms(found, box, projection) if names else []
    return list(free_corners([*pin_rooms(found, projection), *areas], size, INSET))


def map_notes(found: Sequence[Spot], view: View, *, plain: bool) -> None:
    """What the map does not show as it is; a movable one says itself which places are outside."""
    if view.box.span_km < COARSE_KM:
        hint("Coasts and borders are simplified: at this scale they may lie some kilometres off.")
    away = [spot.name for spot in outside(found, view.box)] if plain else []
    if away:
        more = [f"{len(away) - NAMED_OUTSIDE} more"] if len(away) > NAMED_OUTSIDE else []
        hint(f"At the edge of this view, or beyond it: {listing([*away[:NAMED_OUTSIDE], *more])}.")


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


def _map_tools(chart: str, box: Box, places: Sequence[Spot]) -> None:
    """Buttons and scale of the movable map drawn before, and which places it does not show.

    chart: its widget key; box: the view to come back to; places: all that have a point or a name on it.
    """
    points = [(spot.name, *label_point(spot, box)) for spot in places]
    data = {"chart": chart, "box": [box.west, box.south, box.east, box.north], "places": points}
    part("map_tools")(key=f"{chart}-tools", data=data)
