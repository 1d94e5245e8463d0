"""A stretch of the calendar with a name: a day, a week, a quarter, a decade."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

DAY, WEEK, WEEKEND, MONTH, QUARTER = "day", "week", "weekend", "month", "quarter"
SEASON, HALF, YEAR, DECADE, CENTURY = "season", "half", "year", "decade", "century"

# How many months a unit spans, for the units that are counted in months.
MONTHS = {MONTH: 1, QUARTER: 3, SEASON: 3, HALF: 6, YEAR: 12, DECADE: 120, CENTURY: 1200}
_DAYS = {DAY: 1, WEEK: 7, WEEKEND: 7}
_SEASON_CODES = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class CalendarPeriod:
    """A calendar unit, told by its first day; build it with ``period_of`` so that the first day is right."""

    first: date
    unit: str

    @property
    def last(self) -> date:
        """The last day that belongs to it."""
        if self.unit in _DAYS:
            return self.first + timedelta(days={DAY: 0, WEEK: 6, WEEKEND: 1}[self.unit])
        end = _add_months(self.first, MONTHS[self.unit] - 1)
        return end.replace(day=calendar.monthrange(end.year, end.month)[1])

    def shift(self, count: int) -> "CalendarPeriod | None":
        """The unit so many units later, or None outside the calendar."""
        try:
            if self.unit in _DAYS:
                return CalendarPeriod(self.first + timedelta(days=count * _DAYS[self.unit]), self.unit)
            return CalendarPeriod(_add_months(self.first, count * MONTHS[self.unit]), self.unit)
        except (ValueError, OverflowError):
            return None

    def iso(self) -> str:
        """The value as it stands in the record: 2024-03-18, 2024-W12, 2024-Q1, 2024-SU, 199."""
        year, month = self.first.year, self.first.month
        if self.unit in (WEEK, WEEKEND):
            week_year, week, _ = self.first.isocalendar()
            return f"{week_year:04d}-W{week:02d}" + ("-WE" if self.unit == WEEKEND else "")
        return {
            DAY: self.first.isoformat(),
            MONTH: f"{year:04d}-{month:02d}",
            QUARTER: f"{year:04d}-Q{(month + 2) // 3}",
            HALF: f"{year:04d}-H{(month + 5) // 6}",
            SEASON: f"{year:04d}-{_SEASON_CODES.get(month, '')}",
            YEAR: f"{year:04d}",
            DECADE: f"{year // 10:03d}",
            CENTURY: f"{year // 100:02d}",
        }[self.unit]


def period_of(day: date, unit: str) -> CalendarPeriod:
    """The unit that holds the day."""
    if unit == WEEK:
        return CalendarPeriod(day - timedelta(days=day.weekday()), WEEK)
    if unit == WEEKEND:
        return CalendarPeriod(day + timedelta(days=5 - day.weekday()), WEEKEND)
    if unit == DAY:
        return CalendarPeriod(day, DAY)
    if unit == SEASON:
        start = _add_months(day.replace(day=1), -(day.month % 3))
        return CalendarPeriod(start, SEASON)
    if unit in (DECADE, CENTURY):
        size = MONTHS[unit] // 12
        return CalendarPeriod(date(max(day.year - day.year % size, 1), 1, 1), unit)
    size = MONTHS[unit]
    return CalendarPeriod(date(day.year, (day.month - 1) // size * size + 1, 1), unit)


def calendar_day(year: int, month: int, day: int) -> CalendarPeriod | None:
    """A day, or None where the calendar has no such day."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return CalendarPeriod(date(year, month, day), DAY)


_ISO = re.compile(
    r"(\d{4})-(?:(\d\d)-(\d\d)|(\d\d)|W(\d\d)(-WE)?|Q([1-4])|H([12])|(SP|SU|FA|WI))|(\d{4})|(\d{3})|(\d\d)"
)


def parse_value(value: str) -> CalendarPeriod | None:
    """Read a record's value back, for tables and charts that need its first and last day."""
    found = _ISO.fullmatch(value)
    if not found:
        return None
    try:
        return _from_groups(*found.groups())
    except ValueError:
        return None


def _from_groups(year: str | None, *rest: str | None) -> CalendarPeriod:
    month, day, only_month, week, weekend, quarter, half, season, only_year, decade, century = rest
    if year is None:
        bare = only_year or (decade and decade + "0") or f"{century}00"
        return CalendarPeriod(date(int(bare), 1, 1), YEAR if only_year else DECADE if decade else CENTURY)
    if week:
        return period_of(date.fromisocalendar(int(year), int(week), 1), WEEKEND if weekend else WEEK)
    if day:
        return CalendarPeriod(date(int(year), int(month or 0), int(day)), DAY)
    if quarter or half:
        first = 3 * int(quarter) - 2 if quarter else 6 * int(half or 1) - 5
        return CalendarPeriod(date(int(year), first, 1), QUARTER if quarter else HALF)
    start = SEASON_STARTS[season] if season else int(only_month or 0)
    return CalendarPeriod(date(int(year), start, 1), SEASON if season else MONTH)


def _add_months(day: date, count: int) -> date:
    """The same day of a month so many months later; the last day where the month is too short."""
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
