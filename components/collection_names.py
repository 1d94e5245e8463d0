"""Who and what is named over all articles, and who is quoted: chart, what is chosen, table."""

from typing import Any

import streamlit as st

from components.collection_rows import called, iso, number, others, percent, records
from components.collection_state import Chip, Order, first_pages, here, take_chip, value_of
from components.collection_table import PAGE, Column, Row, Sheet, order_now, show_table
from components.collection_view import View, chart_key, take_points
from components.figures import CONFIG
from components.figures_collection import SHOWN, NameBar, names_alt, names_figure
from components.notices import heading, hint, legend, theme
from components.palette import KINDS, OTHER, QUOTE_FILL, Kind, Theme, kind_colour
from components.state import show_article
from components.words import count, day, label, one_line, shorten

_SEEN = (Column("first_day", "First", "day"), Column("last_day", "Last", "day"))
ENTITIES = Sheet(
    "entities",
    (
        Column("name", "Name", "name"),
        Column("kind", "Kind", "quiet"),
        Column("articles", "Articles", "number"),
        Column("mentions", "Mentions", "number"),
        *_SEEN,
    ),
    Order("articles", True),
    title="Show only articles that name it",
)
SPEAKERS = Sheet(
    "speakers",
    (
        Column("name", "Speaker", "name"),
        Column("articles", "Articles", "number"),
        Column("quotes", "Quotes", "number"),
        Column("words", "Words quoted", "number"),
        Column("share", "Share of words", "share"),
        *_SEEN,
    ),
    Order("words", True),
    title="Show only articles that quote them",
)
BEHIND = Sheet(
    "behind",
    (Column("title", "Article", "name"), Column("day", "Published", "day"), Column("mentions", "Times", "number")),
    Order("mentions", True),
    title="Open this article",
)
NEAR = 8  # articles beside the chart
_BY_ID = {kind.id: kind for kind in (*KINDS, OTHER)}
_KINDS_KEY, _FIND_KEY, _FIND_SPEAKER = "all-kinds", "all-find-name", "all-find-speaker"


def show_entities(view: View) -> None:
    """Names merged over the articles, by how many of them name each."""
    if not view.summary.entities:
        hint("No names of people, organisations, places, groups or events were found in these articles.")
        return
    only, find = _entity_filter(view)
    narrowed = View(view.source, only, view.summary, view.found, view.first_words)
    top = records(view.collection.entities(only, order="articles", limit=SHOWN, find=find))
    if not top:
        hint("No name fits these filters.")
        return
    bars = [_entity_bar(row, theme()) for row in top]
    chart, beside = st.columns([1.65, 1], gap="medium")
    with chart:
        shown = [kind for kind in _BY_ID.values() if any(row["kind"] == kind.id for row in top)]
        legend([(f"k-{kind.id}", kind.plural) for kind in shown])
        _chart("entities", bars, "Articles that name it", "entity", narrowed, find)
    with beside:
        _behind(view, "entity", "Choose a bar or a name to see the articles that name it.")
    _entity_table(narrowed, find)


def _entity_filter(view: View) -> tuple[Any, str]:
    from dataclasses import replace

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


def _entity_bar(row: dict[str, Any], now: Theme) -> NameBar:
    name, kind = one_line(row["name"]), _kind(row)
    lines = [
        f"<b>{label(shorten(name, 60))}</b>",
        f"{kind.singular}, named in {count(row['articles'], 'article')}, {count(row['mentions'], 'time')}",
        *_between(row),
    ]
    colour = kind_colour(kind, now)
    return NameBar(
        row["key"], name, row["articles"], number(row["articles"]), colour, row["first_day"], row["last_day"],
        "<br>".join(lines),
    )  # fmt: skip


def _kind(row: dict[str, Any]) -> Kind:
    return _BY_ID.get(row["kind"], OTHER)


def _between(row: dict[str, Any]) -> list[str]:
    first, last = row["first_day"], row["last_day"]
    if not (first and last):
        return []
    return [day(first) if first == last else f"{day(first)} to {day(last)}"]


def _entity_table(view: View, find: str) -> None:
    order = order_now(ENTITIES)
    frame = view.collection.entities(
        view.only, order=order.by, descending=order.descending, limit=PAGE, offset=(order.page - 1) * PAGE, find=find
    )
    rows = [
        Row(
            row["key"],
            (one_line(row["name"]), _kind(row).singular, number(row["articles"]), number(row["mentions"]),
             iso(row["first_day"]), iso(row["last_day"])),
            kind=_kind(row).id,
            note=f"also {also}" if (also := others(row)) else "",
        )
        for row in records(frame)
    ]  # fmt: skip
    names = {row.id: row.cells[0] for row in rows}
    total = frame.attrs["total"]
    show_table(
        ENTITIES,
        rows,
        total=total,
        caption=f"{count(total, 'name')}, spellings of one name put together.",
        act=lambda _, key: take_chip("entity", key, names.get(key, "")),
        chosen=_chosen("entity"),
    )


