"""Dates with a month, a year or a holiday in them."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

from pipeline.dates.holidays import holiday, nth_weekday_of
from pipeline.dates.moment import (
    CENTURY,
    DECADE,
    MONTH,
    SEASON,
    SEASON_STARTS,
    WEEK,
    WEEKEND,
    YEAR,
    Moment,
    day_moment,
    moment,
)
from pipeline.dates.numeric import figures_day
from pipeline.dates.rules import Hit, compile_pattern
from pipeline.dates.setting import Setting
from pipeline.dates.tables import read_table

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
        hit = replace(hit, stop=_month_ahead(hit))
    if year := year_ahead(hit) or named_year(hit):
        return _day(hit, year)
    days = [day for year in _years(setting) if (day := _day(hit, year))]
    return _stepped(days, hit.number("last", "next"), hit, setting)


def nth_weekday(hit: Hit, setting: Setting) -> Moment | None:
    """The third Thursday in November."""
    number, weekday = hit.number("ordinal", "nth") or 0, hit.number("weekday", "wdayabbr") or 0
    month = hit.number("month", "monthabbr")
    if not month or not 1 <= number <= 4:
        return None
    if year := hit.number("year"):
        return nth_weekday_of(year, month, weekday, number)
    return setting.choose((nth_weekday_of(year, month, weekday, number) for year in _years(setting)), hit)


def day_of_month(hit: Hit, setting: Setting) -> Moment | None:
    """The 18th of last month."""
    month = setting.now(MONTH) if hit.value("unit") == MONTH else None
    there = month.shift(hit.number("last", "this", "next") or 0) if month else None
    return day_moment(there.first.year, there.first.month, hit.number("nth") or 0) if there else None


def second_day(hit: Hit, setting: Setting) -> Moment | None:
    """The 5 of "March 3-5": in the month of the 3."""
    if not setting.anchor:
        return None
    first = setting.anchor.first
    return day_moment(first.year, first.month, hit.number("dayno") or 0)


def week_of(hit: Hit, setting: Setting) -> Moment | None:
    """The week of March 6."""
    unit = WEEKEND if hit.value("weekend") is not None else WEEK
    year = hit.number("year")
    day = _day(hit, year) if year else setting.choose((_day(hit, y) for y in _years(setting)), hit)
    return moment(day.first, unit) if day else None


def month_year(hit: Hit, setting: Setting) -> Moment | None:
    """March 2024."""
    return _month(hit, hit.number("year"))


def month_of(hit: Hit, setting: Setting) -> Moment | None:
    """March of last year."""
    base = setting.now(YEAR)
    if hit.value("that", "same") is not None:
        base = moment(setting.anchor.first, YEAR) if setting.anchor else None
    year = base.shift(hit.number("last", "next", "this") or 0) if base else None
    return _month(hit, year.first.year) if year else None


def month_relative(hit: Hit, setting: Setting) -> Moment | None:
    """Last March, next March, this March."""
    here = setting.now(MONTH)
    step = hit.number("last", "next", "this", "coming", "past") or 0
    if not here:
        return None
    months = [month for year in _years(setting) if (month := _month(hit, year))]
    if step < 0:
        return max((month for month in months if month.first < here.first), key=_first, default=None)
    if step > 0:
        return min((month for month in months if month.first > here.first), key=_first)
    return next((month for month in months if month.first.year == here.first.year), None)


def month_then(hit: Hit, setting: Setting) -> Moment | None:
    """The following February, that March: told from the date named before."""
    return _then([_month(hit, year) for year in _anchor_years(setting)], hit, setting)


def season_then(hit: Hit, setting: Setting) -> Moment | None:
    """That spring, the following winter."""
    return _then([_season(hit, year) for year in _anchor_years(setting)], hit, setting)


def _anchor_years(setting: Setting) -> range:
    return range(setting.anchor.first.year - 1, setting.anchor.first.year + 2) if setting.anchor else range(0)


def _then(candidates: list[Moment | None], hit: Hit, setting: Setting) -> Moment | None:
    """The candidate in the anchor's year, or the first one behind the anchor, or the last one before it."""
    if not setting.anchor:
        return None
    anchor, known = setting.anchor, [candidate for candidate in candidates if candidate]
    if hit.value("following", "next") is not None:
        return min((found for found in known if found.first > anchor.first), key=_first, default=None)
    if hit.value("previous") is not None:
        return max((found for found in known if found.first < anchor.first), key=_first, default=None)
    return next((found for found in known if found.first.year == anchor.first.year), None)


def month_alone(hit: Hit, setting: Setting) -> Moment | None:
    """March: the nearest, or the one the tense tells."""
    if year := year_ahead(hit):
        return _month(hit, year)
    return setting.choose((_month(hit, year) for year in _years(setting)), hit)


