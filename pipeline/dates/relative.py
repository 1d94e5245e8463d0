"""Dates told from another day: the publication day, or the date named before."""

from datetime import timedelta

from pipeline.dates.holidays import holiday
from pipeline.dates.moment import CENTURY, DAY, DECADE, MONTH, MONTHS, QUARTER, WEEK, WEEKEND, YEAR, Moment, moment
from pipeline.dates.rules import Hit
from pipeline.dates.setting import Setting, as_unit
from pipeline.dates.tables import read_words
from pipeline.dates.tokens import codes


def unresolved(hit: Hit, setting: Setting) -> Moment | None:
    """Found, and left open."""
    return None


def deictic(hit: Hit, setting: Setting) -> Moment | None:
    """Today, yesterday."""
    here = setting.now(DAY)
    return here.shift(hit.number("deictic") or 0) if here else None


def this_part(hit: Hit, setting: Setting) -> Moment | None:
    """Last night, this morning."""
    here = setting.now(DAY)
    return here.shift(hit.number("last", "this") or 0) if here else None


def weekday(hit: Hit, setting: Setting) -> Moment | None:
    """Monday: the latest, publication day included; the coming one where the verb looks ahead."""
    here = setting.now(DAY)
    if not here:
        return None
    wanted = hit.number("weekday", "wdayabbr") or 0
    back = (here.first.weekday() - wanted) % 7
    if setting.direction(hit) > 0 and back:
        return here.shift(7 - back)
    return here.shift(-back)


def weekday_relative(hit: Hit, setting: Setting) -> Moment | None:
    """Last Monday, next Monday, this Monday."""
    here = setting.now(DAY)
    step = hit.number("last", "next", "this", "coming", "past") or 0
    if not here:
        return None
    back = (here.first.weekday() - (hit.number("weekday", "wdayabbr") or 0)) % 7
    if hit.value("past") is not None or step < 0:
        return here.shift(-(back or 7))
    if hit.value("coming") is not None or step > 0:
        return here.shift(7 - back)
    return here.shift(-back) if setting.direction(hit) < 0 or not back else here.shift(7 - back)


def weekday_of(hit: Hit, setting: Setting) -> Moment | None:
    """Monday of last week."""
    week = setting.now(WEEK)
    if not week or hit.value("unit") != WEEK:
        return None
    there = week.shift(hit.number("last", "next", "this") or 0)
    return Moment(there.first + timedelta(days=hit.number("weekday", "wdayabbr") or 0), DAY) if there else None


def weekday_range(hit: Hit, setting: Setting) -> Moment | None:
    """The Friday of "from Monday to Friday": the one behind the Monday."""
    if not setting.anchor or setting.anchor.unit != DAY or setting.direction(hit) < 0:
        return weekday(hit, setting)
    ahead = ((hit.number("weekday") or 0) - setting.anchor.first.weekday()) % 7
    return setting.anchor.shift(ahead)


def that_weekday(hit: Hit, setting: Setting) -> Moment | None:
    """That Monday, the following Monday."""
    if not setting.anchor or setting.anchor.unit not in (DAY, WEEK):
        return None
    base = setting.anchor.first
    ahead = ((hit.number("weekday", "wdayabbr") or 0) - base.weekday()) % 7
    if hit.value("following") is not None:
        return Moment(base + timedelta(days=ahead or 7), DAY)
    if hit.value("previous") is not None:
        return Moment(base - timedelta(days=7 - ahead), DAY)
    return Moment(base + timedelta(days=ahead), DAY) if ahead == 0 or setting.anchor.unit == WEEK else None


def unit_relative(hit: Hit, setting: Setting) -> Moment | None:
    """Last week, early next year, later this month."""
    here = setting.now(_unit(hit))
    return here.shift(hit.number("last", "next", "this", "coming", "past") or 0) if here else None


def this_unit(hit: Hit, setting: Setting) -> Moment | None:
    """The end of the month, the weekend."""
    here = setting.now(_unit(hit))
    if here and here.unit == WEEKEND:
        return setting.choose((here.shift(-1), here, here.shift(1)), hit)
    return here


def the_unit(hit: Hit, setting: Setting) -> Moment | None:
    """For the year, to end the day: of the day spoken of, else of the publication."""
    unit = _unit(hit)
    if setting.anchor and unit == DAY and setting.anchor.unit == DAY:
        return setting.anchor
    return setting.now(unit)


