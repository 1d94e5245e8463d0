"""The overview: how much of everything, the most named and most quoted, and what could not be done."""

import streamlit as st

from components.article.thumbnails import show_glance
from components.elements.custom import ranking
from components.elements.notices import bullets, heading, hint, legend, theme
from components.formatting import count
from components.palette import KINDS, OTHER
from components.rows.article import WordRuler, speakers, unclear
from components.rows.rankings import Ranking, most_dated, most_named, most_quoted
from components.selection.selection import Selection
from components.session.state import open_section
from pipeline.gazetteer import Gazetteer
from pipeline.model import Analysis


def show_overview(selection: Selection, gazetteer: Gazetteer | None = None) -> None:
    """Counts that open their section, short rankings, the pictures of timeline and map, and the notes."""
    shown = selection.shown
    _tiles(shown)
    _rankings(selection)
    show_glance(shown, gazetteer, ground=selection.analysis)
    if selection.analysis.notes:
        heading("Notes")
        bullets([note.message for note in selection.analysis.notes])


def _rankings(selection: Selection) -> None:
    """Each is narrowed by the choices made in the others; without any date there are two."""
    ruler, here = WordRuler(selection.analysis.article.text), "what is chosen" if selection else "this article"
    with st.container(key="rankings"):
        with st.container():
            named = most_named(selection.but("entity", "place"), ruler)
            _ranking("Most named", "most-named", named, f"No names of people, organisations or places stand in {here}.")
            kinds = {row.kind for row in named.rows}
            legend([(f"k-{kind.id}", kind.plural) for kind in (*KINDS, OTHER) if kind.id in kinds])
        with st.container():
            quoted = selection.but("speaker")
            number, found = unclear(quoted), most_quoted(quoted, ruler)
            if found.rows or not number:
                _ranking("Most quoted", "most-quoted", found, f"Nobody is quoted in {here}.")
            else:
                heading("Most quoted")
            if number:
                hint(f"{count(number, 'more quote' if found.rows else 'quote')}: not clear who speaks")
        if any(ref.value for ref in selection.analysis.dates):
            with st.container():
                _ranking("Dates", "dates", most_dated(selection.but("day")), f"No date stands in {here}.")


def _ranking(title: str, key: str, found: Ranking, nothing: str) -> None:
    heading(title)
    if found.rows:
        ranking(found, key=key, theme=theme())
    else:
        hint(nothing)


def tiles_of(analysis: Analysis) -> list[tuple[str, int, str, str]]:
    """(kind or section, number, word, section it opens), the most interesting first."""
    labels = [entity.label for entity in analysis.entities]
    tiles = [
        ("quotes", len(analysis.quotes), "quote", "Quotes"),
        ("speakers", speakers(analysis), "speaker", "Quotes"),
    ]
    for kind in KINDS[:3]:
        number = sum(label in kind.labels for label in labels)
        word = {"people": "person"}.get(kind.id, kind.singular.lower())
        tiles.append((kind.id, number, word, "Entities"))
    tiles.append(("words", analysis.words, "word", "Article"))
    return tiles


def _tiles(analysis: Analysis) -> None:
    plurals = {"person": "people"}
    kinds = {kind.id: kind.plural for kind in KINDS}
    with st.container(key="tiles"):
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
