"""The quotes section: a reading list of every quote, the timeline, and the same facts as tables."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components.article.correct.in_place import take_correction
from components.article.correct.same_person import ask_same_persons
from components.article.days import show_days
from components.article.speakers import show_speakers
from components.charts.quotes import DRAWN, calendar_figure, days_said, quote_alt, quote_figure
from components.charts.quotes_svg import timeline
from components.charts.svg import fixed_look
from components.elements.choosable import choosing_chart, choosing_table, marked
from components.elements.custom import colours, part
from components.elements.figure_bar import facts_of, figure_bar
from components.elements.notices import hint, legend, theme
from components.formatting import QUOTE_KINDS, count
from components.html.reading import COLON, as_read, groups, quote_items
from components.rows.article import QuoteRow, WordRuler, people_first, quote_rows
from components.rows.findings import of_quotes, source_line
from components.selection.selection import Selection
from components.session.cache import drawn as figures
from components.session.choosing import marked_in, take_trigger
from components.session.state import page, refresh
from pipeline.corrections import Edited
from pipeline.model import Analysis

BY_SPEAKER, IN_ORDER, FIGURES = "By speaker", "In article order", "Timeline and table"
IN_ARTICLE, BY_DAY = "Place in the article", "Day it was said"
READING, CHART, TABLE = "quote-list", "quote-chart", "quote-table"
PICTURE = 960  # pixels of the timeline as a picture
AT_ONCE = 500  # quotes in the reading list; a browser stays quick


def show_quotes(selection: Selection, edits: Edited) -> None:
    """Who is quoted, in what words; where in the article; and how much each speaker says."""
    if not selection.analysis.quotes:
        hint("This article quotes nobody: no words in quotation marks and no reported speech were found.")
        return
    shown = selection.but("quote")
    if not shown.quotes:
        hint("No quote goes with what is chosen.")
        return
    ways: dict[str, Callable[[], None]] = {
        BY_SPEAKER: lambda: _reading(selection, shown, "speaker"),
        IN_ORDER: lambda: _reading(selection, shown, "article"),
        FIGURES: lambda: _figures(selection, shown, edits),
    }
    way = st.segmented_control(
        "Quotes shown", list(ways), default=BY_SPEAKER, required=True, key="quotes-as", label_visibility="collapsed",
        on_change=refresh, persist_state="session",
    )  # fmt: skip
    ways[way or BY_SPEAKER]()


def _reading(selection: Selection, shown: Analysis, view: str) -> None:
    """Every quote whole; finding, kinds and contexts are the browser's."""
    analysis, cut = selection.analysis, len(shown.quotes) > AT_ONCE
    items = quote_items(analysis, shown)[:AT_ONCE]
    data = {
        "article": analysis.article.id,
        "items": items,
        "groups": groups(analysis, shown),
        "view": view,
        "length": WordRuler(analysis.article.text).length,
        "names": [[entity.id, entity.name] for entity in people_first(analysis)],
        "chosen": [str(pick) for pick in page().picks],
        "colours": colours(theme()),
    }
    part(READING.replace("-", "_"))(
        key=READING,
        data=data,
        on_chosen_change=take_trigger(READING),
        on_corrected_change=take_correction(READING, analysis),
    )
    if cut:
        hint(f"The first {AT_ONCE} of {len(shown.quotes):,} quotes; the table has all of them.")
    ask_same_persons(analysis)


def _figures(selection: Selection, shown: Analysis, edits: Edited) -> None:
    """The timeline, and the same facts as a table; who speaks how much, and the days."""
    ruler = WordRuler(selection.analysis.article.text)
    rows = quote_rows(shown, ruler)
    figure_bar(
        facts_of(shown, "quotes"),
        "timeline",
        lambda: timeline(rows, ruler.length, fixed_look("light"), width=PICTURE),
        headline=of_quotes(rows),
        source=source_line(shown.article),
    )
    _timeline(rows, ruler)
    _table(selection, rows, edits)
    speakers, days = st.columns(2, gap="medium")
    with speakers:
        show_speakers(selection)
    with days:
        show_days(selection)


def _timeline(rows: list[QuoteRow], ruler: WordRuler) -> None:
    """A bar a quote: along the article, or by the day it was said."""
    view: str = IN_ARTICLE
    if len(days_said(rows)) > 1:
        view = st.segmented_control(
            "Along the line",
            [IN_ARTICLE, BY_DAY],
            default=IN_ARTICLE,
            required=True,
            key="quote-view",
            on_change=refresh,
        )
    legend(
        [
            ("q-direct", "Direct: all in quotation marks"),
            ("q-mixed", "Mixed: partly in marks"),
            ("q-indirect", "Indirect: without marks"),
        ]
    )
    drawn = {row.id: row.id for row in rows}
    other = marked_in("quote", CHART, drawn)
    key = (CHART, view, tuple(rows), ruler.length, theme(), other)
    if view == BY_DAY:
        figure = figures().get(key, lambda: calendar_figure(rows, theme=theme(), chosen=other))
    else:
        figure = figures().get(key, lambda: quote_figure(rows, ruler.length, theme=theme(), chosen=other))
    choosing_chart(figure, kind="quote", source=CHART, shown=drawn, alt=quote_alt(rows))
    undated = sum(row.said_on is None for row in rows)
    if view == BY_DAY and undated:
        hint(f"{count(undated, 'quote has', 'quotes have')} no known day and stand only in the table.")
    if len(rows) > DRAWN:
        hint(f"The chart draws the {DRAWN} longest quotes; the table has all {len(rows):,}.")


def _table(selection: Selection, rows: list[QuoteRow], edits: Edited) -> None:
    """The timeline's facts as a table whose rows choose."""
    quotes = selection.analysis.quotes
    changed = {quote.id for quote in quotes if (quote.start, quote.end) in edits.quotes}
    frame = marked(quote_table(rows), [row.id in changed for row in rows])
    title = f"Table of {count(len(rows), 'quote')}"
    choosing_table(frame, [row.id for row in rows], title=title, kind="quote", source=TABLE, opens=1)


def quote_table(rows: list[QuoteRow]) -> pd.DataFrame:
    """The timeline's facts as a table."""
    return pd.DataFrame(
        {
            "Speaker": [row.speaker for row in rows],
            "Quote": [as_read(row) for row in rows],
            "Kind": [QUOTE_KINDS[row.kind] for row in rows],
            "Words": [row.words for row in rows],
            "At word": [row.position + 1 for row in rows],
            "Said on": [row.said_on.isoformat() if row.said_on else "" for row in rows],
            "Cue": ["colon" if row.cue == COLON else row.cue or "" for row in rows],
        }
    )
