"""Dates that name a day of the year."""

from dataclasses import replace

from pipeline.dates.context import Setting, goes_on, month_ahead, story_year, year_ahead, years_around
from pipeline.dates.grammar import Hit
from pipeline.dates.holidays import holiday, nth_weekday_of
from pipeline.dates.numeric import figures_day
from pipeline.dates.period import MONTH, WEEK, WEEKEND, YEAR, Moment, day_moment, moment
from pipeline.lexicon.tables import read_table

_NAMED_REACH = 40  # characters behind "Sept. 11" in which "terrorist attacks" must stand


def numeric_day(hit: Hit, setting: Setting) -> Moment | None:
    """2024-03-18, 18/03/2024."""
    return figures_day(setting.text[hit.start : hit.end], setting.order)


def full_day(hit: Hit, setting: Setting | None) -> Moment | None:
    """March 18, 2024."""
    return _day(hit, hit.number("year"))


def month_day(hit: Hit, setting: Setting) -> Moment | None:
    """March 18: the year is told nearby or by the tense."""
    if hit.rule == "first_day":  # the 12 of "12 to 15 July": the month stands behind the 15
        hit = replace(hit, stop=month_ahead(hit))
    if year := year_ahead(hit) or named_year(hit):
        return _day(hit, year)
    if (year := story_year(hit, setting)) and goes_on(day := _day(hit, year), setting):
        return day
    days = [day for year in years_around(setting) if (day := _day(hit, year))]
    return _stepped(days, hit.number("last", "next"), hit, setting)


def second_day(hit: Hit, setting: Setting) -> Moment | None:
    """The 5 of "March 3-5": in the month of the 3."""
    if not setting.anchor:
        return None
    first = setting.anchor.first
    return day_moment(first.year, first.month, hit.number("dayno") or 0)


def month_day_of(hit: Hit, setting: Setting) -> Moment | None:
    """May 15 of this year."""
    if hit.value("unit") != YEAR:
        return setting.choose((_day(hit, year) for year in years_around(setting)), hit)
    base = setting.now(YEAR)
    if hit.value("that", "same") is not None:
        base = moment(setting.anchor.first, YEAR) if setting.anchor else None
    return _day(hit, base.first.year + (hit.number("last", "this", "next") or 0)) if base else None


def nth_weekday(hit: Hit, setting: Setting) -> Moment | None:
    """The third Thursday in November."""
    number, weekday = hit.number("ordinal", "nth") or 0, hit.number("weekday", "wdayabbr") or 0
    month = hit.number("month", "monthabbr")
    if not month or not 1 <= number <= 4:
        return None
    if year := hit.number("year"):
        return nth_weekday_of(year, month, weekday, number)
    return setting.choose((nth_weekday_of(year, month, weekday, number) for year in years_around(setting)), hit)


def day_of_month(hit: Hit, setting: Setting) -> Moment | None:
    """The 18th of last month."""
    month = setting.now(MONTH) if hit.value("unit") == MONTH else None
    there = month.shift(hit.number("last", "this", "next") or 0) if month else None
    return day_moment(there.first.year, there.first.month, hit.number("nth") or 0) if there else None


def week_of(hit: Hit, setting: Setting) -> Moment | None:
    """The week of March 6."""
    unit = WEEKEND if hit.value("weekend") is not None else WEEK
    year = hit.number("year")
    day = _day(hit, year) if year else setting.choose((_day(hit, y) for y in years_around(setting)), hit)
    return moment(day.first, unit) if day else None


def holiday_day(hit: Hit, setting: Setting) -> Moment | None:
    """Christmas 2023, last Thanksgiving, Easter."""
    name = str(hit.value("holiday"))
    if year := hit.number("year"):
        return holiday(name, year)
    if (year := story_year(hit, setting)) and goes_on(day := _day(hit, year), setting):
        return day
    days = [day for year in years_around(setting) if (day := holiday(name, year))]
    return _stepped(days, hit.number("last", "next"), hit, setting)


def named_year(hit: Hit) -> int | None:
    """The year of a day that stands for an event: the Sept. 11 attacks."""
    month, day = hit.number("month", "monthabbr"), hit.number("dayno", "nth")
    after = hit.tokens.text[hit.end : hit.end + _NAMED_REACH].lower().split()
    for known_month, known_day, year, nouns in read_table("named_days"):
        if (month, day) == (int(known_month), int(known_day)) and set(after) & set(nouns.split()):
            return int(year)
    return None


def _stepped(days: list[Moment], step: int | None, hit: Hit, setting: Setting) -> Moment | None:
    """The last or next of a yearly day; without either word the tense and the distance choose."""
    here = setting.published
    if not step or not here:
        return setting.choose(days, hit)
    fitting = [day for day in days if (day.first < here if step < 0 else day.first > here)]
    return (fitting[-1] if step < 0 else fitting[0]) if fitting else None


def _day(hit: Hit, year: int | None) -> Moment | None:
    return day_moment(year or 0, hit.number("month", "monthabbr") or 0, hit.number("dayno", "ordinal", "nth") or 0)


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
