"""Charts over many articles as pictures for the report: names with bars, quotes on the calendar. No Streamlit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.charts.collection import days_alt, heights, lanes_of, step_words
from components.charts.svg import Look, fitted, line, rect, svg, text, width_of
from components.formatting import count, day, one_line
from components.rows.collection import OTHERS, UNNAMED, DayCount

ROW, BAR, LANE = 24, 13, 40  # pixels
SHOWN = 20
NARROW = 560  # pixels; below, there is room for the bars alone


@dataclass(frozen=True, slots=True)
class Bar:
    """One name: its number, the words beside the bar, its colour in the sheet, the days between which it occurs."""

    name: str
    value: float
    words: str
    colour: str
    first: date | None
    last: date | None


def name_bars(found: Sequence[Bar], look: Look, *, title: str, width: int, most: int = SHOWN) -> str:
    """A bar a name, ``most`` of them; where there is room, a line from the first to the last day."""
    rows, narrow = found[:most], width < NARROW
    names = min(max((width_of(row.name, 13) for row in rows), default=0), (0.42 if narrow else 0.26) * width)
    days = sorted({one for row in rows for one in (row.first, row.last) if one})
    dated = not narrow and len(days) > 1
    room = max((width_of(row.words, 12) for row in rows), default=0) + 14
    left, right = names + 10, (0.6 * width if dated else width) - room
    largest = max((row.value for row in rows), default=1)
    parts = [text(left, 12, title, look.muted, size=12)]
    bottom = 22 + ROW * len(rows)
    span = (0.64 * width, width - 10.0)
    if dated:
        parts += _scale(days, span, bottom, look)
    for n, row in enumerate(rows):
        y, long = 22 + n * ROW, max((right - left) * row.value / max(largest, 1), 2)
        parts += [
            text(names, y + ROW / 2 + 4.5, fitted(row.name, names, 13), look.ink, extra='text-anchor="end"'),
            rect(left, y + (ROW - BAR) / 2, long, BAR, row.colour),
            text(left + long + 5, y + ROW / 2 + 4.5, row.words, look.ink, size=12),
        ]
        if dated and row.first and row.last:
            x1, x2 = (_at(one, days, span) for one in (row.first, row.last))
            parts.append(rect(x1, y + ROW / 2 - 3, max(x2 - x1, 4), 6, row.colour, tip=_between(row)))
    words = f"{title}: " + ", ".join(f"{row.name} ({row.words})" for row in rows[:3])
    return svg(parts, width=width, height=bottom + (20 if dated else 4), title=title, words=words)


def _between(row: Bar) -> str:
    return f"{day(row.first)} to {day(row.last)}" if row.first and row.last else ""


def _at(one: date, days: Sequence[date], span: tuple[float, float]) -> float:
    whole = max((days[-1] - days[0]).days, 1)
    return span[0] + (span[1] - span[0] - 4) * (one - days[0]).days / whole


def _scale(days: Sequence[date], span: tuple[float, float], bottom: float, look: Look) -> list[str]:
    ends = ((span[0], days[0], "start"), (span[1], days[-1], "end"))
    parts = [text(span[0], 12, "First to last", look.muted, size=12)]
    for x, one, anchor in ends:
        at = f'text-anchor="{anchor}"'
        parts += [line(x, 20, x, bottom + 2, look.rule), text(x, bottom + 16, day(one), look.muted, size=12, extra=at)]
    return parts


def day_lanes(counts: Sequence[DayCount], step: str, look: Look, *, width: int) -> str:
    """A lane a speaker; in it a bar for every step of the calendar, as high as there are quotes."""
    lanes, narrow = lanes_of(counts), width < NARROW
    totals = {lane: sum(one.quotes for one in counts if one.name == lane) for lane in lanes}
    labels = {lane: f"{one_line(lane)} ({totals[lane]:,})" for lane in lanes}
    names = 0.0 if narrow else min(max(width_of(words, 13) for words in labels.values()), 0.3 * width)
    left, right, high = names + (2 if narrow else 14), width - 8.0, LANE + (16 if narrow else 0)
    days = sorted({one.day for one in counts})
    whole = max((days[-1] - days[0]).days + _STEP_DAYS[step], 1)
    most = heights(counts)
    parts: list[str] = []
    for n, lane in enumerate(lanes):
        base = (n + 1) * high
        fill = look.quotes["indirect" if lane in (OTHERS, UNNAMED) else "direct"]
        if narrow:
            parts.append(text(2, base - LANE + 2, fitted(labels[lane], width - 8, 13), look.ink))
        else:
            at = 'text-anchor="end"'
            parts.append(text(names, base - 8, fitted(labels[lane], names, 13), look.ink, extra=at))
        parts.append(line(left, base, right, base, look.rule))
        for one in (one for one in counts if one.name == lane):
            x = left + (right - left) * (one.day - days[0]).days / whole
            long = max((right - left) * _STEP_DAYS[step] / whole - 1, 1.5)
            tall = max((LANE - 8) * one.quotes / most[lane], 1.5)
            tip = f"{lane}, {step_words(one.day, step)}: {count(one.quotes, 'quote')}"
            parts.append(rect(x, base - tall, long, tall, fill, tip=tip))
    bottom = len(lanes) * high
    parts.append(text(left, bottom + 18, step_words(days[0], step), look.muted, size=12))
    if len(days) > 1:
        at = 'text-anchor="end"'
        parts.append(text(right, bottom + 18, step_words(days[-1], step), look.muted, size=12, extra=at))
    words = one_line(days_alt(counts, step).replace("The tables have the same facts.", ""))
    return svg(parts, width=width, height=bottom + 26, title=f"Quotes by {step} and speaker", words=words)


_STEP_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
