"""Speakers who are only words over the visit's articles: the reader says who they are; one press takes it back."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from components.collection.joining import ask, correct_each, joined_just_now, names_to_join, quoted
from components.collection.view import View
from components.elements.notices import heading
from components.formatting import count, shorten
from components.rows.speaking import SameSpeaker, SpeakingWords, said_by_name, same_speakers, speaking_words
from components.session.cache import drawn, visit
from components.session.collection_state import here
from components.session.state import key_of, page, widget_value

if TYPE_CHECKING:
    from pipeline.collection.rows import ListedName

MOST = 6  # questions at once
_WORDS, _NAME = "said-by-words", "said-by-name"


def ask_same_speakers(view: View) -> None:
    """The likely ones as questions, and two lists for what no rule can know; a folder cannot be corrected."""
    if not view.source.own:
        return
    names = names_to_join(view)
    said_by, likely = drawn().get(("speaking", visit().records.changes), lambda: _found(names))
    asked = [one for one in likely if one.id not in page().apart][:MOST]
    if not said_by and not here().joined:
        return
    heading("Same speaker?")
    joined_just_now()
    for one in asked:
        told = f"{shorten(one.said_by.words, 60)} · {shorten(one.name.name, 60)} ({_told(one.said_by)})"
        ask(one.id, told, partial(_join, one.said_by, one.name))
    if said_by and names:
        _by_hand({one.key: one for one in said_by}, {name.key: name for name in names})


def _found(names: "Sequence[ListedName]") -> tuple[list[SpeakingWords], list[SameSpeaker]]:
    shared = visit()
    analyses = shared.records.analyses(shared.workspace)
    said_by = speaking_words(analyses)
    return said_by, same_speakers(analyses, said_by, names)


def _by_hand(said_by: dict[str, SpeakingWords], names: "dict[str, ListedName]") -> None:
    """Any words that speak, and any name; both lists are empty again after a join."""
    words_key, name_key = key_of(_WORDS), key_of(_NAME)
    with st.container(horizontal=True, vertical_alignment="bottom", key="join-speaker"):
        st.selectbox(
            "Quoted without a name",
            list(said_by),
            index=None,
            format_func=lambda key: _listed(said_by[key]) if key in said_by else str(key),
            placeholder=f"{len(said_by):,} to choose from",
            key=words_key,
            width=300,
        )
        st.selectbox(
            "It is the same as",
            list(names),
            index=None,
            format_func=lambda key: shorten(names[key].name, 60) if key in names else str(key),
            placeholder="a name",
            key=name_key,
            width=240,
        )
        st.button("Join", key="join-speaker-with", on_click=_join_chosen, args=(said_by, names, words_key, name_key))


def _listed(one: SpeakingWords) -> str:
    return f"{shorten(one.words, 60)} ({_told(one)})"


def _told(one: SpeakingWords) -> str:
    where = f" in {count(one.articles, 'article')}" if one.articles > 1 else ""
    return f"{count(one.quotes, 'quote')}{where}"


def _join_chosen(
    said_by: dict[str, SpeakingWords], names: "dict[str, ListedName]", words_key: str, name_key: str
) -> None:
    one, name = said_by.get(widget_value(words_key) or ""), names.get(widget_value(name_key) or "")
    if one and name:
        _join(one, name)


def _join(said_by: SpeakingWords, name: "ListedName") -> None:
    """In every article in which the words speak; what had to be left as it was is said."""
    words = f"{quoted(said_by.words)} is {quoted(name.name)}"
    left = said_by.articles - correct_each(words, lambda analysis: said_by_name(analysis, said_by, name))
    state = here()
    if state.joined and left:
        told, articles = state.joined
        more = f"{count(left, 'article')} not naming {quoted(name.name)} {'is' if left == 1 else 'are'} left as before."
        state.joined = (f"{told} {more}", articles)
    elif left:
        state.joined = (
            f"{quoted(said_by.words)} speaks in no article that names {quoted(name.name)}: nothing was joined. "
            "An article that is opened can say who speaks there.",
            (),
        )
