"""Spots → a plotly map that needs no other host. No Streamlit."""

import html
from collections.abc import Collection, Sequence

import plotly.graph_objects as go

from components.formatting import times
from components.map.box import Box, turned
from components.map.layers import (
    Named,
    diameter,
    label_point,
    largest_here,
    named_countries,
    near_countries,
    sources,
)
from components.map.pins import Spot
from components.map.style import COLOURS, style
from components.palette import ACCENT, Theme, colour

HEIGHT = 480
AREA_TARGET = 26  # pixels around an area's name that can be chosen


def map_figure(
    spots: Sequence[Spot],
    box: Box,
    *,
    theme: Theme,
    neighbours: Sequence[Named] = (),
    selected: Collection[str] = (),
    streets: bool = False,
) -> go.Figure:
    """The map of one view. Pins carry their spot's id as customdata; those in ``selected`` get a ring.

    streets: with pictures from another host below the names, in light colours.
    """
    theme = "light" if streets else theme
    pins = [spot for spot in spots if spot.is_pin]
    green, look = colour("GPE", theme), COLOURS[theme]
    figure = go.Figure()
    figure.add_trace(_frame(box))
    figure.add_trace(_areas([spot for spot in spots if not spot.is_pin], box, green))
    figure.add_trace(_discs("ring", [s for s in pins if s.id in selected], ACCENT[theme], 9))
    figure.add_trace(_discs("rim", pins, look.halo, 3))
    figure.add_trace(_pins(pins, green))
    above = _on_others(pins, selected)
    figure.add_trace(_discs("ring-above", [s for s in above if s.id in selected], ACCENT[theme], 9))
    figure.add_trace(_discs("rim-above", above, look.halo, 3))
    figure.add_trace(_discs("pins-above", above, green, 0))
    figure.add_trace(_discs("core", [s for s in pins if not s.is_sure], look.halo, -5))
    background = style(
        theme,
        near=near_countries(spots, box),
        named=named_countries(spots),
        sources=sources(spots, box, neighbours),
        accent=green,
        streets=streets,
    )
    figure.update_layout(
        map={"style": background},
        height=HEIGHT,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        showlegend=False,
        dragmode="pan",
        uirevision=str(box),
        hoverlabel={"bgcolor": look.land, "bordercolor": green, "font": {"color": look.label, "size": 13}},
    )
    return figure


def hover(spot: Spot) -> str:
    """Name, mentions, confidence and reason; escaped, and wrapped for a narrow screen."""
    where = f", {spot.country}" if spot.country and spot.kind != "country" else ""
    lines = [
        f"<b>{html.escape(spot.name + where)}</b>",
        f"named {times(spot.count)}; {confidence_words(spot.confidence)}",
    ]
    return "<br>".join([*lines, *map(html.escape, _wrapped(spot.reason))])


def confidence_words(confidence: float) -> str:
    """Per cent, as a reader says it."""
    return f"{round(100 * confidence)} % sure"


def _wrapped(text: str, width: int = 44, lines: int = 4) -> list[str]:
    found: list[str] = []
    for word in text.split():
        if found and len(found[-1]) + len(word) < width:
            found[-1] += " " + word
        else:
            found.append(word[:width])
    return found[:lines] if len(found) <= lines else [*found[: lines - 1], found[lines - 1] + " …"]


def _frame(box: Box) -> go.Scattermap:
    """Unseen points round the view. Plotly fits the map to numbers; all other traces give their
    coordinates as strings, which it draws but does not fit to."""
    # Plotly takes the shortest way round the globe, so no gap may be wider than what lies outside the view.
    steps = [n / 40 for n in range(41)] if box.east - box.west > 100 else [0.0, 0.5, 1.0]
    lons = [box.west + (box.east - box.west) * step for step in steps]
    return go.Scattermap(
        name="frame",
        lon=[turned(lon) for lon in lons] * 2,
        lat=[box.south] * len(lons) + [box.north] * len(lons),
        mode="markers",
        marker={"size": 1, "opacity": 0},
        hoverinfo="skip",
    )


def _pins(pins: Sequence[Spot], fill: str) -> go.Scattermap:
    trace = _discs("pins", pins, fill, 0)
    trace.update(_choosable(pins), selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 0.45}})
    return trace


def _on_others(pins: Sequence[Spot], selected: Collection[str]) -> list[Spot]:
    """Pins that lie on a larger one, whose rims it would hide; beside a choice only the chosen, as others are faint."""
    largest = largest_here(pins)
    return [pin for pin in pins if pin.count < largest[pin.id] and (not selected or pin.id in selected)]


def _areas(areas: Sequence[Spot], box: Box, fill: str) -> go.Scattermap:
    """An unseen disc on each area's name, so that it can be chosen."""
    points = [label_point(spot, box) for spot in areas]
    return go.Scattermap(
        name="areas",
        lon=[str(lon) for lon, _ in points],
        lat=[str(lat) for _, lat in points],
        mode="markers",
        marker={"size": AREA_TARGET, "color": fill, "opacity": 0},
        selected={"marker": {"opacity": 0.25}},
        unselected={"marker": {"opacity": 0}},
        **_choosable(areas),
    )


def _choosable(spots: Sequence[Spot]) -> dict[str, object]:
    return {
        "customdata": [[spot.id] for spot in spots],
        "hovertext": [hover(spot) for spot in spots],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "hoverinfo": "text",
    }


def _discs(name: str, spots: Sequence[Spot], fill: str, grown: float) -> go.Scattermap:
    return go.Scattermap(
        name=name,
        lon=[str(spot.lon) for spot in spots],
        lat=[str(spot.lat) for spot in spots],
        mode="markers",
        marker={"size": [diameter(spot.count) + grown for spot in spots], "color": fill, "opacity": 1},
        hoverinfo="skip",
    )
