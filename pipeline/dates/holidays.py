"""Named days of the year, fixed or computed."""

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

from pipeline.dates.period import CalendarPeriod, calendar_day
from pipeline.lexicon.tables import read_table


@cache
def _rules() -> dict[str, str]:
    return {name: rule for rule, names in read_table("holidays") for name in names.split("|")}


def holiday_names() -> tuple[str, ...]:
    """Every name in the table."""
    return tuple(_rules())


def holiday(name: str, year: int) -> CalendarPeriod | None:
    """The day of a holiday in a year, or None where the rule does not tell."""
    kind, *numbers = _rules()[name].split()
    if not 1583 <= year <= 4099:  # the range of the computation of Easter
        return None
    values = [int(number) for number in numbers]
    if kind == "fixed":
        return calendar_day(year, *values)
    if kind == "easter":
        return CalendarPeriod(easter(year) + timedelta(days=values[0]), "day")
    return nth_weekday_of(year, *values)


def nth_weekday_of(year: int, month: int, weekday: int, nth: int, offset: int = 0) -> CalendarPeriod | None:
    """The nth weekday of a month, counted from its end where nth is negative, so many days on."""
    if nth > 0:
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1) + offset)
    else:
        after = date(year + month // 12, month % 12 + 1, 1)
        back = (after.weekday() - weekday - 1) % 7 + 1
        day = after - timedelta(days=back + 7 * (-nth - 1)) + timedelta(days=offset)
    return CalendarPeriod(day, "day")
