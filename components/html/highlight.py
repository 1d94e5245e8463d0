"""Article text + marks → escaped HTML. No Streamlit; the only place where article text becomes HTML."""

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from components.palette import kind_of
from components.rows.article import speaker_name
from pipeline.model import Analysis


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters to highlight; css: class names of our own, title: said on hover, key: what choosing it means."""

    start: int
    end: int
    css: str
    title: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks."""

    text: str
    marks: tuple[Mark, ...]


def mention_marks(analysis: Analysis) -> list[Mark]:
    """A mark a named mention, in the colour of its kind."""
    names = {entity.id: entity for entity in analysis.entities}
    marks = []
    for mention in analysis.mentions:
        entity = names.get(mention.entity_id)
        kind = kind_of(entity.label if entity else mention.label)
        title = f"{kind.singular}: {entity.name if entity else mention.text}"
        marks.append(Mark(mention.start, mention.end, f"m k-{kind.id}", title, f"entity:{mention.entity_id}"))
    return marks


def quote_marks(analysis: Analysis) -> list[Mark]:
    """A mark a quote, underlined by its kind."""
    return [
        Mark(q.start, q.end, f"q q-{q.kind}", f"{q.kind.capitalize()} quote: {speaker_name(q)}", f"quote:{q.id}")
        for q in analysis.quotes
    ]


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Piece]:
    """The text cut wherever a mark begins or ends; marks may overlap and nest."""
    inside = sorted((m for m in marks if m.start < end and m.end > start), key=lambda m: (m.start, -m.end))
    cuts = sorted({start, end, *(max(m.start, start) for m in inside), *(min(m.end, end) for m in inside)})
    found, active, following = [], [], 0
    for left, right in pairwise(cuts):
        while following < len(inside) and inside[following].start <= left:
            active.append(inside[following])
            following += 1
        active = [mark for mark in active if mark.end > left]
        found.append(Piece(text[left:right], tuple(active)))
    return found


def to_html(parts: Sequence[Piece]) -> str:
    """Pieces as spans; every character of the article escaped."""
    return "".join(_span(piece) for piece in parts)


def _span(piece: Piece) -> str:
    text = html.escape(piece.text)
    if not piece.marks:
        return text
    css = " ".join(dict.fromkeys(" ".join(mark.css for mark in piece.marks).split()))
    title = "; ".join(dict.fromkeys(mark.title for mark in piece.marks if mark.title))
    tag = "mark" if any("hit" in mark.css for mark in piece.marks) else "span"
    return f'<{tag} class="{html.escape(css)}" title="{html.escape(title)}">{text}</{tag}>'


def passage(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """One stretch of the article as HTML."""
    return to_html(pieces(text, start, end, marks))