def year_end(hit: Hit, setting: Setting) -> Moment | None:
    """Year-end, year's end."""
    return setting.now(YEAR) if hit.value("unit") == YEAR else None


def unit_anchored(hit: Hit, setting: Setting) -> Moment | None:
    """That day, the following month, the same year: told from the date named before."""
    if not setting.anchor:
        return None
    unit = _unit(hit)
    step = hit.number("following", "next", "previous") or 0
    if unit == DAY and setting.anchor.unit != DAY:
        return None
    return as_unit(setting.anchor, unit).shift(step)


def unit_beside(hit: Hit, setting: Setting) -> Moment | None:
    """The day before, a year earlier: told from the date named before."""
    step = hit.number("before", "after", "shift", "previous") or 0
    if not setting.anchor or _stands_beside(hit, setting):
        return setting.anchor
    unit = _unit(hit)
    if unit == YEAR and setting.anchor.unit in (QUARTER, MONTH):
        return setting.anchor.shift(step * (4 if setting.anchor.unit == QUARTER else 12))
    if unit == DAY and setting.anchor.unit != DAY:
        return None
    return as_unit(setting.anchor, unit).shift(step)


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
    return _moved(base, step * (_count(hit) or 1), _unit(hit)) if base else None


def ago_today(hit: Hit, setting: Setting) -> Moment | None:
    """A year ago today, a week ago Monday, a year ago this week: as fine as what stands behind."""
    base = setting.now(DAY)
    if hit.value("weekday", "wdayabbr") is not None:
        base = weekday(hit, setting)
    elif hit.value("deictic") is not None:
        base = deictic(hit, setting)
    there = _moved(base, -_count(hit), _unit(hit)) if base and _count(hit) else None
    unit = hit.tokens.values[hit.stop - 1] if hit.value("this") is not None else DAY
    return moment(there.first, str(unit)) if there else None


def _moved(day: Moment, count: int, unit: str) -> Moment | None:
    """The day so many units away."""
    if unit in (DAY, WEEK):
        return day.shift((7 if unit == WEEK else 1) * count)
    month = moment(day.first, MONTH).shift(count * MONTHS[unit]) if unit in MONTHS else None
    if month is None:
        return None
    return Moment(month.first.replace(day=min(day.first.day, month.last.day)), DAY)


def ago(hit: Hit, setting: Setting) -> Moment | None:
    """Three weeks ago: as fine as its unit."""
    return _counted(hit, setting.now(DAY), -1, setting)


def later(hit: Hit, setting: Setting) -> Moment | None:
    """Three days later: told from the date named before."""
    step = hit.number("shift", "hence", "before") or 0
    if setting.anchor and _stands_beside(hit, setting):
        return setting.anchor  # "on Nov. 11, three days later than planned": the day itself
    return _counted(hit, setting.anchor, step, setting)


def _stands_beside(hit: Hit, setting: Setting) -> bool:
    """Whether only a comma and a word divide the expression from the date before it."""
    between = hit.tokens.text[setting.anchor_end : hit.start]
    words = between.lower().split()
    return words[:1] == [","] and set(words[1:]) <= read_words("guards")["roughly"]


def _counted(hit: Hit, base: Moment | None, step: int, setting: Setting) -> Moment | None:
    count, unit = _count(hit), _unit(hit)
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


def _unit(hit: Hit) -> str:
    if hit.value("weekend") is not None:
        return WEEKEND
    unit = hit.value("unit", "century")
    if unit is None:
        return QUARTER if hit.value("quarter") is not None else DAY
    return WEEK if unit == "fortnight" else str(unit)


READERS = {
    "unresolved": unresolved,
    "deictic": deictic,
    "this_part": this_part,
    "weekday": weekday,
    "weekday_relative": weekday_relative,
    "weekday_of": weekday_of,
    "that_weekday": that_weekday,
    "unit_relative": unit_relative,
    "this_unit": this_unit,
    "the_unit": the_unit,
    "year_end": year_end,
    "unit_anchored": unit_anchored,
    "unit_beside": unit_beside,
    "day_before": day_before,
    "ago": ago,
    "ago_today": ago_today,
    "weekday_range": weekday_range,
    "later": later,
}
