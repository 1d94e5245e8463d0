"""The only session_state of the page: one dataclass, its default, and the callbacks that change it.

What is chosen are the picks (components/selection/picks.py says what they are, selection.py beside it
what they mean).
Each chart and table that can make one has a name; its widget key carries a number. After a choice every
*other* widget gets a new number, and with it a fresh state, so that no chart claims what is no longer chosen.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import streamlit as st

from components.selection.picks import Pick
from pipeline.corrections import History
from pipeline.limits import bounded
from pipeline.model import Article

SECTIONS = ("Overview", "Entities", "Quotes", "Map", "Article", "Downloads")
SECTION_KEY = "view"  # as the address calls it
KINDS_KEY = "kinds"
_PAGE = "page"
_TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class Address:
    """What the address of the page says: the open article, or all, and the picks."""

    article: str | None = None
    everything: bool = False
    picks: tuple[Pick, ...] = ()


@dataclass(slots=True)
class PageState:
    """Everything the page remembers between two runs."""

    kept: dict[str, Article] = field(default_factory=dict)  # pasted, the sample, or from before a reload: no uploader's
    removed: frozenset[str] = frozenset()  # files taken off the visit, which the uploader still holds
    article_id: str | None = None  # the one shown, of several
    complaint: str | None = None  # why the last paste was refused
    project_complaint: str | None = None  # why the last project was refused
    day_complaint: str | None = None  # why the last day was refused
    said_complaint: str | None = None  # why the last day of a quote was refused
    correcting: bool = False  # the forms of correction are open beside what is chosen
    file_complaint: str | None = None  # why the last file of corrections was refused
    published: dict[str, date | None] = field(default_factory=dict)  # days the reader gave, by article
    titles: dict[str, str] = field(default_factory=dict)  # titles the reader gave, by article
    histories: dict[str, History] = field(default_factory=dict)  # corrections, by article
    picks: tuple[Pick, ...] = ()  # what is chosen, the oldest first
    several: bool = False  # a choice is added to those of its kind
    has_chosen: bool = False  # knows how to choose and need not be told again
    passage: int = 0  # which of the selection's passages is shown, from 0
    input_open: bool = False  # the reader wants to add an article to what is there
    rejected: tuple[tuple[str, str], ...] = ()  # files that the browser did not send, (name, why)
    version: int = 0
    held: dict[str, int] = field(default_factory=dict)  # widgets that still show their own choice, and their number
    address: Address | None = None  # as the page last wrote or read it; None before the first run
    arriving: str | None = None  # the article that the address asks for, with its picks
    token: str = field(default_factory=lambda: secrets.token_urlsafe(_TOKEN_BYTES))  # of the visit; never in an address
    refused: str | None = None  # a token that a browser showed in vain
    copying: str = ""  # the figure whose picture was asked for, until it is sent
    apart: set[str] = field(default_factory=set)  # names that the reader says are not one person's, by short ids
    forgotten_title: str = ""  # of the article that was open in that visit, as the tab remembers it
    forgotten: int = 0  # how often everything was forgotten
    no_webgl: bool = False  # the browser cannot draw the movable map, which is a picture then
    leaving: bool = False  # the tab is to begin anew, after everything was forgotten


def page() -> PageState:
    """This visitor's state, made on the first run."""
    if _PAGE not in st.session_state:
        st.session_state[_PAGE] = PageState()
    state: PageState = st.session_state[_PAGE]
    return state


def forget_page() -> None:
    """A new state under a new token; no widget keeps what was typed or uploaded."""
    again = PageState(forgotten=page().forgotten + 1)
    for key in list(st.session_state):
        del st.session_state[key]
    st.session_state[_PAGE] = again


def upload_key() -> str:
    """The uploader's key; a new one once everything has been forgotten, so that it is empty."""
    return f"upload-{page().forgotten}" if page().forgotten else "upload"


def key_of(name: str) -> str:
    """The widget key of a chart or table; a new one forgets what was selected there."""
    state = page()
    return f"{name}-{state.held.get(name, state.version)}"


def refresh(keep: str | None = None) -> None:
    """No widget holds a choice of its own any more, but the one to keep: what is drawn next shows the picks."""
    state = page()
    held = {keep: state.held.get(keep, state.version)} if keep else {}
    state.version += 1
    state.held = held


def step(by: int, total: int) -> None:
    """Go to the next or previous stop, round the end."""
    state = page()
    state.passage = (state.passage + by) % max(total, 1)


def open_section(section: str, kinds: Sequence[str] = ()) -> None:
    """Turn to a section; for entities, with only these kinds shown."""
    st.session_state[SECTION_KEY] = section
    if section == "Entities":
        st.session_state[KINDS_KEY] = list(kinds)


def add_article(article: Article) -> None:
    """Take a pasted article or the sample into the visit, beside what is there, and open it."""
    state = page()
    state.kept[article.id], state.input_open = article, False
    show_article(article.id)


def remove_article(id: str, files: Iterable[str] = ()) -> None:
    """Take an article off the visit, with what was said of it; files: those of the uploader that it came in."""
    state = page()
    state.kept.pop(id, None)
    state.removed |= frozenset(files)
    for said in (state.published, state.titles, state.histories):
        said.pop(id, None)
    if state.article_id == id:
        show_article(None)


def toggle_input() -> None:
    """Open the form for another article, or close it."""
    state = page()
    state.input_open = not state.input_open
    state.complaint = None


def toggle_correcting() -> None:
    """Open the forms that correct what is chosen, or close them."""
    state = page()
    state.correcting = not state.correcting
    state.said_complaint = None


def show_article(id: str | None) -> None:
    """Turn to another article; a choice in the old one means nothing in the new, but one of the address does."""
    state = page()
    if state.article_id != id:
        state.article_id = id
        if state.arriving is None or state.arriving != id:
            state.picks, state.passage = (), 0
        state.arriving = None
        refresh()


def set_day(article_id: str, day: date | None) -> None:
    """The reader gives the day of publication, or takes it away."""
    page().published[article_id] = day


def set_title(article_id: str, title: str) -> None:
    """The reader gives the title; none gives back the article's own."""
    if title.strip():
        page().titles[article_id] = bounded(title)
    else:
        page().titles.pop(article_id, None)


def set_widgets(values: Mapping[str, Any]) -> None:
    """Fill widgets; only a callback may, or the run before they are drawn."""
    for key, value in values.items():
        st.session_state[key] = value


def widget_value(key: str, default: Any = None) -> Any:
    """A widget's value before it is drawn."""
    return st.session_state.get(key, default)
