"""The table of the page: sorted and paged by the server, the whole row a target.

Text reaches the page as text, never as HTML. Keyboard and screen reader have it as an ordinary table.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from components.elements.custom import colours, on_paper, source
from components.elements.notices import theme
from components.session.collection_state import Order, answer, here

PAGE = 50  # rows
_FILE = Path(__file__).with_suffix("")


@dataclass(frozen=True, slots=True)
class Column:
    """A heading; css: number, share, day, name, short, long, why, quiet or none; sorts: whether a press on it does."""

    id: str
    name: str
    css: str = ""
    sorts: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """Cells as words; kind: the colour before the name; note: below it."""

    id: str
    cells: tuple[str, ...]
    kind: str = ""
    note: str = ""
    css: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one table is: its name in the state, headings, how it is sorted at first, what a click on a name does.

    opens: which column leads on; title: where to; pick: words for the tick boxes, none where nothing is picked.
    """

    name: str
    columns: tuple[Column, ...]
    order: Order
    title: str = ""
    opens: int = 0
    pick: str = ""


@cache
def _element() -> Callable[..., Any]:
    return st.components.v2.component(
        "dateline_table",
        html='<div class="box"></div>',
        css=_FILE.with_suffix(".css").read_text(encoding="utf-8") + on_paper(),
        js=source("paged_table", "js"),
    )


def order_now(sheet: Sheet) -> Order:
    """How the reader has sorted it, and the page that is open."""
    return here().orders.get(sheet.name, sheet.order)


def asked(sheet: Sheet) -> dict[str, Any]:
    """The same for the query behind it: order, direction, and which rows the open page has."""
    order = order_now(sheet)
    return {"order": order.by, "descending": order.descending, "limit": PAGE, "offset": (order.page - 1) * PAGE}


def show_table(
    sheet: Sheet,
    rows: Sequence[Row],
    *,
    total: int,
    caption: str,
    act: Callable[[str, str], None],
    chosen: str = "",
) -> None:
    """Draw the open page of it; ``act`` is told what is opened or picked, and its id."""
    order = order_now(sheet)
    first = (order.page - 1) * PAGE
    key = f"table-{sheet.name}"
    draw_table(
        key,
        caption=caption,
        columns=sheet.columns,
        rows=rows,
        order=order.by,
        descending=order.descending,
        opens=sheet.opens if sheet.title else -1,
        title=sheet.title,
        pick=sheet.pick,
        picked=here().picked,
        chosen=[chosen],
        page=order.page,
        pages=max(-(-total // PAGE), 1),
        where=f"{first + 1:,}–{first + len(rows):,} of {total:,}",
        take=answer(key, sheet.name, sheet.order, act),
    )


def draw_table(
    key: str,
    *,
    columns: Sequence[Column],
    rows: Sequence[Row],
    order: str,
    descending: bool,
    opens: int,
    title: str,
    chosen: Collection[str],
    page: int,
    pages: int,
    where: str,
    take: Callable[[], None],
    caption: str = "",
    label: str = "",
    pick: str = "",
    picked: Sequence[str] = (),
    toggles: bool = False,
) -> None:
    """The element itself.

    label: its name where there is no caption; toggles: a second press of a row lets it go; where: the rows in words.
    """
    data = {
        "caption": caption,
        "label": label,
        "columns": [{"id": c.id, "name": c.name, "css": c.css, "sorts": c.sorts} for c in columns],
        "rows": [{"id": r.id, "cells": r.cells, "kind": r.kind, "note": r.note, "css": r.css} for r in rows],
        "order": order,
        "descending": descending,
        "opens": opens,
        "title": title,
        "toggles": toggles,
        "pick": pick,
        "picked": list(picked),
        "chosen": list(chosen),
        "page": page,
        "pages": pages,
        "where": where,
        "colours": colours(theme()),
    }
    _element()(key=key, data=data, on_chosen_change=take)
