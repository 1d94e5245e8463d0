"""The form for one quote: who said it, when, or no quote at all."""

import streamlit as st

from components.choosing import clear
from components.correct_fields import NOBODY, NOBODY_WORDS, entity_ref, names_of, quote_ref
from components.facts import speaker_name
from components.history import correct
from components.state import widget_value
from components.words import shorten
from pipeline.corrections import Correction, NoQuote, SaidOn, Speaker
from pipeline.model import Analysis, Quote

_KEEP = "keep"


def correct_quote(analysis: Analysis, quote: Quote) -> None:
    """Speaker, day, or no quote at all."""
    key = f"fix-{quote.id}-{quote.start}"
    names = {_KEEP: f"{shorten(speaker_name(quote), 60)}, as it is", NOBODY: NOBODY_WORDS, **names_of(analysis)}
    refs = {entity.id: entity_ref(entity) for entity in analysis.entities}
    ref, article = quote_ref(quote), analysis.article.id

    def apply() -> None:
        who, day = widget_value(f"{key}-who", _KEEP), widget_value(f"{key}-day")
        items: list[Correction] = [] if who == _KEEP else [Speaker(ref, refs.get(who))]
        correct(article, *items, *([SaidOn(ref, day)] if day != quote.said_on else []))

    def remove() -> None:
        correct(article, NoQuote(ref))
        clear()

    with st.expander("Correct this quote", key="correct-quote"), st.form(f"{key}-form", border=False):
        st.selectbox("Speaker", list(names), format_func=lambda who: names.get(who, who), key=f"{key}-who")
        st.date_input("Said on", quote.said_on, format="YYYY-MM-DD", key=f"{key}-day")
        with st.container(horizontal=True):
            st.form_submit_button("Apply", key=f"{key}-apply", type="primary", on_click=apply)
            st.form_submit_button("Not a quote: remove it", key=f"{key}-delete", on_click=remove)
