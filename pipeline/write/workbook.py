"""The tables as one Excel workbook: a sheet a table, days as days, and no cell that runs."""

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from pipeline.model import Analysis
from pipeline.record import to_record
from pipeline.write.columns import FILE_TABLES, Column, TableName, file_columns
from pipeline.write.formula_guard import neutralise
from pipeline.write.rows import Record, join_texts, rows, storable

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_575  # of a sheet, below its header
MOST_UNITS = 32_767  # of a cell, in UTF-16
_FIRST_DAY = date(1900, 3, 1)  # before, spreadsheets do not agree on the calendar
_SAME_DAY = datetime(1980, 1, 1)  # no clock in the file: the same facts give the same bytes
_DAYS = {("quotes", "said_on"), ("articles", "published"), ("dates", "value")}
_WIDTHS = {"text": 16, "integer": 11, "count": 9, "number": 11, "texts": 34, "flag": 8}
_WIDE = {"reason": 62, "speaker_reason": 62, "message": 70, "title": 44, "name": 28, "speaker_name": 24, "id": 18}
_LONG = {("quotes", "text"): 70, ("entities", "id"): 8, ("quotes", "id"): 8, ("places", "text"): 22}
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}


def workbook_bytes(analyses: Sequence[Analysis]) -> bytes:
    """The file, ready to be opened; every table has its sheet, also when it is empty."""
    from xlsxwriter import Workbook  # here, as whoever wants no workbook should not wait for it

    buffer = io.BytesIO()
    book = Workbook(buffer, _OPTIONS)
    book.set_properties({"title": "Dateline tables", "created": _SAME_DAY})
    plain = {"valign": "top", "text_wrap": True}
    look = {
        "header": book.add_format({"bold": True, "bottom": 1, "bg_color": "#F3F1EB"}),
        "text": book.add_format(plain),
        # Excel's own mark for "this is text", kept when the cell is edited.
        "guarded": book.add_format({**plain, "quote_prefix": True}),
        "number": book.add_format({"valign": "top"}),
        "day": book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"}),
    }
    records = [storable(to_record(analysis)) for analysis in analyses]
    for table in FILE_TABLES:
        for number, part in enumerate(_parts(table, records), 1):
            _fill(book.add_worksheet(table if number == 1 else f"{table} {number}"), table, part, look)
    book.close()
    return buffer.getvalue()


def _parts(table: TableName, records: Sequence[Record]) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of a table, in as many lots as sheets are needed; one, if there are none."""
    found = [row for record in records for row in rows(table, record)]
    for start in range(0, max(len(found), 1), MOST_ROWS):
        yield found[start : start + MOST_ROWS]


def _fill(sheet: "Worksheet", table: TableName, found: list[tuple[Any, ...]], look: dict[str, Any]) -> None:
    columns = file_columns(table)
    for n, column in enumerate(columns):
        sheet.write_string(0, n, column.name, look["header"])
        width = _LONG.get((table, column.name), _WIDE.get(column.name, _WIDTHS[column.kind]))
        sheet.set_column(n, n, width)
    for r, row in enumerate(found, 1):
        for n, (column, value) in enumerate(zip(columns, row, strict=True)):
            if value is not None:
                _write(sheet, (r, n), value, column, look, may_be_day=(table, column.name) in _DAYS)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(found), 1), len(columns) - 1)


def _write(
    sheet: "Worksheet", at: tuple[int, int], value: Any, column: Column, look: dict[str, Any], *, may_be_day: bool
) -> None:
    if column.kind == "flag":
        sheet.write_boolean(*at, value, look["number"])
    elif column.kind in ("count", "integer", "number"):
        sheet.write_number(*at, value, look["number"])
    elif may_be_day and (day := _day(value)):
        sheet.write_datetime(*at, datetime(day.year, day.month, day.day), look["day"])
    else:
        words = _cut(join_texts(value) if column.kind == "texts" else value)
        sheet.write_string(*at, words, look["text" if neutralise(words) == words else "guarded"])


def _day(value: str) -> date | None:
    """The day, where the value is exactly one and spreadsheets know it."""
    if len(value) != len("2024-03-18") or "W" in value:
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if day >= _FIRST_DAY else None


def _cut(words: str) -> str:
    """The words, as far as a cell can hold them."""
    if len(words) * 2 <= MOST_UNITS:
        return words
    units = words.encode("utf-16-le")
    if len(units) <= 2 * MOST_UNITS:
        return words
    return units[: 2 * (MOST_UNITS - 1)].decode("utf-16-le", "ignore") + "…"
