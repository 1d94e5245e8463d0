"""The overview: how much of everything, the most named and most quoted, and what could not be done."""

import html

import streamlit as st

from components.facts import WordRuler, entity_rows, quote_rows, quoted_words, speakers
from components.notices import bullets, heading, hint
from components.palette import KINDS
from components.state import open_section
from components.words import count, day
from pipeline.model import Analysis

TOP = 8


def show_overview(analysis: Analysis) -> None:
    """Counts that open their section, two short rankings, and the notes."""
    _tiles(analysis)
    ruler = WordRuler(analysis.article.text)
    left, right = st.columns(2, gap="large")
    with left:
        heading("Most named")
        named = entity_rows(analysis, ruler)[:TOP]
        if named:
            _ranking([(row.name, count(row.count, "time"), row.kind.id) for row in named])
        else:
            hint("No names of people, organisations or places were found.")
    with right:
        heading("Most quoted")
        quoted = quoted_words(quote_rows(analysis, ruler))[:TOP]
        if quoted:
            _ranking([(name, f"{count(n, 'quote')}, {count(words, 'word')}", "") for name, n, words in quoted])
        else:
            hint("Nobody is quoted in this article.")
    if lines := notes_of(analysis):
        heading("Notes")
        bullets(lines)


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


def _ranking(rows: list[tuple[str, str, str]]) -> None:
    items = "".join(
        f'<li><span class="t">{_swatch(kind)}{html.escape(name)}</span>'
        f'<span class="n">{html.escape(number)}</span></li>'
        for name, number, kind in rows
    )
    st.html(f'<ol class="dl-most">{items}</ol>')


def _swatch(kind: str) -> str:
    return f'<i class="dl-dot k-{kind}"></i>' if kind else ""


def notes_of(analysis: Analysis) -> list[str]:
    """What the reader should know about these facts, in sentences."""
    lines = [note.message for note in analysis.notes]
    nobody = sum(not quote.speaker_text and not quote.speaker_name for quote in analysis.quotes)
    if nobody:
        lines.append(f"{count(nobody, 'quote has', 'quotes have')} no speaker that the text makes clear.")
    unplaced = {place.text for place in analysis.places if place.lat is None}
    if unplaced:
        lines.append(
            f"{count(len(unplaced), 'place name is', 'place names are')} not on the map, with the reason there."
        )
    if analysis.article.published is None and any(date.value is None for date in analysis.dates):
        lines.append("Some dates need the publication date of the article: give it above.")
    days = sorted({quote.said_on for quote in analysis.quotes if quote.said_on})
    if days:
        lines.append(f"Quotes with a known day: {day(days[0])}" + (f" to {day(days[-1])}." if len(days) > 1 else "."))
    return lines
