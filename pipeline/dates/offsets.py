"""Dates counted from another day: two weeks ago, a month later, the day before Christmas."""

from pipeline.dates.context import DateContext, as_unit, date_follows, stands_beside
from pipeline.dates.grammar import DateMatch
from pipeline.dates.holidays import holiday
from pipeline.dates.period import CENTURY, DAY, DECADE, MONTH, MONTHS, WEEK, YEAR, CalendarPeriod, period_of
from pipeline.dates.relative import deictic, unit_of
from pipeline.dates.tokens import codes
from pipeline.dates.weekdays import weekday, weekday_relative


def ago(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """Three weeks ago: as fine as its unit."""
    return _counted(match, context.now(DAY), -1, context)


def ago_today(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """A year ago today, a week ago Monday, a year ago this week: as fine as what stands behind."""
    base = context.now(DAY)
    if match.value("weekday", "wdayabbr") is not None:
        base = weekday(match, context)
    elif match.value("deictic") is not None:
        base = deictic(match, context)
    there = _moved(base, -_count(match), unit_of(match)) if base and _count(match) else None
    unit = match.tokens.values[match.stop - 1] if match.value("this") is not None else DAY
    return period_of(there.first, str(unit)) if there else None


def later(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """Three days later: told from the date named before."""
    step = match.number("shift", "hence", "before") or 0
    if date_follows(match):
        return None  # "two days later, on May 3": the date itself tells it
    if context.anchor and stands_beside(match, context):
        return context.anchor  # "on Nov. 11, three days later than planned": the day itself
    return _counted(match, context.anchor, step, context)


def day_before(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The day before yesterday, the day after Christmas."""
    step = match.number("before", "after") or 1  # "two weeks from Monday"
    base: CalendarPeriod | None
    if match.value("deictic") is not None:
        base = deictic(match, context)
    elif (name := match.value("holiday")) is not None and context.published:
        year = context.published.year
        base = context.choose((holiday(str(name), y) for y in (year - 1, year, year + 1)), match)
    elif match.value("last") is not None:
        base = weekday_relative(match, context)
    else:
        base = weekday(match, context)
    return _moved(base, step * (_count(match) or 1), unit_of(match)) if base else None


def _moved(day: CalendarPeriod, count: int, unit: str) -> CalendarPeriod | None:
    """The day so many units away."""
    if unit in (DAY, WEEK):
        return day.shift((7 if unit == WEEK else 1) * count)
    month = period_of(day.first, MONTH).shift(count * MONTHS[unit]) if unit in MONTHS else None
    if month is None:
        return None
    return CalendarPeriod(month.first.replace(day=min(day.first.day, month.last.day)), DAY)


def _counted(match: DateMatch, base: CalendarPeriod | None, step: int, context: DateContext) -> CalendarPeriod | None:
    count, unit = _count(match), unit_of(match)
    if not base or not count:
        return None
    if unit == YEAR and context.quarter and count == 1:
        return context.quarter.shift(4 * step)
    if unit == DAY and base.unit != DAY:
        return None
    if unit in (DECADE, CENTURY):  # "a decade ago" names a year, "a century ago" not even that
        coarse = YEAR if unit == DECADE else DECADE
        return as_unit(base, coarse).shift(count * step * 10)
    return as_unit(base, unit).shift(count * step)


def _count(match: DateMatch) -> int:
    """The number before the unit: "a" is one, "twenty-five" a sum, "several" no number."""
    total = 0
    for index in range(match.first, match.stop):
        kind = match.tokens.classes[index]
        value = match.tokens.values[index]
        if kind in _kinds("unit", "quarter"):
            break
        if kind in _kinds("number", "dayno", "num", "couple", "a") and isinstance(value, int):
            total = value if kind in _kinds("couple") else total + value
    total *= 2 if match.value("unit") == "fortnight" else 1
    return 0 if match.value("some") is not None else total


def _kinds(*names: str) -> set[str]:
    return {codes()[name] for name in names}


READERS = {
    "day_before": day_before,
    "ago": ago,
    "ago_today": ago_today,
    "later": later,
}
