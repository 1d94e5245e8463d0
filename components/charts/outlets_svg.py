"""Who is quoted where as a picture: the darker a cell, the larger the speaker's share of the outlet. No Streamlit."""

from components.charts.svg import Look, fitted, line, rect, svg, text, width_of
from components.formatting import percent
from components.rows.outlets import OutletTable

ROW, HEAD = 24, 40  # pixels
SHOWN = 20
DARKEST = 0.75  # opacity of a cell, for a speaker with all the words of an outlet
_END = 'text-anchor="end"'


def outlet_grid(table: OutletTable, look: Look, *, width: int) -> str:
    """The first rows of the table."""
    rows, outlets = table.speakers[:SHOWN], list(table.whole)
    names = min(max(width_of(row.name, 13) for row in rows) + 12, 0.3 * width)
    room = (width - names) / len(outlets)
    ends = {outlet: names + room * (n + 1) for n, outlet in enumerate(outlets)}
    bottom = HEAD + ROW * len(rows)
    parts = [line(0, HEAD, width, HEAD, look.ink)]
    for outlet, end in ends.items():
        parts.append(text(end - 8, 15, fitted(outlet, room - 12, 12), look.muted, size=12, extra=_END))
        parts.append(text(end - 8, 31, f"{table.whole[outlet]:,} words", look.muted, size=12, extra=_END))
    for n, row in enumerate(rows):
        top = HEAD + n * ROW
        parts.append(text(0, top + 16.5, fitted(row.name, names - 8, 13), look.ink))
        for outlet, (words, _) in row.cells.items():
            share, end = table.share(words, outlet), ends[outlet]
            dark = f'fill-opacity="{DARKEST * share:.2f}"'
            parts.append(rect(end - room + 1, top + 1, room - 2, ROW - 2, look.quotes["indirect"], extra=dark))
            parts.append(text(end - 8, top + 16.5, f"{words:,} · {percent(share)}", look.ink, size=12, extra=_END))
        parts.append(line(0, top + ROW, width, top + ROW, look.rule))
    return svg(parts, width=width, height=bottom + 2, title="Who is quoted where", words=table.finding)
