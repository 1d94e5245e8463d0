"""One selection rules the page: chips add up, every view follows, and the address keeps it."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.sample import sample

APP = str(Path(__file__).parents[2] / "app.py")
ENTITY_TABLE, PAIR_TABLE = 0, 1
QUOTE_TABLE, SPEAKER_TABLE, DAY_TABLE = 0, 1, 2


def test_a_row_narrows_every_other_view_but_not_its_own(hand):
    hand.turn_to("Entities")
    names = len(hand.table())
    hand.choose_row(hand.row_of("Yusuf Barakat"))
    assert len(hand.table()) == names
    assert hand.table(PAIR_TABLE) is not None
    hand.turn_to("Quotes")
    assert set(hand.table(QUOTE_TABLE)["Speaker"]) == {"Yusuf Barakat"}
    assert list(hand.table(SPEAKER_TABLE)["Speaker"]) == ["Yusuf Barakat"]
    assert hand.table(SPEAKER_TABLE).iloc[0, 3] == "100.0"
    hand.turn_to("Overview")
    assert "**4** quotes" in [button.label for button in hand.page.button]
    hand.turn_to("Map")
    assert set(hand.table()["Place"]) == {"Khan Younis", "Mediterranean Sea"}


def test_chips_combine_and_each_goes_with_one_click(hand):
    hand.turn_to("Quotes")
    hand.choose_row(hand.row_of("Amal Nasser", "Speaker", SPEAKER_TABLE), table=SPEAKER_TABLE)
    by_her = len(hand.table(QUOTE_TABLE))
    hand.turn_to("Entities")
    assert set(hand.table()["Name"]) == {"Gaza City"}
    hand.choose_row(hand.row_of("Gaza City"))
    hand.turn_to("Quotes")
    assert 0 < len(hand.table(QUOTE_TABLE)) < by_her
    speaker, name = hand.picks()
    assert speaker.startswith("speaker:")
    assert name.startswith("entity:")
    hand.press("chips", "did", f"off {name}")
    assert len(hand.table(QUOTE_TABLE)) == by_her
    hand.press("chips", "did", "clear")
    assert hand.picks() == []
    assert len(hand.table(QUOTE_TABLE)) == 21


def test_the_same_again_lets_go_and_another_takes_its_place(hand):
    hand.turn_to("Entities")
    hand.choose_point("e1")
    assert hand.picks() == ["entity:e1"]
    hand.choose_point("e2")
    assert hand.picks() == ["entity:e2"]
    hand.choose_point()  # what the browser sends for a second click
    assert hand.picks() == []
    hand.choose_row(0)
    (one,) = hand.picks()
    hand.choose_point(one.partition(":")[2])  # in a chart that only shows what the table chose
    assert hand.picks() == []


def test_shift_or_add_to_these_chooses_several_of_a_kind(hand):
    hand.turn_to("Entities")
    hand.choose_point("e1", "e3")
    assert hand.picks() == ["entity:e1", "entity:e3"]
    hand.press("chips", "did", "clear")
    hand.choose_point("e1")
    hand.press("chips", "did", "several on")
    hand.choose_point("e3")
    assert hand.picks() == ["entity:e1", "entity:e3"]
    chosen = hand.chosen_rows()
    assert len(chosen) == 2
    hand.choose_row(chosen[0])  # pressed again it is let go
    assert len(hand.picks()) == 1


def test_a_pair_chooses_both_names(hand):
    hand.turn_to("Entities")
    row = hand.table(PAIR_TABLE).iloc[0]
    hand.choose_row(0, table=PAIR_TABLE)
    assert len(hand.picks()) == 2
    assert f"{row['Name']} and {row['Named with']}" in hand.words()
    assert int(row["Sentences"]) == len(hand.passages())


def test_who_stands_with_a_name_can_be_added(hand):
    hand.turn_to("Entities")
    hand.choose_row(hand.row_of("Khan Younis"))
    other = next(e for e in hand.page.get("bidi_component") if e.proto.id.endswith("-named-with"))
    assert other
    first = json.loads(other.proto.json)["rows"][0]["key"]
    hand.press("named-with", "chosen", first)
    assert hand.picks()[1] == first


def test_an_empty_combination_is_said_in_words_and_the_way_out_works(hand):
    hand.turn_to("Entities")
    hand.choose_point("e1", "e2")
    assert "Nothing in this article goes with" in hand.words()
    for section in ("Overview", "Quotes", "Map", "Article"):
        assert not hand.turn_to(section).exception
        assert "Nothing in this article goes with" in hand.words()
    hand.press("chips", "did", "clear")
    assert "Nothing in this article goes with" not in hand.words()


def test_a_day_and_a_place_and_a_stretch_are_choices_too(hand):
    hand.turn_to("Quotes")
    days = hand.table(DAY_TABLE)
    hand.choose_row(0, table=DAY_TABLE)
    assert hand.picks() == [f"day:{days['Date'][0]}"]
    hand.press("chips", "did", "clear")
    hand.turn_to("Map")
    hand.choose_row(hand.row_of("Rafah", "Place"))
    assert hand.picks()[0].startswith("place:")
    hand.turn_to("Entities")
    assert set(hand.table()["Name"]) == {"Rafah", "Khan Younis"}
    hand.turn_to("Article")
    number, start, end, _ = hand.data("reader")["paragraphs"][1]
    assert number == 2
    hand.press("reader", "chosen", f"span:{start}-{end}")
    assert hand.picks()[1] == f"span:{start}-{end}"
    assert not hand.page.exception


def test_a_paragraph_chosen_in_the_text_narrows_the_names(hand):
    text = sample().text
    start = text.index("In Khan Younis")
    end = text.index("Families who left") - 2
    hand.turn_to("Article")
    hand.press("reader", "chosen", f"span:{start}-{end}")
    hand.turn_to("Entities")
    assert set(hand.table()["Name"]) == {"Khan Younis", "Yusuf Barakat"}


def test_previous_and_next_go_through_the_combined_selection(hand):
    hand.turn_to("Entities")
    hand.choose_row(hand.row_of("Rafah"))
    assert ">1 of 4<" in hand.words()
    hand.page.button(key="next").click().run()
    assert ">2 of 4<" in hand.words()
    assert [item["now"] for item in hand.passages()].count(True) == 1
    hand.turn_to("Quotes")
    few = len(hand.table(QUOTE_TABLE))
    hand.choose_row(0)
    assert f">1 of {few}<" in hand.words()
    first = hand.picks()[-1]
    hand.page.button(key="next").click().run()
    assert f">2 of {few}<" in hand.words()
    assert hand.picks()[-1] != first


def test_a_heading_sorts_one_way_then_the_other_then_as_made(hand):
    hand.turn_to("Entities")
    made = list(hand.table()["Name"])
    hand.press("table-entity-table", "chosen", json.dumps(["sort", "Name"]))
    names = list(hand.table()["Name"])
    assert names == sorted(names, key=str.casefold)
    assert names != made
    hand.choose_row(names.index("Cairo"))
    assert "Cairo" in hand.words().partition('class="who"')[2][:20]
    hand.press("table-entity-table", "chosen", json.dumps(["sort", "Name"]))
    assert [name.casefold() for name in hand.table()["Name"]] == [name.casefold() for name in reversed(names)]
    hand.press("table-entity-table", "chosen", json.dumps(["sort", "Name"]))
    assert list(hand.table()["Name"]) == made
    hand.press("table-entity-table", "chosen", json.dumps(["sort", "Times named"]))
    numbers = [int(cell) for cell in hand.table()["Times named"]]
    assert numbers == sorted(numbers, reverse=True)


ADDRESS = {"article": "sample", "view": "Quotes", "pick": ["entity:e1", "day:2024-03-18"]}


def test_the_address_alone_opens_article_view_and_chips(hand):
    page = AppTest.from_file(APP, default_timeout=120)
    for name, value in ADDRESS.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    assert page.query_params == ADDRESS
    assert any(element.proto.id.endswith("-quote-list") for element in page.get("bidi_component"))


@pytest.mark.parametrize(
    "query",
    [
        {"article": "<script>", "pick": "entity:e1"},
        {"article": "sample", "pick": ["entity:nobody", "span:9-1", "wizard:1", "quote:" + "q" * 99, "day:2024-13-45"]},
        {"article": "0" * 16, "view": "Nowhere", "in": "all", "pick": [f"entity:e{n}" for n in range(200)]},
        {"view": "Map", "pick": "span:0-999999999"},
    ],
)
def test_any_address_opens_a_page_without_a_fault(hand, query):
    page = AppTest.from_file(APP, default_timeout=120)
    for name, value in query.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    if query.get("article") != "sample":
        page.button(key="sample").click().run()
    assert not page.exception
    assert "pick" not in page.query_params


def test_another_article_lets_go_of_what_was_chosen_in_the_first(hand):
    hand.turn_to("Entities")
    hand.choose_row(0)
    hand.page.text_area(key="paste").set_value("Mara Ellund spoke in Cairo. “We wait,” Ellund said.")
    hand.page.button(key="analyse").click().run()
    assert hand.picks() == []
    assert hand.page.query_params["article"] != "sample"
