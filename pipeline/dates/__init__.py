"""Date expressions, the days they mean, and the day on which each quote was said."""

from pipeline.dates.find import find_dates
from pipeline.dates.period import CalendarPeriod, parse_value
from pipeline.dates.publication import parse_day, published_from_text
from pipeline.dates.quote_days import date_quotes, resolve_in_quotes

__all__ = [
    "CalendarPeriod",
    "date_quotes",
    "find_dates",
    "parse_day",
    "parse_value",
    "published_from_text",
    "resolve_in_quotes",
]
