"""What all figures share: paper, ink, fonts, margins. Pure functions, theme as an argument; no Streamlit."""

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from components.palette import ACCENT, INK, MUTED, PAPER, RAISED, RULE, SANS, Theme

CONFIG: dict[str, Any] = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
DIMMED = 0.28


def dressed(traces: Sequence[Any], theme: Theme, *, height: int, **layout: Any) -> go.Figure:
    """A figure in the theme's paper and ink, with nothing to zoom or drag; layout: what is its own.

    All is said at once: each update of a finished figure costs plotly as much as making it.
    """
    axes = [name for name in ("xaxis", "yaxis", *layout) if name[1:5] == "axis"]
    look = {**_look(theme), **{name: _axis(theme) for name in axes}, "height": height}
    return go.Figure(traces, _joined(look, layout))


def _joined(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Both, group by group; where both speak of the same thing, the second."""
    both = base.keys() & own.keys()
    return {**base, **own, **{k: _joined(base[k], own[k]) for k in both if isinstance(base[k], Mapping)}}


def _look(theme: Theme) -> dict[str, Any]:
    return {
        "margin": {"l": 4, "r": 18, "t": 8, "b": 30},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": SANS, "size": 13, "color": INK[theme]},
        "hoverlabel": {
            "bgcolor": RAISED[theme],
            "bordercolor": RULE[theme],
            "font": {"family": SANS, "size": 13, "color": INK[theme]},
            "align": "left",
        },
        "dragmode": False,
        "clickmode": "event+select",
        "showlegend": False,
        "bargap": 0.3,
        "uirevision": "fixed",
    }


def _axis(theme: Theme) -> dict[str, Any]:
    return {
        "fixedrange": True,
        "zeroline": False,
        "showline": False,
        "gridcolor": RULE[theme],
        "tickfont": {"size": 12, "color": MUTED[theme]},
        "title": {"font": {"size": 12, "color": MUTED[theme]}},
    }


def name_axis(names: Mapping[float, str], theme: Theme, *, ends: tuple[float, float]) -> dict[str, Any]:
    """The axis of bars or lanes under one another, each with its name beside it; names: by their place on it."""
    return {
        "automargin": True,
        "showgrid": False,
        "tickvals": list(names),
        "ticktext": [f"{name}  " for name in names.values()],
        "tickfont": {"size": 13, "color": INK[theme]},
        "range": list(ends),
    }


def heading(x: float, text: str) -> dict[str, Any]:
    """Words above a part of a chart; x: where it begins, as a share of the width."""
    where = {"x": x, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    return {**where, "yshift": 8, "text": text, "showarrow": False}


def chosen_style() -> dict[str, Any]:
    """How chosen and unchosen bars look; the same whether plotly or we do the choosing."""
    return {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": DIMMED}}}


def outline(theme: Theme) -> dict[str, Any]:
    """A hairline of paper between bars that touch."""
    return {"color": PAPER[theme], "width": 1}


def accent(theme: Theme) -> str:
    """The one accent colour."""
    return ACCENT[theme]
