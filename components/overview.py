"""The overview: how much of everything, the most named and most quoted, and what could not be done."""

import streamlit as st

from components.evidence import show_evidence
from components.facts import WordRuler, entity_rows, quote_rows, quoted_words, speakers
from components.glance import show_glance
from components.notices import bullets, heading, hint, theme
from components.palette import KINDS
from components.parts import ranking
from components.state import open_section, page
from components.words import count
from pipeline.gazetteer import Gazetteer
from pipeline.model import Analysis

TOP = 6


def show_overview(analysis: Analysis, gazetteer: Gazetteer | None = None) -> None:
    """Counts that open their section, two short rankings, the pictures of timeline and map, and the notes."""
    _tiles(analysis)
    ruler = WordRuler(analysis.article.text)
    left, right = st.columns(2, gap="large")
    with left:
        heading("Most named")
        if named := entity_rows(analysis, ruler)[:TOP]:
            rows = [(f"entity:{row.id}", row.name, count(row.count, "time"), row.kind.id) for row in named]
            ranking(rows, key="most-named", theme=theme())
        else:
            hint("No names of people, organisations or places were found.")
    with right:
        heading("Most quoted")
        if rows := most_quoted(analysis, ruler):
            ranking(rows, key="most-quoted", theme=theme())
        else:
            hint("Nobody is quoted in this article.")
    show_glance(analysis, gazetteer)
    if page().choice:
        heading("Where it stands")
        show_evidence(analysis, "")
    if analysis.notes:
        heading("Notes")
        bullets([note.message for note in analysis.notes])


def tiles_of(analysis: Analysis) -> list[tuple[str, int, str, str]]:
    """(kind or section, number, word, section it opens)."""
    labels = [entity.label for entity in analysis.entities]
    tiles = [("words", analysis.words, "word", "Article")]
    for kind in KINDS[:3]:
        number = sum(label in kind.labels for label in labels)
        word = {"people": "person"}.get(kind.id, kind.singular.lower())
        tiles.append((kind.id, number, word, "Entities"))
    tiles.append(("quotes", len(analysis.quotes), "quote", "Quotes"))
    tiles.append(("speakers", speakers(analysis), "speaker", "Quotes"))
    return tiles


def _tiles(analysis: Analysis) -> None:
    plurals = {"person": "people"}
    kinds = {kind.id: kind.plural for kind in KINDS}
    with st.grid(columns=6, min_column_width=110, gap="small"):
        for name, number, word, section in tiles_of(analysis):
            shown = word if number == 1 else plurals.get(word, word + "s")
            wanted = [kinds[name]] if name in kinds else []
            st.button(
                f"**{number:,}** {shown}",
                key=f"tile-{name}",
                type="tertiary",
                width="stretch",
                on_click=open_section,
                args=(section, wanted),
            )


def most_quoted(analysis: Analysis, ruler: WordRuler) -> list[tuple[str, str, str, str]]:
    """The speakers with the most words, as rows of a ranking."""
    rows = quote_rows(analysis, ruler)
    keys = {row.speaker: row.speaker_key for row in reversed(rows)}
    return [
        (f"speaker:{keys[name]}", name, f"{count(n, 'quote')}, {count(words, 'word')}", "")
        for name, n, words in quoted_words(rows)[:TOP]
    ]
