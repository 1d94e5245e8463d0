"""What the evidence panel says of a choice, and its sentences with what is chosen marked in them. No Streamlit."""

import html
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from components.formatting import QUOTE_KINDS, count, day, times, with_cut_words
from components.html.highlight import Mark, pieces
from components.palette import kind_of
from components.rows.article import Span, WordRuler, sentences_at, speaker_name, touch
from pipeline.model import Analysis, Entity, Quote

_BREAK = re.compile("[\n\r\v\f]")
AT_ONCE = 200  # sentences in the panel; previous and next lead to the others


def about_entity(entity: Entity) -> tuple[str, str]:
    """Its name, and its kind, count and other names in one line."""
    others = [alias for alias in entity.aliases if alias != entity.name]
    meta = f"{kind_of(entity.label).singular}, named {times(entity.count)}"
    return entity.name, meta + (f"; also called {', '.join(others)}" if others else "")


def about_speaker(quotes: list[Quote]) -> tuple[str, str]:
    """Their name, and how much they say."""
    words = sum(WordRuler(quote.text).length for quote in quotes)
    return speaker_name(quotes[0]), f"{count(len(quotes), 'quote')}, {count(words, 'word')}"


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


def sentence_items(analysis: Analysis, spans: list[Span], here: Span | None = None) -> list[dict[str, Any]]:
    """The sentences that touch the spans, numbered as in the article, with the spans marked and the current one told.

    Of very many, those around the current one.
    """
    found = sentences_at(analysis, spans)
    at = next((n for n, (_, span) in enumerate(found) if here and touch(span, here)), None)
    first = max(min((at or 0) - AT_ONCE // 2, len(found) - AT_ONCE), 0)
    text = analysis.article.text
    marks = [Mark(*span, "hit") for span in spans]
    items = []
    for n, (number, (start, end)) in enumerate(found[first : first + AT_ONCE], first):
        shown = marked(analysis, (start, trimmed(text, start, end)), marks)
        items.append({"number": number + 1, "pieces": shown, "now": n == at})
    return items


def marked(analysis: Analysis, span: Span, marks: Iterable[Mark]) -> list[list[str]]:
    """A stretch with what is chosen in it: [text, class] in order. The lines of a sentence run on."""
    start, words = span[0], flowing(analysis.article.text, span, [one for _, one in sentences_at(analysis, [span])])
    moved = [
        replace(mark, start=mark.start - start, end=mark.end - start)
        for mark in marks
        if touch(span, (mark.start, mark.end))
    ]
    return [[piece.text, "hit" if piece.marks else ""] for piece in pieces(words, 0, len(words), moved)]


def flowing(text: str, span: Span, sentences: Iterable[Span]) -> str:
    """A stretch, as long as before, in which no line ends within a sentence, as it may where a column was narrow."""
    at, found = span[0], []
    for start, end in sentences:
        first, last = max(start, at), trimmed(text, start, min(end, span[1]))
        if first < last:
            found += [text[at:first], _BREAK.sub(" ", with_cut_words(text[first:last]))]
            at = last
    return "".join([*found, text[at : span[1]]])


def trimmed(text: str, start: int, end: int) -> int:
    """The end of a stretch without the white space behind it."""
    return start + len(text[start:end].rstrip())


def panel(title: str, meta: str, body: str) -> str:
    """A heading, a line about it, and HTML of ours."""
    return (
        f'<section class="dl-evidence"><p class="who">{html.escape(title)}</p>'
        f'<p class="meta">{html.escape(meta)}</p>{body}</section>'
    )
