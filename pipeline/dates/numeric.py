"""Dates in figures, with day and month in the order that the article itself uses."""

import re
from typing import Literal

from pipeline.dates.period import CalendarPeriod, calendar_day

Order = Literal["day-month", "month-day", "unknown"]
_FIGURES = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})")
_CENTURY_PIVOT = 70  # 69 is 2069, 70 is 1970, as in POSIX


def day_order(texts: list[str]) -> Order:
    """The order that the article's own dates prove: a number above 12 is a day."""
    first = second = dotted = False
    for text in texts:
        found = _FIGURES.fullmatch(text)
        if not found or len(found[1]) == 4:
            continue
        first = first or int(found[1]) > 12
        second = second or int(found[2]) > 12
        dotted = dotted or "." in text
    if first == second:
        return "day-month" if dotted and not first else "unknown"
    return "day-month" if first else "month-day"


def figures_day(text: str, order: Order) -> CalendarPeriod | None:
    """A day in figures; None where day and month could be exchanged or no such day exists."""
    found = _FIGURES.fullmatch(text.split("T")[0])
    if not found:
        return None
    one, two, three = (int(group) for group in found.groups())
    if len(found[1]) == 4:
        return calendar_day(one, two, three)
    year = three if len(found[3]) == 4 else two_digit_year(three)
    if order == "unknown" and one <= 12 and two <= 12 and one != two:
        return None
    day_first = one > 12 or (order == "day-month" and two <= 12)
    return calendar_day(year, two, one) if day_first else calendar_day(year, one, two)


def two_digit_year(number: int) -> int:
    """12 is 2012, 85 is 1985."""
    return number + (1900 if number >= _CENTURY_PIVOT else 2000)
