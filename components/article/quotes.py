"""The quotes section: the timeline, the chosen quote in its context, the table, who speaks how much, and the days."""

import pandas as pd
import streamlit as st

from components.article.days import show_days
from components.article.evidence import show_evidence
from components.article.speakers import show_speakers
from components.charts.quotes import DRAWN, calendar_figure, days_said, quote_alt, quote_figure
from components.elements.custom import choosing_chart
from components.elements.data_table import choosing_table, marked
from components.elements.notices import heading, hint, legend, theme
from components.elements.passage_slider import stretch_slider
from components.formatting import QUOTE_KINDS, count
from components.rows.article import QuoteRow, WordRuler, quote_rows
from components.selection.selection import Selection
from components.session.cache import drawn as figures
from components.session.choosing import marked_in
from components.session.state import refresh
from pipeline.corrections import Edited

IN_ARTICLE, BY_DAY = "Place in the article", "Day it was said"
CHART, TABLE = "quote-chart", "quote-table"


def show_quotes(selection: Selection, edits: Edited) -> None:
    """Who is quoted, where, how, and in what words."""
    analysis = selection.analysis
    ruler = WordRuler(analysis.article.text)
    if not analysis.quotes:
        hint("This article quotes nobody: no words in quotation marks and no reported speech were found.")
        return
    rows = quote_rows(selection.but("quote"), ruler)
    if rows:
        _timeline_and_table(selection, rows, ruler, edits)
    else:
        hint("No quote goes with what is chosen.")
        show_evidence(selection, "")
    speakers, days = st.columns(2, gap="medium")
    with speakers:
        show_speakers(selection)
    with days:
        show_days(selection)


def _timeline_and_table(selection: Selection, rows: list[QuoteRow], ruler: WordRuler, edits: Edited) -> None:
    shown, view = _filters(rows)
    _chart(shown, view, ruler)
    if view == IN_ARTICLE:
        stretch_slider(selection.analysis, ruler, "quotes")
    evidence, table = st.columns([1, 1.25], gap="medium")
    with evidence:
        heading("The quote in its context")
        show_evidence(
            selection, "Choose a bar of the timeline or a row of the table to read the quote where it stands."
        )
    with table:
        quotes = selection.analysis.quotes
        changed = {quote.id for quote in quotes if (quote.start, quote.end) in edits.quotes}
        frame = marked(quote_table(shown), [row.id in changed for row in shown])
        title = f"Table of {count(len(shown), 'quote')}"
        choosing_table(frame, [row.id for row in shown], title=title, kind="quote", source=TABLE)


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
            on_change=refresh,
        )
        if len(days_said(rows)) > 1:
            ways = [IN_ARTICLE, BY_DAY]
            view = st.segmented_control(
                "Along the line", ways, default=IN_ARTICLE, required=True, key="quote-view", on_change=refresh
            )
        search = st.text_input(
            "Find words or a speaker", key="find-quote", placeholder="part of a quote", width=220, on_change=refresh
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
    shown = {row.id: row.id for row in rows}
    other = marked_in("quote", CHART, shown)
    key = (CHART, view, tuple(rows), ruler.length, theme(), other)
    if view == BY_DAY:
        figure = figures().get(key, lambda: calendar_figure(rows, theme=theme(), chosen=other))
    else:
        figure = figures().get(key, lambda: quote_figure(rows, ruler.length, theme=theme(), chosen=other))
    choosing_chart(figure, kind="quote", source=CHART, shown=shown, alt=quote_alt(rows))
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
