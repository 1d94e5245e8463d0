"""What a choice stands for, what several leave together, and how they are written in an address."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.rows.article import speaker_key
from components.rows.comentions import named_with, pairs
from components.selection.picks import MOST, Pick, read_pick, read_picks, read_span, replaced, toggled
from components.selection.selection import EITHER, Selection, merged, settled


def picks(words):
    return [read_pick(one) for one in words.split()]


def left(analysis, words):
    """Names with their counts, and quotes, under these chips."""
    shown = Selection(analysis, picks(words)).shown
    return {entity.name: entity.count for entity in shown.entities}, [quote.id for quote in shown.quotes]


# Ellund is named in sentences 1 and 2 and says q1 and q2; the Trust warns (q3); Reyl of the Trust says q5.
TABLE = [
    ("entity:e1", {"Mara Ellund": 2, "Khan Younis": 1, "Rafah": 1}, ["q1", "q2"]),
    ("speaker:e3", {"Gaza City": 1}, ["q3"]),
    ("quote:q1", {}, ["q1"]),
    ("entity:e9", {"Spring Congress": 1, "Cairo": 1}, []),
    # two names: the sentences that name both
    ("entity:e1 entity:e5", {"Mara Ellund": 1, "Khan Younis": 1, "Rafah": 1}, []),
    # a name and a speaker: what the speaker says where it is named
    ("entity:e6 speaker:e3", {"Gaza City": 1}, ["q3"]),
    ("entity:e6 speaker:e1", {}, []),
    # the sentence before the quote that is dated
    ("day:2024-03-18 entity:e4", {"Mara Ellund": 1, "Khan Younis": 1, "Rafah": 1}, []),
    ("day:2024-03-18", {"Mara Ellund": 1, "Khan Younis": 1, "Rafah": 1}, ["q1", "q2"]),
    ("day:2024-03-19", {}, ["q4"]),
    ("day:2024", {"Mara Ellund": 1, "Khan Younis": 1, "Rafah": 1}, ["q1", "q2", "q4"]),
    ("speaker:e1 quote:q2", {}, ["q2"]),
    # either of two speakers or quotes, but both of two names
    ("speaker:e1 speaker:e3", {"Gaza City": 1}, ["q1", "q2", "q3"]),
    ("quote:q1 quote:q4", {}, ["q1", "q4"]),
    ("quote:q1 quote:q3 entity:e6", {"Gaza City": 1}, ["q3"]),
]


@pytest.mark.parametrize("words,names,quotes", TABLE, ids=[row[0] for row in TABLE])
def test_what_is_left_under_these_chips(analysis, words, names, quotes):
    assert left(analysis, words) == (names, quotes)


def test_a_stretch_leaves_what_stands_in_it(analysis):
    end = analysis.article.text.index("\n")
    assert left(analysis, f"span:0-{end}") == ({"Mara Ellund": 1, "Khan Younis": 1, "Rafah": 1}, [])
    assert Selection(analysis, picks(f"span:0-{end}")).marks == ((0, end),)


def test_a_place_is_every_name_of_its_spot(analysis):
    found = Selection(analysis, [Pick("place", "1")])  # the fixture gives all its places one number
    assert found.meanings[0].title
    assert {place.entity_id for place in found.shown.places} == {"e4", "e5", "e6", "e9"}


def test_a_speaker_without_a_name_has_a_key_that_says_nothing(analysis):
    key = speaker_key(analysis.quotes[3])
    assert read_pick(f"speaker:{key}") == Pick("speaker", key)
    assert "fficials" not in key
    assert [quote.id for quote in Selection(analysis, [Pick("speaker", key)]).shown.quotes] == ["q4"]


def test_each_view_is_narrowed_by_all_but_its_own_kind(analysis):
    found = Selection(analysis, picks("entity:e1 entity:e5 speaker:e1"))
    assert found.but("entity", "speaker") == analysis
    assert {quote.id for quote in found.but("entity").quotes} == {"q1", "q2"}
    assert found.but("speaker").entities == Selection(analysis, picks("entity:e1 entity:e5")).shown.entities


def test_what_this_article_has_not_is_dropped(analysis):
    assert not Selection(analysis, picks("entity:zz speaker:zz quote:zz place:7 day:1999 span:0-99999"))
    assert Selection(analysis, picks("entity:zz entity:e1")).picks == (Pick("entity", "e1"),)


def test_a_quote_gives_way_to_a_newer_choice_it_has_nothing_to_do_with(analysis):
    assert settled(analysis, picks("quote:q1 speaker:e3")).picks == (Pick("speaker", "e3"),)
    assert settled(analysis, picks("speaker:e3 quote:q1")).is_empty
    assert len(settled(analysis, picks("quote:q1 speaker:e1")).picks) == 2


def test_an_empty_combination_says_so(analysis):
    assert Selection(analysis, picks("entity:e9 speaker:e1")).is_empty
    assert not Selection(analysis, picks("entity:e1")).is_empty
    assert not Selection(analysis).is_empty


def test_marks_are_what_goes_with_all(analysis):
    text = analysis.article.text
    assert {text[a:b] for a, b in Selection(analysis, picks("entity:e1")).marks} == {"Mara Ellund", "Ellund"}
    both = Selection(analysis, picks("entity:e6 speaker:e3"))
    assert {text[a:b] for a, b in both.marks} == {"Gaza City", "that “stocks are low” in Gaza City"}
    assert len(both.passages) == 1


EVERY = ["entity:e1", "entity:e3", "entity:e5", "speaker:e1", "speaker:e3", "quote:q2", "place:1", "day:2024-03-18"]
CHIPS = st.lists(st.sampled_from([*EVERY, "day:2024", "span:20-140", "span:100-300"]), unique=True, max_size=4)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # an analysis never changes
@given(words=CHIPS)
def test_another_chip_never_shows_more_and_order_does_not_matter(analysis, words):
    chips = [read_pick(one) for one in words]
    all_of_it = Selection(analysis, chips)
    shown = all_of_it.shown
    assert Selection(analysis, chips[::-1]).shown == shown
    for n in range(len(chips)):
        if n and chips[n].kind in EITHER and any(one.kind == chips[n].kind for one in chips[:n]):
            return  # another speaker, quote, day or stretch is an "or"
        fewer = Selection(analysis, chips[:n]).shown
        shown = Selection(analysis, chips[: n + 1]).shown
        for facts in ("mentions", "quotes", "places", "dates"):
            assert set(getattr(shown, facts)) <= set(getattr(fewer, facts))
        assert shown.words <= fewer.words or n == 0
    assert {e.id: e.count for e in shown.entities} == {
        id: sum(m.entity_id == id for m in shown.mentions) for id in {m.entity_id for m in shown.mentions}
    }
    assert all_of_it.is_empty or all_of_it.passages or not chips


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)).map(lambda s: (s[0], s[0] + s[1])), max_size=12))
def test_merged_spans_cover_the_same_and_lie_apart(spans):
    found = merged(spans)
    assert {n for a, b in found for n in range(a, b)} == {n for a, b in spans for n in range(a, b)}
    assert all(one[1] <= other[0] for one, other in pairwise(found))


@pytest.mark.parametrize(
    "words", ["", "entity", "entity:", "wizard:e1", "entity:Mara Ellund", "entity:" + "x" * 41, "span:<b>", "entity:é"]
)
def test_what_is_no_pick_is_none(words):
    assert read_pick(words) is None


@pytest.mark.parametrize("id", ["5", "5-", "5-5", "9-3", "-1-4", "1-2-3", "a-b", "1" * 12 + "-" + "2" * 12, "٣-٤"])
def test_what_is_no_stretch_is_none(id):
    assert read_span(id) is None


def test_an_address_is_read_within_bounds():
    assert read_picks(["entity:e1", "entity:e1", "nonsense", "day:2024"]) == (Pick("entity", "e1"), Pick("day", "2024"))
    assert len(read_picks(f"entity:e{n}" for n in range(99))) == MOST
    assert [str(pick) for pick in read_picks(["span:120-480"])] == ["span:120-480"]


A, B, S = Pick("entity", "a"), Pick("entity", "b"), Pick("speaker", "s")


@pytest.mark.parametrize(
    "before,pick,add,after",
    [
        ((), A, False, (A,)),
        ((A,), A, False, ()),
        ((A,), B, False, (B,)),
        ((A,), B, True, (A, B)),
        ((A, S), B, False, (S, B)),
        ((A, B, S), A, True, (B, S)),
    ],
)
def test_choosing_replaces_adds_and_lets_go(before, pick, add, after):
    assert toggled(before, pick, add=add) == after


def test_a_table_with_boxes_says_which_are_ticked_and_leaves_the_rest():
    assert replaced((A, S), "entity", ["b"], ["a", "b"]) == (S, B)
    assert replaced((A, S), "entity", ["b"], ["b"]) == (A, S, B)
    assert replaced((A, B), "entity", [], ["a", "b"]) == ()


def test_who_is_named_with_whom(analysis):
    assert {name for _, name, _ in named_with(analysis, "e1")} == {"Khan Younis", "Rafah"}
    assert named_with(analysis, "e9") == [("e8", "Spring Congress", 1)]
    assert all(pair.sentences >= 1 for pair in pairs(analysis))
    assert ("e1", "e4") in {pair.ids for pair in pairs(analysis)}
