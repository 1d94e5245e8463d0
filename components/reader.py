"""The article itself, marked; a name or quote chosen in the text, or found in the list, can be stepped through."""

import hashlib
import json

import streamlit as st

from components.correct import mark_something
from components.evidence import show_evidence, spans_of_entity
from components.facts import Span, quotes_by, speaker_name
from components.highlight import Mark, Piece, mention_marks, pieces, quote_marks
from components.notices import hint, legend, theme
from components.palette import KINDS, OTHER, kind_of
from components.parts import colours, part
from components.state import choose_key, chosen, clear, page, step, take_trigger, widget_value
from components.words import QUOTE_KINDS, count, shorten
from pipeline.model import Analysis

WINDOW = 120_000  # characters shown at once; a browser stays quick


def show_reader(analysis: Analysis) -> None:
    """The text on the left, what to look for on the right."""
    spans = chosen_spans(analysis)
    with st.container(key="reader-columns"):
        text, tools = st.columns([1.15, 1], gap="medium")
    with tools:
        _tools(analysis, spans)
    with text:
        _text(analysis, spans)


def chosen_spans(analysis: Analysis) -> list[Span]:
    """Where the choice stands in the article."""
    if entity := chosen("entity"):
        return spans_of_entity(analysis, entity)
    if (speaker := chosen("speaker")) is not None:
        return [(quote.start, quote.end) for quote in quotes_by(analysis, speaker)]
    return [(quote.start, quote.end) for quote in analysis.quotes if quote.id == chosen("quote")]


def _tools(analysis: Analysis, spans: list[Span]) -> None:
    names = options_of(analysis)
    choice = page().choice
    current = f"{choice.kind}:{choice.id}" if choice else None
    key = f"find-in-article-{page().version}"
    st.selectbox(
        "Find in the article",
        list(names),
        index=list(names).index(current) if current in names else None,
        format_func=lambda option: names.get(option, option),
        placeholder="a name or a quote",
        key=key,
        on_change=lambda: choose_key(widget_value(key), "article"),
    )
    if spans:
        hint(f"{page().hit % len(spans) + 1} of {len(spans)} in the article")
        with st.container(horizontal=True):
            st.button("Previous", key="previous", on_click=step, args=(-1, len(spans)))
            st.button("Next", key="next", on_click=step, args=(1, len(spans)))
            st.button("Clear", key="clear-in-article", on_click=clear)
    else:
        hint("Choose a name or a quote in the text, or from the list.")
    show_evidence(analysis, "", in_article=True)
    mark_something(analysis)
    labels = {kind_of(mention.label).id for mention in analysis.mentions}
    legend([(f"k-{kind.id}", kind.plural) for kind in (*KINDS, OTHER) if kind.id in labels])
    st.html(
        '<ul class="dl-legend"><li><u class="dl-q">Direct quote</u></li><li><u class="dl-q dashed">Mixed</u></li>'
        '<li><u class="dl-q dotted">Indirect</u></li></ul>'
    )


def options_of(analysis: Analysis) -> dict[str, str]:
    """Everything that can be found, by its key, in plain words."""
    found = {
        f"entity:{entity.id}": f"{shorten(entity.name, 40)} · {kind_of(entity.label).singular} · {entity.count}"
        for entity in analysis.entities
    }
    for quote in analysis.quotes:
        found[f"quote:{quote.id}"] = (
            f"{QUOTE_KINDS[quote.kind]} · {shorten(speaker_name(quote))}: {shorten(quote.text, 40)}"
        )
    return found


def _text(analysis: Analysis, spans: list[Span]) -> None:
    here = page().hit % len(spans) if spans else None
    parts, cut = marked_pieces(analysis, spans, here)
    if cut:
        hint(f"A stretch of {count(WINDOW, 'character')} of this long article; choose a name or quote to move.")
    data = {"article": analysis.article.id, "pieces": parts, "colours": colours(theme())}
    data["stamp"] = hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]
    part("reader")(key="reader", data=data, on_chosen_change=take_trigger("reader", "article"))


def marked_pieces(analysis: Analysis, spans: list[Span], here: int | None) -> tuple[list[list[str]], bool]:
    """[text, classes, title, key] of every piece, and whether the article is cut."""
    text = analysis.article.text
    middle = spans[here][0] if here is not None else 0
    start = 0 if middle < WINDOW * 0.9 else max(middle - WINDOW // 2, 0)
    end = min(start + WINDOW, len(text))
    marks = [*quote_marks(analysis), *mention_marks(analysis)]
    marks += [Mark(a, b, "here" if n == here else "hit") for n, (a, b) in enumerate(spans)]
    return [_row(piece) for piece in pieces(text, start, end, marks)], end - start < len(text)


def _row(piece: Piece) -> list[str]:
    css = " ".join(mark.css for mark in piece.marks)
    keyed = [mark for mark in piece.marks if mark.key]
    inner = min(keyed, key=lambda mark: mark.end - mark.start) if keyed else None
    return [piece.text, css, inner.title if inner else "", inner.key if inner else ""]
