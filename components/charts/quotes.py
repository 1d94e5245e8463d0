"""The quote timeline: a lane a speaker; where in the article, or on which day, and how long."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from components.charts.theme import chosen_style, dressed, name_axis, outline
from components.formatting import QUOTE_KINDS, count, day, hover, label, listing, shorten
from components.palette import QUOTE_FILL, QUOTE_PATTERN, RAISED, Theme
from components.rows.article import NOBODY, QuoteRow, quoted_words
from components.rows.unclear import UNCLEAR

LANES = 8  # speakers with a lane of their own; the rest share "Other"
OTHER = "Other speakers"
LANE = 40  # pixels a lane
DRAWN = 400  # bars a browser draws without a pause; the table has every quote


def lanes_of(rows: list[QuoteRow]) -> dict[str, str]:
    """Speaker → lane, in the order of the lanes from the top."""
    ranking = [name for name, _, _ in quoted_words(rows)]
    keep = ranking if len(ranking) <= LANES + 1 else ranking[:LANES]
    if UNCLEAR in ranking and UNCLEAR not in keep:
        keep = [*ranking[: LANES - 1], UNCLEAR]
    own = [name for name in keep if name != UNCLEAR]
    lanes = {name: name for name in own}
    lanes.update({name: OTHER for name in ranking if name not in keep})
    if UNCLEAR in keep:
        lanes[UNCLEAR] = UNCLEAR
    return lanes


def quote_figure(rows: list[QuoteRow], length: int, *, theme: Theme, chosen: Sequence[str] = ()) -> go.Figure:
    """Position in the article along x, in words; the bar is as long as the quote."""
    drawn = _drawn(rows)
    places = _lane_numbers(rows)
    return _dressed(
        [_kind_bars(kind, drawn, places, theme, chosen) for kind in QUOTE_KINDS],
        rows,
        theme,
        barmode="overlay",
        xaxis={
            "range": [-0.005 * length, 1.02 * length],
            "title": {"text": f"Position in the article, of {length:,} words", "standoff": 8},
            "nticks": 8,
            "rangemode": "nonnegative",
        },
    )


def calendar_figure(rows: list[QuoteRow], *, theme: Theme, chosen: Sequence[str] = ()) -> go.Figure:
    """Days along x; quotes of one speaker on one day stand above one another."""
    drawn = [row for row in _drawn(rows) if row.said_on]
    places = _lane_numbers(drawn)
    days = [one.isoformat() for one in days_said(drawn)]
    axis = {"type": "date", "title": {"text": "Day it was said", "standoff": 8}, "tickformat": "%-d %b %Y"}
    return _dressed(
        [_kind_dots(kind, drawn, places, theme, chosen) for kind in QUOTE_KINDS],
        drawn,
        theme,
        xaxis={**axis, "tickvals": days} if len(days) <= LANES else axis,
    )


def days_said(rows: list[QuoteRow]) -> list[date]:
    """The different days on which quotes were said; a calendar is worth drawing from two up."""
    return sorted({row.said_on for row in rows if row.said_on})


def quote_alt(rows: list[QuoteRow]) -> str:
    """The timeline in words, for the chart above its table."""
    return f"{quote_words(rows)} The table below has the same facts."


def quote_words(rows: list[QuoteRow]) -> str:
    """The timeline's message."""
    known = [one for one in quoted_words(rows) if one[0] != UNCLEAR]
    unclear = sum(row.speaker_key == NOBODY for row in rows)
    top = [f"{name} ({count(times, 'quote')}, {count(words, 'word')})" for name, times, words in known[:3]]
    by = [f"by {count(len(known), 'speaker')}"] if known else []
    by += [f"{unclear:,} not clear who"] if unclear else []
    most = f" Most quoted: {listing(top)}." if top else ""
    return f"Timeline of {count(len(rows), 'quote')}{' ' if known else ', '}{', '.join(by)}.{most}"


def _drawn(rows: list[QuoteRow]) -> list[QuoteRow]:
    if len(rows) <= DRAWN:
        return rows
    longest = {row.id for row in sorted(rows, key=lambda row: -row.words)[:DRAWN]}
    return [row for row in rows if row.id in longest]


def _lane_numbers(rows: list[QuoteRow]) -> dict[str, int]:
    lanes = lanes_of(rows)
    order = {lane: n for n, lane in enumerate(dict.fromkeys(lanes.values()))}
    return {speaker: order[lane] for speaker, lane in lanes.items()}


def _kind_bars(kind: str, rows: list[QuoteRow], places: dict[str, int], theme: Theme, chosen: Sequence[str]) -> go.Bar:
    mine = [row for row in rows if row.kind == kind]
    return go.Bar(
        orientation="h",
        name=QUOTE_KINDS[kind],
        base=[row.position for row in mine],
        x=[row.words for row in mine],
        y=[places[row.speaker] for row in mine],
        width=0.62,
        marker={
            "color": QUOTE_FILL[kind][theme],
            "line": outline(theme),
            "pattern": {
                "shape": QUOTE_PATTERN[kind],
                "fgcolor": RAISED[theme],
                "size": 6,
                "solidity": 0.35,
                "fillmode": "overlay",
            },
        },
        **_shared(mine, chosen),
    )


def _kind_dots(
    kind: str, rows: list[QuoteRow], places: dict[str, int], theme: Theme, chosen: Sequence[str]
) -> go.Scatter:
    seen: Counter[tuple[str, date | None]] = Counter()
    spots = []
    for row in rows:
        spots.append(seen[row.speaker, row.said_on])
        seen[row.speaker, row.said_on] += 1
    mine = [(row, spot) for row, spot in zip(rows, spots, strict=True) if row.kind == kind]
    symbol = {"direct": "circle", "mixed": "diamond", "indirect": "circle-open"}[kind]
    return go.Scatter(
        mode="markers",
        name=QUOTE_KINDS[kind],
        x=[row.said_on.isoformat() for row, _ in mine if row.said_on],
        y=[places[row.speaker] + 0.3 - 0.2 * (spot % 4) for row, spot in mine],
        marker={"symbol": symbol, "size": 11, "color": QUOTE_FILL[kind][theme], "line": {"width": 2}},
        **_shared([row for row, _ in mine], chosen),
    )


def _shared(rows: list[QuoteRow], chosen: Sequence[str]) -> dict[str, object]:
    return {
        "customdata": [[row.id] for row in rows],
        "hovertext": [quote_hover(row) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selectedpoints": [n for n, row in enumerate(rows) if row.id in chosen] if chosen else None,
        **chosen_style(),
    }


def quote_hover(row: QuoteRow) -> str:
    """Speaker, kind, length and day, then the words themselves."""
    said = f", said on {day(row.said_on)}" if row.said_on else ""
    head = f"<b>{label(shorten(row.speaker, 50))}</b><br>{QUOTE_KINDS[row.kind]}, {count(row.words, 'word')}{said}"
    return f"{head}<br>{hover(row.text)}"


def _dressed(traces: list[Any], rows: list[QuoteRow], theme: Theme, **layout: Any) -> go.Figure:
    lanes, places = lanes_of(rows), _lane_numbers(rows)
    times = Counter(lanes[row.speaker] for row in rows)
    names = {places[speaker]: lane for speaker, lane in lanes.items()}
    return dressed(
        traces,
        theme,
        height=LANE * max(len(names), 1) + 60,
        margin={"b": 52},
        yaxis=name_axis(
            {place: f"{label(shorten(name))} ({times[name]})" for place, name in names.items()},
            theme,
            ends=(len(names) - 0.5, -0.5),
        ),
        **layout,
    )
