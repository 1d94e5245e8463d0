"""Dates told from another day: the publication day, or the date named before."""

from pipeline.dates.context import Setting, as_unit, stands_beside
from pipeline.dates.grammar import Hit
from pipeline.dates.period import DAY, MONTH, QUARTER, WEEK, WEEKEND, YEAR, Moment


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


def unit_relative(hit: Hit, setting: Setting) -> Moment | None:
    """Last week, early next year, later this month."""
    here = setting.now(unit_of(hit))
    return here.shift(hit.number("last", "next", "this", "coming", "past") or 0) if here else None


def this_unit(hit: Hit, setting: Setting) -> Moment | None:
    """The end of the month, the weekend."""
    here = setting.now(unit_of(hit))
    if here and here.unit == WEEKEND:
        return setting.choose((here.shift(-1), here, here.shift(1)), hit)
    return here


def the_unit(hit: Hit, setting: Setting) -> Moment | None:
    """For the year, to end the day: of the day spoken of, else of the publication."""
    unit = unit_of(hit)
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
    unit = unit_of(hit)
    step = hit.number("following", "next", "previous") or 0
    if unit == DAY and setting.anchor.unit != DAY:
        return None
    return as_unit(setting.anchor, unit).shift(step)


def unit_beside(hit: Hit, setting: Setting) -> Moment | None:
    """The day before, a year earlier: told from the date named before."""
    step = hit.number("before", "after", "shift", "previous") or 0
    if not setting.anchor or stands_beside(hit, setting):
        return setting.anchor
    unit = unit_of(hit)
    if unit == YEAR and setting.anchor.unit in (QUARTER, MONTH):
        return setting.anchor.shift(step * (4 if setting.anchor.unit == QUARTER else 12))
    if unit == DAY and setting.anchor.unit != DAY:
        return None
    return as_unit(setting.anchor, unit).shift(step)


def unit_of(hit: Hit) -> str:
    """The calendar unit that an expression speaks in."""
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
    "unit_relative": unit_relative,
    "this_unit": this_unit,
    "the_unit": the_unit,
    "year_end": year_end,
    "unit_anchored": unit_anchored,
    "unit_beside": unit_beside,
}
