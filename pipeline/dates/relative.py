"""Dates relative to another day: the publication day, or the date mentioned before."""

from pipeline.dates.context import DateContext, as_unit, stands_beside
from pipeline.dates.grammar import DateMatch
from pipeline.dates.period import DAY, MONTH, MONTHS, QUARTER, WEEK, WEEKEND, YEAR, CalendarPeriod

_NEW_UNTIL = 2  # in January and February "the new year" has begun


def unresolved(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The date is recognised but has no value."""
    return None


def deictic(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """Today, yesterday."""
    here = context.now(DAY)
    return here.shift(match.number("deictic") or 0) if here else None


def this_part(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """Last night, this morning."""
    here = context.now(DAY)
    return here.shift(match.number("last", "this") or 0) if here else None


def unit_relative(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """Last week, early next year, later this month."""
    step = match.number("last", "next", "this", "coming", "past") or 0
    here = context.now(unit_of(match)) if step else _here(match, context)
    return here.shift(step) if here else None


def _here(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The unit that the story of a narrative has come to, else the one that holds the publication day."""
    if context.narrative and context.story and context.direction(match) <= 0:
        return as_unit(context.story, unit_of(match)) if MONTHS.get(unit_of(match), 0) >= MONTHS[MONTH] else None
    return context.now(unit_of(match))


def new_year(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """In the new year: the coming one, or the one just begun."""
    here, direction = context.now(YEAR), context.direction(match)
    if not here or not context.published or match.value("unit") != YEAR:
        return None
    begun = context.published.month <= _NEW_UNTIL
    if direction < 0:
        return here if begun else None
    return here if begun and direction == 0 else here.shift(1)


def this_unit(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The end of the month, the weekend."""
    here = _here(match, context)
    if here and here.unit == WEEKEND:
        return context.choose((here.shift(-1), here, here.shift(1)), match)
    return here


def the_unit(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """For the year, to end the day: of the day spoken of, else of the publication."""
    unit = unit_of(match)
    if context.anchor and unit == DAY and context.anchor.unit == DAY:
        return context.anchor
    return context.now(unit)


def year_end(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """Year-end, year's end."""
    return _here(match, context) if match.value("unit") in (YEAR, MONTH) else None


def unit_anchored(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """That day, the following month, the same year: told from the date named before."""
    if not context.anchor:
        return None
    unit = unit_of(match)
    step = match.number("following", "next", "previous") or 0
    if is_finer(unit, context.anchor):
        return None
    return as_unit(context.anchor, unit).shift(step)


def is_finer(unit: str, period: CalendarPeriod) -> bool:
    """Whether a period is too coarse to tell a day or a week by it."""
    return (unit == DAY and period.unit != DAY) or (unit in (WEEK, WEEKEND) and period.unit in MONTHS)


def unit_beside(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The day before, a year earlier: told from the date named before."""
    step = match.number("before", "after", "shift", "previous") or 0
    if not context.anchor or stands_beside(match, context):
        return context.anchor
    unit = unit_of(match)
    if unit == YEAR and context.anchor.unit in (QUARTER, MONTH):
        return context.anchor.shift(step * (4 if context.anchor.unit == QUARTER else 12))
    if is_finer(unit, context.anchor):
        return None
    return as_unit(context.anchor, unit).shift(step)


def unit_of(match: DateMatch) -> str:
    """The calendar unit that an expression speaks in."""
    if match.value("weekend") is not None:
        return WEEKEND
    unit = match.value("unit", "century")
    if unit is None:
        return QUARTER if match.value("quarter") is not None else DAY
    return WEEK if unit == "fortnight" else str(unit)


READERS = {
    "unresolved": unresolved,
    "deictic": deictic,
    "this_part": this_part,
    "unit_relative": unit_relative,
    "this_unit": this_unit,
    "the_unit": the_unit,
    "year_end": year_end,
    "new_year": new_year,
    "unit_anchored": unit_anchored,
    "unit_beside": unit_beside,
}
