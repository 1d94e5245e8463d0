"""What "today" means in somebody's own words: the day on which they were said."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.dates.moment import DAY, MONTHS, WEEK, WEEKEND, Moment, moment, parse_value
from pipeline.model import DateRef, Quote

_FROM_NOW = re.compile(
    r"(?i)today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening|weekend)"
    r"|(?:this|last|next) (?:week|month|year)"
)


def as_said(dates: Sequence[DateRef], quotes: Sequence[Quote], *, published: date | None) -> tuple[DateRef, ...]:
    """The same dates, those told from "now" inside a direct quote of another day counted from that day.

    Reported speech is in the writer's words, and its "today" is the writer's.
    """
    older = [quote for quote in quotes if quote.kind == "direct" and quote.said_on not in (None, published)]
    if not older or published is None:
        return tuple(dates)
    return tuple(_moved(ref, older, published) for ref in dates)


def _moved(ref: DateRef, older: Sequence[Quote], published: date) -> DateRef:
    read = parse_value(ref.value) if ref.value and _FROM_NOW.fullmatch(ref.text) else None
    said = read and next((q.said_on for q in older if q.start <= ref.start and ref.end <= q.end), None)
    if not read or not said:
        return ref
    there = moment(said, read.unit).shift(_steps(moment(published, read.unit), read))
    return replace(ref, value=there.iso()) if there else ref


def _steps(here: Moment, there: Moment) -> int:
    """How many units later there is."""
    if there.unit in (DAY, WEEK, WEEKEND):
        return (there.first - here.first).days // (1 if there.unit == DAY else 7)
    months = (there.first.year - here.first.year) * 12 + there.first.month - here.first.month
    return months // MONTHS[there.unit]