def holiday_day(hit: Hit, setting: Setting) -> Moment | None:
    """Christmas 2023, last Thanksgiving, Easter."""
    name = str(hit.value("holiday"))
    if year := hit.number("year"):
        return holiday(name, year)
    days = [day for year in _years(setting) if (day := holiday(name, year))]
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


def season(hit: Hit, setting: Setting) -> Moment | None:
    """The summer of 2012, in the spring."""
    if year := hit.number("year"):
        return _season(hit, year)
    if hit.value("unit") is not None and setting.published:  # the spring of this year
        return _season(hit, setting.published.year + (hit.number("last", "this", "next") or 0))
    return setting.choose((_season(hit, year) for year in _years(setting)), hit)


def season_relative(hit: Hit, setting: Setting) -> Moment | None:
    """Last summer, this winter."""
    step = hit.number("last", "next", "this", "coming", "past") or 0
    seasons = [found for year in _years(setting) if (found := _season(hit, year))]
    if not setting.published:
        return None
    here = setting.published
    if step < 0:
        return max((found for found in seasons if found.last < here), key=_first)
    if step > 0:
        return min((found for found in seasons if found.first > here), key=_first)
    here_now = [found for found in seasons if found.first <= here <= found.last]
    same_year = [found for found in seasons if found.first.year == here.year]
    return (here_now or same_year)[0]


def decade(hit: Hit, setting: Setting) -> Moment | None:
    """The 1990s, the '90s."""
    digits = re.sub(r"\D", "", str(hit.value("decade")))
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return moment(date(year, 1, 1), DECADE)


def decade_word(hit: Hit, setting: Setting) -> Moment | None:
    """The nineties."""
    return moment(date(hit.number("decadeword") or 1900, 1, 1), DECADE)


def century(hit: Hit, setting: Setting) -> Moment | None:
    """The 20th century is the nineteen-hundreds."""
    number = hit.number("ordinal", "nth") or 0
    return Moment(date((number - 1) * 100, 1, 1), CENTURY) if 1 < number <= 30 else None


def year(hit: Hit, setting: Setting) -> Moment | None:
    """2024, fiscal 1989."""
    return moment(date(hit.number("year") or 1, 1, 1), YEAR)


def year_tail(hit: Hit, setting: Setting) -> Moment | None:
    """The 18 of 1914-18."""
    tail = hit.number("dayno", "num") or 0
    head = int(hit.tokens.values[hit.first - 2])
    return moment(date(head - head % 100 + tail, 1, 1), YEAR) if head % 100 < tail < 100 else None


def year_ahead(hit: Hit) -> int | None:
    """The year of "March 3-5, 2024" or "June and July 2024", which stands behind the later one."""
    found = _ahead().match(hit.tokens.classes, hit.stop)
    return int(hit.tokens.values[found.end() - 1]) if found else None


def _month_ahead(hit: Hit) -> int:
    """Behind which token the month of "12 to 15 July" has been named."""
    found = _range().match(hit.tokens.classes, hit.stop)
    return found.end() if found else hit.stop


@cache
def _range() -> re.Pattern[str]:
    return re.compile(compile_pattern("(hyphen | to | and) the? dayno of? MONTH"))


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(compile_pattern("(JOIN (MONTH DAYNO comma? | DAYNO MONTH? comma? | MONTH comma?) | comma?) year"))


def _first(moment: Moment) -> date:
    return moment.first


def _years(setting: Setting) -> range:
    return range(setting.published.year - 1, setting.published.year + 2) if setting.published else range(0)


def _day(hit: Hit, year: int | None) -> Moment | None:
    return day_moment(year or 0, hit.number("month", "monthabbr") or 0, hit.number("dayno", "ordinal", "nth") or 0)


def _month(hit: Hit, year: int | None) -> Moment | None:
    month = hit.number("month", "monthabbr")
    return Moment(date(year, month, 1), MONTH) if year and month else None


def _season(hit: Hit, year: int) -> Moment | None:
    start = SEASON_STARTS[str(hit.value("season"))]
    return Moment(date(year, start, 1), SEASON)


READERS = {
    "numeric_day": numeric_day,
    "full_day": full_day,
    "month_day": month_day,
    "second_day": second_day,
    "nth_weekday": nth_weekday,
    "day_of_month": day_of_month,
    "week_of": week_of,
    "month_year": month_year,
    "month_of": month_of,
    "month_relative": month_relative,
    "month_alone": month_alone,
    "month_then": month_then,
    "season_then": season_then,
    "holiday": holiday_day,
    "season": season,
    "season_relative": season_relative,
    "decade": decade,
    "decade_word": decade_word,
    "century": century,
    "year": year,
    "bare_year": year,
    "year_tail": year_tail,
}
