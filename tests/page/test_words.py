"""Plain words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.formatting import (
    HOVER_LINES,
    count,
    day,
    day_words,
    hover,
    label,
    listing,
    one_line,
    shorten,
    times,
    with_cut_words,
)


@pytest.mark.parametrize(
    "number, expected", [(0, "0 people"), (1, "1 person"), (2, "2 people"), (12_000, "12,000 people")]
)
def test_count(number, expected):
    assert count(number, "person", "people") == expected


@pytest.mark.parametrize(
    "items, expected", [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listing(items, expected):
    assert listing(items) == expected


@pytest.mark.parametrize("number, expected", [(1, "once"), (2, "2 times"), (1_200, "1,200 times")])
def test_how_often(number, expected):
    assert times(number) == expected


@pytest.mark.parametrize(
    "text, line",
    [
        ("out of the har-\nbour and", "out of the har-bour and"),
        ("a long-  \n  term plan", "a long-term plan"),
        ("between 2019-\n2021", "between 2019- 2021"),
        ("a wall -\nlow and white", "a wall - low and white"),
        ("Anglo-\nSaxon", "Anglo- Saxon"),
        ("two\nlines", "two lines"),
    ],
)
def test_a_word_cut_at_the_end_of_a_line_is_shown_without_a_gap(text, line):
    assert one_line(text) == line
    shown = with_cut_words(text)
    assert len(shown) == len(text)  # every offset stays true
    assert " ".join(shown.replace("\u200b", "").split()) == line


def test_day_has_no_leading_zero():
    assert day(date(2024, 3, 8)) == "8 March 2024"


@pytest.mark.parametrize(
    "value, words",
    [
        ("2024-03-18", "18 March 2024"),
        ("2024-03", "March 2024"),
        ("2024", "2024"),
        ("188", "1880s"),
        ("19", "20th century"),
        ("20", "21st century"),
        ("10", "11th century"),
        ("2020-W03", "2020, week 3"),
        ("2020-W03-WE", "2020, weekend of week 3"),
        ("2020-Q2", "2020, quarter 2"),
        ("2020-H2", "2020, second half"),
        ("2019-WI", "winter 2019"),
    ],
)
def test_a_date_is_written_as_exactly_as_it_is_known(value, words):
    assert day_words(value) == words


@given(st.text(max_size=300), st.integers(2, 40))
def test_shorten_keeps_to_its_width_on_one_line(text, width):
    short = shorten(text, width)
    assert len(short) <= width
    assert "\n" not in short


@given(st.text(max_size=2000))
def test_hover_is_short_and_has_no_tag_but_breaks(text):
    shown = hover(text)
    assert shown.count("<br>") < HOVER_LINES
    assert "<" not in shown.replace("<br>", "")


def test_quotation_marks_stay_for_plotly():
    assert label('"A" & <b>') == '"A" &amp; &lt;b&gt;'
