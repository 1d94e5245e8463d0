"""A table in which rows can be chosen: the way for the keyboard to whatever the charts offer."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.elements.notices import heading, hint
from components.selection.picks import PickKind
from components.session.choosing import picked, take_rows
from components.session.state import key_of, page

ROW = 33  # pixels
VISIBLE = 12  # rows before the table scrolls
WIDTHS = {"Name": 220, "Speaker": 150, "Quote": 310, "Kind": 95, "Words": 60, "At word": 70, "Said on": 95}
AS_MADE = "the order shown"


def choosing_table(
    frame: pd.DataFrame,
    ids: Sequence[str],
    *,
    title: str,
    kind: PickKind,
    source: str,
    columns: Mapping[str, Any] | None = None,
) -> None:
    """The table with its order and columns to choose, and the chosen rows marked wherever they were chosen."""
    if frame.empty:
        heading(title)
        hint("No rows.")
        return
    frame, ids = arranged(frame, ids, source, title)
    chosen = picked(kind)
    several = len(chosen) > 1 or page().several
    key = f"{key_of(source)}-{_rows_id(ids, several)}"
    at = [n for n, id in enumerate(ids) if id in chosen]
    drawn_table(
        frame,
        key=key,
        rows=at if several else at[:1],
        several=several,
        take=take_rows(kind, ids, source, key),
        columns=columns,
    )


def drawn_table(
    frame: pd.DataFrame,
    *,
    key: str,
    rows: Sequence[int],
    several: bool,
    take: Callable[[], None],
    columns: Mapping[str, Any] | None = None,
) -> None:
    """The table itself, with these rows chosen."""
    st.dataframe(
        frame,
        key=key,
        hide_index=True,
        row_height=ROW,
        height=ROW * (min(len(frame), VISIBLE) + 1) + 3,
        column_config={**_columns(frame), **(columns or {})},
        on_select=take,
        selection_mode="multi-row" if several else "single-row",
        selection_default={"selection": {"rows": list(rows), "columns": [], "cells": []}},
        placeholder="",
        alt=f"Table of {len(frame)} rows; Shift and Space choose the one with the cursor.",
    )


def arranged(frame: pd.DataFrame, ids: Sequence[str], source: str, title: str) -> tuple[pd.DataFrame, list[str]]:
    """The rows in the order, and the columns, that the reader wants; by keyboard and on a telephone too."""
    names = [str(name) for name in frame.columns]
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"{source}-head"):
        heading(title)
        with st.popover("Order and columns", key=f"{source}-arrange", type="tertiary"):
            by = st.selectbox("Order by", [AS_MADE, *names], key=f"{source}-by", persist_state="session")
            down = st.toggle("Largest or last first", key=f"{source}-down", persist_state="session")
            away = st.pills(
                "Leave out", names, selection_mode="multi", wrap=True, key=f"{source}-without", persist_state="session"
            )
    shown, order = in_order(frame, by if by in names else None, down=down)
    kept = [name for name in names if name not in (away or ())] or names[:1]
    return shown[kept], [ids[n] for n in order]


def in_order(frame: pd.DataFrame, by: str | None, *, down: bool) -> tuple[pd.DataFrame, list[int]]:
    """The rows sorted by a column, words without regard to capitals; equal rows keep their order."""
    numbered = frame.reset_index(drop=True)
    if by is not None:
        numbered = numbered.sort_values(by, ascending=not down, kind="stable", key=_folded)
    elif down:
        numbered = numbered.iloc[::-1]
    return numbered.reset_index(drop=True), list(numbered.index)


def _folded(column: "pd.Series[Any]") -> "pd.Series[Any]":
    return column if pd.api.types.is_numeric_dtype(column) else column.astype(str).str.casefold()


def marked(frame: pd.DataFrame, edited: Sequence[bool]) -> pd.DataFrame:
    """The table with a column that says which rows the reader has corrected, where there are any."""
    return frame.assign(Corrected=["yes" if one else "" for one in edited]) if any(edited) else frame


def _rows_id(ids: Sequence[str], several: bool) -> str:
    """Row numbers mean something else after a filter, so other rows get another widget."""
    return hashlib.sha256("\n".join([*ids, str(several)]).encode()).hexdigest()[:8]


def _columns(frame: pd.DataFrame) -> dict[str, Any]:
    """Text columns as text: an address or a formula of an article stays what it is."""
    words = frame.select_dtypes(exclude="number").columns
    return {
        str(name): (
            st.column_config.TextColumn(str(name), width=WIDTHS.get(str(name)))
            if name in words
            else st.column_config.NumberColumn(str(name), width=WIDTHS.get(str(name)))
        )
        for name in frame.columns
    }
