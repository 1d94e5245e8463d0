"""A hand-made analysis, rich enough for every chart, and hostile variants of it."""

import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from components.article.quotes import FIGURES
from pipeline.model import Analysis, Article, DateRef, Entity, Mention, Note, Place, PlaceChoice, Quote

TEXT = (
    "Mara Ellund, the mayor of Khan Younis, met aid workers in Rafah on Monday.\n\n"
    "“The road is open,” Ellund said. “We will keep it open.”\n\n"
    "The Harbour Trust warned that “stocks are low” in Gaza City. Officials said lorries would follow on Tuesday.\n\n"
    "Tomas Reyl, of the Harbour Trust, disagreed. “Nothing has moved for a week,” he said. "
    "Egyptian drivers waited at the border. The Spring Congress opens in Cairo next month."
)


def spans_of(text, words):
    """Every (start, end) of the words in the text."""
    found, start = [], text.find(words)
    while start >= 0:
        found.append((start, start + len(words)))
        start = text.find(words, start + 1)
    return found


def sentences_of(text):
    """Rough sentences: enough for a page that only shows them."""
    ends = [i + 1 for i, c in enumerate(text) if c in ".\n" and (i + 1 == len(text) or text[i + 1] in " \n”")]
    spans, start = [], 0
    for end in [*ends, len(text)]:
        while start < end and text[start].isspace():
            start += 1
        if end > start:
            spans.append((start, end))
        start = end
    return tuple(spans)


NAMES = [
    ("e1", "PERSON", "Mara Ellund", ("Mara Ellund", "Ellund")),
    ("e2", "PERSON", "Tomas Reyl", ("Tomas Reyl",)),
    ("e3", "ORG", "Harbour Trust", ("Harbour Trust",)),
    ("e4", "GPE", "Khan Younis", ("Khan Younis",)),
    ("e5", "GPE", "Rafah", ("Rafah",)),
    ("e6", "GPE", "Gaza City", ("Gaza City",)),
    ("e7", "NORP", "Egyptian", ("Egyptian",)),
    ("e8", "EVENT", "Spring Congress", ("Spring Congress",)),
    ("e9", "GPE", "Cairo", ("Cairo",)),
]
SPOTS = {
    "e4": (31.34, 34.30, "PS", 0.95),
    "e5": (31.29, 34.25, "PS", 0.91),
    "e6": (31.50, 34.46, "PS", 0.97),
    "e9": (30.04, 31.24, "EG", 0.99),
}
SAID = [
    ("The road is open,", "direct", "e1", "Mara Ellund", "Ellund", "said", date(2024, 3, 18)),
    ("We will keep it open.", "direct", "e1", "Mara Ellund", "Ellund", "said", date(2024, 3, 18)),
    ("that “stocks are low” in Gaza City", "mixed", "e3", "Harbour Trust", "The Harbour Trust", "warned", None),
    ("lorries would follow on Tuesday", "indirect", None, None, "Officials", "said", date(2024, 3, 19)),
    ("Nothing has moved for a week,", "direct", "e2", "Tomas Reyl", "he", "said", None),
]


def build(text=TEXT, names=NAMES, said=SAID, title="The road to Rafah", published=date(2024, 3, 19)):
    """An Analysis of the text with the facts named above."""
    sentences = sentences_of(text)
    number = lambda at: max((n for n, (start, _) in enumerate(sentences) if start <= at), default=0)  # noqa: E731 - short
    mentions, entities, taken = [], [], set()
    for id, label, name, forms in names:
        own = []
        for form in sorted(forms, key=len, reverse=True):
            for start, end in spans_of(text, form):
                if not any(start < b and end > a for a, b in taken):
                    taken.add((start, end))
                    own.append(Mention(start, end, form, label, id, number(start)))
        mentions += own
        entities.append(Entity(id, name, label, len(own), tuple(sorted({m.text for m in own}))))
    mentions.sort(key=lambda m: m.start)
    quotes = []
    for n, (words, kind, speaker_id, speaker_name, speaker_text, cue, said_on) in enumerate(said, 1):
        start = text.find(words)
        quotes.append(
            Quote(f"q{n}", start, start + len(words), words, kind, None, None, speaker_text, speaker_id, speaker_name,
                  None, None, cue, said_on, f"“{speaker_text}” stands beside “{cue}”")
        )  # fmt: skip
    places = [
        Place(m.start, m.end, m.text, m.entity_id, m.text, SPOTS[m.entity_id][2], "city", *SPOTS[m.entity_id][:2], 1,
              SPOTS[m.entity_id][3], "the article names its neighbours",
              (PlaceChoice(m.text + " (other)", "EG", "city", 30.0, 31.0, 2, 0.05),))
        for m in mentions if m.entity_id in SPOTS
    ]  # fmt: skip
    monday = text.find("Monday")
    dates = (DateRef(monday, monday + 6, "Monday", "2024-03-18", "day"),) if monday >= 0 else ()
    return Analysis(
        Article("a" * 16, text, title, "road.txt", published, "given" if published else None),
        len(text.split()), sentences, tuple(mentions), tuple(sorted(entities, key=lambda e: -e.count)), tuple(quotes),
        tuple(places), dates, (Note("quotes", "One quotation mark is never closed."),),
    )  # fmt: skip


@pytest.fixture
def make_analysis():
    """The builder, for tests that vary text or names."""
    return build


