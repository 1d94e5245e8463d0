"""The forms for several names or several quotes at once."""

from collections.abc import Sequence

import streamlit as st

from components.choosing import choose_together, clear, picked
from components.correct_fields import NOBODY, NOBODY_WORDS, choice, entity_ref, kind_field, names_of, quote_ref
from components.history import correct
from components.state import widget_value
from components.words import count, shorten
from pipeline.corrections import Correction, Delete, Merge, NoQuote, Relabel, SaidOn, Speaker
from pipeline.model import Analysis, Entity, Quote


def correct_entities(analysis: Analysis, entities: Sequence[Entity]) -> None:
    """One thing under one of the names, another kind for all, or away with all."""
    key = "fix-names-" + "-".join(entity.id for entity in entities)
    article = analysis.article.id

    def apply() -> None:
        into, label = widget_value(f"{key}-into"), widget_value(f"{key}-label")
        correct(article, *several_corrections(entities, into, label))
        if into and picked("entity"):
            choose_together("entity", [into])

    def remove() -> None:
        correct(article, *(Delete(entity_ref(entity)) for entity in entities))
        clear()

    with (
        st.expander(f"Correct these {len(entities)} names together", key="correct"),
        st.form(f"{key}-form", border=False),
    ):
        names = {entity.id: shorten(entity.name, 60) for entity in entities}
        choice("All are one and the same, called", names, f"{key}-into", "no, they stay apart")
        kind_field("All are of the kind", f"{key}-label")
        with st.container(horizontal=True):
            st.form_submit_button("Apply", key=f"{key}-apply", type="primary", on_click=apply)
            st.form_submit_button("None is a name: remove them", key=f"{key}-delete", on_click=remove)


def several_corrections(entities: Sequence[Entity], into: str | None, label: str | None) -> list[Correction]:
    """The corrections that make these entities one, or all of one kind."""
    items: list[Correction] = []
    if label:
        items += [Relabel(entity_ref(entity), label) for entity in entities if label != entity.label]
    target = next((entity for entity in entities if entity.id == into), None)
    if target:
        items += [Merge(entity_ref(entity), entity_ref(target)) for entity in entities if entity.id != into]
    return items


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
