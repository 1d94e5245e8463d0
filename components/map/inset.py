"""Where the far places are that a view leaves out: a small map with the view as a frame in it. No Streamlit."""

import html
from collections.abc import Sequence

from components.map.borders import countries
from components.map.box import Box, LonLat, box_around
from components.map.ground import Pixel, Projection, ground
from components.map.label_layout import WIDE, Rect, Wish, disc, write
from components.map.layers import diameter, label_point, named_countries
from components.map.pins import Spot
from components.map.style import COLOURS, Colours
from components.map.views import outside
from components.palette import SANS, Theme, colour

SHAPE = 0.64  # height for its width
WIDEST_KM = 6000  # of a view; a wider one is a picture of the world already
FAR = 3.0  # times wider than the view: what lies nearer needs no map of its own
MOST = 24  # far places
DOT, TEXT = 3.2, 10.5  # pixels: radius, type
PIN_TEXT = 14  # pixels: type of a pin's name
CLEAR = 6.0  # pixels between a pin and the small map
LEAST_FRAME = 7.0  # pixels; a smaller frame could not be seen
COARSE = 2.0  # pixels between two points of a coast


def far_spots(spots: Sequence[Spot], box: Box) -> list[Spot]:
    """What a view leaves out, the most named first."""
    return sorted(outside(spots, box), key=lambda spot: (-spot.count, spot.name))[:MOST]


def inset_box(spots: Sequence[Spot], box: Box) -> Box | None:
    """The ground of the small map; None where nothing lies far off, or the view is a picture of the world."""
    away = far_spots(spots, box)
    if not away or box.span_km > WIDEST_KM:
        return None
    found = box_around([*map(_point, away), box.centre], least_km=FAR * box.span_km).grown(0.22, 0.2)
    return found if found.span_km > FAR * box.span_km else None


def inset_svg(spots: Sequence[Spot], box: Box, *, theme: Theme, width: int, at: Pixel | None = None) -> str:
    """The small map as an ``svg`` element, empty where none is needed.

    box: of the view that is shown; at: the left upper corner in a larger picture, None for a picture of its own.
    """
    where = inset_box(spots, box)
    if where is None:
        return ""
    height = round(width * SHAPE)
    projection = Projection(where, width, height)
    look, green = COLOURS[theme], colour("GPE", theme)
    away = far_spots(spots, box)
    frame = _frame(box, projection)
    place = f'x="{at[0]:.0f}" y="{at[1]:.0f}" width="{width}" height="{height}"' if at else ""
    names = html.escape(", ".join(spot.name for spot in away))
    land = "".join(data for key, data in ground(projection, step=COARSE).items() if key.startswith("land-"))
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="inset" viewBox="0 0 {width} {height}" {place} '
            f'font-family="{SANS}"><title>Far from here: {names}</title>',
            f'<rect width="{width}" height="{height}" fill="{look.sea}"/>',
            f'<path d="{land}" fill="{look.land}" fill-rule="evenodd"/>' if land else "",
            _countries(away, projection, look),
            f'<rect x="{frame.left:.1f}" y="{frame.top:.1f}" width="{frame.right - frame.left:.1f}" '
            f'height="{frame.bottom - frame.top:.1f}" fill="none" stroke="{look.label}" stroke-width="1.4"/>',
            *_dots(away, projection, green, look.halo),
            *_names(away, where, projection, frame, look),
            f'<rect x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" fill="none" stroke="{look.border}"/>',
            "</svg>",
        ]
    )


def pin_rooms(spots: Sequence[Spot], projection: Projection) -> list[Rect]:
    """The room of each pin, with some to its right for its name."""
    found = []
    for spot in (spot for spot in spots if spot.is_pin):
        own = disc(*projection.pixel(spot.lon, spot.lat), diameter(spot.count) / 2 + CLEAR)
        found.append(Rect(own.left, own.top, own.right + WIDE * PIN_TEXT * len(spot.name), own.bottom))
    return found


def area_rooms(spots: Sequence[Spot], box: Box, projection: Projection) -> list[Rect]:
    """The room of each area's name in a view."""
    found = []
    for spot in (spot for spot in spots if not spot.is_pin):
        x, y = projection.pixel(*label_point(spot, box))
        wide = WIDE * PIN_TEXT * len(spot.name) / 2
        found.append(Rect(x - wide, y - PIN_TEXT, x + wide, y + PIN_TEXT))
    return found


def inset_corner(taken: Sequence[Rect], size: tuple[int, int], inset: int) -> Pixel | None:
    """Where the small map covers no pin of the large one: right below, right above, left above; None for nowhere."""
    return next(iter(free_corners(taken, size, inset).values()), None)


def free_corners(taken: Sequence[Rect], size: tuple[int, int], inset: int) -> dict[str, Pixel]:
    """The corners in which the small map covers nothing, the best first: name → its left upper corner."""
    width, height, room = *size, 8
    high = round(inset * SHAPE)
    right, below = width - inset - room, height - high - room
    corners = {"right-bottom": (right, below), "right-top": (right, room), "left-top": (room, room)}
    return {
        name: (x, y)
        for name, (x, y) in corners.items()
        if not any(Rect(x, y, x + inset, y + high).meets(one) for one in taken)
    }


def _countries(away: Sequence[Spot], projection: Projection, look: Colours) -> str:
    named = {f"land-{iso}" for iso in named_countries(away)}
    data = "".join(path for key, path in ground(projection, step=COARSE).items() if key in named)
    return f'<path d="{data}" fill="{look.named_land}" fill-rule="evenodd"/>' if data else ""


def _frame(box: Box, projection: Projection) -> Rect:
    """The view as it stands on the small map."""
    left, top = projection.pixel(box.west, box.north, turn=False)
    right, bottom = projection.pixel(box.east, box.south, turn=False)
    turn = projection.pixel(*box.centre)[0] - (left + right) / 2  # the copy of the world that is drawn
    wide, high = max(0.0, LEAST_FRAME - (right - left)) / 2, max(0.0, LEAST_FRAME - (bottom - top)) / 2
    return Rect(left + turn - wide, top - high, right + turn + wide, bottom + high)


def _point(spot: Spot) -> LonLat:
    if spot.kind == "country" and spot.country in countries():
        return countries()[str(spot.country)].label
    return spot.lon, spot.lat


def _dots(away: Sequence[Spot], projection: Projection, green: str, rim: str) -> list[str]:
    points = [projection.pixel(spot.lon, spot.lat) for spot in away if spot.is_pin]
    return [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{DOT}" fill="{green}" stroke="{rim}"/>' for x, y in points]


def _names(away: Sequence[Spot], where: Box, projection: Projection, frame: Rect, look: Colours) -> list[str]:
    wishes = []
    for spot in away:
        x, y = projection.pixel(*(_point(spot) if not spot.is_pin else label_point(spot, where)))
        wishes.append(Wish("far", spot.name, x, y, TEXT, DOT if spot.is_pin else 0.0, centred=not spot.is_pin))
    taken = [frame, *(disc(wish.x, wish.y, DOT) for wish in wishes if wish.radius)]
    style = f'fill="{look.label}" stroke="{look.halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
    return [
        f'<text x="{name.x:.1f}" y="{name.y:.1f}" font-size="{TEXT}" {style}>{html.escape(name.wish.text)}</text>'
        for name in write(wishes, taken=taken, frame=projection.frame)
    ]
