"""Corrections of quotes and places: speaker, day, no quote, a new quote, another spot."""

from dataclasses import replace
from typing import Any

from pipeline.corrections.entities import BY_READER, PLACES
from pipeline.corrections.lookup import MisfitError, entity_of, quote_of
from pipeline.corrections.model import AddQuote, NoQuote, PutPlace, SaidOn, Speaker
from pipeline.model import Analysis, Mention, Place, PlaceChoice, Quote

_NOWHERE: dict[str, Any] = dict.fromkeys(("lat", "lon", "geonameid", "country", "kind", "name"))
_KINDS = ("direct", "mixed", "indirect")


def set_speaker(analysis: Analysis, wish: Speaker) -> Analysis:
    """Another speaker, or none; the words in the text that named the old one stay as they are."""
    quote = quote_of(analysis, wish.quote)
    if wish.entity is None:
        blank = {"speaker_start": None, "speaker_end": None, "speaker_text": None}
        changed = replace(quote, speaker_id=None, speaker_name=None, **blank)  # type: ignore[arg-type] # all None
    else:
        entity = entity_of(analysis, wish.entity)
        changed = replace(quote, speaker_id=entity.id, speaker_name=entity.name)
    return _with(analysis, quote, replace(changed, speaker_reason=BY_READER))


def set_day(analysis: Analysis, wish: SaidOn) -> Analysis:
    """The day a quote was said."""
    quote = quote_of(analysis, wish.quote)
    return _with(analysis, quote, replace(quote, said_on=wish.day))


def remove_quote(analysis: Analysis, wish: NoQuote) -> Analysis:
    """One quote less."""
    quote = quote_of(analysis, wish.quote)
    return replace(analysis, quotes=tuple(other for other in analysis.quotes if other.id != quote.id))


def add_quote(analysis: Analysis, wish: AddQuote) -> Analysis:
    """One quote more, without a speaker yet."""
    start, end, text = wish.quote.start, wish.quote.end, analysis.article.text
    if not 0 <= start < end <= len(text) or not text[start:end].strip() or wish.kind not in _KINDS:
        raise MisfitError(f"Characters {start} to {end} are no stretch of this article.")
    if any(quote.start < end and quote.end > start for quote in analysis.quotes):
        raise MisfitError(f"Characters {start} to {end} overlap another quote.")
    used = {quote.id for quote in analysis.quotes}
    id = next(f"r{n}" for n in range(1, len(used) + 2) if f"r{n}" not in used)
    new = Quote(id, start, end, text[start:end], wish.kind, speaker_reason=BY_READER)
    return replace(analysis, quotes=tuple(sorted((*analysis.quotes, new), key=lambda quote: quote.start)))


def put_place(analysis: Analysis, wish: PutPlace) -> Analysis:
    """Another spot for every mention of the place, or none."""
    entity = entity_of(analysis, wish.entity)
    if entity.label not in PLACES:
        raise MisfitError(f"“{entity.name}” is no place of this article.")
    known = {place.start for place in analysis.places}
    named = [one for one in analysis.mentions if one.entity_id == entity.id and one.start not in known]
    both = sorted((*analysis.places, *map(_unplaced, named)), key=lambda place: place.start)
    places = tuple(_put(place, wish.spot) if place.entity_id == entity.id else place for place in both)
    return replace(analysis, places=places)


def _unplaced(mention: Mention) -> Place:
    """A name that the reader calls a place, before it has a spot."""
    return Place(mention.start, mention.end, mention.text, mention.entity_id, confidence=0.0, reason="", **_NOWHERE)


def _put(place: Place, spot: PlaceChoice | None) -> Place:
    if spot is None:
        return replace(place, confidence=0.0, reason="taken off the map by a reader", **_NOWHERE)
    if not (-90 <= spot.lat <= 90 and -180 <= spot.lon <= 180):
        raise MisfitError(f"{spot.lat}, {spot.lon} is no spot on Earth.")
    return replace(
        place,
        name=spot.name,
        country=spot.country,
        kind=spot.kind,
        lat=spot.lat,
        lon=spot.lon,
        geonameid=spot.geonameid,
        confidence=1.0,
        reason="chosen by a reader",
    )


def _with(analysis: Analysis, old: Quote, new: Quote) -> Analysis:
    return replace(analysis, quotes=tuple(new if quote.id == old.id else quote for quote in analysis.quotes))
