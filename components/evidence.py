"""The evidence panel: the sentences behind whatever is chosen, highlighted."""

import html

import streamlit as st

from components.correct import correct_entity, correct_quote
from components.facts import Span, WordRuler, mentions_by_entity, quotes_by, sentences_at, speaker_name
from components.highlight import Mark, passage
from components.notices import hint
from components.palette import kind_of
from components.scope import named_with
from components.state import chosen, clear, open_section
from components.words import QUOTE_KINDS, count, day
from pipeline.model import Analysis, Entity, Quote

NEAR = 8  # companions named in the panel
SHOWN = 60  # sentences in the panel; the article has the rest


def show_evidence(analysis: Analysis, prompt: str, *, in_article: bool = False) -> None:
    """What is chosen and where it stands, and a way to correct it; the prompt where nothing is chosen."""
    with st.container(key="evidence"):
        entity = next((e for e in analysis.entities if e.id == chosen("entity")), None)
        quote = next((q for q in analysis.quotes if q.id == chosen("quote")), None)
        speaker = quotes_by(analysis, key) if (key := chosen("speaker")) is not None else []
        if entity:
            st.html(entity_evidence(analysis, entity))
        elif quote:
            st.html(quote_evidence(analysis, quote))
        elif speaker:
            st.html(speaker_evidence(analysis, speaker))
        else:
            if prompt:
                hint(prompt)
            return
        if not in_article:
            _ways_on()
        if entity:
            correct_entity(analysis, entity)
        elif quote:
            correct_quote(analysis, quote)


def _ways_on() -> None:
    with st.container(horizontal=True):
        st.button("Show in the article", key="to-article", on_click=open_section, args=("Article",))
        st.button("Clear the choice", key="clear-choice", on_click=clear)


def spans_of_entity(analysis: Analysis, id: str) -> list[Span]:
    """Where the entity is named."""
    return [(mention.start, mention.end) for mention in mentions_by_entity(analysis).get(id, [])]


def entity_evidence(analysis: Analysis, entity: Entity) -> str:
    """Name, kind and count, then every sentence that names it, as HTML."""
    spans = spans_of_entity(analysis, entity.id)
    others = [alias for alias in entity.aliases if alias != entity.name]
    meta = f"{kind_of(entity.label).singular}, named {count(entity.count, 'time')}"
    meta += f"; also called {', '.join(others)}" if others else ""
    return _panel(entity.name, meta, sentence_list(analysis, spans) + company(analysis, entity))


def company(analysis: Analysis, entity: Entity) -> str:
    """Who shares a sentence with the entity, in one line of HTML; nothing for the lonely."""
    near = [f"{html.escape(name)} ({number})" for _, name, number in named_with(analysis, entity.id)[:NEAR]]
    return f'<p class="meta">In one sentence with: {", ".join(near)}.</p>' if near else ""


def sentence_list(analysis: Analysis, spans: list[Span]) -> str:
    """The sentences that touch the spans, numbered as in the article, the spans highlighted; HTML."""
    found = sentences_at(analysis, spans)
    marks = [Mark(start, end, "hit") for start, end in spans]
    items = "".join(
        f"<li><b>{n + 1}</b><div>{passage(analysis.article.text, start, end, marks)}</div></li>"
        for n, start, end in ((n, start, trimmed(analysis, start, end)) for n, (start, end) in found[:SHOWN])
    )
    rest = len(found) - SHOWN
    more = f'<p class="meta">And {count(rest, "more sentence")}, in the article.</p>' if rest > 0 else ""
    return f"<ol>{items}</ol>{more}"


def trimmed(analysis: Analysis, start: int, end: int) -> int:
    """The end of a stretch without the white space behind it."""
    return start + len(analysis.article.text[start:end].rstrip())


def quote_evidence(analysis: Analysis, quote: Quote) -> str:
    """The quote with the sentences around it, who said it and why we think so, as HTML."""
    found = sentences_at(analysis, [(quote.start, quote.end)])
    first, last = (found[0][0], found[-1][0]) if found else (0, 0)
    sentences = analysis.sentences or ((quote.start, quote.end),)
    start = sentences[max(first - 1, 0)][0]
    end = sentences[min(last + 1, len(sentences) - 1)][1]
    marks = [Mark(quote.start, quote.end, "hit")]
    context = passage(analysis.article.text, min(start, quote.start), max(end, quote.end), marks)
    return _panel(speaker_name(quote), quote_meta(quote), f'<div class="dl-context">{context}</div>')


def speaker_evidence(analysis: Analysis, quotes: list[Quote]) -> str:
    """Every sentence in which the speaker is quoted, as HTML."""
    words = sum(WordRuler(quote.text).length for quote in quotes)
    meta = f"{count(len(quotes), 'quote')}, {count(words, 'word')}"
    return _panel(speaker_name(quotes[0]), meta, sentence_list(analysis, [(q.start, q.end) for q in quotes]))


def quote_meta(quote: Quote) -> str:
    """Kind, length, day, and the reason for the speaker, in one line."""
    parts = [f"{QUOTE_KINDS[quote.kind]} quote, {count(WordRuler(quote.text).length, 'word')}"]
    if quote.said_on:
        parts.append(f"said on {day(quote.said_on)}")
    if not quote.speaker_reason and quote.speaker_text and quote.speaker_text != quote.speaker_name:
        parts.append(f"in the text: “{quote.speaker_text}”")
    if quote.speaker_reason:
        parts.append(quote.speaker_reason)
    return " · ".join(parts)


def _panel(title: str, meta: str, body: str) -> str:
    return (
        f'<section class="dl-evidence"><p class="who">{html.escape(title)}</p>'
        f'<p class="meta">{html.escape(meta)}</p>{body}</section>'
    )
