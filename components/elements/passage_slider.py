"""A stretch of the article as two ends on a line: the way to a range by mouse, finger and keyboard."""

from collections.abc import Callable

import streamlit as st

from components.rows.article import Span, WordRuler
from components.selection.picks import Pick, read_span, span_id
from components.session.choosing import choose, let_go, picked
from components.session.state import page, widget_value
from pipeline.model import Analysis


def stretch_slider(analysis: Analysis, ruler: WordRuler, where: str) -> None:
    """From which word to which; the whole article is no choice."""
    if ruler.length < 2:
        return
    ids = picked("span")
    span = read_span(ids[-1]) if ids else None
    key = f"stretch-{where}-{analysis.article.id}-{page().version}"
    st.slider(
        "Stretch of the article, from word to word",
        1,
        ruler.length,
        words_of(ruler, span) if span else (1, ruler.length),
        key=key,
        on_change=_take(analysis, ruler, key),
    )


def words_of(ruler: WordRuler, span: Span) -> tuple[int, int]:
    """The first and the last word of a stretch, counted from 1."""
    first = min(ruler.at(span[0]) + 1, ruler.length)
    return first, max(min(ruler.at(span[1]), ruler.length), first)


def span_of(analysis: Analysis, ruler: WordRuler, first: int, last: int) -> Span:
    """The characters from one word to another, both counted from 1."""
    return ruler.start_of(first), ruler.start_of(last + 1) if last < ruler.length else len(analysis.article.text)


def _take(analysis: Analysis, ruler: WordRuler, key: str) -> Callable[[], None]:
    def take() -> None:
        first, last = widget_value(key)
        if (first, last) == (1, ruler.length):
            for id in picked("span"):
                let_go(Pick("span", id))
        else:
            choose(Pick("span", span_id(*span_of(analysis, ruler, first, last))))

    return take
