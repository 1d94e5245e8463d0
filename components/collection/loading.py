"""The page of a folder that is still being indexed: counts, newest articles, progress."""

from typing import TYPE_CHECKING

import streamlit as st

from components.collection.view import style
from components.elements.notices import block
from components.elements.paged_table import Column, Row, Sheet, show_table
from components.formatting import count, span
from components.rows.collection import headed, iso, number
from components.session.collection_state import Order
from components.workspace.folder_load import FolderLoad

if TYPE_CHECKING:
    from pipeline.collection.preview import Glimpse
    from pipeline.collection.rows import NewestArticle

LOOK = 1.0  # seconds between two checks
SHEET = Sheet(
    "opening",
    (
        Column("title", "Article", "name", sorts=False),
        Column("source", "Source", "short", sorts=False),
        Column("day", "Published", "day", sorts=False),
        Column("words", "Words", "number", sorts=False),
    ),
    Order("day", True),
)


def show_opening(opening: FolderLoad) -> None:
    """Draw it; the page reruns once the folder is open."""
    style()
    block("h2", "dl-title", opening.folder.resolve().name)
    st.fragment(_line, run_every=LOOK)(opening)
    if found := opening.glimpse:
        block("p", "dl-byline", _counts(found))
        rows = [_row(row) for row in found.newest]
        show_table(SHEET, rows, total=len(rows), caption="The newest articles of the folder", act=lambda *_: None)


def _counts(found: "Glimpse") -> str:
    parts = [count(found.articles, "article"), count(found.words, "word")]
    if found.first_day and found.last_day:
        parts.append(f"published {span(found.first_day, found.last_day)}")
    if found.failed:
        parts.append(f"{found.failed:,} more could not be done")
    return " · ".join(parts)


def _line(opening: FolderLoad) -> None:
    words = f"{opening.said} … Names, speakers, quotes and the map follow; the next time the folder opens at once."
    block("p", "dl-progress", words, role="status")
    if opening.done:
        st.rerun()


def _row(row: "NewestArticle") -> Row:
    return Row(row.id, (*headed(row), iso(row.day), number(row.words)))
