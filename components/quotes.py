"""The quotes section: the timeline, the chosen quote in its context, and the table."""

import pandas as pd
import streamlit as st

from components.chips import linked_quotes
from components.evidence import show_evidence
from components.facts import QuoteRow, WordRuler, quote_rows
from components.figures import CONFIG
from components.figures_quotes import DRAWN, calendar_figure, days_said, quote_alt, quote_figure
from components.notices import heading, hint, legend, theme
from components.state import chosen_elsewhere, key_of, release, take_points
from components.tables import choosing_table, marked
from components.words import QUOTE_KINDS, count
from pipeline.corrections import Edited
from pipeline.model import Analysis

IN_ARTICLE, BY_DAY = "Place in the article", "Day it was said"


def show_quotes(analysis: Analysis, edits: Edited) -> None:
    """Who is quoted, where, how, and in what words."""
    ruler = WordRuler(analysis.article.text)
    if not analysis.quotes:
        hint("This article quotes nobody: no words in quotation marks and no reported speech were found.")
        return
    linked = linked_quotes(analysis)
    rows = quote_rows(linked, ruler)
    if not rows:
        hint("No quote goes with what is chosen.")
        return
    shown, view = _filters(rows)
    _chart(shown, view, ruler)
    evidence, table = st.columns([1, 1.25], gap="medium")
    with evidence:
        heading("The quote in its context")
        show_evidence(analysis, "Choose a bar of the timeline or a row of the table to read the quote where it stands.")
    with table:
        heading(f"Table of {count(len(shown), 'quote')}")
        changed = {quote.id for quote in analysis.quotes if (quote.start, quote.end) in edits.quotes}
        frame = marked(quote_table(shown), [row.id in changed for row in shown])
        choosing_table(frame, [row.id for row in shown], kind="quote", source="quote-table")


def _filters(rows: list[QuoteRow]) -> tuple[list[QuoteRow], str]:
    kinds = [kind for kind in QUOTE_KINDS if any(row.kind == kind for row in rows)]
    numbers = {kind: sum(row.kind == kind for row in rows) for kind in kinds}
    view: str = IN_ARTICLE
    with st.container(horizontal=True, vertical_alignment="bottom", key="quote-filters"):
        wanted = st.pills(
            "Kinds",
            kinds,
            selection_mode="multi",
            wrap=True,
            format_func=lambda kind: f"{QUOTE_KINDS[kind]} {numbers.get(kind, 0)}",
            key="quote-kinds",
            on_change=release,
        )
        if len(days_said(rows)) > 1:
            ways = [IN_ARTICLE, BY_DAY]
            view = st.segmented_control(
                "Along the line", ways, default=IN_ARTICLE, required=True, key="quote-view", on_change=release
            )
        search = st.text_input(
            "Find words or a speaker", key="find-quote", placeholder="part of a quote", width=220, on_change=release
        )
    return filtered(rows, set(wanted or ()), search), view


def filtered(rows: list[QuoteRow], kinds: set[str], search: str) -> list[QuoteRow]:
    """Rows of these kinds (all, where none is named) with the words in the quote or the speaker's name."""
    words = search.strip().casefold()
    return [
        row
        for row in rows
        if (not kinds or row.kind in kinds)
        and (not words or words in row.text.casefold() or words in row.speaker.casefold())
    ]


def _chart(rows: list[QuoteRow], view: str, ruler: WordRuler) -> None:
    legend(
        [
            ("q-direct", "Direct: all in quotation marks"),
            ("q-mixed", "Mixed: partly in marks"),
            ("q-indirect", "Indirect: reported"),
        ]
    )
    if not rows:
        hint("No quote fits these filters.")
        return
    other = chosen_elsewhere("quote", "quote-chart")
    if view == BY_DAY:
        figure = calendar_figure(rows, theme=theme(), chosen=other)
    else:
        figure = quote_figure(rows, ruler.length, theme=theme(), chosen=other)
    st.plotly_chart(
        figure,
        key=key_of("quote-chart"),
        theme=None,
        config=CONFIG,
        on_select=take_points("quote", "quote-chart"),
        selection_mode="points",
        alt=quote_alt(rows),
    )
    undated = sum(row.said_on is None for row in rows)
    if view == BY_DAY and undated:
        hint(f"{count(undated, 'quote has', 'quotes have')} no known day and stand only in the table.")
    if len(rows) > DRAWN:
        hint(f"The chart draws the {DRAWN} longest quotes; the table has all {len(rows):,}.")


def quote_table(rows: list[QuoteRow]) -> pd.DataFrame:
    """The timeline's facts as a table."""
    return pd.DataFrame(
        {
            "Speaker": [row.speaker for row in rows],
            "Quote": [row.text for row in rows],
            "Kind": [QUOTE_KINDS[row.kind] for row in rows],
            "Words": [row.words for row in rows],
            "At word": [row.position + 1 for row in rows],
            "Said on": [row.said_on.isoformat() if row.said_on else "" for row in rows],
            "Cue": [row.cue or "" for row in rows],
        }
    )
