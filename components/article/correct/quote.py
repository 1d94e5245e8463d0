"""The form for one quote: who said it, when, or no quote at all."""

from collections.abc import Sequence

import streamlit as st

from components.article.correct.fields import (
    NOBODY,
    NOBODY_WORDS,
    choice,
    entity_ref,
    names_of,
    quote_ref,
)
from components.formatting import count, shorten
from components.rows.article import speaker_name
from components.session.choosing import clear
from components.session.corrections import correct
from components.session.state import widget_value
from pipeline.corrections import (
    Correction,
    NoQuote,
    SaidOn,
    Speaker,
)
from pipeline.model import Analysis, Quote


def correct_quotes(analysis: Analysis, quotes: Sequence[Quote]) -> None:
    """Another speaker for all, a day for all, or away with all."""
    key = "fix-quotes-" + "-".join(f"{quote.id}-{quote.start}" for quote in quotes[:20])
    names = {NOBODY: NOBODY_WORDS, **names_of(analysis)}
    refs = {entity.id: entity_ref(entity) for entity in analysis.entities}
    article = analysis.article.id

    def apply() -> None:
        who, day = widget_value(f"{key}-who"), widget_value(f"{key}-day")
        items: list[Correction] = [] if who is None else [Speaker(quote_ref(one), refs.get(who)) for one in quotes]
        correct(article, *items, *([SaidOn(quote_ref(one), day) for one in quotes] if day else []))

    def remove() -> None:
        correct(article, *(NoQuote(quote_ref(quote)) for quote in quotes))
        clear()

    title = f"Correct these {count(len(quotes), 'quote')} together"
    with st.expander(title, key="correct-quote"), st.form(f"{key}-form", border=False):
        choice("All are said by", names, f"{key}-who", "as it is")
        st.date_input("All were said on", None, format="YYYY-MM-DD", key=f"{key}-day")
        with st.container(horizontal=True):
            st.form_submit_button("Apply", key=f"{key}-apply", type="primary", on_click=apply)
            st.form_submit_button("None is a quote: remove them", key=f"{key}-delete", on_click=remove)


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