def show_speakers(view: View) -> None:
    """Who is quoted over the articles, and how much of all that is quoted is theirs."""
    if not view.summary.speakers:
        hint("No named speaker is quoted in these articles.")
        return
    find = value_of(_FIND_SPEAKER, "") or ""
    top = records(view.collection.speakers(view.only, order="words", limit=SHOWN, find=find))
    bars = [_speaker_bar(row, theme()) for row in top]
    chart, beside = st.columns([1.65, 1], gap="medium")
    with chart:
        _chart("speakers", bars, "Words quoted", "speaker", view, find)
    with beside:
        _behind(view, "speaker", "Choose a bar or a name to see only the articles that quote them.")
        if view.summary.unnamed_quotes:
            hint(
                f"{count(view.summary.unnamed_quotes, 'quote')} of {view.summary.quotes:,} have no named speaker; "
                "they count in the shares and stand in the table of quotes."
            )
    st.text_input("Find a speaker", key=_FIND_SPEAKER, placeholder="part of a name", width=220, on_change=first_pages)
    _speaker_table(view, find)


def _speaker_bar(row: dict[str, Any], now: Theme) -> NameBar:
    name = one_line(row["name"])
    lines = [
        f"<b>{label(shorten(name, 60))}</b>",
        f"{count(row['quotes'], 'quote')}, {count(row['words'], 'word')}, {percent(row['share'])} of all words quoted",
        *_between(row),
    ]
    words = f"{row['words']:,} · {percent(row['share'])}"
    return NameBar(
        row["key"], name, row["words"], words, QUOTE_FILL["direct"][now], row["first_day"], row["last_day"],
        "<br>".join(lines),
    )  # fmt: skip


def _speaker_table(view: View, find: str) -> None:
    order = order_now(SPEAKERS)
    frame = view.collection.speakers(
        view.only, order=order.by, descending=order.descending, limit=PAGE, offset=(order.page - 1) * PAGE, find=find
    )
    rows = [
        Row(
            row["key"],
            (one_line(row["name"]), number(row["articles"]), number(row["quotes"]), number(row["words"]),
             percent(row["share"]), iso(row["first_day"]), iso(row["last_day"])),
            note=f"also {also}" if (also := others(row)) else "",
            share=row["share"] or 0.0,
        )
        for row in records(frame)
    ]  # fmt: skip
    names = {row.id: row.cells[0] for row in rows}
    total = frame.attrs["total"]
    show_table(
        SPEAKERS,
        rows,
        total=total,
        caption=f"{count(total, 'named speaker')}. First and last: the days of what they said.",
        act=lambda _, key: take_chip("speaker", key, names.get(key, "")),
        chosen=_chosen("speaker"),
    )


def _chart(name: str, bars: list[NameBar], title: str, kind: Chip, view: View, find: str) -> None:
    if not bars:
        hint("No name fits these filters.")
        return
    key = chart_key(f"{name}-{hash(find)}", view)
    st.plotly_chart(
        names_figure(bars, title=title, theme=theme()),
        key=key,
        theme=None,
        config=CONFIG,
        on_select=lambda: take_points(key, kind),
        selection_mode="points",
        alt=names_alt(bars, title),
    )


def _chosen(kind: Chip) -> str:
    return here().chips.get(kind, ("", ""))[0]


def _behind(view: View, kind: Chip, prompt: str) -> None:
    """The articles behind what is chosen."""
    key, name = here().chips.get(kind, ("", ""))
    if not key:
        heading("In which articles")
        hint(prompt)
        return
    heading(shorten(name, 60))
    frame = view.collection.named(view.only, key, order="mentions", limit=NEAR)
    rows = [
        Row(row["article_id"], (called(row, view.first_words), iso(row["day"]), number(row["mentions"])))
        for row in records(frame)
    ]
    total = frame.attrs["total"]
    caption = f"Named in {count(total, 'article')}" + (f", the {NEAR} with most mentions:" if total > NEAR else ":")
    show_table(BEHIND, rows, total=len(rows), caption=caption, act=lambda _, id: show_article(id))
