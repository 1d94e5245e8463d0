"""Corrections drawn from bytes: of what an analysis holds, and of what it does not."""

from datetime import date

from pipeline.corrections import (
    Add,
    AddQuote,
    Delete,
    EntityRef,
    Merge,
    NoQuote,
    PutPlace,
    QuoteRef,
    Relabel,
    Rename,
    SaidOn,
    Speaker,
    Split,
)  # fmt: skip
from pipeline.model import PlaceChoice

NAMES = ("Amal Haddad", "x", "<b>", "", " ", "=1+1", "a\nb", "\u202e", "y" * 300, "Reyes", "Rafah", "said", "the")
LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "", "<b>", "DATE")
SPOTS = (
    PlaceChoice("Rafah", "EG", "city", 31.28, 34.24, 2, 0.2),
    PlaceChoice("Nowhere", None, "area", -90.0, 180.0, None, 1.0),
)


def wish(taste, analysis):
    """One correction."""
    make = taste.pick(
        (_rename, _relabel, _merge, _merge, _split, _split, _delete, _add, _speaker, _day, _no_quote, _quote, _place)
    )
    return make(taste, analysis)


def _entity(taste, analysis):
    if analysis.entities and taste.number(8) < 7:
        entity = taste.pick(analysis.entities)
        return EntityRef(entity.id if taste.number(4) else "e999", entity.name)
    return EntityRef("e1", taste.pick(NAMES))


def _place_in_text(taste, analysis):
    if analysis.quotes and taste.number(4) < 3:
        quote = taste.pick(analysis.quotes)
        return QuoteRef(quote.start, quote.end)
    start = taste.number(len(analysis.article.text) + 9)
    return QuoteRef(start, max(start + taste.number(80) - 3, 0))


def _rename(taste, analysis):
    return Rename(_entity(taste, analysis), taste.pick(NAMES))


def _relabel(taste, analysis):
    return Relabel(_entity(taste, analysis), taste.pick(LABELS))


def _merge(taste, analysis):
    return Merge(_entity(taste, analysis), _entity(taste, analysis))


def _split(taste, analysis):
    written = [mention.text for mention in analysis.mentions] or [""]
    return Split(_entity(taste, analysis), taste.pick(written))


def _delete(taste, analysis):
    return Delete(_entity(taste, analysis))


def _add(taste, analysis):
    words = analysis.article.text.split()
    return Add(taste.pick(words) if taste.flag() else taste.pick(NAMES), taste.pick(LABELS))


def _speaker(taste, analysis):
    return Speaker(_place_in_text(taste, analysis), _entity(taste, analysis) if taste.flag() else None)


def _day(taste, analysis):
    return SaidOn(_place_in_text(taste, analysis), taste.pick((date(2024, 3, 18), date(1, 1, 1), None)))


def _no_quote(taste, analysis):
    return NoQuote(_place_in_text(taste, analysis))


def _quote(taste, analysis):
    return AddQuote(_place_in_text(taste, analysis), taste.pick(("direct", "mixed", "indirect")))


def _place(taste, analysis):
    return PutPlace(_entity(taste, analysis), taste.pick((*SPOTS, None)))
