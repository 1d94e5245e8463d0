"""Sentences in which nobody is quoted, however much they look like it."""

import pytest

NOTHING = [
    "He thinks the plan is good.",
    'The so-called "ghost train" runs at night.',
    'She has read "War and Peace" twice and stars in "The Night Train" this week.',
    'Joe "Bear" Keller opened a bar in Graz.',
    "It is fair to say that the roof was old.",
    "The hall was closed in 2019. It reopened a year later.",
    "The 6'2\" guard wore a coat.",
    "They visited a village called Hallstatt.",
    "Exclusive: the bridge in pictures",
    'He framed it as the blurb of his new book, "Trout and Me", which sells well.',
    "The marsh feeds the birds that call it home.",
    "Ana Reis called it quits after nine years.",
    "At noon Ana Reis called it a day.",
    'He turned to Ana Reis, "the dam lady" of Ulm.',
    'The wall was daubed with the words "Go home".',
    '"No," was all it took to end the talks.',
    '"Never wait" is a motto.',
    'With a "For Sale" sign on the lawn, Ana Reis left Porto.',
    "Storm Ingrid: three ferries cancelled\n\nBoats from Mallaig stay in port.",
    "Election 2024: polls open in Chad\n\nVoters came early.",
    "A. Lopes came late.\nQ. Hall came early.\nNobody else came.",
    'She wore a shirt with the words "Never again".',
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_quote(find, text):
    assert [text[quote.start : quote.end] for quote in find(text)] == []
