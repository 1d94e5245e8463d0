"""Two articles side by side: who is quoted, who and what is named, where; in both or in one."""

import html
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from components.collection.view import View
from components.elements.notices import block, heading, hint, refusal
from components.formatting import count, one_line, shorten
from components.rows.collection import called, iso, records
from components.session.collection_state import here, value_of
from components.session.state import show_article
from pipeline.errors import PipelineError

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.collection import Collection, Filter

CHOICES = 500  # articles in the two lists
SHOWN = 40  # rows of a column
QUOTED, LONGEST = 6, 320  # people quoted in both, and characters of a quote
_LEFT, _RIGHT = "compare-left", "compare-right"


def show_compare(view: View) -> None:
    """The two lists to choose from, and what the two articles share."""
    rows = records(view.collection.articles(view.only, order="title", descending=False, limit=CHOICES))
    rows += _ticked(view, {row["id"] for row in rows})
    if len(rows) < 2:
        hint("Two articles are needed to compare; this selection has fewer.")
        return
    names = {row["id"]: _choice(row, view) for row in rows}
    left, right = _two(names, view.collection, view.only)
    if view.summary.articles > CHOICES:
        hint(f"The lists hold the first {CHOICES} of {view.summary.articles:,} articles: search above to narrow them.")
    if left == right:
        hint("Choose two different articles.")
        return
    try:
        found = view.collection.compare(left, right)
    except PipelineError as error:
        refusal(str(error))
        return
    titles = (called_of(names, left), called_of(names, right))
    _sides("Who is quoted", found.speakers, titles, ("quotes_left", "quotes_right"), ("quote", "quotes"))
    _both_quoted(view, (left, right), titles)
    _sides("Who and what is named", found.entities, titles, ("left", "right"), ("time", "times"))
    _sides("Where", found.places, titles, ("left", "right"), ("time", "times"))


def called_of(names: dict[str, str], id: str) -> str:
    """The title without its day."""
    return names[id].partition("  ·  ")[0]


def _ticked(view: View, known: set[str]) -> list[dict[str, Any]]:
    """The articles ticked in the table, where the lists do not hold them."""
    missing = [id for id in here().picked if id not in known]
    if not missing:
        return []
    found = records(view.collection.articles(order="id", limit=10_000))
    return [row for row in found if row["id"] in missing]


def _choice(row: dict[str, Any], view: View) -> str:
    return "  ·  ".join(filter(None, (called(row), iso(row["day"]))))


def _two(names: dict[str, str], collection: "Collection", only: "Filter") -> tuple[str, str]:
    ids = list(names)
    wanted = [id for id in here().picked if id in names]
    if not wanted and (alike := collection.most_alike(only)):
        wanted = [id for id in alike if id in names]  # the pair that shares most is the one worth comparing
    wanted += [id for id in ids if id not in wanted]
    columns = st.columns(2, gap="medium")
    found = []
    for n, (column, key, label) in enumerate(zip(columns, (_LEFT, _RIGHT), ("One article", "The other"), strict=True)):
        with column:
            full = f"{key}-{'-'.join(here().picked)}-{len(ids)}"
            id = st.selectbox(label, ids, index=ids.index(wanted[n]), format_func=names.__getitem__, key=full)
            st.button("Open it", key=f"{key}-open", on_click=show_article, args=(id,))
            found.append(value_of(full, id))
    return found[0], found[1]


def _sides(
    title: str, frame: "pd.DataFrame", names: tuple[str, str], sums: tuple[str, str], unit: tuple[str, str]
) -> None:
    rows = records(frame)
    heading(title)
    if not rows:
        hint("In neither article.")
        return
    both = [row for row in rows if row["where"] == "both"]
    left, right = ([row for row in rows if row["where"] == side] for side in ("left", "right"))
    parts = [
        _column(f"Only in: {names[0]}", left, lambda row: count(row[sums[0]], *unit)),
        _column("In both", both, lambda row: f"{row[sums[0]]:,} and {count(row[sums[1]], *unit)}"),
        _column(f"Only in: {names[1]}", right, lambda row: count(row[sums[1]], *unit)),
    ]
    st.html(f'<div class="dl-sides">{"".join(parts)}</div>')


def _both_quoted(view: View, ids: tuple[str, str], titles: tuple[str, str]) -> None:
    """The quotes of those whom both articles quote, side by side."""
    shared = view.collection.compare(*ids).speakers
    people = [row for row in records(shared) if row["where"] == "both"][:QUOTED]
    if not people:
        return
    heading("What those quoted in both say")
    for person in people:
        block("h4", "dl-person", one_line(person["name"]))
        columns = [_quotes(view, person["key"], id, f"In: {title}") for id, title in zip(ids, titles, strict=True)]
        st.html(f'<div class="dl-sides two">{"".join(columns)}</div>')


def _quotes(view: View, speaker: str, article: str, title: str) -> str:
    said = records(view.collection.quotes(replace(view.only, speaker=speaker), order="day", limit=1_000))
    found = [row for row in said if row["article_id"] == article][:SHOWN]
    items = "".join(f"<li><q>{html.escape(shorten(row['text'] or '', LONGEST))}</q></li>" for row in found)
    return f"<div><h5>{html.escape(title)}</h5><ul>{items}</ul></div>"


def _column(title: str, rows: Sequence[dict[str, Any]], words: Any) -> str:
    items = "".join(
        f"<li><b>{html.escape(one_line(row['name'] or ''))}</b><span>{html.escape(words(row))}</span></li>"
        for row in rows[:SHOWN]
    )
    more = f"<p>And {len(rows) - SHOWN} more.</p>" if len(rows) > SHOWN else ""
    return (
        f"<div><h4>{html.escape(title)}</h4>{f'<ul>{items}</ul>' if rows else '<p>Nobody and nothing.</p>'}{more}</div>"
    )
