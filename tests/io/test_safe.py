"""Cells that a spreadsheet would run are made harmless, and come back as they were."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.write.formula_guard import escape_formula, restore_cell

RUN_BY_SPREADSHEETS = [
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "+1",
    "-1+1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\ufeff=1",
    "\u200b=1",
    "\u00a0=1",
    '"=1"',
    "“=1",
    "'=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "−1",
]


@pytest.mark.parametrize("cell", RUN_BY_SPREADSHEETS)
def test_what_runs_is_guarded(cell):
    safe = escape_formula(cell)
    assert safe.startswith("'")
    assert restore_cell(safe) == cell


@pytest.mark.parametrize("cell", RUN_BY_SPREADSHEETS)
@pytest.mark.parametrize("separator", [";", "\t", "\n", "\r\n", "; ", ";'"])
def test_what_another_separator_makes_a_cell_of_its_own_is_guarded_too(cell, separator):
    """A German or French Excel splits at semicolons, and a quotation mark inside its cell does not hold that up."""
    whole = f"“Wait{separator}{cell.lstrip()};A0;” she said"
    safe = escape_formula(whole)
    assert restore_cell(safe) == whole
    line = f"q1,direct,{safe},direct\r\n"
    for delimiter in ";\t":
        for row in csv.reader(io.StringIO(line, newline=""), delimiter=delimiter):
            assert not any(part.lstrip(' "“\ufeff\u200b\u00a0')[:1] in tuple("=+-@＝＋－＠−") for part in row)


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "Mira Dolan",
        "'Tis the season",
        "1+1=2",
        "a@b.example",
        "x-y",
        "“We left,”",
        "’90s",
        "Hamas; Fatah",
        "one;\ttwo",
    ],
)
def test_what_does_not_run_is_left_alone(cell):
    assert escape_formula(cell) == cell == restore_cell(cell)


@given(st.one_of(st.text(), st.text(alphabet="'\"=+-@ \t\r\nx;\u200b＝", max_size=9)))
@example("''=1")
@example("'")
def test_round_trip(cell):
    assert restore_cell(escape_formula(cell)) == cell


@given(st.text(alphabet="'\"=+-@ \t\r\nx,;", max_size=8))
def test_nothing_dangerous_is_left_in_front(cell):
    safe = escape_formula(cell)
    assert safe[:1] not in tuple("=+-@\t\r\n")
    assert safe.lstrip(' "\t\r\n')[:1] not in tuple("=+-@")


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_round_trip_through_a_file(cells):
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow([*map(escape_formula, cells), "end"])
    (back,) = csv.reader(io.StringIO(text.getvalue(), newline=""))
    assert [restore_cell(cell) for cell in back[:-1]] == cells
