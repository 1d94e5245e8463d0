"""Dates inside a direct quote are told from the day on which it was said."""

from datetime import date

import pytest

from pipeline.dates import resolve_in_quotes
from pipeline.model import DateRef, Quote

PUBLISHED = date(2024, 3, 19)  # a Tuesday
FRIDAY = date(2024, 3, 15)
WORDS = "the road is open, "
CASES = [
    # (the date's words, its value as read on the day of publication, its unit, as said on Friday)
    ("today", "2024-03-19", "day", "2024-03-15"),
    ("Tomorrow", "2024-03-20", "day", "2024-03-16"),
    ("yesterday", "2024-03-18", "day", "2024-03-14"),
    ("this week", "2024-W12", "week", "2024-W11"),
    ("last week", "2024-W11", "week", "2024-W10"),
    ("next month", "2024-04", "month", "2024-04"),
    ("last year", "2023", "year", "2023"),
    ("March 3", "2024-03-03", "day", "2024-03-03"),  # told from nothing
    ("today", None, None, None),
]


def read(words, value, unit, *, said_on=FRIDAY, kind="direct", published=PUBLISHED):
    text = WORDS + words
    quote = Quote("q1", 0, len(text), text, kind, said_on=said_on)
    ref = DateRef(len(WORDS), len(text), words, value, unit)
    return resolve_in_quotes([ref], [quote], published=published)[0].value


@pytest.mark.parametrize("words, value, unit, expected", CASES)
def test_a_quote_of_friday_is_read_on_friday(words, value, unit, expected):
    assert read(words, value, unit) == expected


@pytest.mark.parametrize(
    "changed",
    [{"said_on": None}, {"said_on": PUBLISHED}, {"kind": "indirect"}, {"kind": "mixed"}, {"published": None}],
)
def test_else_it_stays(changed):
    assert read("today", "2024-03-19", "day", **changed) == "2024-03-19"


def test_a_date_beside_the_quote_stays():
    quote = Quote("q1", 0, 10, "We go now.", "direct", said_on=FRIDAY)
    ref = DateRef(20, 25, "today", "2024-03-19", "day")
    assert resolve_in_quotes([ref], [quote], published=PUBLISHED) == (ref,)


def test_across_the_turn_of_the_year():
    assert read("last month", "2023-12", "month", said_on=date(2023, 12, 30), published=date(2024, 1, 2)) == "2023-11"
