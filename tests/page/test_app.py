"""The page as a reader meets it, driven without a browser."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from components.article.quotes import FIGURES
from components.sample import sample
from components.session import cache
from pipeline.batch.analysis_pool import AnalysisPool
from pipeline.corrections import Add, Corrections, write_corrections

APP = str(Path(__file__).parents[2] / "app.py")
SECTIONS = ("Overview", "Entities", "Quotes", "Map", "Article", "Downloads")
HOSTILE = "<script>alert(1)</script> **b** [x](http://evil.example) :red[r]"


@pytest.fixture(autouse=True)
def fresh_caches(monkeypatch, page_model):
    """What one test counts must not come from another; the real model is loaded once for all of them."""
    monkeypatch.setattr(cache, "load_page_model", lambda progress: page_model)
    st.cache_resource.clear()


@pytest.fixture
def analyses(monkeypatch):
    """The articles that really went through the model, by their text."""
    seen = []
    real = AnalysisPool.analyse
    monkeypatch.setattr(
        AnalysisPool,
        "analyse",
        lambda pool, articles, **rest: seen.extend(a.text for a in articles) or real(pool, articles, **rest),
    )
    return seen


@pytest.fixture
def page():
    return AppTest.from_file(APP, default_timeout=120).run()


@pytest.fixture
def opened(page):
    """The page with the sample open."""
    return page.button(key="sample").click().run()


def words_on(page):
    """Everything the page says, HTML included."""
    parts = [element.proto.body for element in page.get("html")]
    parts += [button.label for button in page.button]
    parts += [popover.proto.popover.label for popover in page.get("popover")]
    return "\n".join(parts)


def paste(page, text, day=None):
    page.text_area(key="paste").set_value(text)
    if day:
        page.text_input(key="paste-day").set_value(day.isoformat())
    return page.button(key="analyse").click().run()


def turn_to(page, section):
    page.session_state["view"] = section
    page.session_state["quotes-as"] = FIGURES
    return page.run()


def passages(page):
    """The passages of the evidence panel."""
    part = next(e for e in page.get("bidi_component") if e.proto.id.endswith("-passage-list"))
    return json.loads(part.proto.json)["items"]


def test_the_empty_page_offers_a_sample(page):
    assert not page.exception
    assert page.button(key="sample").label == "Open the sample article"
    assert "Nothing leaves this machine" in words_on(page)


def test_the_sample_is_one_click_away_and_says_what_it_is(opened):
    assert not opened.exception
    said = words_on(opened)
    assert "events are invented" in said
    assert "published 19 March 2024" in said
    assert "Aid lorries reach Rafah" in said
    assert re.search(r"\*\*\d+\*\* people", said)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_draws(opened, section):
    page = turn_to(opened, section)
    assert not page.exception
    assert 'role="alert"' not in words_on(page)


def test_only_the_open_section_is_drawn(opened):
    assert not opened.get("plotly_chart")
    assert len(turn_to(opened, "Quotes").get("plotly_chart")) == 1


def test_looking_round_never_runs_the_model_again(page, analyses):
    page.button(key="sample").click().run()
    for section in SECTIONS:
        turn_to(page, section)
    turn_to(page, "Entities").number_input(key="least").set_value(2).run()
    page.text_input(key="find-name").set_value("Rafah").run()
    page.session_state["kinds"] = ["Places"]
    page.run()
    assert not page.exception
    assert analyses == [sample().text]


def test_a_new_day_is_a_new_analysis_and_the_old_one_is_kept(page, analyses):
    paste(page, "On Monday Mara Ellund spoke in Rafah. “We wait,” Ellund said.", date(2024, 3, 19))
    for day in ("26 March 2024", "2024-03-19"):
        next(field for field in page.text_input if field.key.startswith("published-")).set_value(day)
        page.button(key="about-set").click().run()
    assert not page.exception
    assert len(analyses) == 2


def test_another_visitor_never_finds_a_cached_article(analyses, monkeypatch):
    """AppTest gives every page the same session; here each has its own."""
    real = LocalScriptRunner.__init__
    for visitor in ("one", "two"):

        def start(self, *args, _name=visitor, **kwargs):
            real(self, *args, **kwargs)
            self._session_id = _name

        monkeypatch.setattr(LocalScriptRunner, "__init__", start)
        page = AppTest.from_file(APP, default_timeout=120).run()
        page.button(key="sample").click().run()
        page.run()
    assert len(analyses) == 2


@pytest.mark.parametrize("text", ["", "   \n "])
def test_an_empty_paste_is_refused_in_words(page, text):
    paste(page, text)
    assert not page.exception
    assert 'role="alert"' in words_on(page)
    assert page.button(key="sample")


@pytest.mark.parametrize(
    "text", ["Rafah", "🙂🙂🙂", "“ an open mark", "12 34 56", "Das ist ein kurzer Satz ohne Sinn."]
)
def test_poor_texts_open_without_a_fault(page, text):
    paste(page, text)
    for section in SECTIONS:
        assert not turn_to(page, section).exception


def test_sections_without_facts_say_so_in_a_sentence(page):
    paste(page, "it rains and rains and rains")
    assert "No names" in words_on(turn_to(page, "Entities"))
    assert "quotes nobody" in words_on(turn_to(page, "Quotes"))
    assert not page.get("plotly_chart")


def test_markup_in_an_article_stays_text(page):
    paste(page, f"Mr {HOSTILE} Smith met {HOSTILE} in Paris. “{HOSTILE}” Smith said.")
    for section in SECTIONS:
        turn_to(page, section)
        assert not page.exception
        assert "<script" not in words_on(page)
        assert not any("evil.example" in element.value for element in page.markdown)


def select(page, element, **selection):
    """What the browser sends when a point or a row is chosen; AppTest knows no charts."""
    states = page._tree.get_widget_states()
    state = states.widgets.add()
    state.id = element.proto.id
    state.string_value = json.dumps({"selection": selection})
    return page._run(states)


def sheet(page):
    """The data of the section's first table: its open page."""
    parts = page.get("bidi_component")
    return json.loads(next(e for e in parts if e.proto.component_name == "dateline_table").proto.json)


