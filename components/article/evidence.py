"""The evidence panel: the sentences behind whatever is chosen, highlighted, with previous and next."""

from collections.abc import Callable

import streamlit as st

from components.article.correct.chosen import correct_chosen
from components.elements.custom import ranking
from components.elements.notices import heading, hint, theme
from components.formatting import count
from components.html.passages import about_entity, about_speaker, panel, quote_evidence, sentence_list
from components.rows.article import quotes_by
from components.rows.comentions import named_with
from components.selection.picks import read_pick
from components.selection.selection import Selection
from components.session.choosing import add, choose_together, clear
from components.session.state import open_section, page, step, widget_value
from pipeline.model import Quote

NEAR = 6  # companions named in the panel
_COMPANY = "named-with"


def show_evidence(selection: Selection, prompt: str, *, in_article: bool = False) -> None:
    """Where what is chosen stands, and a way to correct it; the prompt where nothing is chosen."""
    with st.container(key="evidence"):
        if not selection:
            if prompt:
                hint(prompt)
            return
        if not selection.is_empty:
            st.html(evidence_html(selection, page().hit, brief=in_article))
            _previous_and_next(selection)
        with st.container(horizontal=True):
            if not in_article:
                st.button("Show in the article", key="to-article", on_click=open_section, args=("Article",))
            st.button("Clear the choice", key="clear-choice", on_click=clear)
        _company(selection)
        correct_chosen(selection)


def evidence_html(selection: Selection, hit: int, *, brief: bool = False) -> str:
    """The sentences that go with every chip; for one chip, with what is known of it.

    brief: without the sentences, beside the article that has them.
    """
    analysis = selection.analysis
    here = selection.stops[hit % len(selection.stops)] if len(selection.stops) > 1 else None
    if quote := _chosen_quote(selection):
        return quote_evidence(analysis, quote)
    title, meta = _about(selection)
    return panel(title, meta, "" if brief else sentence_list(analysis, list(selection.marks), here))


def _about(selection: Selection) -> tuple[str, str]:
    """What is chosen, and a line about it."""
    analysis, first = selection.analysis, selection.meanings[0]
    if len(selection.meanings) == 1 and first.pick.kind == "entity":
        return about_entity(next(entity for entity in analysis.entities if entity.id == first.pick.id))
    if len(selection.meanings) == 1 and first.pick.kind == "speaker":
        return about_speaker(quotes_by(analysis, first.pick.id))
    return selection.title, f"{count(len(selection.stops), 'passage')} of the article"


def _chosen_quote(selection: Selection) -> Quote | None:
    """The one quote that is chosen: it is read where it stands, whatever else is chosen."""
    ids = selection.ids("quote")
    return next((quote for quote in selection.analysis.quotes if ids == (quote.id,)), None)


def _previous_and_next(selection: Selection) -> None:
    """Through the passages; where a quote is chosen, through the quotes beside it."""
    quotes = [quote.id for quote in selection.but("quote").quotes]
    quote = _chosen_quote(selection)
    if quote and quote.id in quotes:
        at = quotes.index(quote.id)
        _steps(at, len(quotes), "quotes", lambda by: choose_together("quote", [quotes[(at + by) % len(quotes)]]))
    else:
        total = len(selection.stops)
        _steps(page().hit % max(total, 1), total, "in the article", lambda by: step(by, total))


def _steps(at: int, total: int, words: str, go: Callable[[int], None]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="steps"):
        st.button("Previous", key="previous", on_click=go, args=(-1,), disabled=total < 2)
        st.button("Next", key="next", on_click=go, args=(1,), disabled=total < 2)
        hint(f"{at + 1} of {total} {words}")


def _company(selection: Selection) -> None:
    """Who shares a sentence with the one name that is chosen: a click adds that name."""
    ids = selection.ids("entity")
    near = named_with(selection.analysis, ids[0])[:NEAR] if len(ids) == 1 else []
    if not near:
        return
    heading("Named in one sentence with")
    rows = [(f"entity:{id}", name, count(number, "sentence"), "") for id, name, number in near]
    ranking(rows, key=_COMPANY, theme=theme(), take=_take_company)


def _take_company() -> None:
    if pick := read_pick(str(widget_value(_COMPANY).chosen or "")):
        add(pick)
