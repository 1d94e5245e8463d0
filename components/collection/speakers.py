"""The speakers of all articles: a chart, the articles behind the chosen one, and the table."""

from typing import TYPE_CHECKING

import streamlit as st

from components.charts.collection import SHOWN, NameBar
from components.collection.joining import join_chosen
from components.collection.names import SEEN, NameChart, between, chosen_key, name_chart, names_table, show_behind
from components.collection.speaking import ask_same_speakers
from components.collection.view import View
from components.elements.notices import hint
from components.elements.paged_table import Column, Row, Sheet, asked
from components.formatting import count, label, one_line, percent, shorten
from components.palette import QUOTE_FILL, Theme
from components.rows.collection import iso, number, others
from components.rows.findings import of_speakers
from components.session.collection_state import Order, first_pages, value_of

if TYPE_CHECKING:
    from pipeline.collection.rows import ListedSpeaker

SPEAKERS = Sheet(
    "speakers",
    (
        Column("name", "Speaker", "name"),
        Column("articles", "Articles", "number"),
        Column("quotes", "Quotes", "number"),
        Column("words", "Words quoted", "number"),
        Column("share", "Share of words", "number"),
        *SEEN,
    ),
    Order("words", True),
    title="Show only articles that quote them",
)
_FIND_SPEAKER = "all-find-speaker"


def show_speakers(view: View) -> None:
    """Draw the speakers with their share of all words quoted."""
    if not view.summary.speakers:
        hint("No named speaker is quoted in these articles.")
        ask_same_speakers(view)
        return
    find = value_of(_FIND_SPEAKER, "") or ""
    chart, beside = st.columns([1.65, 1], gap="medium")
    with chart:
        _chart(view, find)
    with beside:
        show_behind(view, "speaker", "Choose a bar or a name to see only the articles that quote them.")
        if view.summary.unnamed_quotes:
            hint(
                f"{count(view.summary.unnamed_quotes, 'quote')} of {view.summary.quotes:,} have no named speaker; "
                "they count in the shares and stand in the table of quotes."
            )
        join_chosen(view, chosen_key("speaker"))
    ask_same_speakers(view)
    st.text_input("Find a speaker", key=_FIND_SPEAKER, placeholder="part of a name", width=220, on_change=first_pages)
    _speaker_table(view, find)


def _chart(view: View, find: str) -> None:
    top = view.collection.speakers(view.only, order="words", limit=SHOWN, find=find)
    if not top.rows:
        hint("No name fits these filters.")
        return
    said = [(one_line(row.name), row.words, row.share) for row in top.rows]
    drawn = NameChart(
        name="speakers",
        bars=lambda now: [_speaker_bar(row, now) for row in top.rows],
        title="Words quoted",
        table="speakers",
        kind="speaker",
        headline=of_speakers(said, top.total),
    )
    name_chart(drawn, view, find)


def _speaker_bar(row: "ListedSpeaker", now: Theme) -> NameBar:
    name = one_line(row.name)
    lines = [
        f"<b>{label(shorten(name, 60))}</b>",
        f"{count(row.quotes, 'quote')}, {count(row.words, 'word')}, {percent(row.share)} of all words quoted",
        *between(row),
    ]
    words = f"{row.words:,} · {percent(row.share)}"
    return NameBar(
        row.key, name, row.words, words, QUOTE_FILL["direct"][now], row.first_day, row.last_day,
        "<br>".join(lines),
    )  # fmt: skip


def _speaker_table(view: View, find: str) -> None:
    found = view.collection.speakers(view.only, **asked(SPEAKERS), find=find)
    rows = [
        Row(
            row.key,
            (one_line(row.name), number(row.articles), number(row.quotes), number(row.words),
             percent(row.share), iso(row.first_day), iso(row.last_day)),
            note=f"also {also}" if (also := others(row)) else "",
        )
        for row in found.rows
    ]  # fmt: skip
    names_table(
        SPEAKERS,
        "speaker",
        rows,
        total=found.total,
        caption=f"{count(found.total, 'named speaker')}. First and last: the days of what they said.",
    )
