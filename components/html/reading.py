"""Quotes as they are read: whole, in curly marks where direct, with their sentences around them and a line to paste.

Plain values that the elements show as text; nothing here is HTML. No Streamlit.
"""

from typing import Any, Protocol

from components.formatting import count, day, one_line, percent
from components.html.highlight import Mark
from components.html.passages import marked, trimmed
from components.palette import kind_of
from components.rows.article import (
    NOBODY,
    Span,
    WordRuler,
    quote_rows,
    sentences_at,
    speaker_key,
    speaker_name,
)
from components.rows.roles import role_of
from components.rows.speakers import speaker_rows
from components.rows.unclear import candidates, is_unclear, question
from components.sample import SOURCE
from pipeline.model import Analysis, Article, Quote

_OPENING, _CLOSING = tuple('“„«"'), tuple('”“»"')
COLON = ":"  # the cue of what stands behind the name of who speaks
_ENDS = " \t\n,;:–—-"  # what stands between a quote and the words that name its speaker


class Quoted(Protocol):
    """Whatever has the words and the kind of a quote."""

    @property
    def text(self) -> str:
        """As the article has them."""

    @property
    def kind(self) -> str:
        """Direct, mixed or indirect."""


def as_read(quote: Quoted) -> str:
    """The quote's words: in curly marks where all of them were said so, without the comma before "he said"."""
    words = one_line(quote.text).rstrip(_ENDS).lstrip(" ,;:")
    if quote.kind != "direct":
        return words.removeprefix("that ")  # it belongs to "she said", which is not read here
    if words[:1] in _OPENING and words[-1:] in _CLOSING:
        words = words[1:-1].rstrip(_ENDS)
    return f"“{words}”"


def manner_of(quote: Quote) -> str:
    """What is told of words that do not all stand in marks; behind a colon (“Q: …”) they may be the very words."""
    if quote.kind == "direct":
        return ""
    return "without marks" if quote.kind == "indirect" and quote.cue == COLON else "reported"


def roles_of(analysis: Analysis) -> dict[str, str]:
    """speaker_key → role, of those speakers whose role stands beside their name."""
    speaking = {quote.speaker_id for quote in analysis.quotes}
    found = {entity.id: role_of(analysis, entity) for entity in analysis.entities if entity.id in speaking}
    return {id: role for id, role in found.items() if role}


def to_paste(article: Article, quote: Quote, role: str | None) -> str:
    """The quote with all that a reader needs to use it: speaker, role, day, article."""
    unclear = is_unclear(quote)
    who = "speaker not clear from the text" if unclear else ", ".join(filter(None, [speaker_name(quote), role]))
    how = f" ({manner})" if (manner := manner_of(quote)) else ""
    when = f", on {day(quote.said_on)}" if quote.said_on else ""
    title = one_line(article.title or "")
    source = one_line(article.source or "") if article.source != SOURCE else ""
    published = day(article.published) if article.published else ""
    where = ", ".join(filter(None, [f"“{title}”" if title else "", source, published]))
    return f"{as_read(quote)}{how} – {who}{when}." + (f" {where}." if where else "")


def quote_items(analysis: Analysis, shown: Analysis) -> list[dict[str, Any]]:
    """One item a quote that is shown, in order of the text."""
    ruler, roles = WordRuler(analysis.article.text), roles_of(analysis)
    rows = {row.id: row for row in quote_rows(shown, ruler)}
    return [
        {
            "id": quote.id,
            "key": speaker_key(quote),
            "speaker": speaker_name(quote),
            "text": as_read(quote),
            "kind": quote.kind,
            "manner": manner_of(quote),
            "number": _sentence(analysis, quote) + 1,
            "day": quote.said_on.isoformat() if quote.said_on else "",
            "at": rows[quote.id].position,
            "long": rows[quote.id].words,
            "context": context(analysis, quote),
            "copy": to_paste(analysis.article, quote, roles.get(speaker_key(quote))),
            **_asked(analysis, quote),
        }
        for quote in shown.quotes
    ]


def _asked(analysis: Analysis, quote: Quote) -> dict[str, Any]:
    if not is_unclear(quote):
        return {"asks": "", "candidates": []}
    found = candidates(analysis, quote)
    names = [one_line(entity.name) for entity in found]
    return {
        "asks": question(quote, names),
        "candidates": [[entity.id, name] for entity, name in zip(found, names, strict=True)],
    }


def groups(analysis: Analysis, shown: Analysis) -> list[dict[str, Any]]:
    """The speakers of the quotes shown, the most words first; last those that are not clear.

    The share is of all words quoted in the article, whatever is left out.
    """
    ruler = WordRuler(analysis.article.text)
    rows = speaker_rows(quote_rows(shown, ruler))
    total = sum(row.words for row in quote_rows(analysis, ruler)) or 1
    kinds = {entity.id: kind_of(entity.label).id for entity in analysis.entities}
    roles = roles_of(analysis)
    return [
        {
            "key": row.key,
            "name": row.name,
            "role": roles.get(row.key, ""),
            "kind": kinds.get(row.key, ""),
            "unclear": row.key == NOBODY,
            "numbers": f"{count(row.quotes, 'quote')} · {count(row.words, 'word')} · {percent(row.words / total)}",
        }
        for row in rows
    ]


def context(analysis: Analysis, quote: Quote) -> list[list[str]]:
    """The quote's sentences with the one before and the one after, the quote marked: [text, class] in order."""
    text = analysis.article.text
    start, end = around(analysis, (quote.start, quote.end))
    return marked(analysis, (start, trimmed(text, start, end)), [Mark(quote.start, quote.end, "hit")])


def around(analysis: Analysis, span: Span) -> Span:
    """A stretch with its whole sentences, the one before and the one after."""
    found = sentences_at(analysis, [span])
    if not found:
        return span
    first, last = max(found[0][0] - 1, 0), min(found[-1][0] + 1, len(analysis.sentences) - 1)
    return min(analysis.sentences[first][0], span[0]), max(analysis.sentences[last][1], span[1])


def _sentence(analysis: Analysis, quote: Quote) -> int:
    found = sentences_at(analysis, [(quote.start, quote.end)])
    return found[0][0] if found else 0
