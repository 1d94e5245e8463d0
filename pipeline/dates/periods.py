"""Quarters and halves, which lean on the reporting season."""

from dataclasses import replace
from datetime import date, timedelta

from pipeline.dates.context import Setting
from pipeline.dates.days import full_day, month_day
from pipeline.dates.grammar import Hit
from pipeline.dates.period import HALF, QUARTER, YEAR, Moment, moment

_TRUST = 4  # quarters are reported on and forecast in the same breath: tense tells less than nearness
_ENDED = 6  # tokens of "ended Sept . 30 , 2023"
_HALF_A_QUARTER = timedelta(days=45)


def quarter(hit: Hit, setting: Setting) -> Moment | None:
    """The third quarter (of 2023, of last year)."""
    number = _quarter_number(hit)
    if not number or number > 4:
        return None
    if year := hit.number("year"):
        return _quarter(year, number)
    step = hit.number("last", "next", "this", "previous")
    here = setting.now(YEAR)
    if step is not None and here:
        return _quarter(here.first.year + step, number)
    if hit.value("that") is not None and setting.anchor:
        return _quarter(setting.anchor.first.year, number)
    return _latest(number, hit, setting)


def _latest(number: int, hit: Hit, setting: Setting) -> Moment | None:
    """The nearest quarter of that number, by tense."""
    here = setting.now(YEAR)
    if not here:
        return None
    year = here.first.year
    return setting.choose((_quarter(y, number) for y in (year - 1, year, year + 1)), hit, trust=_TRUST)


def quarter_ended(hit: Hit, setting: Setting) -> Moment | None:
    """The quarter ended June 30: the calendar quarter that it mostly fills."""
    end = replace(hit, first=hit.stop, stop=min(hit.stop + _ENDED, len(hit.tokens.classes)))
    day = full_day(end, setting) if end.number("year") else month_day(end, setting)
    return moment(day.first - _HALF_A_QUARTER, QUARTER) if day else None


def quarter_relative(hit: Hit, setting: Setting) -> Moment | None:
    """The latest quarter, the previous quarter, last quarter, the same quarter."""
    base = setting.quarter
    if hit.value("latest", "same", "previous", "following") is not None:
        if not base:
            base = setting.now(QUARTER)
            return base.shift(-1) if base and hit.value("latest") is not None else None
        return base.shift(hit.number("latest", "same", "previous", "following") or 0)
    here = setting.now(QUARTER)
    return here.shift(hit.number("last", "next", "this", "coming") or 0) if here else None


def quarter_alone(hit: Hit, setting: Setting) -> Moment | None:
    """The quarter: the one the article speaks of, else the one reported on."""
    if setting.quarter:
        return setting.quarter
    here = setting.now(QUARTER)
    return here.shift(-1) if here else None


def year_ago(hit: Hit, setting: Setting) -> Moment | None:
    """The year-ago quarter, the year-earlier period."""
    number = _quarter_number(hit)
    base = setting.quarter
    if number and setting.published:
        base = _latest(number, hit, setting)
    if base and hit.value("unit") == "year":
        return base.shift(-4)
    here = setting.now(YEAR)
    return here.shift(-1) if here and hit.value("unit") == "year" else None


def half(hit: Hit, setting: Setting) -> Moment | None:
    """The first half of 2023."""
    number = hit.number("ordinal", "nth") or 0
    here = setting.now(YEAR)
    year = hit.number("year")
    if not year and here:
        year = here.first.year + (hit.number("last", "next", "this") or 0)
    return Moment(date(year, 6 * number - 5, 1), HALF) if year and number in (1, 2) else None


def _quarter_number(hit: Hit) -> int | None:
    if (ordinal := hit.number("ordinal", "nth")) is not None:
        return ordinal
    name = hit.value("quartername")
    return next((int(mark) for mark in str(name) if mark.isdigit()), None) if name else None


def _quarter(year: int, number: int) -> Moment:
    return moment(date(year, 3 * number, 1), QUARTER)


READERS = {
    "quarter": quarter,
    "quarter_ended": quarter_ended,
    "quarter_relative": quarter_relative,
    "quarter_alone": quarter_alone,
    "year_ago": year_ago,
    "half": half,
}
