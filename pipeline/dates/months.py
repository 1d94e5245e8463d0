"""Months and seasons."""

from datetime import date

from pipeline.dates.context import Setting, first_day, goes_on, story_year, year_ahead, years_around
from pipeline.dates.grammar import Hit
from pipeline.dates.period import MONTH, SEASON, SEASON_STARTS, YEAR, Moment, moment


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
    months = [month for year in years_around(setting) if (month := _month(hit, year))]
    if step < 0:
        return max((month for month in months if month.first < here.first), key=first_day, default=None)
    if step > 0:
        return min((month for month in months if month.first > here.first), key=first_day)
    return next((month for month in months if month.first.year == here.first.year), None)


def month_then(hit: Hit, setting: Setting) -> Moment | None:
    """The following February, that March: told from the date named before."""
    return _then([_month(hit, year) for year in _anchor_years(setting)], hit, setting)


def month_alone(hit: Hit, setting: Setting) -> Moment | None:
    """March: the nearest, or the one the tense tells."""
    if year := year_ahead(hit):
        return _month(hit, year)
    if (year := story_year(hit, setting)) and goes_on(month := _month(hit, year), setting):
        return month
    return setting.choose((_month(hit, year) for year in years_around(setting)), hit)


def season(hit: Hit, setting: Setting) -> Moment | None:
    """The summer of 2012, in the spring."""
    if year := hit.number("year"):
        return _season(hit, year)
    if hit.value("unit") is not None and setting.published:  # the spring of this year
        return _season(hit, setting.published.year + (hit.number("last", "this", "next") or 0))
    return setting.choose((_season(hit, year) for year in years_around(setting)), hit)


def season_relative(hit: Hit, setting: Setting) -> Moment | None:
    """Last summer, this winter."""
    step = hit.number("last", "next", "this", "coming", "past") or 0
    seasons = [found for year in years_around(setting) if (found := _season(hit, year))]
    if not setting.published:
        return None
    here = setting.published
    if step < 0:
        return max((found for found in seasons if found.last < here), key=first_day)
    if step > 0:
        return min((found for found in seasons if found.first > here), key=first_day)
    here_now = [found for found in seasons if found.first <= here <= found.last]
    same_year = [found for found in seasons if found.first.year == here.year]
    return (here_now or same_year)[0]


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
        return min((found for found in known if found.first > anchor.first), key=first_day, default=None)
    if hit.value("previous") is not None:
        return max((found for found in known if found.first < anchor.first), key=first_day, default=None)
    return next((found for found in known if found.first.year == anchor.first.year), None)


def _month(hit: Hit, year: int | None) -> Moment | None:
    month = hit.number("month", "monthabbr")
    return Moment(date(year, month, 1), MONTH) if year and month else None


def _season(hit: Hit, year: int) -> Moment | None:
    start = SEASON_STARTS[str(hit.value("season"))]
    return Moment(date(year, start, 1), SEASON)


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
