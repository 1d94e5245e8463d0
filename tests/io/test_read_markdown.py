"""Markdown → what a reader sees."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.markdown import plain, read_markdown


@pytest.mark.parametrize(
    "marked, text",
    [
        ("He **said** _no_.", "He said no."),
        ("[Mira](http://x.example/a_b) left", "Mira left"),
        ("![map](m.png) and text", " and text"),
        ("[![alt](i.png)](x) text", " text"),
        ("> “Quoted,” she said.", "“Quoted,” she said."),
        ("- one\n- two", "one\ntwo"),
        ("1. one\n2. two", "one\ntwo"),
        ("use `make run`", "use make run"),
        ("5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name"),
        ("a \\*star\\*", "a *star*"),
        ("<b>bold</b> x<br>", "bold x"),
        ("text <!-- hidden\nlines --> more", "text  more"),
        ("x < 5 and y > 3", "x < 5 and y > 3"),
        ("two\n\n---\n\nparts", "two\n\nparts"),
        ("- 5 people left", "5 people left"),
        ("In 1999. It rained.", "In 1999. It rained."),
    ],
)
def test_marks_are_taken_away(marked, text):
    assert plain(marked) == text


def test_front_matter_tells_title_and_day():
    document = read_markdown('---\ntitle: "A ferry"\ndate: 2024-03-19T10:00\n---\n# Other\n\nText.')
    assert (document.title, document.published) == ("A ferry", date(2024, 3, 19))
    assert document.text == "Other\n\nText."


def test_the_first_heading_is_the_title():
    document = read_markdown("# The **long** way\nText.")
    assert document.title == "The long way"
    assert document.text == "The long way\n\nText."


@given(st.text(alphabet="ab *_[]()!<>-#`\\\n|~=.1", max_size=200))
def test_any_text_comes_through_and_keeps_its_letters(text):
    letters = [sign for sign in plain(text) if sign in "ab"]
    assert len(letters) <= len([sign for sign in text if sign in "ab"])


def test_time_is_linear_in_hostile_marks():
    for hostile in (
        "[" * 200_000,
        "*" * 200_000,
        "<a" * 100_000,
        "[x](" * 50_000,
        "<!--" * 50_000,
        "`" * 200_000,
        "_a" * 99_999,
    ):
        plain(hostile)  # a quadratic rule would need minutes
