"""The only session_state of the page: one dataclass, its default, and the callbacks that change it.

A choice is what the reader points at: an entity, a quote or a speaker. Each chart and table that can make one has
a name; its widget key carries a number. After a choice every *other* widget gets a new number, and with
it a fresh state, so that two charts never claim two different choices at once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, cast, get_args

import streamlit as st

from pipeline.corrections import History
from pipeline.model import Article

ChoiceKind = Literal["entity", "quote", "speaker"]
SECTIONS = ("Overview", "Entities", "Quotes", "Map", "Article", "Downloads")
SECTION_KEY = "section"
KINDS_KEY = "kinds"
INPUT_KEY = "input-box"
_PAGE = "page"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen, by id, and the widget it was chosen in."""

    kind: ChoiceKind
    id: str
    source: str


@dataclass(slots=True)
class PageState:
    """Everything the page remembers between two runs."""

    typed: Article | None = None  # pasted or the sample
    article_id: str | None = None  # the one shown, of several
    uploads: tuple[str, ...] = ()  # ids seen in the uploader, to notice a new one
    complaint: str | None = None  # why the last paste was refused
    file_complaint: str | None = None  # why the last file of corrections was refused
    published: dict[str, date | None] = field(default_factory=dict)  # days the reader gave, by article
    histories: dict[str, History] = field(default_factory=dict)  # corrections, by article
    choice: Choice | None = None
    scope: Choice | None = None  # the entity or speaker that the other views are narrowed to
    fold: bool = False  # the input has done its work and should close
    hit: int = 0  # which occurrence of the choice is shown in the article
    version: int = 0
    kept: dict[str, int] = field(default_factory=dict)


def page() -> PageState:
    """This visitor's state, made on the first run."""
    if _PAGE not in st.session_state:
        st.session_state[_PAGE] = PageState()
    state: PageState = st.session_state[_PAGE]
    return state


def key_of(name: str) -> str:
    """The widget key of a chart or table; a new one forgets what was selected there."""
    state = page()
    return f"{name}-{state.kept.get(name, state.version)}"


def chosen(kind: ChoiceKind) -> str | None:
    """The id chosen, if something of this kind is."""
    choice = page().choice
    return choice.id if choice and choice.kind == kind else None


def chosen_elsewhere(kind: ChoiceKind, source: str) -> str | None:
    """The id chosen in another widget than this one, which already shows its own choice."""
    choice = page().choice
    return choice.id if choice and choice.kind == kind and choice.source != source else None


def choose(kind: ChoiceKind, id: str, source: str) -> None:
    """Point at something; every other widget lets go of what it had."""
    state = page()
    number = state.kept.get(source, state.version)
    redrawn = kind == "entity" and _names_were_narrowed()
    state.choice = Choice(kind, id, source)
    state.scope = state.scope if kind == "quote" else state.choice
    state.hit = 0
    state.version += 1
    state.kept = {source: number}
    if redrawn:
        release()


def _names_were_narrowed() -> bool:
    state = page()
    return bool((state.scope and state.scope.kind == "speaker") or (state.choice and state.choice.kind == "quote"))


def clear() -> None:
    """Point at nothing."""
    state = page()
    state.choice, state.scope, state.hit, state.kept = None, None, 0, {}
    state.version += 1


def narrowed_to(kind: ChoiceKind) -> str | None:
    """The id of the entity or speaker that the views are narrowed to."""
    scope = page().scope
    return scope.id if scope and scope.kind == kind else None


def widen() -> None:
    """Show everything again; a quote that is chosen stays chosen."""
    state = page()
    if state.choice and state.choice.kind == "quote":
        state.scope = None
        release()
    else:
        clear()


def release() -> None:
    """The choice stays, but no widget holds it any more: what is drawn next will be another chart or table."""
    state = page()
    if state.choice:
        state.choice = replace(state.choice, source="")
        state.version += 1
        state.kept = {}


def take_points(kind: ChoiceKind, source: str) -> Callable[[], None]:
    """A chart's callback: the id in the customdata of the point that was chosen."""
    key = key_of(source)

    def take() -> None:
        points = st.session_state[key].selection.points
        _take(kind, points[0]["customdata"][0] if points else None, source)

    return take


def take_row(kind: ChoiceKind, ids: Sequence[str], source: str, key: str) -> Callable[[], None]:
    """A table's callback: the id of the row that was chosen."""

    def take() -> None:
        rows = st.session_state[key].selection.rows
        _take(kind, ids[rows[0]] if rows and rows[0] < len(ids) else None, source)

    return take


def _take(kind: ChoiceKind, id: str | None, source: str) -> None:
    if id is not None:
        choose(kind, id, source)
    elif (choice := page().choice) and choice.source == source:
        clear()


def step(by: int, total: int) -> None:
    """Go to the next or previous occurrence, round the end."""
    state = page()
    state.hit = (state.hit + by) % max(total, 1)


def open_section(section: str, kinds: Sequence[str] = ()) -> None:
    """Turn to a section; for entities, with only these kinds shown."""
    st.session_state[SECTION_KEY] = section
    if section == "Entities":
        st.session_state[KINDS_KEY] = list(kinds)


def show_typed(article: Article) -> None:
    """Take a pasted article or the sample."""
    state = page()
    state.typed, state.fold = article, True
    show_article(article.id)


def fold_input() -> None:
    """Close the input where an article has just come in; before it is drawn, or Streamlit forbids it."""
    state = page()
    if state.fold:
        st.session_state[INPUT_KEY] = state.fold = False


def show_article(id: str | None) -> None:
    """Turn to another article; a choice in the old one means nothing in the new."""
    state = page()
    if state.article_id != id:
        state.article_id = id
        clear()


def notice_uploads(ids: tuple[str, ...]) -> None:
    """Show the first article that has just been uploaded."""
    state = page()
    new = [id for id in ids if id not in state.uploads]
    state.uploads = ids
    if new:
        state.fold = True
        show_article(new[0])
        st.rerun()


def with_day(article: Article) -> Article:
    """The article with the publication day the reader gave, if one was given or taken away."""
    days = page().published
    if article.id not in days:
        return article
    day = days[article.id]
    return replace(article, published=day, published_from="given" if day else None)


def take_day(article_id: str, key: str) -> Callable[[], None]:
    """The date field's callback."""

    def take() -> None:
        page().published[article_id] = st.session_state[key]

    return take


def widget_value(key: str, default: Any = None) -> Any:
    """A widget's value before it is drawn."""
    return st.session_state.get(key, default)


def choose_key(key: str | None, source: str) -> None:
    """Choose by a highlight's key, ``entity:e1``; nothing where there is none."""
    kind, _, id = (key or "").partition(":")
    if kind in get_args(ChoiceKind) and (id or kind == "speaker"):
        choose(cast(ChoiceKind, kind), id, source)
    else:
        clear()


def take_trigger(key: str, source: str) -> Callable[[], None]:
    """The reader's callback: the key of the mark that was chosen in the text."""

    def take() -> None:
        choose_key(st.session_state[key].chosen, source)

    return take
