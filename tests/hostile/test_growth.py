"""Texts that once took a pattern exponential or quadratic time: twice the text costs about twice the time."""

import pytest

from devtools.processor import quickest
from pipeline.dates.publication import published_from_text
from pipeline.entities.table_rows import _shape
from pipeline.write.formula_guard import escape_formula

HOSTILE = {
    "a run of capitals": lambda n: _shape("A" * n + " +1", "row"),
    "a row of airports": lambda n: _shape("JFK LAX " * n + "12 3.4", "row"),
    "a line-up of one man": lambda n: _shape("1 - A " * n, "row"),
    "agencies beside a date": lambda n: published_from_text(
        "March 18, 2024 " + "(AB) " * n + "x\n\nHe left the town.\n"
    ),
    "a cell of apostrophes": lambda n: escape_formula("'" * n),
    "a cell of separators": lambda n: escape_formula(";\t\n '" * n),
}


@pytest.mark.parametrize("work", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_in_step_with_the_text(work):
    work(16)  # 64 of these once took longer than a day
    few = quickest(lambda: work(5_000))
    many = quickest(lambda: work(20_000))
    assert many < max(8 * few, 0.1)
