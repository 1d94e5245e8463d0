"""The days of the article: those it names, and those on which something was said."""

from components.elements.choosable import choosing_table
from components.elements.notices import heading, hint
from components.formatting import count
from components.rows.days import day_rows, day_table
from components.selection.selection import Selection

SOURCE = "day-table"
_NO_DAY = "No date could be read here; weekdays need the publication date."


def show_days(selection: Selection) -> None:
    """The days in what the other chips leave."""
    shown = selection.but("day")
    rows = day_rows(shown)
    title = f"Table of {count(len(rows), 'date')}"
    choosing_table(day_table(rows), [row.value for row in rows], title=title, kind="day", source=SOURCE)
    if not rows:
        heading("Dates")
        hint("No date could be read here." if shown.article.published else _NO_DAY)
    if open_ones := sum(one.value is None for one in shown.dates):
        hint(f"{count(open_ones, 'expression of time has', 'expressions of time have')} no known date.")
