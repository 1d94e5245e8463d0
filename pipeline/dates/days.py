"""Dates that name a day of the year."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from pipeline.dates.context import DateContext, month_ahead, year_ahead, year_of_event, year_told_behind, years_around
from pipeline.dates.grammar import DateMatch
from pipeline.dates.holidays import holiday, nth_weekday_of
from pipeline.dates.months import month_of_year
from pipeline.dates.narrative import from_story
from pipeline.dates.numeric import figures_day, two_digit_year
from pipeline.dates.period import DAY, MONTH, WEEK, WEEKEND, YEAR, CalendarPeriod, calendar_day, period_of
from pipeline.dates.tokens import codes
from pipeline.lexicon.tables import read_table

_WRITTEN_WITHIN = 3  # days between a date line in figures and the publication
_NAMED_REACH = 40  # characters behind "Sept. 11" in which "terrorist attacks" must stand


def numeric_day(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """2024-03-18, 18/03/2024."""
    figures = context.text[match.start : match.end]
    return figures_day(figures, context.order) or _day_of_writing(figures, context)


def _day_of_writing(figures: str, context: DateContext) -> CalendarPeriod | None:
    """The reading of 05/02/2013 that is the publication day or lies next to it, where the other does not."""
    if not context.published or context.order != "unknown":
        return None
    readings = [figures_day(figures, order) for order in ("day-month", "month-day")]
    near = [day for day in readings if day and abs((day.first - context.published).days) <= _WRITTEN_WITHIN]
    return near[0] if len(near) == 1 else None


def full_day(match: DateMatch, context: DateContext | None) -> CalendarPeriod | None:
    """March 18, 2024."""
    return _day(match, match.number("year"))


def month_day(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """March 18: the year is told nearby or by the tense."""
    if match.rule == "first_day":  # the 12 of "12 to 15 July": the month stands behind the 15
        match = replace(match, stop=month_ahead(match))
    told_behind = year_ahead(match) or year_told_behind(match, context) or year_of_event(match, context)
    if year := told_behind or named_year(match):
        return _day(match, year)
    if begin := range_begin(match, context):
        return next((d for y in (begin.year, begin.year + 1) if (d := _day(match, y)) and d.first >= begin), None)
    if match.number("last", "next", "this") is None and (told := from_story(partial(_day, match), match, context)):
        return told
    days = [day for year in years_around(context) if (day := _day(match, year))]
    return _stepped(days, match.number("last", "next"), match, context)


def range_begin(match: DateMatch, context: DateContext) -> date | None:
    """The Jan. 24 before the "to" of "from Jan. 24 to Feb. 7", by which the later day is told."""
    between = match.tokens.classes[match.tokens.at(context.anchor_end) : match.first]
    if not context.anchor or context.anchor.unit != DAY or between not in (codes()["to"], codes()["hyphen"]):
        return None
    return context.anchor.first


def second_day(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The 5 of "March 3-5": in the month of the 3."""
    if not context.anchor:
        return None
    first = context.anchor.first
    return calendar_day(first.year, first.month, match.number("dayno", "nth") or 0)


