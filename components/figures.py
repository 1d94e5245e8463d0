"""What all figures share: paper, ink, fonts, margins. Pure functions, theme as an argument; no Streamlit."""

from typing import Any

import plotly.graph_objects as go

from components.palette import ACCENT, INK, MUTED, PAPER, RAISED, RULE, Theme

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', sans-serif"
CONFIG: dict[str, Any] = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
DIMMED = 0.28


def dressed(figure: go.Figure, theme: Theme, *, height: int) -> go.Figure:
    """The figure in the theme's paper and ink, with nothing to zoom or drag."""
    figure.update_layout(
        height=height,
        margin={"l": 4, "r": 18, "t": 8, "b": 30},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": FONT, "size": 13, "color": INK[theme]},
        hoverlabel={
            "bgcolor": RAISED[theme],
            "bordercolor": RULE[theme],
            "font": {"family": FONT, "size": 13, "color": INK[theme]},
            "align": "left",
        },
        dragmode=False,
        clickmode="event+select",
        showlegend=False,
        bargap=0.3,
        uirevision="fixed",
    )
    axis = {
        "fixedrange": True,
        "zeroline": False,
        "showline": False,
        "gridcolor": RULE[theme],
        "tickfont": {"size": 12, "color": MUTED[theme]},
        "title_font": {"size": 12, "color": MUTED[theme]},
    }
    figure.update_xaxes(**axis)
    figure.update_yaxes(**axis)
    return figure


def chosen_style(theme: Theme) -> dict[str, Any]:
    """How chosen and unchosen bars look; the same whether plotly or we do the choosing."""
    return {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": DIMMED}}}


def outline(theme: Theme) -> dict[str, Any]:
    """A hairline of paper between bars that touch."""
    return {"color": PAPER[theme], "width": 1}


def accent(theme: Theme) -> str:
    """The one accent colour."""
    return ACCENT[theme]
