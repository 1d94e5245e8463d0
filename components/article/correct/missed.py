"""Words that were missed, as a name or as a quote: the stretch that is chosen, or words typed."""

from typing import get_args

import streamlit as st

from components.article.correct.fields import LABELS
from components.elements.notices import heading, hint
from components.formatting import QUOTE_KINDS
from components.rows.article import Span
from components.session.corrections import correct
from components.session.state import widget_value
from pipeline.corrections import Add, AddQuote, Correction, QuoteRef
from pipeline.model import Analysis, QuoteKind

_MARKS = '“”„«»"'
KINDS = {**{kind: f"{words} quote" for kind, words in QUOTE_KINDS.items()}, **LABELS}


def mark_stretch(analysis: Analysis, span: Span) -> None:
    """The chosen stretch as a quote, just there, or its words as a name."""
    key = f"stretch-{span[0]}-{span[1]}"

    def apply() -> None:
        kind = widget_value(f"{key}-kind")
        correct(analysis.article.id, *marked_as(analysis.article.text, span, kind))

    heading("Mark this stretch")
    with st.container(key="mark-stretch"), st.form(f"{key}-form", border=False):
        _kind_field(f"{key}-kind")
        st.form_submit_button("Mark", key=f"{key}-apply", type="primary", on_click=apply)
        hint("A quote is marked here; a name wherever the same words stand.")


def mark_something(analysis: Analysis) -> None:
    """Words that were missed, as a name or as a quote."""
    article = analysis.article

    def apply() -> None:
        words, kind = widget_value("mark-words", ""), widget_value("mark-kind")
        correct(article.id, *missed(article.text, words, kind))

    with st.expander("Mark what was missed", key="mark"), st.form("mark-form", border=False):
        st.text_input("Words, as they stand in the article", key="mark-words")
        _kind_field("mark-kind")
        st.form_submit_button("Mark", key="mark-apply", type="primary", on_click=apply)
        hint("A name is marked wherever it stands; a quote where it stands first, or choose the stretch in the text.")


def _kind_field(key: str) -> None:
    st.selectbox("They are a", list(KINDS), format_func=lambda kind: KINDS.get(kind, kind), key=key)


def missed(text: str, words: str, kind: str) -> list[Correction]:
    """The correction that marks these words; a quote that does not stand in the text misfits, and says so."""
    words = words.strip()
    if not words:
        return []
    start = text.find(words)
    return marked_as(text, (start, start + len(words)), kind) if kind in get_args(QuoteKind) else [Add(words, kind)]


def marked_as(text: str, span: Span, kind: str) -> list[Correction]:
    """A stretch as a quote or a name; marks and white space around a quote are left out."""
    for quoted in get_args(QuoteKind):
        if kind == quoted:
            return [AddQuote(QuoteRef(*bare(text, span, marks=quoted == "direct")), quoted)]
    return [Add(" ".join(text[slice(*span)].split()), kind)]


def bare(text: str, span: Span, *, marks: bool) -> Span:
    """The stretch without white space at its ends; of direct speech, without the quotation marks there."""
    start, end = span
    away = _MARKS if marks else ""
    while 0 <= start < end and (text[start].isspace() or text[start] in away):
        start += 1
    while 0 <= start < end and (text[end - 1].isspace() or text[end - 1] in away):
        end -= 1
    return start, end