def column(page, name):
    """The cells of a column of it."""
    data = sheet(page)
    at = [column["name"] for column in data["columns"]].index(name)
    return [row["cells"][at] for row in data["rows"]]


def rows_in(page):
    """How many rows it has on all its pages."""
    return int(sheet(page)["where"].rpartition(" of ")[2])


def choose_row(page, row):
    """Press a row of the section's table."""
    from streamlit.components.v2.bidi_component.main import _make_trigger_id

    part = next(e for e in page.get("bidi_component") if e.proto.component_name == "dateline_table")
    value = json.dumps(["open", sheet(page)["rows"][row]["id"]])
    states = page._tree.get_widget_states()
    state = states.widgets.add()
    state.id = _make_trigger_id(part.proto.id, "events")
    state.json_trigger_value = json.dumps([{"event": "chosen", "value": value}])
    return page._run(states)


def choose_point(page, id):
    """Choose the bar of this id in the section's chart, or none."""
    points = [{"customdata": [id], "point_index": 0, "curve_number": 0}] if id else []
    return select(page, page.get("plotly_chart")[0], points=points, point_indices=[0][: len(points)], box=[], lasso=[])


def test_a_bar_opens_its_sentences_and_marks_the_row(opened):
    turn_to(opened, "Quotes")
    choose_point(opened, "q2")
    assert not opened.exception
    assert 'class="dl-evidence"' in words_on(opened)
    assert [item["text"] for item in passages(opened)] == ["“We had flour for two days and fuel for one”"]
    assert sheet(opened)["chosen"] == [sheet(opened)["rows"][1]["id"]]
    choose_point(opened, None)
    assert 'class="dl-evidence"' not in words_on(opened)


def test_a_choice_in_the_table_takes_it_from_the_chart(opened):
    turn_to(opened, "Quotes")
    choose_point(opened, "q2")
    before = opened.get("plotly_chart")[0].proto.id
    choose_row(opened, 3)
    assert opened.get("plotly_chart")[0].proto.id != before
    figure = json.loads(opened.get("plotly_chart")[0].proto.spec)
    assert sum(len(trace["selectedpoints"]) for trace in figure["data"]) == 1


def test_a_row_opens_its_sentences_and_can_be_let_go(opened):
    turn_to(opened, "Entities")
    choose_row(opened, 0)
    assert 'class="dl-evidence"' in words_on(opened)
    assert any(css == "hit" for item in passages(opened) for _, css in item["pieces"])
    opened.button(key="clear-choice").click().run()
    assert 'class="dl-evidence"' not in words_on(opened)


def test_a_choice_goes_with_the_reader_to_the_article(opened):
    turn_to(opened, "Quotes")
    choose_row(opened, 1)
    opened.button(key="to-article").click().run()
    assert opened.session_state["view"] == "Article"
    assert ">2 of 21<" in words_on(opened)


