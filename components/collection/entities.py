"""The names of all articles: a chart, the articles behind the chosen name, and the table."""

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from components.charts.collection import SHOWN, NameBar
from components.collection.joining import ask_same_names, join_chosen
from components.collection.names import SEEN, NameChart, between, chosen_key, name_chart, names_table, show_behind
from components.collection.view import View
from components.elements.notices import hint
from components.elements.paged_table import Column, Row, Sheet, asked
from components.formatting import count, label, one_line, shorten, times
from components.palette import KINDS, OTHER, Kind, Theme, kind_colour
from components.rows.collection import iso, number, others
from components.rows.findings import of_names_over
from components.session.collection_state import Order, first_pages

if TYPE_CHECKING:
    from pipeline.collection import Filter
    from pipeline.collection.rows import ListedName

ENTITIES = Sheet(
    "entities",
    (
        Column("name", "Name", "name"),
        Column("kind", "Kind", "quiet"),
        Column("articles", "Articles", "number"),
        Column("mentions", "Mentions", "number"),
        *SEEN,
    ),
    Order("articles", True),
    title="Show only articles that name it",
)
_BY_ID = {kind.id: kind for kind in (*KINDS, OTHER)}
_KINDS_KEY, _FIND_KEY = "all-kinds", "all-find-name"


def show_entities(view: View) -> None:
    """Draw them; a name counts once for each article that has it."""
    if not view.summary.entities:
        hint("No names of people, organisations, places, groups or events were found in these articles.")
        return
    only, find = _entity_filter(view)
    narrowed = View(view.source, only, view.summary)
    top = view.collection.entities(only, order="articles", limit=SHOWN, find=find).rows
    if not top:
        hint("No name fits these filters.")
        return
    kinds = [kind for kind in _BY_ID.values() if any(row.kind == kind.id for row in top)]
    drawn = NameChart(
        name="names",
        bars=lambda now: [_entity_bar(row, now) for row in top],
        title="Articles that name it",
        table="names",
        kind="entity",
        headline=of_names_over([(one_line(row.name), row.articles) for row in top], view.summary.articles),
        legend=[(f"k-{kind.id}", kind.plural) for kind in kinds],
    )
    chart, beside = st.columns([1.65, 1], gap="medium")
    with chart:
        name_chart(drawn, narrowed, find)
    with beside:
        show_behind(view, "entity", "Choose a bar or a name to see the articles that name it.")
        join_chosen(view, chosen_key("entity"))
    ask_same_names(view)
    _entity_table(narrowed, find)


def _entity_filter(view: View) -> "tuple[Filter, str]":
    with st.container(horizontal=True, vertical_alignment="bottom", key="all-entity-filters"):
        plurals = [kind.plural for kind in KINDS]
        wanted = st.pills(
            "Kinds", plurals, selection_mode="multi", wrap=True, key=_KINDS_KEY, on_change=first_pages,
            persist_state="session",
        )  # fmt: skip
        find = st.text_input(
            "Find a name", key=_FIND_KEY, placeholder="part of a name", width=220, on_change=first_pages
        )
    labels = tuple(label for kind in KINDS if kind.plural in (wanted or ()) for label in kind.labels)
    return replace(view.only, labels=labels), find


def _entity_bar(row: "ListedName", now: Theme) -> NameBar:
    name, kind = one_line(row.name), _kind(row)
    lines = [
        f"<b>{label(shorten(name, 60))}</b>",
        f"{kind.singular}, named in {count(row.articles, 'article')}, {times(row.mentions)}",
        *between(row),
    ]
    colour = kind_colour(kind, now)
    return NameBar(
        row.key, name, row.articles, number(row.articles), colour, row.first_day, row.last_day, "<br>".join(lines)
    )  # fmt: skip


def _kind(row: "ListedName") -> Kind:
    return _BY_ID.get(row.kind, OTHER)


def _entity_table(view: View, find: str) -> None:
    found = view.collection.entities(view.only, **asked(ENTITIES), find=find)
    rows = [
        Row(
            row.key,
            (one_line(row.name), _kind(row).singular, number(row.articles), number(row.mentions),
             iso(row.first_day), iso(row.last_day)),
            kind=_kind(row).id,
            note=f"also {also}" if (also := others(row)) else "",
        )
        for row in found.rows
    ]  # fmt: skip
    caption = f"{count(found.total, 'name')}, spellings of one name put together."
    names_table(ENTITIES, "entity", rows, total=found.total, caption=caption)
