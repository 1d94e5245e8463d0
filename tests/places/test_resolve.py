"""Rules of the resolver, each with a sentence that needs it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import mentions_of, read

from pipeline import Resources
from pipeline.model import Mention, Place
from pipeline.places import locate
from pipeline.places.confidence import PIN


def rows_of(marked: str, resources: Resources, label: str = "GPE") -> list[Place]:
    text, wanted = read(marked)
    return list(run(text, mentions_of(wanted, label), resources))


def run(text: str, mentions: tuple[Mention, ...], resources: Resources) -> tuple[Place, ...]:
    return locate(text, mentions=mentions, gazetteer=resources.gazetteer)


@pytest.mark.parametrize(
    ("marked", "name", "country", "kind"),
    [
        ("Rain fell on [Phila. @-] and on [Trenton @-], N.J.", "Philadelphia", "US", "city"),
        ("A firm in Mobile, [Ala. @-], sued.", "Alabama", "US", "region"),
        ("The [UAE @-] sent two planes.", "United Arab Emirates", "AE", "country"),
        ("She was born in Nelson, [B.C. @-], in 1950.", "British Columbia", "CA", "region"),
        ("The crews left [St. Louis @-], Missouri, at dawn.", "St. Louis", "US", "city"),
        ("Ships left the [Red Sea @-] at dawn.", "Red Sea", None, "water"),
        ("Goats graze in the [Sinai @-] all year, [Egypt @-] says.", "Sinai", "EG", "area"),
        ("Climbers died on [Mount Everest @-].", "Mount Everest", "NP", "landform"),
        ("The governor of [Kharkiv Oblast @-] resigned.", "Kharkiv Oblast", "UA", "region"),
        ("The [state of Georgia @-] voted.", "Georgia", "US", "region"),
        ("Fishermen of [County Sligo @-] and [Mayo @-] in [Ireland @-] agreed.", "Sligo", "IE", "region"),
    ],
)
def test_what_a_name_stands_for(marked: str, name: str, country: str | None, kind: str, resources: Resources) -> None:
    row = rows_of(marked, resources)[0]
    assert (row.name, row.country, row.kind) == (name, country, kind)
    assert row.lat is not None


def test_one_sense_a_name_unless_the_text_says_otherwise(resources: Resources) -> None:
    rows = rows_of("He left [Paris @-], Texas, at nine. [Paris @-] is small. [Paris @-], France, is not.", resources)
    assert [row.country for row in rows] == ["US", "US", "FR"]


def test_gaza_is_the_strip_where_gaza_city_is_named_too(resources: Resources) -> None:
    rows = rows_of("Trucks left [Gaza City @-] for the south of [Gaza @-].", resources)
    assert [row.kind for row in rows] == ["city", "region"]


@pytest.mark.parametrize(
    ("marked", "town"),
    [
        ("The crash closed [Third Street @-] in [Harare @-] for an hour.", "Harare"),
        ("They landed at [Denver International Airport @-] in the evening.", "Denver"),
        ("[Harare @-]'s [Third Street @-] was closed.", "Harare"),
    ],
)
def test_a_site_goes_to_the_town_the_text_names(marked: str, town: str, resources: Resources) -> None:
    text, wanted = read(marked)
    mentions = tuple(
        Mention(w.start, w.end, w.name, "GPE" if w.name == town else "FAC", f"e{n}", 0) for n, w in enumerate(wanted)
    )
    row = next(row for row in run(text, mentions, resources) if row.text != town)
    want = resources.gazetteer.lookup(town)[0]
    assert (row.kind, row.lat, row.lon) == ("site", want.lat, want.lon)
    assert town in row.reason


def test_a_site_without_a_town_gets_no_pin(resources: Resources) -> None:
    row = rows_of("The fire began in [Quarry Lane @-] and spread.", resources, "FAC")[0]
    assert (row.lat, row.lon, row.name) == (None, None, None)
    assert "does not tell" in row.reason


def test_a_town_the_gazetteer_lacks_in_the_state_named_gets_no_pin(resources: Resources) -> None:
    row = rows_of("A man from [Holliday @-], Mo., was hurt.", resources)[0]
    assert row.lat is None
    assert row.reason == "the text puts it in Mo., where the gazetteer knows no Holliday"


def test_an_illness_is_no_place(resources: Resources) -> None:
    assert rows_of("Nine cases of [West Nile @-] virus and of [Ebola @-] were found.", resources, "LOC") == []


def test_a_public_body_speaks_of_its_town_and_a_newspaper_does_not(resources: Resources) -> None:
    rows = rows_of("The [Cleveland Police Department @-] told the [Denver Post @-] nothing.", resources, "ORG")
    assert [row.text for row in rows] == ["Cleveland"]


def test_runners_up_are_other_places_of_the_name(resources: Resources) -> None:
    row = rows_of("She moved to [Springfield @-].", resources)[0]
    assert 1 <= len(row.alternatives) <= 5
    assert all(0 <= option.confidence <= 1 for option in row.alternatives)


def test_reasons_can_be_checked(resources: Resources) -> None:
    rows = rows_of("Buses run from [Rafah @-] to [Gaza City @-].", resources)
    assert re.fullmatch(r"the article also names Gaza City, 3\d km away", rows[0].reason)


_NAMES = ("Paris", "Gaza", "Springfield", "Kyiv", "the Red Sea", "Ala.", "Nowhereville", "Third Street", "Georgia")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_NAMES), st.sampled_from(("GPE", "LOC", "FAC", "PERSON"))), max_size=8))
def test_rows_are_sorted_sound_and_repeatable(resources: Resources, names: list[tuple[str, str]]) -> None:
    text, mentions = "", []
    for n, (name, label) in enumerate(names):
        text += "They went to "
        mentions.append(Mention(len(text), len(text) + len(name), name, label, f"e{n}", n))
        text += name + ". "
    rows = run(text, tuple(mentions), resources)
    assert list(rows) == sorted(rows, key=lambda row: row.start)
    assert rows == run(text, tuple(mentions), resources)
    for row in rows:
        assert text[row.start : row.end] == row.text
        assert (row.lat is None) == (row.lon is None)
        assert 0 <= row.confidence <= 1
        assert (row.lat is not None) <= (row.confidence >= PIN)
        assert row.reason


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        ("The museum in [Paris @-] lent the vase. It came back to [Athens @-] in March.", {"FR", "GR"}),
        ("[Rome @-] wants more from Brussels.", {"IT"}),
        # where the text says so, or the article is about another land, fame does not count
        ("A fire in [Paris @-], Texas, closed the road to [Athens @-], Texas.", {"US"}),
    ],
)
def test_a_famous_city_is_meant_unless_the_article_says_otherwise(marked, country, resources):
    assert {row.country for row in rows_of(marked, resources)} == country
