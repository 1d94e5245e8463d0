"""Names that may be one over a collection: which are asked about, and what joins them in an article."""

from dataclasses import replace

import pytest

from components.rows.joining import join_in, joinings
from components.rows.speaking import name_in, said_by_name, same_speakers, speaking_words
from pipeline.collection.rows import ListedName
from pipeline.corrections import Corrections, Merge, Relabel, Rename, Speaker, apply


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


def test_no_name_is_asked_about_with_itself():
    assert joinings([name("U.N.", "ORG"), name("NHT", "ORG")]) == []  # "U.N." is its own acronym


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


MASTER = ("the quay is shut", "indirect", None, None, "The deputy mayor", "said", None)
COMMODORE = ("We sail,", "direct", None, None, "Commodore Ellund", "said", None)


def speaking(make_analysis, text, names, *said):
    return make_analysis(text=text, names=[(f"e{n}", *one) for n, one in enumerate(names)], said=list(said))


@pytest.fixture
def four(make_analysis):
    """The deputy mayor's role is told, he is named beside it, he is not named; and a commodore."""
    ekholm, other = ("PERSON", "Nils Ekholm", ("Nils Ekholm",)), ("PERSON", "Mara Ellund", ("Mara Ellund",))
    return [
        speaking(make_analysis, "Nils Ekholm, the deputy mayor, paid.", [ekholm]),
        speaking(make_analysis, "Nils Ekholm came. The deputy mayor said the quay is shut.", [ekholm], MASTER),
        replace_id(speaking(make_analysis, "The deputy mayor said the quay is shut.", [], MASTER), "b" * 16),
        speaking(make_analysis, "“We sail,” Commodore Ellund said. Mara Ellund came.", [other], COMMODORE),
    ]


def replace_id(analysis, id):
    return replace(analysis, article=replace(analysis.article, id=id))


def test_words_that_speak_are_counted_and_asked_about(four):
    said_by = speaking_words(four)
    assert [(one.words, one.quotes, one.articles) for one in said_by] == [
        ("The deputy mayor", 2, 2),
        ("Commodore Ellund", 1, 1),
    ]
    names = [name("Nils Ekholm"), name("Mara Ellund"), name("Harbour Trust", "ORG")]
    found = [(one.said_by.words, one.name.name) for one in same_speakers(four, said_by, names)]
    assert found == [("The deputy mayor", "Nils Ekholm"), ("Commodore Ellund", "Mara Ellund")]
    two = [*names, name("Tom Ellund")]
    assert [one.name.name for one in same_speakers(four, said_by, two)] == ["Nils Ekholm"]  # which Ellund?
    assert [one.name.name for one in same_speakers(four[2:], said_by, names)] == ["Mara Ellund"]  # no role is told


def test_a_role_is_joined_only_where_the_person_is_named(four):
    master, nils = speaking_words(four)[0], name("Nils Ekholm")
    items = [said_by_name(one, master, nils) for one in four]
    assert [list(map(type, made)) for made in items] == [[], [Speaker], [], []]
    (quote,) = apply(four[1], Corrections(four[1].article.id, tuple(items[1]))).analysis.quotes
    assert quote.speaker_name == "Nils Ekholm"


@pytest.mark.parametrize("words", ["Commodore Ellund", "Ellund", "professor Mara Ellund", "Mara Ellund"])
def test_a_name_that_only_speaks_becomes_the_name(make_analysis, words):
    said = (*COMMODORE[:4], words, *COMMODORE[5:])
    found = speaking(make_analysis, f"“We sail,” {words} said.", [], said)
    items = said_by_name(found, speaking_words([found])[0], name("Mara Ellund"))
    after = apply(found, Corrections(found.article.id, tuple(items)))
    assert after.misfits == ()
    assert [(one.name, one.label) for one in after.analysis.entities] == [("Mara Ellund", "PERSON")]
    assert after.analysis.quotes[0].speaker_id == after.analysis.entities[0].id


@pytest.mark.parametrize(
    "words, bare",
    [
        ("Commodore Ellund", "Ellund"),
        ("the Harbour Trust", "Harbour Trust"),
        ("Dr. Mara Ellund", "Mara Ellund"),
        ("a spokesman for the Harbour Trust", None),
        ("The deputy mayor", None),
        ("officials", None),
        ("the mayor", None),
    ],
)
def test_the_name_in_words_that_speak(words, bare):
    assert name_in(words) == bare


@pytest.mark.parametrize(
    "words, likely",
    [
        ("Executive director of the Harbour Trust Mara Ellund", "Mara Ellund"),
        ("professor Mara Ellund", "Mara Ellund"),
        ("the Harbour Trust", "Harbour Trust"),
        ("a lawyer for Mara Ellund", None),
        ("a report by Mara Ellund", None),
        ("a new poll from the Harbour Trust", None),
        ("friends of Ellund", None),
    ],
)
def test_whoever_speaks_for_a_name_is_another(make_analysis, words, likely):
    found = speaking(make_analysis, f"“We sail,” {words} said.", [], (*COMMODORE[:4], words, *COMMODORE[5:]))
    asked = same_speakers([found], speaking_words([found]), [name("Mara Ellund"), name("Harbour Trust", "ORG")])
    assert [one.name.name for one in asked] == ([likely] if likely else [])
