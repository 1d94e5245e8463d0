"""Dates counted from another day: two weeks ago, a month later, the day before Christmas."""

from pipeline.dates.context import Setting, as_unit, date_follows, stands_beside
from pipeline.dates.grammar import Hit
from pipeline.dates.holidays import holiday
from pipeline.dates.period import CENTURY, DAY, DECADE, MONTH, MONTHS, WEEK, YEAR, Moment, moment
from pipeline.dates.relative import deictic, unit_of
from pipeline.dates.tokens import codes
from pipeline.dates.weekdays import weekday, weekday_relative


def ago(hit: Hit, setting: Setting) -> Moment | None:
    """Three weeks ago: as fine as its unit."""
    return _counted(hit, setting.now(DAY), -1, setting)


def ago_today(hit: Hit, setting: Setting) -> Moment | None:
    """A year ago today, a week ago Monday, a year ago this week: as fine as what stands behind."""
    base = setting.now(DAY)
    if hit.value("weekday", "wdayabbr") is not None:
        base = weekday(hit, setting)
    elif hit.value("deictic") is not None:
        base = deictic(hit, setting)
    there = _moved(base, -_count(hit), unit_of(hit)) if base and _count(hit) else None
    unit = hit.tokens.values[hit.stop - 1] if hit.value("this") is not None else DAY
    return moment(there.first, str(unit)) if there else None


def later(hit: Hit, setting: Setting) -> Moment | None:
    """Three days later: told from the date named before."""
    step = hit.number("shift", "hence", "before") or 0
    if date_follows(hit):
        return None  # "two days later, on May 3": the date itself tells it
    if setting.anchor and stands_beside(hit, setting):
        return setting.anchor  # "on Nov. 11, three days later than planned": the day itself
    return _counted(hit, setting.anchor, step, setting)


def day_before(hit: Hit, setting: Setting) -> Moment | None:
    """The day before yesterday, the day after Christmas."""
    step = hit.number("before", "after") or 1  # "two weeks from Monday"
    base: Moment | None
    if hit.value("deictic") is not None:
        base = deictic(hit, setting)
    elif (name := hit.value("holiday")) is not None and setting.published:
        year = setting.published.year
        base = setting.choose((holiday(str(name), y) for y in (year - 1, year, year + 1)), hit)
    elif hit.value("last") is not None:
        base = weekday_relative(hit, setting)
    else:
        base = weekday(hit, setting)
    return _moved(base, step * (_count(hit) or 1), unit_of(hit)) if base else None


def _moved(day: Moment, count: int, unit: str) -> Moment | None:
    """The day so many units away."""
    if unit in (DAY, WEEK):
        return day.shift((7 if unit == WEEK else 1) * count)
    month = moment(day.first, MONTH).shift(count * MONTHS[unit]) if unit in MONTHS else None
    if month is None:
        return None
    return Moment(month.first.replace(day=min(day.first.day, month.last.day)), DAY)


def _counted(hit: Hit, base: Moment | None, step: int, setting: Setting) -> Moment | None:
    count, unit = _count(hit), unit_of(hit)
    if not base or not count:
        return None
    if unit == YEAR and setting.quarter and count == 1:
        return setting.quarter.shift(4 * step)
    if unit == DAY and base.unit != DAY:
        return None
    if unit in (DECADE, CENTURY):  # "a decade ago" names a year, "a century ago" not even that
        coarse = YEAR if unit == DECADE else DECADE
        return as_unit(base, coarse).shift(count * step * 10)
    return as_unit(base, unit).shift(count * step)


def _count(hit: Hit) -> int:
    """The number before the unit: "a" is one, "twenty-five" a sum, "several" no number."""
    total = 0
    for index in range(hit.first, hit.stop):
        kind = hit.tokens.classes[index]
        value = hit.tokens.values[index]
        if kind in _kinds("unit", "quarter"):
            break
        if kind in _kinds("number", "dayno", "num", "couple", "a") and isinstance(value, int):
            total = value if kind in _kinds("couple") else total + value
    total *= 2 if hit.value("unit") == "fortnight" else 1
    return 0 if hit.value("some") is not None else total


def _kinds(*names: str) -> set[str]:
    return {codes()[name] for name in names}


READERS = {
    "day_before": day_before,
    "ago": ago,
    "ago_today": ago_today,
    "later": later,
}
