"""Many articles on the page, driven without a browser."""

import json
import time
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import cache

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


def upload(page, texts):
    """Put these files into the uploader."""
    entries = [(name, text if isinstance(text, bytes) else text.encode(), "text/plain") for name, text in texts.items()]
    return page.file_uploader(key="upload").set_value(entries).run()


def finished(page):
    """The page once everything is read and analysed; AppTest does not look again by itself."""
    end = time.monotonic() + PATIENCE
    while "done" in progress(page) and time.monotonic() < end:
        time.sleep(0.1)
        page.run()
        assert not page.exception
    return page


def progress(page):
    return " ".join(part for part in html(page) if "dl-progress" in part)


def html(page):
    return [element.proto.body for element in page.get("html")]


def words_on(page):
    return "\n".join(html(page)) + "\n".join(button.label for button in page.button)


def table(page, name):
    """What the table of this name was given."""
    found = [e for e in page.get("bidi_component") if e.proto.component_name.endswith("collection_table")]
    assert found
    for element in found:
        if f"table-{name}" in element.proto.id:
            return (
                json.loads(element.proto.mixed.json)
                if element.proto.HasField("mixed")
                else json.loads(element.proto.json)
            )
    raise AssertionError(name)


def turn_to(page, part):
    page.session_state["part"] = part
    return page.run()


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
