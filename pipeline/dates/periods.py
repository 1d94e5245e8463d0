"""Quarters and halves, which lean on the reporting season."""

from dataclasses import replace
from datetime import date, timedelta

from pipeline.dates.context import DateContext
from pipeline.dates.days import full_day, month_day
from pipeline.dates.grammar import DateMatch
from pipeline.dates.period import HALF, QUARTER, YEAR, CalendarPeriod, period_of

_TRUST = 4  # quarters are reported on and forecast in the same breath: tense tells less than nearness
_ENDED = 6  # tokens of "ended Sept . 30 , 2023"
_HALF_A_QUARTER = timedelta(days=45)


def quarter(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The third quarter (of 2023, of last year); Q3, H2."""
    if str(match.value("quartername")).startswith(("H", "h")):
        return _named_half(match, context)
    number = _quarter_number(match)
    if not number or number > 4:
        return None
    if year := match.number("year"):
        return _quarter(year, number)
    step = match.number("last", "next", "this", "previous")
    here = context.now(YEAR)
    if step is not None and here:
        return _quarter(here.first.year + step, number)
    if match.value("that") is not None and context.anchor:
        return _quarter(context.anchor.first.year, number)
    return _latest(number, match, context)


def last_quarter(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The last quarter of 2016."""
    return _quarter(match.number("year") or 0, 4)


def _latest(number: int, match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The nearest quarter of that number, by tense."""
    here = context.now(YEAR)
    if not here:
        return None
    year = here.first.year
    return context.choose((_quarter(y, number) for y in (year - 1, year, year + 1)), match, trust=_TRUST)


def quarter_ended(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The quarter ended June 30: the calendar quarter that it mostly fills."""
    end = replace(match, first=match.stop, stop=min(match.stop + _ENDED, len(match.tokens.classes)))
    day = full_day(end, context) if end.number("year") else month_day(end, context)
    return period_of(day.first - _HALF_A_QUARTER, QUARTER) if day else None


def quarter_relative(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The latest quarter, the previous quarter, last quarter, the same quarter."""
    base = context.quarter
    if match.value("latest", "same", "previous", "following") is not None:
        if not base:
            base = context.now(QUARTER)
            return base.shift(-1) if base and match.value("latest") is not None else None
        return base.shift(match.number("latest", "same", "previous", "following") or 0)
    here = context.now(QUARTER)
    return here.shift(match.number("last", "next", "this", "coming") or 0) if here else None


def quarter_alone(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The quarter: the one the article speaks of, else the one reported on."""
    if context.quarter:
        return context.quarter
    here = context.now(QUARTER)
    return here.shift(-1) if here else None


def year_ago(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The year-ago quarter, the year-earlier period."""
    number = _quarter_number(match)
    base = context.quarter
    if number and context.published:
        base = _latest(number, match, context)
    if base and match.value("unit") == "year":
        return base.shift(-4)
    here = context.now(YEAR)
    return here.shift(-1) if here and match.value("unit") == "year" else None


def half(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The first half of 2023."""
    number = match.number("ordinal", "nth") or 0
    here = context.now(YEAR)
    year = match.number("year")
    if not year and here:
        year = here.first.year + (match.number("last", "next", "this") or 0)
    return CalendarPeriod(date(year, 6 * number - 5, 1), HALF) if year and number in (1, 2) else None


def _named_half(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """H1 2025, or the nearest H1 by tense."""
    number, here = _quarter_number(match), context.now(YEAR)
    if number not in (1, 2):
        return None
    year = match.number("year")
    years = [year] if year else [here.first.year + step for step in (-1, 0, 1)] if here else []
    halves = [CalendarPeriod(date(one, 6 * number - 5, 1), HALF) for one in years]
    return halves[0] if year else context.choose(halves, match, trust=_TRUST)


def _quarter_number(match: DateMatch) -> int | None:
    if (ordinal := match.number("ordinal", "nth")) is not None:
        return ordinal
    name = match.value("quartername")
    return next((int(mark) for mark in str(name) if mark.isdigit()), None) if name else None


def _quarter(year: int, number: int) -> CalendarPeriod:
    return period_of(date(year, 3 * number, 1), QUARTER)


READERS = {
    "quarter": quarter,
    "last_quarter": last_quarter,
    "quarter_ended": quarter_ended,
    "quarter_relative": quarter_relative,
    "quarter_alone": quarter_alone,
    "year_ago": year_ago,
    "half": half,
}
