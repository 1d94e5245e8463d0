"""Every view of a collection, its filters, orders and pages, on records small enough to count by hand."""

import dataclasses
from datetime import date

import pytest

from pipeline.collection import Filter, database
from pipeline.collection.name_folding import macros
from pipeline.collection.rows import Page
from pipeline.errors import ArticleError
from tests.collection.pages import ids, of


def test_summary(made):
    assert dataclasses.asdict(made.summary()) == {
        "articles": 3, "failed": 1, "words": 30, "entities": 5, "speakers": 3, "quotes": 6, "places": 2,
        "first_day": date(2024, 3, 10), "last_day": date(2024, 3, 20), "undated": 1, "quoted_words": 17,
        "unnamed_quotes": 2, "undated_quotes": 1, "unplaced": 1,
    }  # fmt: skip


def test_articles_with_their_counts(made, listed):
    found = listed(made.articles(), "id", "day", "entities", "speakers", "quotes", "places")
    assert found == [
        ("b", date(2024, 3, 20), 2, 2, 3, 0),
        ("a", date(2024, 3, 10), 3, 2, 2, 1),
        ("c", None, 1, 0, 1, 1),
    ]


def test_failures_say_why(made):
    assert [dataclasses.astuple(one) for one in made.failures()] == [("d", None, "x.pdf", "This file holds no text.")]
    assert made.outlets() == ("The Ledger", "The Post")


def test_names_with_first_and_last_day(made, listed):
    found = listed(made.entities(order="name", descending=False), "name", "kind", "articles", "first_day", "last_day")
    march = (date(2024, 3, 10), date(2024, 3, 20))
    assert found == [
        ("Harbour Board", "organisations", 1, march[0], march[0]), ("Ivo Brandt", "people", 1, march[1], march[1]),
        ("Limuru", "places", 1, None, None), ("Mira Dolan", "people", 2, *march),
        ("Rafah", "places", 1, march[0], march[0]),
    ]  # fmt: skip


def test_speakers_and_their_share_of_all_words(made, listed):
    found = listed(made.speakers(), "name", "articles", "quotes", "words", "first_day", "last_day")
    assert found == [
        ("Mira Dolan", 2, 2, 8, date(2024, 3, 10), date(2024, 3, 12)),
        ("Ivo Brandt", 1, 1, 3, date(2024, 3, 20), date(2024, 3, 20)),
        ("Harbour Board", 1, 1, 1, date(2024, 3, 10), date(2024, 3, 10)),
    ]
    assert [round(share, 4) for share in of(made.speakers(), "share")] == [
        round(8 / 17, 4),
        round(3 / 17, 4),
        round(1 / 17, 4),
    ]


def test_quotes_with_words_day_and_which_day_it_is(made, listed):
    found = listed(made.quotes(), "article_id", "text", "speaker", "speaker_text", "kind", "day", "day_from", "words")
    assert found == [
        ("b", "We will wait.", "Ivo Brandt", "Ivo Brandt", "direct", date(2024, 3, 20), "published", 3),
        ("b", "It was loud.", None, "a witness", "direct", date(2024, 3, 20), "published", 3),
        ("b", "Too late, all of it.", "Mira Dolan", "Mira Dolan", "direct", date(2024, 3, 12), "said", 5),
        ("a", "We will wait.", "Mira Dolan", "Mira Dolan", "direct", date(2024, 3, 10), "published", 3),
        ("a", "No.", "Harbour Board", "Harbour Board", "mixed", date(2024, 3, 10), "published", 1),
        ("c", "Nobody\nknows.", None, "officials", "indirect", None, None, 2),
    ]


def test_a_quote_stands_where_it_says(made):
    for row in made.quotes().rows:
        text = made.article(row.article_id).text
        assert text[row.start : row.end] == row.text


def test_quotes_by_day_and_speaker(made, listed):
    found = listed(made.quote_days(speakers=1), "day", "name", "who", "quotes", "words", "said_quotes")
    assert found == [
        (date(2024, 3, 10), "Mira Dolan", "named", 1, 3, 0), (date(2024, 3, 10), None, "others", 1, 1, 0),
        (date(2024, 3, 12), "Mira Dolan", "named", 1, 5, 1), (date(2024, 3, 20), None, "others", 1, 3, 0),
        (date(2024, 3, 20), None, "unnamed", 1, 3, 0),
    ]  # fmt: skip


@pytest.mark.parametrize("step, first", [("day", 10), ("week", 4), ("month", 1), ("auto", 10)])
def test_steps_of_the_calendar(made, step, first):
    found = made.quote_days(step=step)
    assert min(of(found, "day")) == date(2024, 3, first)
    assert found.step == ("day" if step == "auto" else step)
    assert sum(of(found, "quotes")) == 5


def test_one_pin_a_place(made, listed):
    found = listed(made.pins(), "name", "country", "mentions", "articles", "first_day", "geonameid")
    assert found == [("Rafah", "PS", 2, 1, date(2024, 3, 10), 281102), ("Limuru", "KE", 1, 1, None, 182915)]


def test_the_articles_behind_a_name(made, listed):
    key = made.entities(find="dolan").rows[0].key
    assert listed(made.named(Filter(), key), "article_id", "mentions") == [("b", 1), ("a", 1)]
    assert made.named(Filter(), "no such key") == Page((), 0)


def test_the_passages_behind_a_name(made, listed):
    key = made.entities(find="dolan").rows[0].key
    found = made.passages(Filter(), key)
    assert listed(found, "article_id", "words", "before") == [("b", "Mira Dolan", ""), ("a", "Mira Dolan", "")]
    assert found.total == 2
    for row in found.rows:
        assert made.article(row.article_id).text[row.start : row.end] == row.words
    assert made.passages(Filter(), "no such key") == Page((), 0)
    assert of(made.passages(Filter(outlet="The Post"), key), "article_id") == ["a"]


