"""Dates at a distance from another day: two weeks ago, a month later, the day before Christmas."""

from dataclasses import replace

from pipeline.dates.context import DateContext, as_unit, date_follows, stands_beside
from pipeline.dates.grammar import DateMatch, word_before
from pipeline.dates.holidays import holiday
from pipeline.dates.period import CENTURY, DAY, DECADE, MONTH, MONTHS, WEEK, YEAR, CalendarPeriod, period_of
from pipeline.dates.relative import deictic, is_finer, unit_of
from pipeline.dates.tokens import codes
from pipeline.dates.weekdays import weekday, weekday_in_step, weekday_relative


def ago(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """Three weeks ago: as fine as its unit; half a century ago is fifty years, told in round numbers: None."""
    if word_before(match) == "half":
        return None
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


def from_now(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """A month from now, in three weeks: as fine as its unit."""
    here, count, unit = context.now(DAY), _count(match), unit_of(match)
    return as_unit(here, unit).shift(count) if here and count and unit not in (DECADE, CENTURY) else None


def after_next(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The Monday after next, the week before last."""
    step = match.number("after", "before") or 1
    if match.value("weekday", "wdayabbr") is None:
        here = context.now(unit_of(match))
        return here.shift(2 * step) if here else None
    day = weekday_in_step(match, context, step)
    return day.shift(7 * step) if day else None


def week_on(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """A week last Tuesday, a week on Tuesday."""
    step = -1 if match.value("last") is not None else 1
    day = weekday_in_step(match, context, step)
    return day.shift(7 * step) if day else None


def without_duration(match: DateMatch, context: DateContext) -> DateMatch:
    """The weekday alone of "lasted a week on Monday" or "the lowest in a decade last Friday"; others as they are."""
    last = match.value("last") is not None
    if match.reader != "week_on" or (match.value("unit") == WEEK and (last or context.direction(match) > 0)):
        return match
    reader = "weekday_relative" if last else "weekday"
    return replace(match, rule=reader, reader=reader, first=match.first + 2 + (not last))


def weekday_week(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """Tuesday week: a week behind the coming Tuesday."""
    day = weekday_in_step(match, context, 1)
    return day.shift(7) if day and match.value("unit") == WEEK else None


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
    if is_finer(unit, base):
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
    "from_now": from_now,
    "in_count": from_now,
    "after_next": after_next,
    "week_on": week_on,
    "weekday_week": weekday_week,
    "ago_today": ago_today,
    "later": later,
}
