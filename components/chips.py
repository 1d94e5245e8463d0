"""The chip: in words, what the view is narrowed to, and one click to see everything again."""

import html

import streamlit as st

from components.scope import Scope, entity_scope, narrowed, quotes_scope, speaker_scope
from components.state import chosen, narrowed_to, widen
from components.words import shorten
from pipeline.model import Analysis


def linked_quotes(analysis: Analysis) -> Analysis:
    """For the quotes: only those by or about the entity, or by the speaker, that is chosen."""
    if entity := narrowed_to("entity"):
        return _narrow(analysis, entity_scope(analysis, entity), "Quotes by or about")
    if (speaker := narrowed_to("speaker")) is not None:
        return _narrow(analysis, speaker_scope(analysis, speaker), "Quotes by")
    return analysis


def linked_entities(analysis: Analysis) -> Analysis:
    """For the names: only those in the quotes of the speaker, or in the quote, that is chosen."""
    if (speaker := narrowed_to("speaker")) is not None:
        return _narrow(analysis, speaker_scope(analysis, speaker), "Names in what is said by")
    if quote := chosen("quote"):
        found = [one for one in analysis.quotes if one.id == quote]
        return _narrow(analysis, quotes_scope(found), "Names in the chosen quote by")
    return analysis


def _narrow(analysis: Analysis, scope: Scope | None, words: str) -> Analysis:
    if scope is None:
        return analysis
    with st.container(horizontal=True, vertical_alignment="center", key="chip"):
        st.html(f'<span class="dl-chip">{words} {html.escape(shorten(scope.words, 60))}</span>')
        st.button("Show all", key="chip-clear", on_click=widen)
    return narrowed(analysis, scope)
