"""Dates that name a day of the year."""

from dataclasses import replace

from pipeline.dates.context import DateContext, goes_on, month_ahead, story_year, year_ahead, years_around
from pipeline.dates.grammar import DateMatch
from pipeline.dates.holidays import holiday, nth_weekday_of
from pipeline.dates.numeric import figures_day
from pipeline.dates.period import MONTH, WEEK, WEEKEND, YEAR, CalendarPeriod, calendar_day, period_of
from pipeline.lexicon.tables import read_table

_NAMED_REACH = 40  # characters behind "Sept. 11" in which "terrorist attacks" must stand


def numeric_day(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """2024-03-18, 18/03/2024."""
    return figures_day(context.text[match.start : match.end], context.order)


def full_day(match: DateMatch, context: DateContext | None) -> CalendarPeriod | None:
    """March 18, 2024."""
    return _day(match, match.number("year"))


def month_day(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """March 18: the year is told nearby or by the tense."""
    if match.rule == "first_day":  # the 12 of "12 to 15 July": the month stands behind the 15
        match = replace(match, stop=month_ahead(match))
    if year := year_ahead(match) or named_year(match):
        return _day(match, year)
    if (year := story_year(match, context)) and goes_on(day := _day(match, year), context):
        return day
    days = [day for year in years_around(context) if (day := _day(match, year))]
    return _stepped(days, match.number("last", "next"), match, context)


def second_day(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The 5 of "March 3-5": in the month of the 3."""
    if not context.anchor:
        return None
    first = context.anchor.first
    return calendar_day(first.year, first.month, match.number("dayno") or 0)


def month_day_of(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """May 15 of this year."""
    if match.value("unit") != YEAR:
        return context.choose((_day(match, year) for year in years_around(context)), match)
    base = context.now(YEAR)
    if match.value("that", "same") is not None:
        base = period_of(context.anchor.first, YEAR) if context.anchor else None
    return _day(match, base.first.year + (match.number("last", "this", "next") or 0)) if base else None


def nth_weekday(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The third Thursday in November."""
    number, weekday = match.number("ordinal", "nth") or 0, match.number("weekday", "wdayabbr") or 0
    month = match.number("month", "monthabbr")
    if not month or not 1 <= number <= 4:
        return None
    if year := match.number("year"):
        return nth_weekday_of(year, month, weekday, number)
    return context.choose((nth_weekday_of(year, month, weekday, number) for year in years_around(context)), match)


def day_of_month(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The 18th of last month."""
    month = context.now(MONTH) if match.value("unit") == MONTH else None
    there = month.shift(match.number("last", "this", "next") or 0) if month else None
    return calendar_day(there.first.year, there.first.month, match.number("nth") or 0) if there else None


def week_of(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The week of March 6."""
    unit = WEEKEND if match.value("weekend") is not None else WEEK
    year = match.number("year")
    day = _day(match, year) if year else context.choose((_day(match, y) for y in years_around(context)), match)
    return period_of(day.first, unit) if day else None


def holiday_day(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """Christmas 2023, last Thanksgiving, Easter."""
    name = str(match.value("holiday"))
    if year := match.number("year"):
        return holiday(name, year)
    if (year := story_year(match, context)) and goes_on(day := _day(match, year), context):
        return day
    days = [day for year in years_around(context) if (day := holiday(name, year))]
    return _stepped(days, match.number("last", "next"), match, context)


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
    return calendar_day(
        year or 0, match.number("month", "monthabbr") or 0, match.number("dayno", "ordinal", "nth") or 0
    )


READERS = {
    "numeric_day": numeric_day,
    "full_day": full_day,
    "month_day": month_day,
    "month_day_of": month_day_of,
    "second_day": second_day,
    "nth_weekday": nth_weekday,
    "day_of_month": day_of_month,
    "week_of": week_of,
    "holiday": holiday_day,
}
