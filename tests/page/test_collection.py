"""Many articles on the page, driven without a browser."""

import csv
import io
import json
import time
import zipfile
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import cache
from components.collection_desk import KEPT
from components.collection_shelf import MOST_ARTICLES
from components.collection_state import PARTS
from components.folder import named_folder
from pipeline.corrections import EntityRef, History, Rename
from tests.invented import PEOPLE, TOWNS, files, text_of

APP = str(Path(__file__).parents[2] / "app.py")
HOSTILE = "<script>alert(1)</script> **b** [x](http://evil.example) :red[r]"
PATIENCE = 60  # seconds


@pytest.fixture(autouse=True)
def fresh_caches(monkeypatch, resources):
    """What one test counts must not come from another; the real model is loaded once for all of them."""
    monkeypatch.setattr(cache, "load_resources", lambda progress: resources)
    monkeypatch.delenv("DATELINE_FOLDER", raising=False)
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def page():
    return AppTest.from_file(APP, default_timeout=120).run()


@pytest.fixture
def twelve(page):
    """Twelve articles, all analysed."""
    return finished(upload(page, files(12)))


def upload(page, texts):
    """Put these files into the uploader."""
    entries = [(name, text if isinstance(text, bytes) else text.encode(), "text/plain") for name, text in texts.items()]
    page.file_uploader(key="upload").set_value(entries).run()
    assert not page.exception
    return page


def finished(page):
    """The page once everything is read and analysed; AppTest does not look again by itself."""
    end = time.monotonic() + PATIENCE
    while progress(page) and time.monotonic() < end:
        time.sleep(0.1)
        page.run()
        assert not page.exception
    assert not progress(page)
    return page


def html(page):
    return [element.proto.body for element in page.get("html")]


def progress(page):
    return " ".join(part for part in html(page) if 'class="dl-progress"' in part)


def words_on(page):
    return "\n".join(html(page)) + "\n".join(button.label for button in page.button)


def element(page, name):
    return next(one for one in page.get("bidi_component") if f"table-{name}" in one.proto.id)


def table(page, name):
    """What the table of this name was given."""
    return json.loads(element(page, name).proto.json)


def titles(page):
    return [row["cells"][0] for row in table(page, "articles")["rows"]]


def say(page, name, what, id):
    """What the browser sends when something in the table is pressed."""
    states = page._tree.get_widget_states()
    state = states.widgets.add()
    one = element(page, name)
    state.id = f"{one.proto.id.replace('$$ID-', '$$ID-')}"
    state.json_trigger_value = json.dumps({"chosen": json.dumps([what, id])})
    return page._run(states)


def turn_to(page, part):
    page.session_state["part"] = part
    page.run()
    assert not page.exception
    return page


def test_two_uploads_are_a_collection_and_a_bad_one_spoils_nothing(page):
    upload(
        page,
        {
            "one.txt": 'Mara Ellund spoke in Rafah. "We wait," Ellund said.',
            f"{HOSTILE}.docx": b"no zip at all",
            "two.md": "# Two\n\nTomas Reyl spoke in Cairo.",
        },
    )
    finished(page)
    said = words_on(page)
    assert "2 articles" in said
    assert 'role="alert"' in said
    assert "&lt;script&gt;" in said
    assert "<script" not in said
    assert len(table(page, "articles")["rows"]) == 2


def test_one_article_is_not_bothered(page):
    upload(page, files(1))
    assert not [one for one in page.get("bidi_component") if "table-articles" in one.proto.id]
    assert not any(button.key == "to-all" for button in page.button)
    assert "Quay number 1 in Aqaba" in words_on(page)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_draws(twelve, part):
    turn_to(twelve, part)
    assert 'role="alert"' not in words_on(twelve)


def test_figures_are_those_of_the_articles(twelve):
    shown = table(twelve, "articles")
    assert shown["where"] == "1–12 of 12"
    assert titles(twelve)[0].startswith("Quay number 12 in Beirut")  # the latest first
    entities = {row["cells"][0]: row["cells"] for row in table(turn_to(twelve, "Entities"), "entities")["rows"]}
    assert set(PEOPLE) <= set(entities)
    named = sum("Leila Marwan" in text_of(n) for n in range(12))
    assert entities["Leila Marwan"][2] == str(named)
    speakers = {row["cells"][0] for row in table(turn_to(twelve, "Speakers"), "speakers")["rows"]}
    assert speakers == set(PEOPLE)
    places = {row["cells"][0] for row in table(turn_to(twelve, "Map"), "pins")["rows"]}
    assert places & set(TOWNS)
