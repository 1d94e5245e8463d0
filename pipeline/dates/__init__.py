"""Date expressions: where they are, which day they mean, and the day of each saying."""

from pipeline.dates.find import find_dates
from pipeline.dates.published import published_from_text
from pipeline.dates.said_on import date_quotes

__all__ = ["date_quotes", "find_dates", "published_from_text"]
