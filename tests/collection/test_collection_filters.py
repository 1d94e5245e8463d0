"""Filters of a collection: which articles they pick, and which rows of the tables they narrow."""

from datetime import date

import pytest

from pipeline.collection import UNNAMED, Filter
from tests.collection.pages import ids, of


def key_of(made, name):
    return next(row.key for row in made.entities().rows if row.name == name)


@pytest.mark.parametrize("only, expected", [
    ({"search": "harbour"}, "a"), ({"search": "elan"}, "b"), ({"search": "LEDGER"}, "b"), ({"search": "dolan"}, "ab"),
    ({"search": "%"}, ""), ({"search": "_"}, ""), ({"search": "' OR true --"}, ""), ({"search": "\\"}, ""),
    ({"search": "  "}, "abc"),
    ({"words": "cafe in  limuru"}, "c"), ({"words": "CAFÉ"}, "c"), ({"words": "nobody knows"}, "c"),
    ({"words": ".*"}, ""), ({"words": "(?i)["}, ""), ({"words": "the text"}, "ab"),
    ({"first_day": date(2024, 3, 11)}, "b"), ({"last_day": date(2024, 3, 19)}, "a"),
    ({"first_day": date(2024, 3, 10), "last_day": date(2024, 3, 20)}, "ab"), ({"outlet": "The Post"}, "a"),
    ({"said_last": date(2024, 3, 12)}, "ab"), ({"said_first": date(2024, 3, 12), "said_last": date(2024, 3, 12)}, "b"),
    ({"speaker": UNNAMED}, "bc"), ({"entity": "none"}, ""), ({"outlet": ""}, ""),
    ({"labels": ("ORG",)}, "abc"), ({"quote_kinds": ("mixed",)}, "abc"),
])  # fmt: skip
def test_filters_pick_articles(made, only, expected):
    only = Filter(**only)
    assert ids(made.articles(only)) == set(expected)
    assert made.summary(only).articles == len(expected)


def test_a_name_a_speaker_and_a_place_pick_articles(made):
    dolan, board = key_of(made, "Mira Dolan"), key_of(made, "Harbour Board")
    assert ids(made.articles(Filter(entity=dolan))) == {"a", "b"}
    assert ids(made.articles(Filter(speaker=board))) == {"a"}
    assert ids(made.articles(Filter(entity=dolan, speaker=key_of(made, "Ivo Brandt")))) == {"b"}
    assert ids(made.articles(Filter(place=made.pins().rows[0].key))) == {"a"}


def test_a_speaker_narrows_the_quotes_to_his_own(made):
    dolan = Filter(speaker=key_of(made, "Mira Dolan"))
    assert set(of(made.quotes(dolan), "text")) == {"We will wait.", "Too late, all of it."}
    assert made.summary(dolan).quotes == 2
    assert set(of(made.quote_days(dolan), "name")) == {"Mira Dolan"}
    assert len(made.speakers(dolan).rows) == 3  # of the same articles, so that one can be chosen instead


def test_kinds_and_labels_narrow_their_own_tables(made):
    assert set(of(made.entities(Filter(labels=("ORG", "PERSON"))), "name")) == {
        "Harbour Board",
        "Ivo Brandt",
        "Mira Dolan",
    }
    assert set(of(made.quotes(Filter(quote_kinds=("mixed", "indirect"))), "text")) == {"No.", "Nobody\nknows."}
    assert made.summary(Filter(labels=("ORG",), quote_kinds=("mixed",))).quotes == 1


@pytest.mark.parametrize("find, texts", [("NOBODY knows", 1), ("too late", 1), ("wait", 2), (".", 6), ("zzz", 0)])
def test_words_are_found_in_quotes(made, find, texts):
    found = made.quotes(find=find)
    assert (len(found.rows), found.total) == (texts, texts)
