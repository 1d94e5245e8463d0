"""The days of the article: those it names, and those on which something was said."""

from dataclasses import dataclass

import pandas as pd

from components.meanings import said_on
from components.notices import hint
from components.selection import Selection
from components.tables import choosing_table
from components.words import count, day_words, one_line
from pipeline.model import Analysis

SOURCE = "day-table"


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day, month or year: how often it is named, in which words, and how many quotes were said on it."""

    value: str
    named: int
    quotes: int
    written: tuple[str, ...]


def show_days(selection: Selection) -> None:
    """The days in what the other chips leave."""
    shown = selection.but("day")
    rows = day_rows(shown)
    title = f"Table of {count(len(rows), 'date')}"
    choosing_table(day_table(rows), [row.value for row in rows], title=title, kind="day", source=SOURCE)
    if not rows:
        hint("No date could be read here; weekdays need the publication date.")
    if open_ones := sum(one.value is None for one in shown.dates):
        hint(f"{count(open_ones, 'expression of time has', 'expressions of time have')} no known date.")


def day_rows(analysis: Analysis) -> list[DayRow]:
    """Every date, in the order of the calendar."""
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
    """The days as a table."""
    return pd.DataFrame(
        {
            "Date": [row.value for row in rows],
            "In words": [day_words(row.value) for row in rows],
            "Times named": [row.named for row in rows],
            "Quotes said": [row.quotes for row in rows],
            "Written": [", ".join(row.written) for row in rows],
        }
    )
