"""A quote corrected where it is read: what the browser sends, checked again here."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from components.article.correct.fields import NOBODY, entity_ref, quote_ref
from components.session.corrections import correct
from components.session.state import widget_value
from pipeline.corrections import Correction, NoQuote, SaidOn, Speaker
from pipeline.model import Analysis

KEEP = "keep"


def take_correction(key: str, analysis: Analysis) -> Callable[[], None]:
    """The callback of an element that lists quotes."""

    def take() -> None:
        correct(analysis.article.id, *wanted(analysis, str(widget_value(key).corrected or "")))

    return take


def wanted(analysis: Analysis, words: str) -> list[Correction]:
    """The corrections that an answer asks for; none where it does not fit this article."""
    try:
        asked: Any = json.loads(words)
    except ValueError:
        return []
    if not isinstance(asked, dict):
        return []
    quote = next((quote for quote in analysis.quotes if quote.id == asked.get("id")), None)
    if quote is None:
        return []
    ref = quote_ref(quote)
    if asked.get("drop") is True:
        return [NoQuote(ref)]
    items: list[Correction] = []
    who = asked.get("who", KEEP)
    entity = next((entity for entity in analysis.entities if entity.id == who), None)
    if entity and entity.id != quote.speaker_id:
        items.append(Speaker(ref, entity_ref(entity)))
    elif who == NOBODY and (quote.speaker_id or quote.speaker_text):
        items.append(Speaker(ref, None))
    day = _day(asked.get("day"))
    if day != quote.said_on and (day or asked.get("day") == ""):
        items.append(SaidOn(ref, day))
    return items


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) and value else None
    except ValueError:
        return None
