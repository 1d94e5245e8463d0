"""What a day may look like, which line of a text is its headline, and where long words are cut."""

from datetime import date

import pytest

from components.article.header import ask_words
from components.formatting import read_day, shorten
from components.rows.headline import headline, title_of
from components.rows.rankings import most_dated
from pipeline.model import Article, DateRef

DAYS = [
    "19 March 2024", "19 Mar 2024", "March 19, 2024", "Mar. 19, 2024", "2024-03-19", "2024/03/19", "19.3.2024",
    "19/3/2024", "3/19/2024", "Tuesday, 19 March 2024", "Tue 19th of March, 2024", " 19  march  2024 ",
]  # fmt: skip


@pytest.mark.parametrize("words", DAYS)
def test_a_day_is_read_as_people_write_it(words):
    assert read_day(words) == date(2024, 3, 19)


@pytest.mark.parametrize("words", ["", "Monday", "5/6/2024", "31 February 2024", "19 March", "2999-01-01", "x" * 9000])
def test_what_is_no_day_or_may_be_two_is_none(words):
    assert read_day(words) is None


BODY = "\nThe ferry will sail on Thursday, Leila Marwan said in Amman.\nNobody doubted it."
HEADLINES = [
    ("Ferry returns to Aqaba" + BODY, "Ferry returns to Aqaba"),
    ("Ferry returns\n" + BODY, "Ferry returns"),
    ("Opinion\nThe ferry must return to Aqaba" + BODY, "The ferry must return to Aqaba"),
    ("Will the ferry ever return to Aqaba?" + BODY, "Will the ferry ever return to Aqaba?"),
    ("\n\n  Ferry returns to Aqaba  \n\nBy Tom Ashdown" + BODY, "Ferry returns to Aqaba"),
    # broken where a printed page was narrow; a standfirst and the story itself are no part of it
    ("Ferry returns to Aqaba as\ncouncil delays vote\n" + BODY, "Ferry returns to Aqaba as council delays vote"),
    ("Ferry returns to Aqaba\nCouncil delays vote\n" + BODY, "Ferry returns to Aqaba"),
    ("Ferry returns to Aqaba\nthe ferry will sail on Thursday.\n" + BODY, "Ferry returns to Aqaba"),
]


@pytest.mark.parametrize("text, title", HEADLINES)
def test_the_headline_of_a_paste_is_recognised(text, title):
    assert headline(text) == title


NO_HEADLINES = [
    "The ferry returned to Aqaba." + BODY,
    "“The ferry is back.”" + BODY,
    "By Tom Ashdown in Aqaba" + BODY,
    "AQABA, Jordan – The ferry returned" + BODY,
    "AMMAN (Agency) -- The ferry returned today" + BODY,
    "19 March 2024, Aqaba" + BODY,
    "the ferry returned to Aqaba" + BODY,
    "Ferry returns to Aqaba",
    "word " * 60 + BODY,
    "",
]


@pytest.mark.parametrize("text", NO_HEADLINES)
def test_what_belongs_to_the_story_is_no_headline(text):
    assert headline(text) is None


def test_without_a_headline_a_text_is_called_by_how_it_begins_cut_between_words():
    text = "The ferry that had been away from Aqaba for nine months returned on Thursday morning, " * 3
    title = title_of(Article("a", text))
    assert title.endswith("…")
    assert text.startswith(title[:-1])
    assert text[len(title) - 1] in " ,"
    assert (
        shorten("The ferry is back in port. Nobody doubted that it would be.", 40)
        == "The ferry is back in port. Nobody…"
    )
    assert shorten("The ferry is back in its port. Nobody doubted it.", 32) == "The ferry is back in its port…"


def test_words_are_whole_where_names_are_short():
    assert shorten("Benjamin Netanyahu", 14) == "Benjamin…"
    assert shorten("Rindfleischetikettierung", 10) == "Rindfleis…"


@pytest.mark.parametrize(
    "words, said",
    [
        (["Monday"], "“Monday” needs the day of publication:"),
        (["Monday", "today"], "“Monday” and “today” need the day of publication:"),
        (["Monday", "today", "a week ago"], "“Monday”, “today” and 1 more need the day of publication:"),
    ],
)
def test_the_day_is_asked_for_with_the_words_that_need_it(words, said):
    assert ask_words(words) == said


def test_the_days_of_the_news_come_first_and_older_ones_are_folded(make_analysis):
    analysis = make_analysis()
    values = ["2023", "2023-FA", "2024-01", "2024-02-03", "2024-03-15", "2024-03-18", "2024-03-20"]
    dates = tuple(DateRef(n, n + 1, value, value, "day") for n, value in enumerate(values))
    found = most_dated(type(analysis)(**{**{f: getattr(analysis, f) for f in analysis.__slots__}, "dates": dates}))
    assert [row.name for row in found.rows] == ["15 March 2024", "18 March 2024", "19 March 2024", "20 March 2024"]
    assert found.more_words == "4 earlier"
    assert [row.key for row in found.more] == ["day:2023", "day:2023-FA", "day:2024-01", "day:2024-02-03"]
