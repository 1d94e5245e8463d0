"""The articles of a collection as a table, sorted and paged by the query.

A title opens its article; two ticked articles are compared.
"""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from components.collection.view import View
from components.elements.notices import bullets, hint, refusal
from components.elements.paged_table import Column, Row, Sheet, asked, order_now, show_table
from components.formatting import count, shorten
from components.rows.collection import headed, iso, number
from components.session.collection_state import Order, here, open_part, pick
from components.session.state import show_article
from pipeline.collection.filter import NO_FILTER

if TYPE_CHECKING:
    from pipeline.collection.rows import ListedArticle

SHEET = Sheet(
    "articles",
    (
        Column("title", "Article", "name"),
        Column("source", "Source", "short"),
        Column("day", "Published", "day"),
        Column("words", "Words", "number"),
        Column("entities", "Names", "number"),
        Column("speakers", "Speakers", "number"),
        Column("quotes", "Quotes", "number"),
        Column("places", "Places", "number"),
    ),
    Order("day", True),
    title="Open this article",
    pick="Compare",
)
MOST = 10_000  # articles to go through one by one
NAMED, FAILURES = 3, 200  # failures shown at once, and in the expander; the rest are only counted


def show_articles(view: View) -> None:
    """Draw the failures, the button that compares the ticked articles, and the table."""
    _failures(view)
    total = view.summary.articles
    if total:
        _picked()
        rows = [_row(row) for row in view.collection.articles(view.only, **asked(SHEET)).rows]
        show_table(SHEET, rows, total=total, caption=_caption(view), act=partial(_act, view))
    else:
        hint("No article fits this selection." if view.only != NO_FILTER else "No article has been analysed yet.")


def _caption(view: View) -> str:
    return f"{count(view.summary.articles, 'article')}. Choose a title to open it; tick two to compare them."


def _row(row: "ListedArticle") -> Row:
    numbers = map(number, (row.words, row.entities, row.speakers, row.quotes, row.places))
    return Row(row.id, (*headed(row), iso(row.day), *numbers))


def _act(view: View, what: str, id: str) -> None:
    if what == "open":
        here().row = _in_order(view)
        show_article(id)
    elif what == "pick":
        pick(id)


def _in_order(view: View) -> tuple[str, ...]:
    """The ids of the whole table as the reader has sorted and narrowed it: the way from one article to the next."""
    order = order_now(SHEET)
    found = view.collection.articles(view.only, order=order.by, descending=order.descending, limit=MOST)
    return tuple(row.id for row in found.rows)


def _picked() -> None:
    number = len(here().picked)
    if not number:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="all-picked"):
        hint("One article is ticked: tick another to compare the two." if number == 1 else "Two articles are ticked.")
        if number == 2:
            st.button("Compare side by side", key="to-compare", type="primary", on_click=open_part, args=("Compare",))


def _failures(view: View) -> None:
    failed = view.collection.failures(limit=FAILURES + 1)
    if not failed:
        return
    lines = [f"{shorten(one.title or one.source or one.id, 80)}: {one.reason}" for one in failed]
    if view.summary.failed <= NAMED:
        refusal(*lines)
        return
    refusal(f"{view.summary.failed:,} articles could not be done; the others are.")
    with st.expander("Which, and why"):
        bullets(lines[:FAILURES])
        if view.summary.failed > FAILURES:
            hint(f"And {count(view.summary.failed - FAILURES, 'more article')}.")
