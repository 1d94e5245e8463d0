"""Tables as one Excel workbook: a sheet a table, days as days, and no cell that runs."""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from pipeline.model import Analysis
from pipeline.record import to_record
from pipeline.write.columns import FILE_TABLES, Column, TableName, file_columns
from pipeline.write.formula_guard import begins_formula
from pipeline.write.rows import Row, join_texts, rows, storable

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_575  # of a sheet, below its header
MOST_UNITS = 32_767  # of a cell, in UTF-16
_FIRST_DAY = date(1900, 3, 1)  # before, spreadsheets do not agree on the calendar
_SAME_DAY = datetime(1980, 1, 1)  # no clock in the file: the same facts give the same bytes
_DAYS = {("quotes", "said_on"), ("articles", "published"), ("dates", "value")}
_WIDTHS = {"text": 16, "integer": 11, "count": 9, "number": 11, "texts": 34, "flag": 8, "day": 12}
_WIDE = {"reason": 62, "speaker_reason": 62, "message": 70, "title": 44, "name": 28, "speaker_name": 24, "id": 18}
_LONG = {("quotes", "text"): 70, ("entities", "id"): 8, ("quotes", "id"): 8, ("places", "text"): 22}
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}


class WorkbookWriter:
    """Writes tables into a workbook, a sheet after another; close() completes the file.

    folder: where the rows wait until the end, so that memory does not grow with them; None keeps them in memory.
    """

    def __init__(self, out: BinaryIO, title: str, *, folder: str | None = None) -> None:
        from xlsxwriter import Workbook  # here, as whoever wants no workbook should not wait for it

        place = {"constant_memory": True, "tmpdir": folder} if folder else {"in_memory": True}
        self._book = Workbook(out, {**_OPTIONS, **place})
        self._book.set_properties({"title": title, "created": _SAME_DAY})
        plain = {"valign": "top"} if folder else {"valign": "top", "text_wrap": True}
        self._formats = {
            "header": self._book.add_format({"bold": True, "bottom": 1, "bg_color": "#F3F1EB"}),
            "text": self._book.add_format(plain),
            # Excel's own mark for "this is text", kept when the cell is edited.
            "guarded": self._book.add_format({**plain, "quote_prefix": True}),
            "number": self._book.add_format({"valign": "top"}),
            "day": self._book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"}),
        }

    def add(self, name: str, columns: Sequence[Column], found: Iterable[Row]) -> None:
        """One table, on as many sheets as its rows need; one, also where there are none."""
        waiting = iter(found)
        number, row = 1, next(waiting, None)
        while number == 1 or row is not None:
            sheet = self._sheet(name, name if number == 1 else f"{name} {number}", columns)
            line = 0
            while row is not None and line < MOST_ROWS:
                line += 1
                for n, (column, value) in enumerate(zip(columns, row, strict=True)):
                    if value is not None:
                        self._write(sheet, (line, n), value, column, may_be_day=(name, column.name) in _DAYS)
                row = next(waiting, None)
            sheet.autofilter(0, 0, max(line, 1), len(columns) - 1)
            number += 1

    def close(self) -> None:
        """Write what has waited."""
        self._book.close()

    def _sheet(self, table: str, name: str, columns: Sequence[Column]) -> "Worksheet":
        sheet = self._book.add_worksheet(name)
        for n, column in enumerate(columns):
            width = _LONG.get((table, column.name), _WIDE.get(column.name, _WIDTHS[column.kind]))
            sheet.set_column(n, n, width)
            sheet.write_string(0, n, column.name, self._formats["header"])
        sheet.freeze_panes(1, 0)
        return sheet

    def _write(self, sheet: "Worksheet", at: tuple[int, int], value: Any, column: Column, *, may_be_day: bool) -> None:
        if column.kind == "flag":
            sheet.write_boolean(*at, value, self._formats["number"])
        elif column.kind in ("count", "integer", "number"):
            sheet.write_number(*at, value, self._formats["number"])
        elif (column.kind == "day" or may_be_day) and (day := _day(str(value))):
            sheet.write_datetime(*at, datetime(day.year, day.month, day.day), self._formats["day"])
        else:
            words = _cut(_one_kind_of_break(join_texts(value) if column.kind == "texts" else str(value)))
            sheet.write_string(*at, words, self._formats["guarded" if begins_formula(words) else "text"])


def _one_kind_of_break(words: str) -> str:
    """Line breaks as Excel has them: it would show a carriage return as _x000D_."""
    return words.replace("\r\n", "\n").replace("\r", "\n")


def workbook_bytes(analyses: Sequence[Analysis]) -> bytes:
    """The tables of these articles as a file ready to be opened; every table has its sheet, also when it is empty."""
    buffer = io.BytesIO()
    book = WorkbookWriter(buffer, "Dateline tables")
    records = [storable(to_record(analysis)) for analysis in analyses]
    for table in FILE_TABLES:
        book.add(table, file_columns(table), _rows(table, records))
    book.close()
    return buffer.getvalue()


def _rows(table: TableName, records: Sequence[dict[str, Any]]) -> Iterable[Row]:
    return (row for record in records for row in rows(table, record))


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
