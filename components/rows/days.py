"""The dates of an article as rows. No Streamlit."""

from dataclasses import dataclass

import pandas as pd

from components.formatting import day_words, one_line
from components.rows.article import said_on
from pipeline.model import Analysis


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day, month or year: how often it is named, in which words, and how many quotes were said on it."""

    value: str
    named: int
    quotes: int
    written: tuple[str, ...]


def day_rows(analysis: Analysis) -> list[DayRow]:
    """A row for each date, in calendar order."""
    words: dict[str, list[str]] = {}
    quotes: dict[str, int] = {}
    for one in analysis.dates:
        if one.value:
            words.setdefault(one.value, []).append(one_line(one.text))
    for quote in analysis.quotes:
        if value := said_on(quote):
            quotes[value] = quotes.get(value, 0) + 1
    return [
        DayRow(value, len(words.get(value, ())), quotes.get(value, 0), tuple(dict.fromkeys(words.get(value, ()))))
        for value in sorted({*words, *quotes})
    ]


def day_table(rows: list[DayRow]) -> pd.DataFrame:
    """The rows as a data frame for the table of dates."""
    return pd.DataFrame(
        {
            "Date": [row.value for row in rows],
            "In words": [day_words(row.value) for row in rows],
            "Times named": [row.named for row in rows],
            "Quotes said": [row.quotes for row in rows],
            "Written": [", ".join(row.written) for row in rows],
        }
    )
