"""Sentences with their highlights, as HTML; every character of the article escaped. No Streamlit."""

import html

from components.formatting import QUOTE_KINDS, count, day
from components.html.highlight import Mark, passage
from components.palette import kind_of
from components.rows.article import Span, WordRuler, sentences_at, speaker_name
from pipeline.model import Analysis, Entity, Quote

AT_ONCE = 10  # sentences in the panel; previous and next lead to the others


def about_entity(entity: Entity) -> tuple[str, str]:
    """Its name, and its kind, count and other names in one line."""
    others = [alias for alias in entity.aliases if alias != entity.name]
    meta = f"{kind_of(entity.label).singular}, named {count(entity.count, 'time')}"
    return entity.name, meta + (f"; also called {', '.join(others)}" if others else "")


def about_speaker(quotes: list[Quote]) -> tuple[str, str]:
    """Their name, and how much they say."""
    words = sum(WordRuler(quote.text).length for quote in quotes)
    return speaker_name(quotes[0]), f"{count(len(quotes), 'quote')}, {count(words, 'word')}"


def quote_evidence(analysis: Analysis, quote: Quote) -> str:
    """The quote with the sentences around it, who said it and why we think so."""
    found = sentences_at(analysis, [(quote.start, quote.end)])
    first, last = (found[0][0], found[-1][0]) if found else (0, 0)
    sentences = analysis.sentences or ((quote.start, quote.end),)
    start = sentences[max(first - 1, 0)][0]
    end = sentences[min(last + 1, len(sentences) - 1)][1]
    marks = [Mark(quote.start, quote.end, "hit")]
    context = passage(analysis.article.text, min(start, quote.start), max(end, quote.end), marks)
    return panel(speaker_name(quote), quote_meta(quote), f'<div class="dl-context">{context}</div>')


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


def sentence_list(analysis: Analysis, spans: list[Span], here: Span | None = None) -> str:
    """The sentences that touch the spans, numbered as in the article: those around ``here`` where they are many."""
    found = sentences_at(analysis, spans)
    at = next((n for n, (_, (start, end)) in enumerate(found) if here and start < here[1] and end > here[0]), 0)
    first = at // AT_ONCE * AT_ONCE
    shown = found[first : first + AT_ONCE]
    marks = [Mark(*span, "hit now" if here and span[0] < here[1] and span[1] > here[0] else "hit") for span in spans]
    text = analysis.article.text
    items = "".join(
        f"<li><b>{n + 1}</b><div>{passage(text, start, trimmed(text, start, end), marks)}</div></li>"
        for n, (start, end) in shown
    )
    if len(found) <= AT_ONCE:
        return f"<ol>{items}</ol>"
    words = f"Sentences {first + 1:,} to {first + len(shown):,} of {len(found):,}; next leads on."
    return f'<ol>{items}</ol><p class="meta">{words}</p>'


def trimmed(text: str, start: int, end: int) -> int:
    """The end of a stretch without the white space behind it."""
    return start + len(text[start:end].rstrip())


def panel(title: str, meta: str, body: str) -> str:
    """A heading, a line about it, and HTML of ours."""
    return (
        f'<section class="dl-evidence"><p class="who">{html.escape(title)}</p>'
        f'<p class="meta">{html.escape(meta)}</p>{body}</section>'
    )
