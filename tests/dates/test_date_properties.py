"""What holds for every text and every publication day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from devtools.processor import grows_with_the_text
from pipeline.dates import find_dates, parse_value
from pipeline.dates.grammar import compile_pattern
from pipeline.dates.period import CENTURY, DAY, DECADE, HALF, MONTH, QUARTER, SEASON, WEEK, WEEKEND, YEAR, period_of
from pipeline.lexicon.tables import read_table
from pipeline.text.layout import read_layout

UNITS = (DAY, WEEK, WEEKEND, MONTH, QUARTER, SEASON, HALF, YEAR, DECADE, CENTURY)
DAYS = st.dates(min_value=date(1700, 1, 1), max_value=date(2150, 12, 31))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORDS = (
    "March", "May", "the", "of", "last", "next", "this", "year", "ago", "two", "days", "week", "quarter",
    "third", "5", "12", "2024", "1990s", "'", "s", "-", ",", ".", "(", ")", "Monday", "Mon", "early", "late",
    "a", "in", "before", "after", "later", "earlier", "that", "day", "same", "Christmas", "3/4/2021",
    "2021-02-30", "9", "a.m.", "summer", "winter", "century", "coming", "past", "following", "previous",
)  # fmt: skip


def plain(text):
    """A text as tokens without a model: no tags, no heads."""
    words, spaces = [], []
    for word in text.split():
        words.append(word)
        spaces.append(True)
    return Doc(Vocab(), words=words, spaces=spaces)


def read(text, published):
    doc = plain(text)
    return doc.text, find_dates(doc, doc.text, published=published, layout=read_layout(doc.text))


@settings(max_examples=300, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=40), published=st.none() | st.dates())
def test_any_heap_of_date_words_gives_sound_dates(words, published):
    text, refs = read(" ".join(words), published)
    for ref in refs:
        assert text[ref.start : ref.end] == ref.text
        assert (ref.value is None) == (ref.precision is None)
        assert ref.value is None or parse_value(ref.value).unit == ref.precision
    assert all(one.end <= other.start for one, other in pairwise(refs))


UNIT_WORDS = ("day", "Monday", "week", "weekend", "month", "March", "quarter", "spring", "summer", "autumn", "fall",
              "winter", "half", "year", "decade", "century", "Christmas", "Easter")  # fmt: skip


@pytest.mark.parametrize("month", range(1, 13))
def test_every_relative_date_is_read_in_every_month(month):
    found = [
        ref
        for relation in ("last", "this", "next", "past", "coming", "previous", "following", "early last", "late this")
        for unit in UNIT_WORDS
        for ref in read(f"It rained {relation} {unit} .", date(2024, month, 1))[1]
    ]
    assert len(found) > 100
    assert all(parse_value(ref.value) for ref in found if ref.value)


@pytest.mark.parametrize(
    ("published", "value"),
    [("2024-01-15", "2022-WI"), ("2024-02-29", "2022-WI"), ("2024-03-01", "2023-WI"), ("2024-12-05", "2023-WI")],
)
def test_last_winter_is_over(published, value):
    _, (ref,) = read("The dam broke last winter .", date.fromisoformat(published))
    assert ref.value == value


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=200), published=st.none() | DAYS)
def test_any_text_is_read(text, published):
    read(text, published)


@settings(max_examples=100, deadline=None)
@given(published=DAYS, number=st.integers(0, 6))
def test_a_weekday_is_the_latest_one(published, number):
    _, (ref,) = read(f"It rained on {WEEKDAYS[number]} .", published)
    day = date.fromisoformat(ref.value)
    assert day.weekday() == number
    assert timedelta(0) <= published - day < timedelta(7)


@settings(max_examples=100, deadline=None)
@given(published=DAYS)
def test_relative_dates_move_with_the_publication_day(published):
    _, refs = read("yesterday , today , tomorrow , three days ago , last week , next month", published)
    firsts = [parse_value(ref.value).first for ref in refs]
    assert [first - published for first in firsts[:4]] == [timedelta(days=n) for n in (-1, 0, 1, -3)]
    assert timedelta(7) <= published - firsts[4] < timedelta(14)
    assert firsts[5].day == 1
    assert timedelta(0) < firsts[5] - published <= timedelta(31)


@given(first=DAYS, later=DAYS)
def test_absolute_dates_do_not_move_with_the_publication_day(first, later):
    text = "March 5, 2012 , May 2013 , the 1990s , 2021-07-04 , the third quarter of 2014".replace(",", " ,")
    assert read(text, first)[1] == read(text, later)[1] == read(text, None)[1]


def test_without_a_publication_day_relative_dates_stay_open():
    _, refs = read("on Monday , yesterday , last week , in March , two years ago , at Christmas , this winter", None)
    assert len(refs) == 7
    assert {ref.value for ref in refs} == {None}


@given(day=DAYS, unit=st.sampled_from(UNITS))
def test_a_value_is_read_back_as_it_was_written(day, unit):
    written = period_of(day, unit)
    assert parse_value(written.iso()) == written
    assert written.first <= day <= written.last or unit == WEEKEND


@given(day=DAYS, unit=st.sampled_from(UNITS), count=st.integers(-9, 9))
def test_there_and_back_again(day, unit, count):
    start = period_of(day, unit)
    there = start.shift(count)
    assert there is None or there.shift(-count) == start


@pytest.mark.parametrize("value", ["", "2024-13", "2024-02-30", "2024-W60", "24-01-01", "2024-Q5", "today"])
def test_no_other_string_is_a_value(value):
    assert parse_value(value) is None


@pytest.mark.parametrize("name, reader, pattern", read_table("rules"))
def test_every_pattern_compiles(name, reader, pattern):
    assert compile_pattern(pattern)


@pytest.mark.parametrize("piece", ["1", "1/", "1.", "$1,", "9 ", "a1", "'9", "March ", "the ", "1-1-1-", "May 5, "])
def test_long_nonsense_is_read_in_linear_time(piece):
    def read(size):
        text = piece * (size // len(piece))
        find_dates(Doc(Vocab(), words=[text]), text, published=date(2024, 3, 19), layout=read_layout(text))

    assert grows_with_the_text(read)
