"""Analysis ↔ the JSON record of the contract."""

import hashlib
import re
from dataclasses import fields
from datetime import date
from typing import Any

from pipeline.model import Analysis, Article, DateRef, Entity, Mention, Note, Place, PlaceChoice, Quote

WORD = re.compile(r"\w+(?:['’.\-]\w+)*")  # what a record counts as a word of the text


def article_id(text: str) -> str:
    """First 16 hex digits of SHA-256 of the text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def to_record(analysis: Analysis) -> dict[str, Any]:
    """The record as plain values, ready for json.dumps."""
    article = analysis.article
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "published": _plain(article.published),
        "published_from": article.published_from,
        "text": article.text,
        "words": analysis.words,
        "sentences": len(analysis.sentences),
        "mentions": [_row(fact) for fact in analysis.mentions],
        "entities": [_row(fact) for fact in analysis.entities],
        "quotes": [_row(fact) for fact in analysis.quotes],
        "places": [_row(fact) for fact in analysis.places],
        "dates": [_row(fact) for fact in analysis.dates],
        "notes": [_row(fact) for fact in analysis.notes],
    }


def error_record(article: Article, message: str) -> dict[str, Any]:
    """The record of an article that could not be done."""
    return {"id": article.id, "title": article.title, "source": article.source, "error": message}


_Fact = Mention | Entity | Quote | Place | PlaceChoice | DateRef | Note


def _row(fact: _Fact) -> dict[str, Any]:
    return {field.name: _plain(getattr(fact, field.name)) for field in fields(fact)}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_row(item) if isinstance(item, PlaceChoice) else item for item in value]
    return value
