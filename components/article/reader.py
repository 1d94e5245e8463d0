"""The article itself, marked; a name, a quote, a paragraph or any stretch is chosen in the text or from the list."""

import hashlib
import json

import streamlit as st

from components.article.correct.missed import mark_something
from components.article.evidence import show_evidence
from components.elements.custom import colours, part
from components.elements.notices import hint, legend, theme
from components.elements.passage_slider import stretch_slider
from components.formatting import QUOTE_KINDS, count, shorten
from components.html.highlight import Mark, Piece, mention_marks, pieces, quote_marks
from components.palette import KINDS, OTHER, kind_of
from components.rows.article import Span, WordRuler, speaker_key, speaker_name
from components.selection.picks import read_pick
from components.selection.selection import Selection
from components.session.choosing import choose, clear, take_trigger
from components.session.state import page, widget_value
from pipeline.model import Analysis

WINDOW = 120_000  # characters shown at once; a browser stays quick
KEY = "reader"


def show_reader(selection: Selection) -> None:
    """The text on the left, what to look for on the right."""
    with st.container(key="reader-columns"):
        text, tools = st.columns([1.15, 1], gap="medium")
    with tools:
        _tools(selection)
    with text:
        _text(selection)


def _tools(selection: Selection) -> None:
    analysis = selection.analysis
    names = options_of(analysis)
    newest = str(selection.picks[-1]) if selection else None
    key = f"find-in-article-{page().version}"
    st.selectbox(
        "Find in the article",
        list(names),
        index=list(names).index(newest) if newest in names else None,
        format_func=lambda option: names.get(option, option),
        placeholder="a name, a speaker or a quote",
        key=key,
        on_change=lambda: _found(key),
    )
    stretch_slider(analysis, WordRuler(analysis.article.text), "article")
    show_evidence(
        selection,
        "Choose a name or a quote in the text or from the list, a paragraph by the sign at its side, "
        "or drag over any stretch.",
        in_article=True,
    )
    mark_something(analysis)
    labels = {kind_of(mention.label).id for mention in analysis.mentions}
    legend([(f"k-{kind.id}", kind.plural) for kind in (*KINDS, OTHER) if kind.id in labels])
    st.html(
        '<ul class="dl-legend"><li><u class="dl-q">Direct quote</u></li><li><u class="dl-q dashed">Mixed</u></li>'
        '<li><u class="dl-q dotted">Indirect</u></li></ul>'
    )


def _found(key: str) -> None:
    if pick := read_pick(widget_value(key) or ""):
        choose(pick)
    else:
        clear()


def options_of(analysis: Analysis) -> dict[str, str]:
    """Everything that can be found, by its key, in plain words."""
    found = {
        f"entity:{entity.id}": f"{shorten(entity.name, 40)} · {kind_of(entity.label).singular} · {entity.count}"
        for entity in analysis.entities
    }
    for quote in analysis.quotes:
        found.setdefault(f"speaker:{speaker_key(quote)}", f"All said by {shorten(speaker_name(quote), 40)}")
    for quote in analysis.quotes:
        found[f"quote:{quote.id}"] = (
            f"{QUOTE_KINDS[quote.kind]} · {shorten(speaker_name(quote))}: {shorten(quote.text, 40)}"
        )
    return found


def _text(selection: Selection) -> None:
    parts, start, cut = marked_pieces(selection, page().hit)
    if cut:
        hint(f"A stretch of {count(WINDOW, 'character')} of this long article; choose a name or quote to move.")
    data = {"article": selection.analysis.article.id, "pieces": parts, "start": start, "colours": colours(theme())}
    data["stamp"] = hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]
    part("reader")(key=KEY, data=data, on_chosen_change=take_trigger(KEY))


def marked_pieces(selection: Selection, hit: int) -> tuple[list[list[str]], int, bool]:
    """[text, classes, title, key] of every piece, where the first begins, and whether the article is cut."""
    text = selection.analysis.article.text
    here = selection.stops[hit % len(selection.stops)] if selection.stops else None
    start, end = window_of(len(text), here)
    marks = [*quote_marks(selection.analysis), *mention_marks(selection.analysis)]
    if selection:
        marks = _faded(marks, selection.shown)
    marks += [Mark(*span, "here" if here and here[0] <= span[0] < here[1] else "hit") for span in selection.marks]
    return [_row(piece) for piece in pieces(text, start, end, marks)], start, end - start < len(text)


def window_of(length: int, here: Span | None) -> Span:
    """The part of a very long article that is shown: around the place where the reader is."""
    middle = here[0] if here else 0
    start = 0 if middle < WINDOW * 0.9 else max(middle - WINDOW // 2, 0)
    return start, min(start + WINDOW, length)


def _faded(marks: list[Mark], shown: Analysis) -> list[Mark]:
    """What the chips leave out keeps its place in the text, but not its colour."""
    facts = {("entity", one.start, one.end) for one in shown.mentions} | {
        ("quote", one.start, one.end) for one in shown.quotes
    }
    kept = [(mark.key.partition(":")[0], mark.start, mark.end) in facts for mark in marks]
    return [
        mark if keep else Mark(mark.start, mark.end, "off " + mark.css, mark.title, mark.key)
        for mark, keep in zip(marks, kept, strict=True)
    ]


def _row(piece: Piece) -> list[str]:
    css = " ".join(mark.css for mark in piece.marks)
    keyed = [mark for mark in piece.marks if mark.key]
    inner = min(keyed, key=lambda mark: mark.end - mark.start) if keyed else None
    return [piece.text, css, inner.title if inner else "", inner.key if inner else ""]