def test_a_passage_ends_between_words(gather, make, listed):
    text = "word " * 60 + "then Mira Dolan spoke of " + "things " * 60
    one = make.record("a", ["Mira Dolan"], text=text)
    start = text.index("Mira")
    one["mentions"][0] |= {"start": start, "end": start + 10, "text": "Mira Dolan"}
    made = gather([one])
    row = made.passages(Filter(), made.entities().rows[0].key).rows[0]
    assert (row.before[:7], row.before[-5:]) == ("… word ", "then ")
    assert (row.after[:9], row.after[-8:]) == (" spoke of", "things …")


VIEWS = ("articles", "entities", "speakers", "quotes", "pins")


@pytest.mark.parametrize("view", VIEWS)
def test_pages_put_together_are_the_whole(made, view):
    ask = getattr(made, view)
    whole = ask()
    assert whole.total == len(whole.rows)
    pages = [ask(limit=1, offset=n) for n in range(whole.total)]
    assert all(page.total == whole.total for page in pages)
    assert tuple(row for page in pages for row in page.rows) == whole.rows
    assert ask(limit=1, offset=whole.total + 5) == Page((), whole.total)


@pytest.mark.parametrize("view", VIEWS)
def test_an_unknown_order_is_the_usual_one(made, view):
    ask = getattr(made, view)
    assert ask(order="x; DROP TABLE art") == ask()
    assert ask(order="name; --", limit=-5) == Page((), ask().total)


@pytest.mark.parametrize("descending", [True, False])
def test_what_is_not_known_comes_last(made, descending):
    assert made.articles(order="day", descending=descending).rows[-1].id == "c"


def test_two_articles_side_by_side(made, listed):
    found = made.compare("a", "b")
    assert listed(found.speakers, "name", "where", "quotes_left", "quotes_right", "words_left", "words_right") == [
        ("Mira Dolan", "both", 1, 1, 3, 5), ("Harbour Board", "left", 1, 0, 1, 0), ("Ivo Brandt", "right", 0, 1, 0, 3),
    ]  # fmt: skip
    assert listed(found.entities, "name", "where", "left", "right") == [
        ("Mira Dolan", "both", 1, 1), ("Harbour Board", "left", 1, 0), ("Rafah", "left", 1, 0),
        ("Ivo Brandt", "right", 0, 1),
    ]  # fmt: skip
    assert listed(found.places, "name", "where", "left", "right") == [("Rafah", "left", 2, 0)]


@pytest.mark.parametrize("id, message", [("d", "This file holds no text."), ("zz", "There is no article with this id")])
def test_an_article_that_cannot_be_opened_says_why(made, id, message):
    for ask in (lambda: made.article(id), lambda: made.compare("a", id)):
        with pytest.raises(ArticleError, match=message):
            ask()


def test_an_article_comes_back_as_it_was(made):
    found = made.article("a")
    assert (found.title, found.source, found.published, found.published_from) == (
        "Harbour opens", "The Post", date(2024, 3, 10), "given",
    )  # fmt: skip
    assert made.article("c").published is None


def test_records_come_and_go(gather, make):
    made = gather([make.record("a", ["Mira Dolan"])])
    assert made.summary().articles == 1
    made.add([make.record("b", ["Ivo Brandt"]), make.record("a", ["Ada Holm"])])
    assert set(of(made.entities(), "name")) == {"Ada Holm", "Ivo Brandt"}
    made.drop(["a", "never there"])
    assert ids(made.articles()) == {"b"}
    made.drop(["b"])
    assert made.summary().articles == 0
    assert all(getattr(made, view)() == Page((), 0) for view in VIEWS)
    assert made.quote_days().rows == made.quoted_where() == ()


def test_an_empty_collection_has_empty_pages(gather):
    empty = gather([])
    assert all(getattr(empty, view)() == Page((), 0) for view in VIEWS)
    assert empty.quote_days().rows == empty.quoted_where() == ()
    assert empty.summary().articles == 0


def test_values_are_plain_and_frozen(made):
    whole = made.pins().rows[0]
    assert (type(whole.geonameid), type(whole.lat), type(whole.first_day)) == (int, float, date)
    assert made.pins().rows[1].first_day is None
    assert made.entities().rows[0].aliases == ()
    with pytest.raises(dataclasses.FrozenInstanceError):
        whole.name = "Elsewhere"


@pytest.mark.parametrize(
    "source,outlet",
    [
        ("https://www.Example.org/news/1?x=2", "example.org"),
        ("http://news.example.co.uk:8080/a", "news.example.co.uk"),
        ("The Post", "The Post"),
        ("rafah.txt", None),
        ("Page.HTM", None),
        ("  ", None),
    ],
)
def test_an_outlet_is_a_site_or_a_source_but_no_file(source, outlet):
    db = database.connect()
    db.execute(macros())
    assert db.execute("SELECT outlet_of($source)", {"source": source}).fetchone() == (outlet,)


def test_who_is_quoted_where_has_each_outlet_whole_and_each_speaker(made):
    rows = made.quoted_where()
    whole = {row.outlet: row.words for row in rows if row.key is None}
    parts = {}
    for row in rows:
        if row.key is not None:
            parts[row.outlet] = parts.get(row.outlet, 0) + row.words
    assert set(whole) == set(made.outlets())
    assert all(parts.get(outlet, 0) <= words for outlet, words in whole.items())
    assert sum(whole.values()) <= made.summary().quoted_words


def test_the_pair_most_alike_shares_a_name(made):
    left, right = made.most_alike()
    assert "both" in of(made.compare(left, right).entities, "where")
