"""The maps of the report as small SVG, in colours that follow the reader's light or dark theme. No Streamlit."""

import html
import re
from collections.abc import Sequence
from dataclasses import fields

from components.charts.svg import printable
from components.formatting import count, listing
from components.map.layers import Named, towns
from components.map.pins import SURE, Spot
from components.map.style import COLOURS
from components.map.svg import map_svg
from components.map.views import View, outside, views
from components.palette import colour
from components.report.html import both
from pipeline.gazetteer import Gazetteer

WIDE, NARROW = (860, 500), (360, 400)
NAMED_OUTSIDE = 12
_PATH = re.compile(r' d="([ML][^"]*)"')
_NUMBER = re.compile(r"-?(?<!\d)\d++\.\d|[ML Z]")


def maps(spots: Sequence[Spot], gazetteer: Gazetteer | None) -> str:
    """The best view; a second one if places lie outside it."""
    choices = views(spots)
    first = choices[0]
    figures = [_figure(spots, first, gazetteer)]
    if away := outside(spots, first.box):
        second = next((view for view in choices[1:] if len(outside(spots, view.box)) < len(away)), None)
        if second:
            figures.append(_figure(spots, second, gazetteer))
    return "".join(figures) + legend(spots)


def legend(spots: Sequence[Spot]) -> str:
    """The legend of the pins and areas that are drawn."""
    entries = []
    if any(spot.is_pin for spot in spots):
        entries.append(("pin", "Place, larger when named more often"))
    if any(spot.is_pin and not spot.is_sure for spot in spots):
        entries.append(("pin unsure", f"Less than {round(100 * SURE)} % sure"))
    if any(not spot.is_pin for spot in spots):
        entries.append(("area", "Country or region"))
    entries.append(("disputed", "Disputed border"))
    items = "".join(f'<li><i class="{css}"></i>{html.escape(words)}</li>' for css, words in entries)
    return f'<ul class="legend">{items}</ul>'


def _figure(spots: Sequence[Spot], view: View, gazetteer: Gazetteer | None) -> str:
    near = towns(view.box, spots, gazetteer)
    wide, narrow = (_map(spots, view, near, size) for size in (WIDE, NARROW))
    return both(wide, narrow, caption=_caption(spots, view))


def _caption(spots: Sequence[Spot], view: View) -> str:
    away = [spot.name for spot in outside(spots, view.box)]
    words = f"{view.name}: {count(len(spots) - len(away), 'place')} of {len(spots)}."
    if not away:
        return words
    more = len(away) - NAMED_OUTSIDE
    return f"{words} Outside this view: {listing([*away[:NAMED_OUTSIDE], *([f'{more} more'] if more > 0 else [])])}."


def _map(spots: Sequence[Spot], view: View, near: Sequence[Named], size: tuple[int, int]) -> str:
    drawn = map_svg(spots, view.box, theme="light", neighbours=near, width=size[0], height=size[1])
    drawn = _PATH.sub(lambda match: f' d="{_relative(match[1])}"', printable(drawn))
    for light, name in _names().items():
        drawn = drawn.replace(f'="{light}"', f'="var(--{name})"')
    return drawn


def map_colours() -> list[tuple[str, str, str]]:
    """(CSS variable, light colour, dark colour) for every colour of a map."""
    light, dark = COLOURS["light"], COLOURS["dark"]
    found = [(f"map-{f.name.replace('_', '-')}", getattr(light, f.name), getattr(dark, f.name)) for f in fields(light)]
    return [*found, ("map-places", colour("GPE", "light"), colour("GPE", "dark"))]


def _names() -> dict[str, str]:
    return {light: name for name, light, _ in map_colours()}


def _relative(path: str) -> str:
    """The same path with relative coordinates, which take half the digits; it may hold M, L and Z only."""
    parts, here, start, axis = [], [0, 0], [0, 0], 0
    for step in _NUMBER.findall(path):
        if step == "M":
            parts.append("m")
            axis = 0
        elif step == "Z":
            parts.append("z")
            here = list(start)
        elif step not in "L ":
            value = round(float(step) * 10)
            parts.append(_tenths(value - here[axis], first=parts[-1] in ("m", "z")))
            here[axis], axis = value, 1 - axis
            if axis == 0 and len(parts) > 1 and parts[-3] == "m":
                start = list(here)
    return "".join(parts)


def _tenths(value: int, *, first: bool) -> str:
    """Tenths as a number, ``-.7`` for -7; with a space before it where it would run into the number before."""
    whole, rest = divmod(abs(value), 10)
    digits = (str(whole) if whole or not rest else "") + (f".{rest}" if rest else "")
    return ("-" if value < 0 else "" if first else " ") + digits
