"""Charts and tables of which a point or a row can be chosen: a table is the keyboard's way to what a chart offers."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.theme import CONFIG
from components.elements.notices import heading
from components.elements.paged_table import Column, Row, draw_table
from components.formatting import one_line
from components.selection.picks import Pick, PickKind
from components.session.choosing import add, choose, picked, take_points
from components.session.state import key_of, page
from components.session.tables import table_view, take_answer

SIZE = 25  # rows of a page
STYLES = {
    "Name": "name", "Speaker": "name", "Place": "name", "Named with": "name", "Quote": "long", "Why this place": "why",
    "Date": "day", "Said on": "day", "In words": "quiet",
}  # fmt: skip
ADDED = "add"  # a row that is chosen beside what is chosen


def choosing_chart(
    figure: go.Figure,
    *,
    kind: PickKind,
    source: str,
    shown: Mapping[str, str],
    alt: str,
    config: Mapping[str, Any] = CONFIG,
) -> None:
    """A chart whose points can be chosen; shown: the id behind the customdata of each."""
    key = key_of(source)
    points_chart(figure, key=key, take=take_points(kind, source, key, shown), alt=alt, config=config)


def points_chart(
    figure: go.Figure, *, key: str, take: Callable[[], None], alt: str, config: Mapping[str, Any] = CONFIG
) -> None:
    """A chart in its own colours that calls back when a point of it is chosen."""
    st.plotly_chart(figure, key=key, theme=None, config=dict(config), on_select=take, selection_mode="points", alt=alt)


def choosing_table(
    frame: pd.DataFrame,
    ids: Sequence[str],
    *,
    title: str,
    kind: PickKind,
    source: str,
    opens: int = 0,
    bars: Collection[str] = (),
) -> None:
    """The table under its title, the chosen rows marked wherever they were chosen; nothing where there are no rows.

    ids: of the rows; opens: the column whose words are the row's button; bars: columns of per cent drawn as bars.
    """

    def act(what: str, id: str) -> None:
        (add if what == ADDED else choose)(Pick(kind, id))

    row_table(frame, ids, title=title, source=source, chosen=picked(kind), act=act, opens=opens, bars=bars)


def row_table(
    frame: pd.DataFrame,
    ids: Sequence[str],
    *,
    title: str,
    source: str,
    chosen: Collection[str],
    act: Callable[[str, str], None],
    opens: int = 0,
    bars: Collection[str] = (),
) -> None:
    """The same for rows that are no picks; ``act`` is told "open" or "add", and the id of the row."""
    if frame.empty:
        return
    heading(title)
    numbers = {str(name) for name in frame.select_dtypes("number").columns}
    view, key = table_view(source), f"table-{source}"
    by = view.by if view.by in frame.columns else None
    sheet, order = in_order(frame, by, down=view.descending)
    ordered = [ids[n] for n in order]
    pages = -(-len(sheet) // SIZE)
    view.settle(ordered, chosen, rows=hash(tuple(ids)), choice=hash(page().picks), size=SIZE)
    first = (view.page - 1) * SIZE
    shown = sheet.iloc[first : first + SIZE]
    draw_table(
        key,
        label=title,
        columns=[Column(name, name, _style(name, numbers, bars)) for name in map(str, frame.columns)],
        rows=[
            Row(
                ordered[first + n],
                tuple(share_words(c) if name in bars else cell_words(c) for name, c in cells.items()),
            )
            for n, cells in enumerate(shown.to_dict("records"))
        ],
        order=by or "",
        descending=view.descending,
        opens=opens,
        title="Choose; with Shift beside what is chosen",
        toggles=True,
        chosen=chosen,
        page=view.page,
        pages=pages,
        where=f"{first + 1:,}–{first + len(shown):,} of {len(sheet):,}",
        take=take_answer(key, source, numbers, act),
    )


def in_order(frame: pd.DataFrame, by: str | None, *, down: bool) -> tuple[pd.DataFrame, list[int]]:
    """The rows sorted by a column, words without regard to capitals; equal rows keep their order."""
    numbered = frame.reset_index(drop=True)
    if by is not None:
        numbered = numbered.sort_values(by, ascending=not down, kind="stable", key=_folded)
    return numbered.reset_index(drop=True), list(numbered.index)


def cell_words(value: Any) -> str:
    """A cell as words: nothing for what is missing, thousands apart."""
    if value is None or value != value:
        return ""
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,}"
    return one_line(value) if isinstance(value, str) else f"{value:,}"


def share_words(value: float) -> str:
    """A share in per cent, always with one decimal, so that figures and bars stand below one another."""
    return f"{value:.1f}"


def marked(frame: pd.DataFrame, edited: Sequence[bool]) -> pd.DataFrame:
    """The table with a column that says which rows the reader has corrected, where there are any."""
    return frame.assign(Corrected=["yes" if one else "" for one in edited]) if any(edited) else frame


def _folded(column: "pd.Series[Any]") -> "pd.Series[Any]":
    return column if pd.api.types.is_numeric_dtype(column) else column.astype(str).str.casefold()


def _style(name: str, numbers: Collection[str], bars: Collection[str]) -> str:
    if name in bars:
        return "number share"
    return "number" if name in numbers else STYLES.get(name, "")
