"""The overview: how much of everything, the most named and most quoted, and what could not be done."""

import streamlit as st

from components.article.thumbnails import show_glance
from components.elements.custom import ranking
from components.elements.notices import bullets, heading, hint, theme
from components.formatting import count, day_words, percent
from components.palette import KINDS
from components.rows.article import NOBODY, WordRuler, entity_rows, speakers, unclear
from components.rows.days import DayRow, day_rows
from components.rows.speakers import speakers_of
from components.selection.selection import Selection
from components.session.state import open_section
from pipeline.gazetteer import Gazetteer
from pipeline.model import Analysis

Row = tuple[str, str, str, str]
TOP = 6


def show_overview(selection: Selection, gazetteer: Gazetteer | None = None) -> None:
    """Counts that open their section, three short rankings, the pictures of timeline and map, and the notes."""
    shown = selection.shown
    _tiles(shown)
    _rankings(selection)
    show_glance(shown, gazetteer, ground=selection.analysis)
    if selection.analysis.notes:
        heading("Notes")
        bullets([note.message for note in selection.analysis.notes])


def _rankings(selection: Selection) -> None:
    """Each is narrowed by the choices made in the others."""
    ruler, here = WordRuler(selection.analysis.article.text), "what is chosen" if selection else "this article"
    named, quoted, days = st.columns([1, 1.15, 1], gap="large")
    with named:
        rows = most_named(selection.but("entity", "place"), ruler)
        _ranking("Most named", "most-named", rows, f"No names of people, organisations or places stand in {here}.")
    with quoted:
        rows = most_quoted(selection.but("speaker"), ruler)
        _ranking("Most quoted", "most-quoted", rows, f"Nobody is quoted in {here}.")
        if number := unclear(selection.but("speaker")):
            hint(f"{count(number, 'quote')} more: not clear who")
    with days:
        _ranking("Dates", "dates", most_dated(selection.but("day")), f"No date could be read in {here}.")


def _ranking(title: str, key: str, rows: list[Row], nothing: str) -> None:
    heading(title)
    if rows:
        ranking(rows, key=key, theme=theme())
    else:
        hint(nothing)


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


def most_named(analysis: Analysis, ruler: WordRuler) -> list[Row]:
    """The names that stand most often, as rows of a ranking."""
    named = entity_rows(analysis, ruler)[:TOP]
    return [(f"entity:{row.id}", row.name, count(row.count, "time"), row.kind.id) for row in named]


def most_quoted(analysis: Analysis, ruler: WordRuler) -> list[Row]:
    """The speakers with the most words, as rows of a ranking; a quote that is not clearly anybody's counts for none."""
    known = [row for row in speakers_of(analysis, ruler) if row.key != NOBODY]
    return [
        (f"speaker:{row.key}", row.name, f"{count(row.quotes, 'quote')}, {percent(row.share / 100)} of words", "")
        for row in known[:TOP]
    ]


def most_dated(analysis: Analysis) -> list[Row]:
    """The dates with most to them, in the order of the calendar."""
    busiest = sorted(day_rows(analysis), key=lambda row: -row.named - row.quotes)[:TOP]
    return [(f"day:{row.value}", day_words(row.value), _day_counts(row), "") for row in sorted(busiest, key=_value)]


def _value(row: DayRow) -> str:
    return row.value


def _day_counts(row: DayRow) -> str:
    parts = [("named once" if row.named == 1 else f"named {row.named:,} times") if row.named else ""]
    parts.append(count(row.quotes, "quote") if row.quotes else "")
    return ", ".join(filter(None, parts))