def test_next_goes_round_the_mentions(opened):
    turn_to(opened, "Entities")
    choose_row(opened, column(opened, "Name").index("Rafah"))
    turn_to(opened, "Article")
    assert ">1 of 4<" in words_on(opened)
    opened.button(key="next").click().run()
    assert ">2 of 4<" in words_on(opened)
    opened.button(key="previous").click().run()
    opened.button(key="previous").click().run()
    assert ">4 of 4<" in words_on(opened)


def test_a_tile_opens_its_section_with_its_kind(opened):
    opened.button(key="tile-places").click().run()
    assert opened.session_state["view"] == "Entities"
    assert opened.session_state["kinds"] == ["Places"]


def open_correction(page):
    """Open the forms beside what is chosen, unless they are open."""
    if not page.session_state["page"].correcting:
        page.button(key="to-correct").click().run()


def fill(page, key, value):
    """Fill the field whose key ends so, whatever the id before it."""
    open_correction(page)
    for field in [*page.text_input, *page.selectbox]:
        if field.key and field.key.startswith("fix-") and field.key.endswith(key):
            return field.set_value(value)
    raise AssertionError(key)


def press(page, key):
    """Press the button whose key ends so."""
    return next(b for b in page.button if b.key and b.key.endswith(key)).click().run()


def test_a_name_is_corrected_everywhere_without_the_model_and_taken_back(page, analyses):
    page.button(key="sample").click().run()
    turn_to(page, "Entities")
    names = column(page, "Name")
    choose_row(page, names.index("Rafah"))
    fill(page, "-name", "Rafah City")
    press(page, "-apply")
    assert not page.exception
    assert "Rafah City" in column(page, "Name")
    assert column(page, "Corrected").count("yes") == 1
    assert "1 correction by you" in words_on(page)
    page.button(key="undo").click().run()
    assert "Rafah City" not in column(page, "Name")
    page.button(key="redo").click().run()
    assert "Rafah City" in column(page, "Name")
    assert len(analyses) == 1


def test_a_speaker_is_corrected_in_chart_and_table(opened):
    turn_to(opened, "Quotes")
    choose_row(opened, 0)
    open_correction(opened)
    who = next(box for box in opened.selectbox if box.label == "Speaker")
    name = next(option for option in who.options if option.startswith("Ruth Calloway"))
    who.select(name)
    press(opened, "-apply")
    assert not opened.exception
    assert column(opened, "Speaker")[0] == "Ruth Calloway"
    figure = json.loads(opened.get("plotly_chart")[0].proto.spec)
    assert any(text.startswith("Ruth Calloway (2)") for text in figure["layout"]["yaxis"]["ticktext"])


def test_corrections_come_back_from_their_file(opened):
    corrections = Corrections(sample().id, (Add("onions", "PRODUCT"),))
    turn_to(opened, "Downloads")
    upload = next(u for u in opened.file_uploader if u.key.startswith("upload-corrections"))
    upload.set_value(("corrections.json", write_corrections(corrections), "application/json")).run()
    assert "1 correction by you" in words_on(opened)
    turn_to(opened, "Entities")
    assert "onions" in column(opened, "Name")


@pytest.mark.parametrize(
    "data, words", [(b"{}", "no file of corrections"), (write_corrections(Corrections("else")), "another article")]
)
def test_a_wrong_file_of_corrections_is_refused_in_words(opened, data, words):
    turn_to(opened, "Downloads")
    upload = next(u for u in opened.file_uploader if u.key.startswith("upload-corrections"))
    upload.set_value(("corrections.json", data, "application/json")).run()
    assert not opened.exception
    assert words in words_on(opened)


def test_a_correction_that_fits_nothing_is_said_and_can_be_undone(opened):
    turn_to(opened, "Article")
    opened.text_input(key="mark-words").set_value("words that are nowhere")
    opened.button(key="mark-apply").click().run()
    assert "does not fit" in words_on(opened)
    opened.button(key="undo").click().run()
    assert "does not fit" not in words_on(opened)


def test_a_quote_can_be_chosen_among_the_quotes_about_a_name(opened):
    turn_to(opened, "Entities")
    names = column(opened, "Name")
    choose_row(opened, names.index("Yusuf Barakat"))
    turn_to(opened, "Quotes")
    few = rows_in(opened)
    choose_row(opened, 0)
    assert rows_in(opened) == few
    assert passages(opened)[0]["now"]
    opened.button(key="clear-choice").click().run()
    assert rows_in(opened) > few