@pytest.fixture
def analysis():
    """The plain one."""
    return build()


HOSTILE = "<script>alert(1)</script> **b** [x](http://evil.example) $x^2$ :red[r] :smile: <img src=x onerror=alert(1)>"


@pytest.fixture
def hostile():
    """An analysis whose every name and word tries to be markup."""
    text = f"{HOSTILE} met Rafah. “{HOSTILE}” {HOSTILE} said."
    return build(
        text=text,
        names=[("e1", "PERSON", HOSTILE, (HOSTILE,)), ("e5", "GPE", "Rafah", ("Rafah",))],
        said=[(HOSTILE, "direct", "e1", HOSTILE, HOSTILE, "said", None)],
        title=HOSTILE,
    )


class Hand:
    """A reader's hand on the page, for AppTest, which knows neither charts nor elements of our own."""

    def __init__(self, page):
        self.page = page

    def turn_to(self, section, *, quotes_as=FIGURES):
        self.page.session_state["view"] = section
        self.page.session_state["quotes-as"] = quotes_as
        return self.page.run()

    def data(self, name):
        """What an element of our own was given to show."""
        return json.loads(
            next(e for e in self.page.get("bidi_component") if e.proto.id.endswith(f"-{name}")).proto.json
        )

    def passages(self):
        """The passages of the evidence panel."""
        return self.data("passage-list")["items"]

    def select(self, element, **selection):
        """What the browser sends when points or rows are chosen."""
        return self._send(element.proto.id, "string_value", {"selection": selection})

    def choose_row(self, row, table=0, *, what="open"):
        """Press a row of the n-th table of the section."""
        name, data = self.sheets()[table]
        return self.press(name, "chosen", json.dumps([what, data["rows"][row]["id"]]))

    def sheets(self):
        """Name and data of every table of the section, top to bottom; a table has its open page only."""
        parts = [e for e in self.page.get("bidi_component") if e.proto.component_name == "dateline_table"]
        return [("table-" + e.proto.id.rpartition("-table-")[2], json.loads(e.proto.json)) for e in parts]

    def chosen_rows(self, table=0):
        """Where the rows that are marked stand."""
        data = self.sheets()[table][1]
        return [n for n, row in enumerate(data["rows"]) if row["id"] in data["chosen"]]

    def choose_point(self, *ids):
        points = [{"customdata": [id], "point_index": 0, "curve_number": 0} for id in ids]
        indices = [0 for _ in ids]
        return self.select(self.page.get("plotly_chart")[0], points=points, point_indices=indices, box=[], lasso=[])

    def press(self, name, event, value):
        """An answer of an element of our own: a chip, a ranking, the article, the token of the visit."""
        from streamlit.components.v2.bidi_component.main import _make_trigger_id

        part = next(e for e in self.page.get("bidi_component") if e.proto.id.endswith(f"-{name}"))
        return self._send(
            _make_trigger_id(part.proto.id, "events"), "json_trigger_value", [{"event": event, "value": value}]
        )

    def _send(self, id, field, value):
        states = self.page._tree.get_widget_states()
        state = states.widgets.add()
        state.id = id
        setattr(state, field, json.dumps(value))
        return self.page._run(states)

    def table(self, n=0):
        """The cells of the open page of a table, as words."""
        data = self.sheets()[n][1]
        return pd.DataFrame([row["cells"] for row in data["rows"]], columns=[c["name"] for c in data["columns"]])

    def picks(self):
        found = self.page.query_params.get("pick", [])
        return found if isinstance(found, list) else [found]

    def words(self):
        """Everything the page says in HTML, and its buttons."""
        return "\n".join([element.proto.body for element in self.page.get("html")])

    def row_of(self, name, column="Name", table=0):
        return list(self.table(table)[column]).index(name)


@pytest.fixture
def hand_of():
    """A hand for a page that a test has opened itself."""
    return Hand


@pytest.fixture
def hand(monkeypatch, page_model):
    """The page with the sample open; nothing that one test keeps reaches another."""
    import streamlit as st
    from streamlit.testing.v1 import AppTest

    from components.session import cache

    monkeypatch.setattr(cache, "load_page_model", lambda progress: page_model)
    st.cache_resource.clear()
    page = AppTest.from_file(str(Path(__file__).parents[2] / "app.py"), default_timeout=120).run()
    page.button(key="sample").click().run()
    return Hand(page)


@pytest.fixture
def visitor(monkeypatch, page_model, hand_of):
    """Makes pages that are sessions of their own, as in a server."""
    import streamlit as st
    from streamlit.testing.v1 import AppTest
    from streamlit.testing.v1.local_script_runner import LocalScriptRunner

    from components.session import cache

    monkeypatch.setattr(cache, "load_page_model", lambda progress: page_model)
    st.cache_resource.clear()
    real = LocalScriptRunner.__init__

    def start(self, path, session_state, *args, **kwargs):
        real(self, path, session_state, *args, **kwargs)
        self._session_id = f"session-{id(session_state)}"

    monkeypatch.setattr(LocalScriptRunner, "__init__", start)

    def make(**query):
        page = AppTest.from_file(str(Path(__file__).parents[2] / "app.py"), default_timeout=120)
        for name, value in query.items():
            page.query_params[name] = value
        return hand_of(page.run())

    return make
