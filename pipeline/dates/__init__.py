"""Date expressions: where they are, which day they mean, and the day of each saying."""

from pipeline.dates.as_said import as_said
from pipeline.dates.find import find_dates
from pipeline.dates.moment import Moment, parse_value
from pipeline.dates.published import parse_day, published_from_text
from pipeline.dates.said_on import date_quotes

__all__ = ["Moment", "as_said", "date_quotes", "find_dates", "parse_day", "parse_value", "published_from_text"]
