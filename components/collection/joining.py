"""Are these names one? Asked over all articles of the visit: one click joins them in each, and one takes it back."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from components.collection.view import View
from components.elements.notices import heading, hint, plain_row
from components.formatting import count, one_line, shorten
from components.rows.joining import join_in, joinings
from components.session.cache import visit
from components.session.collection_state import Chip, drop_chip, here
from components.session.corrections import correct, history, undo
from components.session.state import page, refresh, widget_value
from pipeline.corrections import Correction
from pipeline.model import Analysis

if TYPE_CHECKING:
    from pipeline.collection.rows import ListedName

MOST = 6  # questions at once
LOOKED_AT = 400  # names, the most named
_WITH = "join-with"


def ask_same_names(view: View) -> None:
    """The likely ones as questions; the reader's own articles only, as no folder can be corrected."""
    if not view.source.own:
        return
    refused, names = page().apart, names_to_join(view)
    asked = [one for one in joinings(names) if one.id not in refused][:MOST]
    if not asked and not here().joined:
        return
    heading("Same name?")
    joined_just_now()
    for one in asked:
        told = f"{shorten(one.short.name, 60)} · {shorten(one.whole.name, 60)} ({count(one.short.articles, 'article')})"
        ask(one.id, told, partial(_join, one.short, one.whole))


def join_chosen(view: View, key: str) -> None:
    """Any other name that the chosen one is the same as, for what no rule can know."""
    names = names_to_join(view) if view.source.own else []
    chosen = next((name for name in names if name.key == key), None)
    if chosen is None:
        return
    others = {name.key: name for name in names if name.key != key}
    with st.container(horizontal=True, vertical_alignment="bottom", key="join-chosen"):
        st.selectbox(
            "It is the same as",
            list(others),
            index=None,
            format_func=lambda key: shorten(others[key].name, 60) if key in others else str(key),
            placeholder="another name",
            key=f"{_WITH}-{key}",
        )
        st.button("Join", key="join-with-it", on_click=partial(_join_with, chosen, others))


def names_to_join(view: View) -> "Sequence[ListedName]":
    """Of all articles of the visit, whatever is selected: a join holds for all."""
    return view.collection.entities(order="mentions", limit=LOOKED_AT).rows


def _join_with(chosen: "ListedName", others: "dict[str, ListedName]") -> None:
    if whole := others.get(widget_value(f"{_WITH}-{chosen.key}") or ""):
        _join(chosen, whole)


def _join(short: "ListedName", whole: "ListedName") -> None:
    """In every article that names the shorter one."""
    correct_each(f"{quoted(short.name)} is {quoted(whole.name)}", lambda analysis: join_in(analysis, short, whole))
    kinds: tuple[Chip, ...] = ("entity", "speaker")
    for kind in kinds:
        if here().chips.get(kind, ("",))[0] == short.key:
            drop_chip(kind)  # the key of the shorter name means nothing any more


def quoted(words: str) -> str:
    """``“Northern Harbour Trust”``."""
    return f"“{shorten(words, 60)}”"


def correct_each(words: str, items_of: Callable[[Analysis], list[Correction]]) -> int:
    """Correct every article of the visit for which there is something to correct; words: what that says.

    Returns how many articles that were.
    """
    shared, done = visit(), []
    for analysis in shared.records.analyses(shared.workspace):
        if items := items_of(analysis):
            id = analysis.article.id
            correct(id, *items)
            done.append((id, len(history(id).done)))
    here().joined = (f"{words} in {count(len(done), 'article')} now.", tuple(done)) if done else None
    return len(done)


def joined_just_now() -> None:
    """What was joined last, with the way back."""
    if joined := here().joined:
        words, articles = joined
        if any(len(history(id).done) != number for id, number in articles):
            return  # something was corrected or undone since: the list of the article takes it back
        with st.container(horizontal=True, vertical_alignment="center", key="joined"):
            hint(words)
            if articles:  # none where nothing could be joined
                st.button("Take it back", key="join-back", type="tertiary", on_click=_take_back, args=(articles,))


def _take_back(articles: tuple[tuple[str, int], ...]) -> None:
    for id, _ in articles:
        undo(id)
    here().joined = None


def ask(id: str, told: str, join: Callable[[], None]) -> None:
    """One question, whether two are one: joined or refused with one press. id: of the question."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"same-{id}"):
        plain_row(one_line(told))
        st.button("Join", key=f"join-{id}", on_click=join)
        st.button("No", key=f"apart-{id}", type="tertiary", on_click=_refuse, args=(id,))


def _refuse(id: str) -> None:
    page().apart.add(id)
    refresh()
