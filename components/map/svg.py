"""The map as one SVG picture: for the report, for print, and for browsers without WebGL. No Streamlit."""

import base64
import html
from collections.abc import Sequence

from components.map.box import Box
from components.map.ground import LEAST_STEP, Projection, ground, path_data
from components.map.inset import SHAPE, inset_box, inset_corner, inset_svg, pin_rooms
from components.map.label_layout import WIDE, Rect, Wish, Written, disc, write
from components.map.layers import (
    SEA_SIZE,
    Named,
    area_shapes,
    country_names,
    diameter,
    label_point,
    named_countries,
    scale_bar,
    sea_names,
)
from components.map.pins import Spot
from components.map.style import COLOURS, Colours
from components.palette import SANS, Theme, colour

SCALE_SIZE = 12  # of the words above the scale bar


def map_svg(
    spots: Sequence[Spot],
    box: Box,
    *,
    theme: Theme,
    neighbours: Sequence[Named] = (),
    width: int = 900,
    height: int = 560,
    step: float = LEAST_STEP,
    inset: int = 0,
) -> str:
    """An ``svg`` element that needs nothing else; article text in it is escaped.

    step: pixels; a larger one draws coarser coasts in fewer bytes. inset: pixels of a small map in a corner that shows
    the far places, where there are any and a corner has no pin; 0 for none.
    """
    projection = Projection(box, width, height)
    look, green = COLOURS[theme], colour("GPE", theme)
    names = ", ".join(f"{spot.name} ({spot.count})" for spot in spots)
    wanted = inset and inset_box(spots, box)
    corner = inset_corner(pin_rooms(spots, projection), (width, height), inset) if wanted else None
    kept = [Rect(*corner, corner[0] + inset, corner[1] + inset * SHAPE)] if corner else []
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'style="width:100%;height:auto;max-width:{width}px" font-family="{SANS}">',
        f"<title>Map of the places</title><desc>Places and mentions: {html.escape(names)}</desc>",
        f'<rect width="{width}" height="{height}" fill="{look.sea}"/>',
        *_ground(projection, look, named_countries(spots), step),
        *_regions(spots, projection, green),
        *_scale(projection, look),
        *_pins(spots, projection, green, look.halo),
        *_names(spots, neighbours, projection, look, green, kept),
        inset_svg(spots, box, theme=theme, width=inset, at=corner) if corner else "",
        "</svg>",
    ]
    return "".join(parts)


def legend_icon(kind: str, theme: Theme) -> str:
    """A small picture for the legend, drawn as on the map."""
    look, green = COLOURS[theme], colour("GPE", theme)
    shapes = {
        "pin": f'<circle cx="8" cy="8" r="6" fill="{green}"/>',
        "unsure": f'<circle cx="8" cy="8" r="6" fill="{green}"/><circle cx="8" cy="8" r="3" fill="{look.halo}"/>',
        "area": f'<rect x="1" y="3" width="14" height="10" fill="{green}" fill-opacity="0.2" stroke="{green}"/>',
        "town": f'<circle cx="8" cy="8" r="2.5" fill="{look.town}"/>',
        "disputed": f'<path d="M0 8H16" stroke="{look.border}" stroke-width="2" stroke-dasharray="4 3"/>',
    }
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">{shapes[kind]}</svg>'
    return f'<img alt="" width="16" height="16" src="{data_uri(svg)}">'


