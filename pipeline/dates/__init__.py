"""Date expressions: where they are, which day they mean, and the day of each saying."""

from pipeline.dates.find import find_dates
from pipeline.dates.period import Moment, parse_value
from pipeline.dates.publication import parse_day, published_from_text
from pipeline.dates.quote_days import as_said, date_quotes

__all__ = ["Moment", "as_said", "date_quotes", "find_dates", "parse_day", "parse_value", "published_from_text"]
