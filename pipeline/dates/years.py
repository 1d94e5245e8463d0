"""Years, decades and centuries."""

import re
from datetime import date

from pipeline.dates.context import Setting
from pipeline.dates.grammar import Hit
from pipeline.dates.period import CENTURY, DECADE, YEAR, Moment, moment


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


READERS = {
    "decade": decade,
    "decade_word": decade_word,
    "century": century,
    "year": year,
    "bare_year": year,
    "year_tail": year_tail,
}
