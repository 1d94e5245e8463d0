"""A table in which a row can be chosen: the way into the evidence by keyboard."""

import hashlib
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.notices import hint
from components.state import ChoiceKind, chosen, key_of, take_row

ROW = 33  # pixels
VISIBLE = 12  # rows before the table scrolls
WIDTHS = {"Name": 220, "Speaker": 140, "Quote": 310, "Kind": 95, "Words": 60, "At word": 70, "Said on": 95}


def choosing_table(frame: pd.DataFrame, ids: Sequence[str], *, kind: ChoiceKind, source: str) -> None:
    """The table, with the chosen row marked wherever it was chosen."""
    if frame.empty:
        hint("No rows.")
        return
    # Row numbers mean something else after a filter, so other rows get another widget.
    rows = hashlib.sha256("\n".join(ids).encode()).hexdigest()[:8]
    key = f"{key_of(source)}-{rows}"
    at = [n for n, id in enumerate(ids) if id == chosen(kind)]
    st.dataframe(
        frame,
        key=key,
        hide_index=True,
        row_height=ROW,
        height=ROW * (min(len(frame), VISIBLE) + 1) + 3,
        column_config=_columns(frame),
        on_select=take_row(kind, ids, source, key),
        selection_mode="single-row",
        selection_default={"selection": {"rows": at[:1], "columns": [], "cells": []}},
        placeholder="",
        alt=f"Table of {len(frame)} rows; choosing one shows its sentences.",
    )


def marked(frame: pd.DataFrame, edited: Sequence[bool]) -> pd.DataFrame:
    """The table with a column that says which rows the reader has corrected, where there are any."""
    return frame.assign(Corrected=["yes" if one else "" for one in edited]) if any(edited) else frame


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
