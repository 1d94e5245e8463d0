"""Years, decades and centuries."""

import re
from datetime import date

from pipeline.dates.context import DateContext
from pipeline.dates.grammar import DateMatch
from pipeline.dates.period import CENTURY, DECADE, YEAR, CalendarPeriod, period_of


def decade(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The 1990s, the '90s."""
    digits = re.sub(r"\D", "", str(match.value("decade")))
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return period_of(date(year, 1, 1), DECADE)


def decade_word(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The nineties."""
    return period_of(date(match.number("decadeword") or 1900, 1, 1), DECADE)


def century(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The 20th century is the nineteen-hundreds."""
    number = match.number("ordinal", "nth") or 0
    return CalendarPeriod(date((number - 1) * 100, 1, 1), CENTURY) if 1 < number <= 30 else None


def year(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """2024, fiscal 1989."""
    return period_of(date(match.number("year") or 1, 1, 1), YEAR)


def old_year(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """1066."""
    return period_of(date(match.number("num") or 1, 1, 1), YEAR)


def short_year(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """'85, which is the last such year."""
    years, here = match.number("dayno", "num") or 0, context.published
    return period_of(date(here.year - (here.year - years) % 100, 1, 1), YEAR) if here else None


def year_tail(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The 18 of 1914-18."""
    tail = match.number("dayno", "num") or 0
    head = int(match.tokens.values[match.first - 2])
    return period_of(date(head - head % 100 + tail, 1, 1), YEAR) if head % 100 < tail < 100 else None


READERS = {
    "decade": decade,
    "decade_word": decade_word,
    "century": century,
    "year": year,
    "bare_year": year,
    "year_tail": year_tail,
    "old_year": old_year,
    "short_year": short_year,
}
