"""Names that may be one over a collection: which are asked about, and what joins them in an article."""

from dataclasses import replace

import pytest

from components.rows.joining import join_in, joinings
from pipeline.collection.rows import ListedName
from pipeline.corrections import Corrections, Merge, Relabel, Rename, apply


def name(words, label="PERSON", mentions=3, aliases=()):
    kind = {"PERSON": "people", "ORG": "organisations", "GPE": "places"}[label]
    return ListedName(f"key of {words}", words, kind, label, 2, mentions, None, None, aliases, None)


NAMES = [
    name("Thandi Ndlovu", mentions=9),
    name("Ndlovu", "ORG"),
    name("T. Ndlovu"),
    name("Mara Ellund"),
    name("Tom Ellund"),
    name("Ellund"),
    name("Northern Harbour Trust", "ORG", mentions=5),
    name("NHT", "ORG"),
    name("Ndlovu", "GPE"),
]


def test_a_shorter_name_is_asked_about_where_one_whole_name_fits():
    assert [(one.short.name, one.short.kind, one.whole.name) for one in joinings(NAMES)] == [
        ("Ndlovu", "organisations", "Thandi Ndlovu"),
        ("T. Ndlovu", "people", "Thandi Ndlovu"),
        ("NHT", "organisations", "Northern Harbour Trust"),
    ]
    assert joinings([]) == []


def test_the_shorter_name_joins_the_whole_one_where_an_article_has_both(make_analysis):
    text = "Mara Ellund spoke. Ellund paid. The road is open."
    found = make_analysis(
        text=text,
        names=[("e1", "PERSON", "Mara Ellund", ("Mara Ellund",)), ("e2", "ORG", "Ellund", ("Ellund",))],
        said=[],
    )
    items = join_in(found, name("Ellund", "ORG"), name("Mara Ellund"))
    assert [type(item) for item in items] == [Merge]
    (one,) = apply(found, Corrections(found.article.id, tuple(items))).analysis.entities
    assert (one.name, one.label, one.count) == ("Mara Ellund", "PERSON", 2)


@pytest.mark.parametrize("written, aliases", [("Ellund", ()), ("ELLUND", ("ELLUND",))])
def test_it_is_called_by_the_whole_name_where_an_article_has_it_alone(make_analysis, written, aliases):
    found = make_analysis(text=f"{written} paid.", names=[("e1", "ORG", written, (written,))], said=[])
    items = join_in(found, replace(name("Ellund", "ORG"), aliases=aliases), name("Mara Ellund"))
    assert [type(item) for item in items] == [Relabel, Rename]
    (one,) = apply(found, Corrections(found.article.id, tuple(items))).analysis.entities
    assert (one.name, one.label) == ("Mara Ellund", "PERSON")


def test_an_article_without_the_name_is_left_alone(analysis):
    assert join_in(analysis, name("Ndlovu"), name("Thandi Ndlovu")) == []
    assert join_in(analysis, name("Rafah"), name("Mara Ellund")) == []  # a place of that name is another thing
