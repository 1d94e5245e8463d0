"""The form for one quote: who said it, when, or no quote at all."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from components.article.correct.fields import (
    NOBODY,
    NOBODY_WORDS,
    choice,
    entity_ref,
    names_of,
    quote_ref,
)
from components.elements.notices import heading, refusal
from components.formatting import A_DAY, NO_DAY, count, day, read_day, shorten
from components.rows.article import speaker_name
from components.session.choosing import clear
from components.session.corrections import correct
from components.session.state import page, widget_value
from pipeline.corrections import (
    Correction,
    NoQuote,
    SaidOn,
    Speaker,
)
from pipeline.model import Analysis, Quote

_KEEP = "keep"


def correct_quotes(analysis: Analysis, quotes: Sequence[Quote]) -> None:
    """Another speaker for all, a day for all, or away with all."""
    key = "fix-quotes-" + "-".join(f"{quote.id}-{quote.start}" for quote in quotes[:20])
    names = {NOBODY: NOBODY_WORDS, **names_of(analysis)}
    refs = {entity.id: entity_ref(entity) for entity in analysis.entities}
    article = analysis.article.id

    def apply() -> None:
        who, (said_on, known) = widget_value(f"{key}-who"), _day_of(f"{key}-day")
        items: list[Correction] = [] if who is None else [Speaker(quote_ref(one), refs.get(who)) for one in quotes]
        correct(article, *items, *([SaidOn(quote_ref(one), said_on) for one in quotes] if known and said_on else []))

    def remove() -> None:
        correct(article, *(NoQuote(quote_ref(quote)) for quote in quotes))
        clear()

    heading(f"Correct these {count(len(quotes), 'quote')} together")
    with st.container(key="correct-quote"), st.form(f"{key}-form", border=False, enter_to_submit=True):
        choice("All are said by", names, f"{key}-who", "as it is")
        _day_field("All were said on", None, f"{key}-day")
        with st.container(horizontal=True):
            st.form_submit_button("Apply", key=f"{key}-apply", type="primary", on_click=apply)
            st.form_submit_button("None is a quote: remove them", key=f"{key}-delete", on_click=remove)


def correct_quote(analysis: Analysis, quote: Quote) -> None:
    """Speaker, day, or no quote at all."""
    key = f"fix-{quote.id}-{quote.start}"
    names = {_KEEP: f"{shorten(speaker_name(quote), 60)}, as it is", NOBODY: NOBODY_WORDS, **names_of(analysis)}
    refs = {entity.id: entity_ref(entity) for entity in analysis.entities}
    ref, article = quote_ref(quote), analysis.article.id

    def apply() -> None:
        who, (said_on, known) = widget_value(f"{key}-who", _KEEP), _day_of(f"{key}-day")
        items: list[Correction] = [] if who == _KEEP else [Speaker(ref, refs.get(who))]
        correct(article, *items, *([SaidOn(ref, said_on)] if known and said_on != quote.said_on else []))

    def remove() -> None:
        correct(article, NoQuote(ref))
        clear()

    heading("Correct this quote")
    with st.container(key="correct-quote"), st.form(f"{key}-form", border=False, enter_to_submit=True):
        st.selectbox("Speaker", list(names), format_func=lambda who: names.get(who, who), key=f"{key}-who")
        _day_field("Said on", quote.said_on, f"{key}-day")
        with st.container(horizontal=True):
            st.form_submit_button("Apply", key=f"{key}-apply", type="primary", on_click=apply)
            st.form_submit_button("Not a quote: remove it", key=f"{key}-delete", on_click=remove)


def _day_field(label: str, now: date | None, key: str) -> None:
    """A day as people write it: pasted whole, and applied by Enter."""
    st.text_input(label, day(now) if now else "", key=key, max_chars=60, placeholder=A_DAY)
    if complaint := page().said_complaint:
        refusal(complaint)


def _day_of(key: str) -> tuple[date | None, bool]:
    """The day that was typed, none where nothing was; and whether that can be read. What cannot is said."""
    said = widget_value(key, "").strip()
    found = read_day(said)
    page().said_complaint = NO_DAY.format(shorten(said, 40)) if said and found is None else None
    return found, not said or found is not None
