"""Names over articles: what becomes one, what stays apart, and the reason that is given."""

import pytest

# articles as lists of names; a tuple is a name and the other forms its article gives it → name, articles, other forms
PEOPLE = [
    ("one spelling is one", [["Mira Dolan"], ["Mira Dolan"]], [("Mira Dolan", 2, "")]),
    ("case and accents", [["Émile Dorin"], ["EMILE DORIN"], ["Émile Dorin"]], [("Émile Dorin", 3, "EMILE DORIN")]),
    ("strokes", [["Łukasz Søren"], ["Lukasz Soren"]], [("Łukasz Søren", 2, "Lukasz Soren")]),
    ("titles", [["Mira Dolan"], ["Dr. Mira Dolan"], ["Mira Dolan"]], [("Mira Dolan", 3, "Dr. Mira Dolan")]),
    ("possessives", [["Mira Dolan’s"], ["Mira Dolan"], ["Mira Dolan"]], [("Mira Dolan", 3, "Mira Dolan’s")]),
    ("the only one of that last name", [["Mira Dolan"], ["Dolan"]], [("Mira Dolan", 2, "Dolan")]),
    ("a title and the last name", [["Mira Dolan"], ["President Dolan"]], [("Mira Dolan", 2, "President Dolan")]),
    ("two of that last name", [["Mira Dolan"], ["Ivo Dolan"], ["Dolan"]],
     [("Dolan", 1, ""), ("Ivo Dolan", 1, ""), ("Mira Dolan", 1, "")]),
    ("tied, but another has the name too", [[("Mira Dolan", "Dolan")], ["Ivo Dolan"], ["Dolan"]],
     [("Mira Dolan", 1, "Dolan"), ("Dolan", 1, ""), ("Ivo Dolan", 1, "")]),
    ("an article holds them apart", [["Mira Dolan"], ["Mira Dolan", "Dolan"]],
     [("Mira Dolan", 2, ""), ("Dolan", 1, "")]),
    ("a first name is nobody's", [["Mira Dolan"], ["Mira"]], [("Mira", 1, ""), ("Mira Dolan", 1, "")]),
    ("a first name that is tied", [[("Mira Dolan", "Mira")], ["Mira"]], [("Mira Dolan", 2, "Mira")]),
    ("a chain", [[("Anna Vera Holt", "Anna Holt")], ["Anna Holt"], ["Holt"]],
     [("Anna Vera Holt", 3, "Anna Holt; Holt")]),
    ("a king keeps his title", [["King Halvar"], ["Ivo Halvar"]], [("Ivo Halvar", 1, ""), ("King Halvar", 1, "")]),
    ("Jr is no last name", [["Ivo Dolan Jr."], ["Dolan"]], [("Ivo Dolan Jr.", 2, "Dolan")]),
]  # fmt: skip
BODIES = [
    ("tied letters", [[("Harbour Safety Board", "HSB")], ["HSB"]], [("Harbour Safety Board", 2, "HSB")]),
    ("letters nobody ties", [["Harbour Safety Board"], ["HSB"]], [("HSB", 1, ""), ("Harbour Safety Board", 1, "")]),
    ("letters of two", [[("Harbour Safety Board", "HSB")], [("High Street Bank", "HSB")], ["HSB"]],
     [("HSB", 1, ""), ("Harbour Safety Board", 1, "HSB"), ("High Street Bank", 1, "HSB")]),
    ("dots and the", [["the H.S.B."], ["HSB"], ["HSB"]], [("HSB", 3, "the H.S.B.")]),
    ("a last word is no tie", [["North Water Board"], ["Board"]], [("Board", 1, ""), ("North Water Board", 1, "")]),
]  # fmt: skip


def merged(gather, listed, make, articles, label, **source):
    def one(name):
        return make.entity(*((name,) if isinstance(name, str) else name), label=label)

    records = [make.record(f"a{n}", [one(name) for name in names]) for n, names in enumerate(articles)]
    found = listed(gather(records, **source).entities(), "name", "articles", "aliases")
    return [(name, articles, "; ".join(aliases)) for name, articles, aliases in found]


@pytest.mark.parametrize("articles, expected", [row[1:] for row in PEOPLE], ids=[row[0] for row in PEOPLE])
def test_people(gather, listed, make, articles, expected):
    assert sorted(merged(gather, listed, make, articles, "PERSON")) == sorted(expected)


@pytest.mark.parametrize("articles, expected", [row[1:] for row in BODIES], ids=[row[0] for row in BODIES])
def test_bodies(gather, listed, make, articles, expected):
    assert sorted(merged(gather, listed, make, articles, "ORG")) == sorted(expected)


def test_merging_over_the_parts_of_a_folder(gather, listed, make):
    found = merged(gather, listed, make, PEOPLE[12][1], "PERSON", folder=True, part_articles=1)
    assert found == PEOPLE[12][2]


def test_kinds_stay_apart_but_places_are_of_one_kind(gather, listed, make):
    labels = ["PERSON", "ORG", "GPE", "LOC", "GPE"]
    records = [make.record(f"a{n}", [make.entity("Jordan", label=label)]) for n, label in enumerate(labels)]
    found = listed(gather(records).entities(), "kind", "label", "articles")
    assert sorted(found) == [("organisations", "ORG", 1), ("people", "PERSON", 1), ("places", "GPE", 3)]


def test_the_reason_says_who_tied_them(gather, listed, make):
    board = make.entity("Harbour Safety Board", "HSB", label="ORG")
    records = [
        make.record("a", [board, "Mira Dolan"]),
        make.record("b", [board]),
        make.record("c", [make.entity("HSB", label="ORG"), "Dolan"]),
    ]
    found = dict(listed(gather(records).entities(), "name", "reason"))
    assert found["Harbour Safety Board"] == (
        "“HSB” is given as another form of this name by 2 articles, as one of another name by none."
    )
    assert found["Mira Dolan"] == "“Dolan” alone is counted here: no other full name ends so."


def test_what_is_of_one_name_is_counted_once_an_article(gather, listed, make):
    tied = make.entity("Mira Dolan", "Dolan", count=3)
    records = [make.record("a", [tied], [0, 0]), make.record("b", [make.entity("Dolan", count=2)], [0])]
    made = gather(records)
    assert listed(made.entities(), "name", "articles", "mentions") == [("Mira Dolan", 2, 5)]
    assert listed(made.speakers(), "name", "articles", "quotes") == [("Mira Dolan", 2, 3)]


@pytest.mark.parametrize(
    "name", ["’s", "Mr.", "the", "…", "李明", "İstanbul", "' OR 1=1 --", "%", "_", "a\\b", "é" * 300]
)
def test_odd_names_are_kept(gather, listed, make, name):
    made = gather([make.record("a", [name]), make.record("b", [name])])
    assert listed(made.entities(), "name", "articles") == [(name, 2)]
    assert listed(made.entities(find=name), "name") == [(name,)]
