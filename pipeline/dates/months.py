"""Months and seasons."""

from datetime import date
from functools import partial

from pipeline.dates.context import DateContext, first_day, year_ahead, year_told_behind, years_around
from pipeline.dates.grammar import DateMatch
from pipeline.dates.narrative import from_story
from pipeline.dates.period import MONTH, SEASON, SEASON_STARTS, YEAR, CalendarPeriod, period_of


def month_year(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """March 2024."""
    return _month(match, match.number("year"))


def month_of(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """March of last year."""
    base = context.now(YEAR)
    if match.value("that", "same") is not None:
        base = period_of(context.anchor.first, YEAR) if context.anchor else None
    year = base.shift(match.number("last", "next", "this") or 0) if base else None
    return _month(match, year.first.year) if year else None


def month_relative(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """Last March, next March, this March."""
    here = context.now(MONTH)
    step = match.number("last", "next", "this", "coming", "past") or 0
    if not here:
        return None
    months = [month for year in years_around(context) if (month := _month(match, year))]
    if step < 0:
        return max((month for month in months if month.first < here.first), key=first_day, default=None)
    if step > 0:
        return min((month for month in months if month.first > here.first), key=first_day)
    return next((month for month in months if month.first.year == here.first.year), None)


def month_then(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The following February, that March: told from the date named before."""
    return _then([_month(match, year) for year in _anchor_years(context)], match, context)


def month_alone(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """March: the nearest, or the one the tense tells."""
    if year := year_ahead(match) or year_told_behind(match, context):
        return _month(match, year)
    return month_of_year(match, context)


def month_of_year(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """A month with its year, or of the year that the story or the publication gives it."""
    if year := match.number("year"):
        return _month(match, year)
    told = from_story(partial(_month, match), match, context)
    return told or context.choose((_month(match, year) for year in years_around(context)), match)


def season(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The summer of 2012, in the spring."""
    if year := match.number("year"):
        return _season(match, year)
    if match.value("unit") is not None and context.published:  # the spring of this year
        return _season(match, context.published.year + (match.number("last", "this", "next") or 0))
    told = from_story(partial(_season, match), match, context)
    return told or context.choose((_season(match, year) for year in years_around(context)), match)


def season_relative(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """Last summer, this winter."""
    if not context.published:
        return None
    step, here = match.number("last", "next", "this", "coming", "past") or 0, context.published
    years = range(here.year - 2, here.year + 2)  # in January, last winter began two calendar years ago
    seasons = [found for year in years if (found := _season(match, year))]
    if step < 0:
        return max((found for found in seasons if found.last < here), key=first_day)
    if step > 0:
        return min((found for found in seasons if found.first > here), key=first_day)
    here_now = [found for found in seasons if found.first <= here <= found.last]
    same_year = [found for found in seasons if found.first.year == here.year]
    return (here_now or same_year)[0]


def season_then(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """That spring, the following winter."""
    return _then([_season(match, year) for year in _anchor_years(context)], match, context)


def _anchor_years(context: DateContext) -> range:
    return range(context.anchor.first.year - 1, context.anchor.first.year + 2) if context.anchor else range(0)


def _then(candidates: list[CalendarPeriod | None], match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The candidate in the anchor's year, or the first one behind the anchor, or the last one before it."""
    if not context.anchor:
        return None
    anchor, known = context.anchor, [candidate for candidate in candidates if candidate]
    if match.value("following", "next") is not None:
        return min((found for found in known if found.first > anchor.first), key=first_day, default=None)
    if match.value("previous") is not None:
        return max((found for found in known if found.first < anchor.first), key=first_day, default=None)
    return next((found for found in known if found.first.year == anchor.first.year), None)


def _month(match: DateMatch, year: int | None) -> CalendarPeriod | None:
    month = match.number("month", "monthabbr")
    return CalendarPeriod(date(year, month, 1), MONTH) if year and month else None


def _season(match: DateMatch, year: int) -> CalendarPeriod | None:
    start = SEASON_STARTS[str(match.value("season"))]
    return CalendarPeriod(date(year, start, 1), SEASON)


READERS = {
    "month_year": month_year,
    "month_of": month_of,
    "month_relative": month_relative,
    "month_alone": month_alone,
    "month_then": month_then,
    "season_then": season_then,
    "season": season,
    "season_relative": season_relative,
}
