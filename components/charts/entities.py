"""The chart of who and what is named: how often (bars) and where in the article (ticks), side by side."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts.theme import DIMMED, chosen_style, dressed, heading, name_axis
from components.formatting import count, label, listing, shorten, times
from components.palette import INK, MUTED, Theme, kind_colour
from components.rows.article import EntityRow

ROW = 25  # pixels a bar
SHOWN = 25  # bars; the rest stand in the table


def entity_figure(rows: list[EntityRow], length: int, *, theme: Theme, chosen: Sequence[str] = ()) -> go.Figure:
    """One line an entity: a bar for its mentions, a tick for each place in the article."""
    rows = rows[:SHOWN]
    most = max((row.count for row in rows), default=1)
    return dressed(
        [_bars(rows, theme, chosen), _ticks(rows, theme, chosen)],
        theme,
        height=ROW * len(rows) + 60,
        margin={"t": 30},
        annotations=[heading(0, "Times named"), heading(0.48, "Where named")],
        xaxis={"domain": [0, 0.42], "range": [0, most * 1.18], "showgrid": False, "showticklabels": False},
        xaxis2={
            "anchor": "y",
            "domain": [0.48, 1],
            "range": [-0.01 * length, 1.01 * length],
            "tickvals": [0, length / 2, length],
            "ticktext": ["start", "middle", "end"],
        },
        yaxis=name_axis(
            {n: label(shorten(row.name)) for n, row in enumerate(rows)}, theme, ends=(len(rows) - 0.4, -0.6)
        ),
    )


def _bars(rows: list[EntityRow], theme: Theme, chosen: Sequence[str]) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=[row.count for row in rows],
        y=list(range(len(rows))),
        text=[f"{row.count:,}" for row in rows],
        textposition="outside",
        textfont={"color": INK[theme]},
        cliponaxis=False,
        marker={"color": [kind_colour(row.kind, theme) for row in rows]},
        customdata=[[row.id] for row in rows],
        hovertext=[entity_hover(row) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
        selectedpoints=[n for n, row in enumerate(rows) if row.id in chosen] if chosen else None,
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": DIMMED}, "textfont": {"color": MUTED[theme]}},
    )


def _ticks(rows: list[EntityRow], theme: Theme, chosen: Sequence[str]) -> go.Scatter:
    points = [(n, row, position) for n, row in enumerate(rows) for position in row.positions]
    return go.Scatter(
        mode="markers",
        x=[position for _, _, position in points],
        y=[n for n, _, _ in points],
        xaxis="x2",
        marker={
            "symbol": "line-ns",
            "size": 13,
            "color": [kind_colour(row.kind, theme) for _, row, _ in points],
            "line": {"width": 2, "color": [kind_colour(row.kind, theme) for _, row, _ in points]},
        },
        customdata=[[row.id] for _, row, _ in points],
        hovertext=[f"{label(shorten(row.name))}<br>at word {position + 1:,}" for _, row, position in points],
        hovertemplate="%{hovertext}<extra></extra>",
        selectedpoints=[i for i, (_, row, _) in enumerate(points) if row.id in chosen] if chosen else None,
        **chosen_style(),
    )


def entity_hover(row: EntityRow) -> str:
    """Full name, kind and how often, on three lines at most."""
    lines = [f"<b>{label(shorten(row.name, 60))}</b>", f"{row.kind.singular}, named {times(row.count)}"]
    if row.aliases:
        lines.append("also " + label(shorten(", ".join(row.aliases), 60)))
    return "<br>".join(lines)


def entity_alt(rows: list[EntityRow]) -> str:
    """The chart's message in words."""
    if not rows:
        return "No names to show."
    top = [f"{row.name} ({row.count})" for row in rows[:3]]
    return (
        f"Bar chart of {count(len(rows[:SHOWN]), 'name')} with the places in the article where each stands. "
        f"Most often named: {listing(top)}. The table below has the same facts."
    )
