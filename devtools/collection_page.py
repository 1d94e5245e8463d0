"""Drives the page of many articles without a browser: what the tables were given, what a click on them sends."""

import json
import time
from pathlib import Path

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[1] / "app.py")
PATIENCE = 300  # seconds


def open_page():
    page = AppTest.from_file(APP, default_timeout=600).run()
    assert not page.exception
    return page


def upload(page, texts):
    """Put these files into the uploader."""
    entries = [(name, text if isinstance(text, bytes) else text.encode(), "text/plain") for name, text in texts.items()]
    page.file_uploader(key="upload").set_value(entries).run()
    assert not page.exception
    return page


def finished(page, seconds=PATIENCE):
    """The page once everything is read and analysed; AppTest does not look again by itself."""
    return until(page, lambda: not progress(page), seconds)


def until(page, true, seconds=PATIENCE):
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.1)
        page.run()
        assert not page.exception
    assert true()
    return page


def html(page):
    return [element.proto.body for element in page.get("html")]


def progress(page):
    """The line that says how far it is; nothing where all is done."""
    return " ".join(part for part in html(page) if 'class="dl-progress"' in part)


def words_on(page):
    return "\n".join(html(page)) + "\n".join(button.label for button in page.button)


def elements(page, name):
    return [one for one in page.get("bidi_component") if name in one.proto.id]


def table(page, name):
    """What the table of this name was given."""
    return json.loads(elements(page, f"table-{name}")[0].proto.json)


def titles(page):
    return [row["cells"][0] for row in table(page, "articles")["rows"]]


def say(page, name, what, id):
    """What the browser sends when something in the table is pressed."""
    return send(page, elements(page, f"table-{name}")[0], "chosen", json.dumps([what, id]))


def send(page, element, event, value):
    """A trigger of an element of our own; AppTest knows none."""
    states = page._tree.get_widget_states()
    state = states.widgets.add()
    state.id = _make_trigger_id(element.proto.id, "events")
    state.json_trigger_value = json.dumps([{"event": event, "value": value}])
    page._run(states)
    assert not page.exception
    return page


def turn_to(page, part):
    page.session_state["part"] = part
    page.query_params["part"] = part  # the address has the last word
    page.run()
    assert not page.exception
    return page
