"""The workbook: read back cell by cell without the library that wrote it."""

import io
import re
import zipfile
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from pipeline.record import to_record
from pipeline.write.columns import FILE_TABLES, file_columns
from pipeline.write.rows import join_texts, rows, storable
from pipeline.write.workbook import MOST_UNITS, _cut, _day, workbook_bytes

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


class Book:
    """A workbook as its XML says it is."""

    def __init__(self, data):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        names = [sheet.get("name") for sheet in self.xml("xl/workbook.xml").iterfind(".//m:sheet", NS)]
        self.sheets = {name: self.xml(f"xl/worksheets/sheet{n}.xml") for n, name in enumerate(names, 1)}
        strings = self.xml("xl/sharedStrings.xml").iterfind("m:si", NS)
        self.strings = ["".join(node.itertext()) for node in strings]

    def xml(self, name):
        return ElementTree.fromstring(self.parts[name])

    def rows(self, name):
        """Every row as {column number: value}; strings are strings, flags flags."""
        return [
            {self._column(c.get("r")): self._value(c) for c in row.iterfind("m:c", NS) if c.find("m:v", NS) is not None}
            for row in self.sheets[name].iterfind(".//m:row", NS)
        ]

    def _column(self, place):
        number = 0
        for letter in re.match("[A-Z]+", place)[0]:
            number = number * 26 + ord(letter) - 64
        return number - 1

    def _value(self, cell):
        text = cell.find("m:v", NS).text
        if cell.get("t") == "s":
            return self._plain(self.strings[int(text)])
        return text == "1" if cell.get("t") == "b" else float(text)

    def _plain(self, text):
        """Excel's escapes for characters that XML has not."""
        return re.sub("_x([0-9A-F]{4})_", lambda match: chr(int(match[1], 16)), text)


def as_day(number):
    return (date(1899, 12, 30) + timedelta(days=int(number))).isoformat()


def wanted(table, analyses):
    """What should stand in the rows below the header."""
    for analysis in analyses:
        for row in rows(table, storable(to_record(analysis))):
            cells = {}
            for n, (column, value) in enumerate(zip(file_columns(table), row, strict=True)):
                if value is not None:
                    cells[n] = join_texts(value) if column.kind == "texts" else value
            yield {n: value for n, value in cells.items() if value != ""}


def found(book, table):
    days = [n for n, c in enumerate(file_columns(table)) if c.name in ("said_on", "published", "value")]
    for row in book.rows(table)[1:]:
        yield {n: as_day(v) if n in days and isinstance(v, float) else v for n, v in row.items() if v != ""}


@pytest.mark.parametrize("names", [["analysis"], ["analysis", "corrected"], ["empty"], ["hostile"], []])
def test_the_same_facts_as_everywhere(request, names):
    analyses = [request.getfixturevalue(name) for name in names]
    book = Book(workbook_bytes(analyses))
    assert tuple(book.sheets) == FILE_TABLES
    for table in FILE_TABLES:
        assert list(book.rows(table)[0].values()) == [column.name for column in file_columns(table)]
        assert list(found(book, table)) == list(wanted(table, analyses))


def test_no_cell_runs_and_no_address_is_a_link(hostile):
    book = Book(workbook_bytes([hostile]))
    for sheet in book.sheets.values():
        assert not list(sheet.iterfind(".//m:f", NS))
        assert not list(sheet.iterfind(".//m:hyperlinks", NS))
    assert not any("externalLink" in name or "vbaProject" in name for name in book.parts)
    assert b'quotePrefix="1"' in book.parts["xl/styles.xml"]


def test_days_are_days(analysis):
    book = Book(workbook_bytes([analysis]))
    published = [c.name for c in file_columns("articles")].index("published")
    assert as_day(book.rows("articles")[1][published]) == "2024-03-19"
    value = [c.name for c in file_columns("dates")].index("value")
    kinds = {type(row[value]) for row in book.rows("dates")[1:] if value in row}
    assert kinds == {float, str}  # days, and months, which are no days


@pytest.mark.parametrize(
    "value,day",
    [("2024-02-29", True), ("1850-01-01", False), ("2024-02", False), ("2024-W12-1", False), ("2024-13-01", False)],
)
def test_only_days_that_spreadsheets_know(value, day):
    assert bool(_day(value)) is day


def test_headers_stay_and_filter(analysis):
    for sheet in Book(workbook_bytes([analysis])).sheets.values():
        (pane,) = sheet.iterfind(".//m:pane", NS)
        assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
        assert sheet.find("m:autoFilter", NS) is not None


def test_the_same_facts_give_the_same_bytes(analysis):
    assert workbook_bytes([analysis]) == workbook_bytes([analysis])


@pytest.mark.parametrize("text", ["a" * MOST_UNITS, "a" * (MOST_UNITS + 1), "😀" * MOST_UNITS, "a" + "😀" * MOST_UNITS])
def test_a_cell_holds_what_it_can(text):
    kept = _cut(text)
    assert len(kept.encode("utf-16-le")) <= 2 * MOST_UNITS
    assert kept == text or kept.endswith("…")
