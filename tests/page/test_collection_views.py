"""What the parts of the collection's page show, on one visit with eight articles."""

import json
import re
from dataclasses import replace

import pytest
import streamlit as st

from components.charts.png import can_draw_text
from components.collection.compare import Counted, _of_both
from components.formatting import times
from components.session import cache
from components.session.collection_state import PARTS
from devtools.collection_page import elements, finished, open_page, say, send, table, titles, turn_to, upload, words_on
from devtools.invented_articles import PEOPLE, TOWNS, files, text_of
from pipeline.corrections import EntityRef, History, Rename

NUMBER = 8


@pytest.fixture(scope="module")
def visit(page_model):
    """One page, loaded once: what takes time is making it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "load_page_model", lambda progress: page_model)
        patch.delenv("DATELINE_FOLDER", raising=False)
        st.cache_resource.clear()
        yield finished(upload(open_page(), files(NUMBER)))
        st.cache_resource.clear()


@pytest.fixture
def many(visit):
    """All articles, nothing chosen, the first part open."""
    if any(button.key == "to-all" for button in visit.button):
        visit.button(key="to-all").click().run()
    state = visit.session_state["collection"]
    state.chips, state.orders, state.picked, state.joined = {}, {}, (), None
    visit.session_state["page"].histories.clear()
    for key in ("all-find", "all-first", "all-last"):
        visit.text_input(key=key).set_value("")
    return turn_to(visit, "Articles")


def title(n):
    return text_of(n).partition("\n")[0]


def naming(name):
    return {title(n) for n in range(NUMBER) if name in text_of(n)}


def test_every_part_draws(many):
    for part in PARTS:
        assert 'role="alert"' not in words_on(turn_to(many, part)), part


def test_figures_are_those_of_the_articles(many):
    assert titles(many) == [title(n) for n in reversed(range(NUMBER))]  # the latest first
    entities = {row["cells"][0]: row["cells"] for row in table(turn_to(many, "Entities"), "entities")["rows"]}
    assert set(PEOPLE) <= set(entities)
    assert int(entities["Leila Marwan"][2]) == len(naming("Leila Marwan"))
    assert {row["cells"][0] for row in table(turn_to(many, "Speakers"), "speakers")["rows"]} == set(PEOPLE)
    assert {row["cells"][0] for row in table(turn_to(many, "Map"), "pins")["rows"]} & set(TOWNS)


def test_headings_sort(many):
    for wanted in (sorted(titles(many)), sorted(titles(many), reverse=True)):
        assert titles(say(many, "articles", "sort", "title")) == wanted


def test_search_narrows_every_part(many):
    many.text_input(key="all-find").set_value("Leila Marwan").run()
    assert set(titles(many)) == naming("Leila Marwan")
    assert {row["cells"][5] for row in table(turn_to(many, "Quotes"), "quotes")["rows"]} == naming("Leila Marwan")


def test_what_fits_nothing_says_so(many):
    many.text_input(key="all-find").set_value("zzzz").run()
    for part, words in (("Articles", "No article fits"), ("Quotes", "quote nobody"), ("Downloads", "nothing to take")):
        assert words in words_on(turn_to(many, part))


def test_days_are_typed_as_people_write_them(many):
    many.text_input(key="all-first").set_value("6 March 2024").run()
    assert titles(many) == [title(n) for n in reversed(range(2, NUMBER))]
    many.text_input(key="all-last").set_value("2024-03-08").run()
    assert titles(many) == [title(4), title(3), title(2)]
    assert 'role="alert"' not in words_on(many)


def test_a_day_that_cannot_be_read_is_said_and_nothing_is_lost(many):
    many.text_input(key="all-find").set_value("Leila Marwan").run()
    many.text_input(key="all-last").set_value("10 March 2024").run()
    many.text_input(key="all-first").set_value("the 3rd of Mrach").run()
    assert "“the 3rd of Mrach” is no day that can be read" in words_on(many)
    assert many.text_input(key="all-first").value == "the 3rd of Mrach"
    assert set(titles(many)) == naming("Leila Marwan") & {title(n) for n in range(7)}
    many.text_input(key="all-first").set_value("11 March 2024").run()
    assert "No day lies between 11 March 2024 and 10 March 2024" in words_on(many)


def test_a_speaker_becomes_a_chip_and_is_let_go(many):
    rows = table(turn_to(many, "Speakers"), "speakers")["rows"]
    say(many, "speakers", "open", next(row["id"] for row in rows if row["cells"][0] == "Tom Ashdown"))
    (chips,) = elements(many, "all-chips")
    assert re.fullmatch(r"speaker:[0-9a-f]{16}", "".join(many.query_params["with"]))
    assert json.loads(chips.proto.json)["rows"] == [["speaker", "Quoting", "Tom Ashdown"]]
    assert set(titles(turn_to(many, "Articles"))) == naming("Tom Ashdown")
    send(many, elements(many, "all-chips")[0], "did", "off speaker")
    assert len(titles(many)) == NUMBER


def test_into_an_article_on_to_the_next_and_back(many):
    id = next(row["id"] for row in table(many, "articles")["rows"] if row["cells"][0] == title(2))
    say(many, "articles", "open", id)
    assert title(2) in words_on(many)
    assert f"{NUMBER - 2} of {NUMBER}" in words_on(many)  # as the table has them, the latest first
    assert many.query_params["article"] in (id, [id])
    many.button(key="to-next").click().run()
    assert title(1) in words_on(many)
    many.button(key="to-all").click().run()
    assert len(titles(many)) == NUMBER
    assert many.query_params["in"] in ("all", ["all"])
    assert "article" not in many.query_params


def test_two_ticked_articles_are_compared(many):
    rows = table(many, "articles")["rows"][:2]
    for row in rows:
        say(many, "articles", "pick", row["id"])
    assert table(many, "articles")["picked"] == [row["id"] for row in rows]
    many.button(key="to-compare").click().run()
    assert [box.value for box in many.selectbox] == [row["id"] for row in rows]
    assert f"Only in: {rows[0]['cells'][0]}" in words_on(many)
    assert not re.search(r"\b1 time|Nobody and nothing", words_on(many))


def test_what_two_articles_share_is_counted_in_words():
    shared = Counted("Aqaba", "both", 1, 1)
    assert _of_both(shared, times) == "once each"
    assert _of_both(replace(shared, left=3), times) == "3 times and once"


@pytest.mark.parametrize(
    ("part", "figure"), [("Entities", "names"), ("Speakers", "speakers"), ("Quotes", "quotes-by-day"), ("Map", "map")]
)
def test_each_figure_has_its_row_and_a_copy_is_made_when_asked(many, part, figure):
    turn_to(many, part)
    labels = [button.proto.label for button in many.get("download_button")]
    assert labels[-3 + (not can_draw_text()) :] == ["PNG", "SVG", "CSV"][not can_draw_text() :]
    if can_draw_text():
        (copy,) = elements(many, f"copy-all-{figure}")
        assert json.loads(copy.proto.json)["picture"] == ""
        send(many, copy, "asked", "1")
        (copy,) = elements(many, f"copy-all-{figure}")
        assert json.loads(copy.proto.json)["picture"].startswith("iVBOR")  # a PNG


def test_headlines_say_what_the_figures_show(many):
    many.text_input(key="all-find").set_value("Leila Marwan").run()
    number = len(naming("Leila Marwan"))
    assert f"Leila Marwan is named in the most articles: {number} of {number}" in words_on(turn_to(many, "Entities"))
    assert re.search(r"Leila Marwan has \d\d % of the quoted words", words_on(turn_to(many, "Speakers")))


def test_two_names_are_joined_over_all_articles_and_come_apart_again(many):
    rows = {row["cells"][0]: row for row in table(turn_to(many, "Entities"), "entities")["rows"]}
    say(many, "entities", "open", rows["Ferry Union"]["id"])
    box = next(one for one in many.selectbox if one.label == "It is the same as")
    box.select(next(option for option in box.options if option == "Harbour Trust"))
    many.button(key="join-with-it").click().run()
    assert not many.exception
    after = {row["cells"][0]: row for row in table(many, "entities")["rows"]}
    assert "Ferry Union" not in after
    both = {n for n in range(NUMBER) if "Ferry Union" in text_of(n) or "Harbour Trust" in text_of(n)}
    assert int(after["Harbour Trust"]["cells"][2]) == len(both)
    assert "“Ferry Union” is “Harbour Trust”" in words_on(many)
    many.button(key="join-back").click().run()
    again = {row["cells"][0]: row["cells"] for row in table(many, "entities")["rows"]}
    assert again == {name: row["cells"] for name, row in rows.items()}


def test_corrections_flow_into_the_figures_and_their_file(many):
    id = next(row["id"] for row in table(many, "articles")["rows"] if row["cells"][0] == title(0))
    say(many, "articles", "open", id)
    rename = Rename(EntityRef("", "Leila Marwan"), "Lina Marwani")
    many.session_state["page"].histories[id] = History((rename,))
    many.button(key="to-all").click().run()
    names = {row["cells"][0]: row["cells"] for row in table(turn_to(many, "Entities"), "entities")["rows"]}
    assert int(names["Lina Marwani"][2]) == 1
    assert int(names["Leila Marwan"][2]) == len(naming("Leila Marwan")) - 1
    turn_to(many, "Downloads")
    assert any(button.proto.label.startswith("Corrections (1") for button in many.get("download_button"))
    assert "changed by a reader’s corrections" in many.code[0].value