def data_uri(svg: str) -> str:
    """The picture as an address: the page's HTML lets no svg element through."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def _ground(projection: Projection, look: Colours, named: Sequence[str], step: float) -> list[str]:
    paths = ground(projection, step=step)
    land = {key: data for key, data in paths.items() if key.startswith("land-")}
    tinted = {f"land-{iso}" for iso in named}
    plain = "".join(data for key, data in land.items() if key not in tinted)
    tint = "".join(data for key, data in land.items() if key in tinted)
    line = f'fill="none" stroke="{look.border}" stroke-linejoin="round"'
    found = [
        f'<path d="{plain}" fill="{look.land}" fill-rule="evenodd"/>',
        f'<path d="{tint}" fill="{look.named_land}" fill-rule="evenodd"/>',
        f'<path d="{paths.get("lake", "")}" fill="{look.sea}" fill-rule="evenodd"/>',
        f'<path d="{paths.get("region", "")}" fill="none" stroke="{look.region_line}" stroke-width="0.8"/>',
        f'<path d="{paths.get("border", "")}" {line} stroke-width="1.2"/>',
        f'<path d="{paths.get("disputed", "")}" {line} stroke-width="1.2" stroke-dasharray="5 4"/>',
    ]
    return [path for path in found if 'd=""' not in path]


def _regions(spots: Sequence[Spot], projection: Projection, green: str) -> list[str]:
    shapes = [shape["geometry"]["coordinates"] for spot in spots if not spot.is_pin for shape in area_shapes(spot)]
    data = ["".join(path_data(shape, projection, line=False)) for shape in shapes]
    look = f'fill="{green}" fill-opacity="0.2" stroke="{green}" stroke-opacity="0.7" fill-rule="evenodd"'
    return [f'<path d="{path}" {look}/>' for path in data if path]


def _scale(projection: Projection, look: Colours) -> list[str]:
    bar = scale_bar(projection.box())
    if bar is None:
        return []
    points = _bar(bar[1], projection)
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[1]
    words = f'font-size="{SCALE_SIZE}" fill="{look.label}" {_halo(look.halo)}'
    return [
        f'<polyline points="{line}" fill="none" stroke="{look.label}" stroke-width="2"/>',
        f'<text x="{x + 5:.1f}" y="{y - 6:.1f}" {words}>{bar[0]}</text>',
    ]


def _bar(line: Sequence[Sequence[float]], projection: Projection) -> list[tuple[float, float]]:
    return [projection.pixel(lon, lat, turn=False) for lon, lat in line]


def _scale_room(projection: Projection) -> list[Rect]:
    """Where no name may be written: the bar and the words above it."""
    bar = scale_bar(projection.box())
    if bar is None:
        return []
    _, (x, y), (end, _), _ = _bar(bar[1], projection)
    return [Rect(x - 3, y - 6 - SCALE_SIZE, max(end, x + 5 + WIDE * SCALE_SIZE * len(bar[0])) + 3, y + 4)]


def _pins(spots: Sequence[Spot], projection: Projection, green: str, rim: str) -> list[str]:
    found = []
    for spot in (spot for spot in spots if spot.is_pin):
        x, y = projection.pixel(spot.lon, spot.lat)
        radius = diameter(spot.count) / 2
        at = f'cx="{x:.1f}" cy="{y:.1f}"'
        found.append(f'<circle {at} r="{radius:.1f}" fill="{green}" stroke="{rim}" stroke-width="1.5"/>')
        if not spot.is_sure:
            found.append(f'<circle {at} r="{max(2.0, radius - 2.5):.1f}" fill="{rim}"/>')
    return found


def _names(
    spots: Sequence[Spot],
    neighbours: Sequence[Named],
    projection: Projection,
    look: Colours,
    green: str,
    kept: Sequence[Rect] = (),
) -> list[str]:
    """All names in one competition for room: pins first, then areas, seas, countries, towns. kept: where none goes."""
    shown, named = projection.box(), named_countries(spots)
    pins, areas = [s for s in spots if s.is_pin], [s for s in spots if not s.is_pin]
    wishes = [_wish("pin", s.name, (s.lon, s.lat), 14, projection, radius=diameter(s.count) / 2) for s in pins]
    wishes += [_wish("area", s.name, label_point(s, shown), 13.5, projection, centred=True) for s in areas]
    wishes += [_wish("sea", s.name, (s.lon, s.lat), SEA_SIZE[s.size], projection, fixed=True) for s in sea_names(shown)]
    wishes += [
        _wish("country", name.upper(), point, 11.5, projection, fixed=True, spacing=0.16)
        for iso, name, point, _ in sorted(country_names(shown), key=lambda row: -row[3])
        if iso not in named
    ]
    wishes += [_wish("town", name, (lon, lat), 11, projection, radius=2) for name, lon, lat in neighbours]
    taken = [disc(w.x, w.y, w.radius) for w in wishes if w.key == "pin"] + _scale_room(projection) + list(kept)
    looks = {
        "pin": f'fill="{look.label}" font-weight="600" {_halo(look.halo)}',
        "area": f'fill="{green}" font-weight="600" {_halo(look.halo)}',
        "sea": f'fill="{look.sea_name}" font-style="italic"',
        "country": f'fill="{look.country}" letter-spacing="0.16em" {_halo(look.land)}',
        "town": f'fill="{look.town}" {_halo(look.land)}',
    }
    return [_text(name, looks[name.wish.key]) for name in write(wishes, taken=taken, frame=projection.frame)]


def _wish(
    key: str,
    text: str,
    where: tuple[float, float],
    size: float,
    projection: Projection,
    *,
    radius: float = 0.0,
    centred: bool = False,
    fixed: bool = False,
    spacing: float = 0.0,
) -> Wish:
    x, y = projection.pixel(*where)
    return Wish(key, text, x, y, size, radius, centred, fixed, spacing)


def _text(name: Written, look: str) -> str:
    wish = name.wish
    text = f'<text x="{name.x:.1f}" y="{name.y:.1f}" font-size="{wish.size}" {look}>{html.escape(wish.text)}</text>'
    if wish.key != "town":
        return text
    return f'<circle cx="{wish.x:.1f}" cy="{wish.y:.1f}" r="1.8" {look}/>' + text


def _halo(colour: str) -> str:
    return f'stroke="{colour}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