def day_alone(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The 14th of "met on Jan. 12 and left on the 14th": in the month of the day named before it, and no earlier."""
    day = second_day(match, context)
    return day if day and context.anchor and day.first >= context.anchor.first else None


def short_day(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """19-Nov-12."""
    return _day(match, two_digit_year(int(match.tokens.values[match.stop - 1])))


def year_before(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The March 18 of "In 2022, March 18 was the day"."""
    return _day(match, int(match.tokens.values[match.first - 2]))


def month_day_of(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """May 15 of this year."""
    if match.value("unit") != YEAR:
        return context.choose((_day(match, year) for year in years_around(context)), match)
    base = context.now(YEAR)
    if match.value("that", "same") is not None:
        base = period_of(context.anchor.first, YEAR) if context.anchor else None
    return _day(match, base.first.year + (match.number("last", "this", "next") or 0)) if base else None


def nth_weekday(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The third Thursday in November, the first Monday of next month."""
    final = match.word("ordinal").lower() == "final"
    return _weekday_in_month(-1 if final else match.number("ordinal", "nth") or 0, match, context)


def last_weekday(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The last Sunday in March."""
    of = next(n for n in range(match.first, match.stop) if match.tokens.classes[n] in (codes()["of"], codes()["in"]))
    return _weekday_in_month(-1, replace(match, first=of - 1), context)


def _weekday_in_month(number: int, match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    weekday, step = match.number("weekday", "wdayabbr") or 0, match.number("last", "this", "next")
    if not -1 <= number <= 4 or number == 0:
        return None
    month, year = match.number("month", "monthabbr"), match.number("year")
    if not month:
        here = context.now(MONTH) if match.value("unit") == MONTH else None
        there = here.shift(step or 0) if here else None
        return nth_weekday_of(there.first.year, there.first.month, weekday, number) if there else None
    if year:
        return nth_weekday_of(year, month, weekday, number)
    days = [nth_weekday_of(year, month, weekday, number) for year in years_around(context)]
    return _stepped([day for day in days if day], step, match, context)


def part_of_month(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The first day of May, the last week of January 2020; the month itself where a week has no sure days."""
    month = month_of_year(match, context)
    number = -1 if match.value("last") is not None else match.number("ordinal", "nth") or 0
    if month is None or match.value("unit") not in (DAY, WEEK):
        return month
    if match.value("unit") == WEEK:  # a week belongs to the month that holds its Thursday
        return period_of(month.last - timedelta(days=(month.last.weekday() - 3) % 7), WEEK) if number < 0 else month
    return CalendarPeriod(month.last, DAY) if number < 0 else calendar_day(month.first.year, month.first.month, number)


def day_of_month(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The 18th of last month."""
    month = context.now(MONTH) if match.value("unit") == MONTH else None
    there = month.shift(match.number("last", "this", "next") or 0) if month else None
    return calendar_day(there.first.year, there.first.month, match.number("nth") or 0) if there else None


def week_of(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The week of March 6."""
    unit = WEEKEND if match.value("weekend") is not None else WEEK
    year = match.number("year")
    day = _day(match, year) if year else from_story(partial(_day, match), match, context)
    day = day or context.choose((_day(match, y) for y in years_around(context)), match)
    return period_of(day.first, unit) if day else None


def holiday_day(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """Christmas 2023, last Thanksgiving, Easter."""
    name = str(match.value("holiday"))
    if year := match.number("year") or year_of_event(match, context):
        return holiday(name, year)
    if match.number("last", "next") is None and (told := from_story(partial(holiday, name), match, context)):
        return told
    days = [day for year in years_around(context) if (day := holiday(name, year))]
    return _stepped(days, match.number("last", "next"), match, context)


def event_day(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """9/11."""
    return calendar_day(2001, 9, 11)


def named_year(match: DateMatch) -> int | None:
    """The year of a day that stands for an event: the Sept. 11 attacks."""
    month, day = match.number("month", "monthabbr"), match.number("dayno", "nth")
    after = match.tokens.text[match.end : match.end + _NAMED_REACH].lower().split()
    for known_month, known_day, year, nouns in read_table("named_days"):
        if (month, day) == (int(known_month), int(known_day)) and set(after) & set(nouns.split()):
            return int(year)
    return None


def _stepped(
    days: list[CalendarPeriod], step: int | None, match: DateMatch, context: DateContext
) -> CalendarPeriod | None:
    """The last or next of a yearly day; without either word the tense and the distance choose."""
    here = context.published
    if not step or not here:
        return context.choose(days, match)
    fitting = [day for day in days if (day.first < here if step < 0 else day.first > here)]
    return (fitting[-1] if step < 0 else fitting[0]) if fitting else None


def _day(match: DateMatch, year: int | None) -> CalendarPeriod | None:
    return calendar_day(year or 0, match.number("month", "monthabbr") or 0, match.day_number() or 0)


READERS = {
    "numeric_day": numeric_day,
    "full_day": full_day,
    "month_day": month_day,
    "month_day_of": month_day_of,
    "second_day": second_day,
    "day_alone": day_alone,
    "short_day": short_day,
    "event_day": event_day,
    "year_before": year_before,
    "last_weekday": last_weekday,
    "part_of_month": part_of_month,
    "nth_weekday": nth_weekday,
    "day_of_month": day_of_month,
    "week_of": week_of,
    "holiday": holiday_day,
}
