"""Quotes over the calendar by speaker, and the table of all quotes."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from components.charts.collection import days_alt, days_figure, step_words
from components.charts.collection_svg import day_lanes
from components.charts.svg import fixed_look
from components.collection.figure import PICTURE, collection_figure
from components.collection.view import View, chart_key, take_points
from components.elements.choosable import points_chart
from components.elements.notices import hint, theme
from components.elements.paged_table import Column, Row, Sheet, asked, show_table
from components.formatting import QUOTE_KINDS, count, shorten
from components.html.reading import as_read
from components.rows.article import said_by
from components.rows.collection import OTHERS, UNNAMED, DayCount, called, day_counts, iso, number
from components.rows.findings import of_days
from components.session.collection_state import Order, first_pages
from components.session.state import show_article

if TYPE_CHECKING:
    from pipeline.collection.rows import ListedQuote

SHEET = Sheet(
    "quotes",
    (
        Column("text", "Quote", "long", sorts=False),
        Column("speaker", "Speaker"),
        Column("kind", "Kind", "quiet"),
        Column("day", "Day", "day"),
        Column("words", "Words", "number"),
        Column("title", "Article", "short two-lines"),
    ),
    Order("day", True),
    title="Open this article",
    opens=5,
)
LONGEST = 420  # characters of a quote in the table; the article has the rest
_KINDS_KEY, _FIND_KEY = "all-quote-kinds", "all-find-quote"


def show_quotes(view: View) -> None:
    """Draw the chart by day, week, month or year, then the table of all quotes."""
    if not view.summary.quotes:
        hint("These articles quote nobody: no words in quotation marks and no reported speech were found.")
        return
    view, find = _filters(view)
    counts, step = day_counts(view.collection, view.only)
    if counts:
        _chart(view, counts, step)
        aside = any(one.name in (OTHERS, UNNAMED) for one in counts)
        own = " Lanes of others and of nobody named have a height of their own." if aside else ""
        hint(
            f"Quotes by {step} and speaker. A quote stands on the day it was said; where the article does not tell, on "
            f"the day of publication.{own}"
        )
        if undated := view.summary.undated_quotes:
            hint(f"{count(undated, 'quote has', 'quotes have')} no day at all and stand only in the table.")
    else:
        hint("No day is known for these quotes: neither the articles nor their files say when they were published.")
    _table(view, find)


def _filters(view: View) -> tuple[View, str]:
    with st.container(horizontal=True, vertical_alignment="bottom", key="all-quote-filters"):
        wanted = st.pills(
            "Kinds",
            list(QUOTE_KINDS),
            selection_mode="multi",
            wrap=True,
            format_func=lambda kind: QUOTE_KINDS[kind],
            key=_KINDS_KEY,
            on_change=first_pages,
            persist_state="session",
        )
        find = st.text_input(
            "Find words in the quotes", key=_FIND_KEY, placeholder="part of a quote", width=240, on_change=first_pages
        )
    return replace(view, only=replace(view.only, quote_kinds=tuple(wanted or ()))), find


def _chart(view: View, counts: list[DayCount], step: str) -> None:
    collection_figure(
        view,
        f"quotes-by-{step}",
        lambda: day_lanes(counts, step, fixed_look("light"), width=PICTURE),
        headline=of_days(_steps(counts, step), step),
        table="quote_days",
    )
    key = chart_key("days", view)
    points_chart(
        days_figure(counts, step, theme=theme()),
        key=key,
        take=lambda: take_points(key, "speaker"),
        alt=days_alt(counts, step),
    )


def _steps(counts: list[DayCount], step: str) -> list[tuple[str, int]]:
    """Each step of the calendar in words, with the quotes of all speakers."""
    quotes: dict[date, int] = {}
    for one in counts:
        quotes[one.day] = quotes.get(one.day, 0) + one.quotes
    before = {"day": "on", "week": "in the"}.get(step, "in")
    return [(f"{before} {step_words(day, step)}", number) for day, number in sorted(quotes.items())]


def _table(view: View, find: str) -> None:
    found = view.collection.quotes(view.only, **asked(SHEET), find=find)
    show_table(
        SHEET,
        [_row(n, row) for n, row in enumerate(found.rows)],
        total=found.total,
        caption=f"{count(found.total, 'quote')}. Choose an article to read the quote where it stands.",
        act=lambda _, n: show_article(found.rows[int(n)].article_id),
    )


def _row(n: int, row: "ListedQuote") -> Row:
    speaker = shorten(said_by(row.speaker, row.speaker_text), 60)
    cells = (shorten(as_read(row), LONGEST), speaker, QUOTE_KINDS[row.kind], iso(row.day), number(row.words))
    return Row(str(n), (*cells, called(row.title, None, row.article_id)))
