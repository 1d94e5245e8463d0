"""The most named as one SVG picture: how often, and where in the article. No Streamlit."""

from components.charts.entities import entity_alt
from components.charts.svg import WIDER, Look, fitted, line, rect, svg, text, width_of
from components.formatting import one_line
from components.rows.article import EntityRow

SHOWN = 15  # bars; the table has the rest
ROW, BAR = 24, 13  # pixels
NARROW = 560  # pixels; below, there is room for the bars alone
NAME_ROOM = 0.26


def bars(rows: list[EntityRow], length: int, look: Look, *, width: int) -> str:
    """A bar for each name, a tick for each time it stands in the article."""
    rows, narrow = rows[:SHOWN], width < NARROW
    names = min(max((width_of(row.name, 13) for row in rows), default=0), (0.42 if narrow else NAME_ROOM) * width)
    names *= WIDER
    left, ticks = names + 10, None if narrow else (0.56 * width, width - 8.0)
    right = (width if ticks is None else ticks[0] - 24) - 34
    bottom = 22 + ROW * len(rows)
    parts = [text(left, 12, "Times named", look.muted, size=12)]
    if ticks:
        parts += _scale(ticks, bottom, look)
    most = max((row.count for row in rows), default=1)
    for n, row in enumerate(rows):
        y, long = 22 + n * ROW, max((right - left) * row.count / max(most, 1), 2)
        colour = look.kind(row.kind)
        parts += [
            text(names, y + ROW / 2 + 4.5, fitted(row.name, names / WIDER, 13), look.ink, extra='text-anchor="end"'),
            rect(left, y + (ROW - BAR) / 2, long, BAR, colour),
            text(left + long + 5, y + ROW / 2 + 4.5, f"{row.count:,}", look.ink, size=12),
        ]
        if ticks:
            parts += _ticks(row, length, ticks, y, colour)
    height = bottom + (22 if ticks else 4)
    words = one_line(entity_alt(rows).replace("The table below has the same facts.", ""))
    return svg(parts, width=width, height=height, title="The most named", words=words)


def _scale(ticks: tuple[float, float], bottom: float, look: Look) -> list[str]:
    parts = [text(ticks[0], 12, "Where named", look.muted, size=12)]
    for share, words, anchor in ((0, "start", "start"), (0.5, "middle", "middle"), (1, "end", "end")):
        x = ticks[0] + share * (ticks[1] - ticks[0])
        at = f'text-anchor="{anchor}"'
        parts += [line(x, 20, x, bottom + 4, look.rule), text(x, bottom + 17, words, look.muted, size=12, extra=at)]
    return parts


def _ticks(row: EntityRow, length: int, ticks: tuple[float, float], y: float, colour: str) -> list[str]:
    spots = sorted({round(ticks[0] + position / length * (ticks[1] - ticks[0]), 1) for position in row.positions})
    path = "".join(f"M{x:g} {y + 5}v{ROW - 10}" for x in spots)
    return [f'<path d="{path}" stroke="{colour}" stroke-width="2"/>'] if path else []
