"""The question whether names are one person's: joined or refused with one click."""

import streamlit as st

from components.elements.notices import heading, plain_row
from components.rows.same_person import same_persons
from components.session.corrections import correct
from components.session.state import page, refresh
from pipeline.model import Analysis

MOST = 6  # questions at once


def ask_same_persons(analysis: Analysis) -> None:
    """A row for each person with names that may be theirs, those refused left out."""
    refused = page().apart
    asked = [one for one in same_persons(analysis) if one.id not in refused][:MOST]
    if not asked:
        return
    heading("Same person?")
    for one in asked:
        with st.container(horizontal=True, vertical_alignment="center", key=f"same-{one.id}"):
            plain_row(one.title)
            items = one.corrections(analysis)
            st.button("Join", key=f"join-{one.id}", on_click=correct, args=(analysis.article.id, *items))
            st.button("No", key=f"apart-{one.id}", type="tertiary", on_click=_refuse, args=(one.id,))


def _refuse(id: str) -> None:
    page().apart.add(id)
    refresh()
