"""Charts over many articles: names by how often and from when to when; quotes by calendar and speaker. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from components.charts.theme import dressed, heading, name_axis
from components.formatting import count, day, label, listing, shorten
from components.palette import ACCENT, INK, MUTED, QUOTE_FILL, Theme
from components.rows.collection import OTHERS, UNNAMED, DayCount

BAR, LANE = 25, 44  # pixels
SHOWN = 25
MONTHS = 6  # ticks of a calendar, at most: more would overprint on a narrow page
_DAYS = {"day": 1, "week": 7, "month": 28, "year": 360}  # width of a bar, a little less than the step
_MILLISECONDS = 86_400_000


@dataclass(frozen=True, slots=True)
class NameBar:
    """One name: its number, the words beside the bar, and the days between which it occurs."""

    key: str
    name: str
    value: float
    words: str
    colour: str
    first: date | None
    last: date | None
    hover: str


def names_figure(bars: Sequence[NameBar], *, title: str, theme: Theme) -> go.Figure:
    """A bar for how often; beside it, a line from the first to the last day, where days are known."""
    bars = bars[:SHOWN]
    ends = [day for bar in bars for day in (bar.first, bar.last) if day]
    dated = len(set(ends)) > 1
    most = max((bar.value for bar in bars), default=1)
    longest = max((len(bar.words) for bar in bars), default=1)
    calendar = {"anchor": "y", "domain": [0.56, 1], **_calendar(ends, most=3)}
    return dressed(
        [_bars(bars, theme), *([_spans(bars)] if dated else [])],
        theme,
        height=BAR * len(bars) + 64,
        margin={"t": 30, "b": 44 if dated else 12},
        annotations=[heading(0, title), *([heading(0.56, "First to last")] if dated else [])],
        xaxis={
            "domain": [0, 0.5 if dated else 1],
            "range": [0, most * (1.1 + 0.045 * longest)],
            "showgrid": False,
            "showticklabels": False,
        },
        yaxis=name_axis(
            {n: label(shorten(bar.name)) for n, bar in enumerate(bars)}, theme, ends=(len(bars) - 0.4, -0.6)
        ),
        **({"xaxis2": calendar} if dated else {}),
    )


def _bars(bars: Sequence[NameBar], theme: Theme) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=[bar.value for bar in bars],
        y=list(range(len(bars))),
        text=[bar.words for bar in bars],
        textposition="outside",
        textfont={"color": INK[theme]},
        cliponaxis=False,
        marker={"color": [bar.colour for bar in bars]},
        **_choosable(bars),
    )


def _spans(bars: Sequence[NameBar]) -> go.Bar:
    """A bar on the calendar; one day is made wide enough to be seen."""
    dated = [(n, bar) for n, bar in enumerate(bars) if bar.first and bar.last]
    days = [day for _, bar in dated for day in (bar.first, bar.last) if day]
    least = max((max(days) - min(days)).days * _MILLISECONDS * 0.012, _MILLISECONDS * 0.3)
    return go.Bar(
        orientation="h",
        xaxis="x2",
        base=[bar.first.isoformat() for _, bar in dated if bar.first],
        x=[max((bar.last - bar.first).days * _MILLISECONDS, least) for _, bar in dated if bar.first and bar.last],
        y=[n for n, _ in dated],
        width=0.28,
        marker={"color": [bar.colour for _, bar in dated], "opacity": 0.85},
        **_choosable([bar for _, bar in dated]),
    )


def _choosable(bars: Sequence[NameBar]) -> dict[str, Any]:
    return {
        "customdata": [[bar.key, bar.name] for bar in bars],
        "hovertext": [bar.hover for bar in bars],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 0.6}},
    }


def days_figure(counts: Sequence[DayCount], step: str, *, theme: Theme) -> go.Figure:
    """A lane a speaker; in it a bar for every step of the calendar, as high as there are quotes."""
    lanes = lanes_of(counts)
    most = heights(counts)
    totals = {lane: sum(one.quotes for one in counts if one.name == lane) for lane in lanes}
    floor = {
        "type": "line",
        "xref": "x domain",
        "yref": "y",
        "x0": 0,
        "x1": 1,
        "line": {"color": MUTED[theme], "width": 0.5},
    }
    return dressed(
        [_lane(n, len(lanes), lane, counts, step, most[lane], theme) for n, lane in enumerate(lanes)],
        theme,
        height=LANE * max(len(lanes), 1) + 56,
        barmode="overlay",
        margin={"b": 40},
        shapes=[{**floor, "y0": n, "y1": n} for n in range(len(lanes))],
        xaxis=_calendar([one.day for one in counts], most=8),
        yaxis=name_axis(
            {len(lanes) - n - 0.62: f"{label(shorten(lane))} ({totals[lane]:,})" for n, lane in enumerate(lanes)},
            theme,
            ends=(-0.04, len(lanes) + 0.02),
        ),
    )


def _calendar(days: Sequence[date], *, most: int) -> dict[str, Any]:
    """An axis of days with about so many ticks; a few days get a tick each, for no hour of them is known."""
    months = {"dtickrange": ["M1", "M6"], "value": "%b\n%Y"}  # in two lines, or they overprint on a narrow page
    axis = {"type": "date", "nticks": min(most, MONTHS), "tickangle": 0, "tickformatstops": [months]}
    if not days or (max(days) - min(days)).days >= most:
        return axis
    return {**axis, "dtick": _MILLISECONDS, "tickformat": "%-d %b\n%Y"}


def lanes_of(counts: Sequence[DayCount]) -> list[str]:
    """Speakers, the most quoted words first; all others and nobody named come last."""
    words: dict[str, int] = {}
    for one in counts:
        words[one.name] = words.get(one.name, 0) + one.words
    last = {OTHERS: 1, UNNAMED: 2}
    return sorted(words, key=lambda name: (last.get(name, 0), -words[name], name))


def heights(counts: Sequence[DayCount]) -> dict[str, int]:
    """Lane → the number of quotes that fills it: one for all named speakers, their own for all the others together."""
    most: dict[str, int] = {}
    for one in counts:
        most[one.name] = max(most.get(one.name, 1), one.quotes)
    named = max((number for name, number in most.items() if name not in (OTHERS, UNNAMED)), default=1)
    return {name: number if name in (OTHERS, UNNAMED) else named for name, number in most.items()}


def _lane(n: int, lanes: int, lane: str, counts: Sequence[DayCount], step: str, most: int, theme: Theme) -> go.Bar:
    mine = [one for one in counts if one.name == lane]
    middle = timedelta(days=_DAYS[step] / 2)
    aside = lane in (OTHERS, UNNAMED)
    return go.Bar(
        x=[(one.day + middle).isoformat() if step != "day" else one.day.isoformat() for one in mine],
        y=[0.84 * one.quotes / most for one in mine],
        base=[lanes - n - 1] * len(mine),
        width=0.9 * _DAYS[step] * _MILLISECONDS,
        marker={"color": QUOTE_FILL["indirect" if aside else "direct"][theme]},
        customdata=[[one.key or "", one.name] for one in mine],
        hovertext=[f"<b>{label(shorten(lane, 50))}</b><br>{step_words(one.day, step)}: {_said(one)}" for one in mine],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"color": ACCENT[theme]}},
        unselected={"marker": {"opacity": 0.5}},
    )


def _said(one: DayCount) -> str:
    return f"{count(one.quotes, 'quote')}, {count(one.words, 'word')}"


def step_words(first: date, step: str) -> str:
    """The day, or the week, month or year that begins with it."""
    if step == "week":
        return f"week of {day(first)}"
    return {"day": day(first), "month": f"{first:%B %Y}", "year": f"{first:%Y}"}[step]


def days_alt(counts: Sequence[DayCount], step: str) -> str:
    """The chart's message in words."""
    lanes = [lane for lane in lanes_of(counts) if lane not in (OTHERS, UNNAMED)]
    totals: Mapping[str, int] = {lane: sum(one.quotes for one in counts if one.name == lane) for lane in lanes}
    top = [f"{lane} ({count(totals[lane], 'quote')})" for lane in lanes[:3]]
    start = f"Quotes by {step} and speaker, {count(sum(one.quotes for one in counts), 'quote')} in all."
    return f"{start} Most quoted: {listing(top)}. The tables have the same facts." if top else start


def names_alt(bars: Sequence[NameBar], title: str) -> str:
    """The chart's message in words."""
    top = [f"{bar.name} ({bar.words})" for bar in bars[:3]]
    return f"Bar chart of {count(len(bars[:SHOWN]), 'name')}, {title.lower()}. Most: {listing(top)}. A table follows."
