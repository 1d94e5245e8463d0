"""Corrections of entities: rename, relabel, merge, split, delete, add. Each takes an analysis, gives a new one."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.corrections.lookup import MisfitError, entity_of, label_of, name_of
from pipeline.corrections.model import Add, Delete, Merge, Relabel, Rename, Split
from pipeline.model import Analysis, Entity, Mention, Place


def rename(analysis: Analysis, wish: Rename) -> Analysis:
    """The entity and everything it said under another name."""
    entity, name = entity_of(analysis, wish.entity), name_of(wish.name)
    quotes = tuple(
        replace(quote, speaker_name=name) if quote.speaker_id == entity.id else quote for quote in analysis.quotes
    )
    return replace(_with(analysis, replace(entity, name=name)), quotes=quotes)


def relabel(analysis: Analysis, wish: Relabel) -> Analysis:
    """The entity and its mentions as another kind; what is no place any more leaves the map."""
    entity, label = entity_of(analysis, wish.entity), label_of(wish.label)
    mentions = tuple(
        replace(mention, label=label) if mention.entity_id == entity.id else mention for mention in analysis.mentions
    )
    places = analysis.places if label in PLACES else _without(analysis, entity.id)
    return replace(_with(analysis, replace(entity, label=label)), mentions=mentions, places=places)


def merge(analysis: Analysis, wish: Merge) -> Analysis:
    """Mentions, quotes and places of the first go to the second."""
    gone, kept = entity_of(analysis, wish.entity), entity_of(analysis, wish.into)
    if gone.id == kept.id:
        raise MisfitError("An entity cannot be merged with itself.")
    mentions = tuple(
        replace(mention, entity_id=kept.id, label=kept.label) if mention.entity_id == gone.id else mention
        for mention in analysis.mentions
    )
    quotes = tuple(
        replace(quote, speaker_id=kept.id, speaker_name=kept.name) if quote.speaker_id == gone.id else quote
        for quote in analysis.quotes
    )
    rest = tuple(entity for entity in analysis.entities if entity.id != gone.id)
    merged = replace(analysis, entities=rest, mentions=mentions, quotes=quotes, places=_moved(analysis, gone, kept))
    return recounted(merged, {kept.id})


def split(analysis: Analysis, wish: Split) -> Analysis:
    """The mentions written so become an entity of their own."""
    entity = entity_of(analysis, wish.entity)
    moving = [m for m in analysis.mentions if m.entity_id == entity.id and m.text == wish.written]
    staying = any(m.entity_id == entity.id and m.text != wish.written for m in analysis.mentions)
    if not moving or not staying:
        raise MisfitError(f"“{entity.name}” has no mention written “{wish.written}” apart from others.")
    new = Entity(fresh_id(analysis), wish.written, entity.label, len(moving), (wish.written,))
    starts = {mention.start for mention in moving}
    mentions = tuple(
        replace(mention, entity_id=new.id) if mention.start in starts else mention for mention in analysis.mentions
    )
    places = tuple(replace(place, entity_id=new.id) if place.start in starts else place for place in analysis.places)
    quotes = tuple(
        replace(quote, speaker_id=new.id, speaker_name=new.name)
        if quote.speaker_id == entity.id and quote.speaker_start in starts
        else quote
        for quote in analysis.quotes
    )
    parted = replace(analysis, entities=(*analysis.entities, new), mentions=mentions, places=places, quotes=quotes)
    return recounted(parted, {entity.id, new.id})


def delete(analysis: Analysis, wish: Delete) -> Analysis:
    """The entity with its mentions and places gone; its quotes keep the words that name the speaker."""
    entity = entity_of(analysis, wish.entity)
    quotes = tuple(
        replace(quote, speaker_id=None, speaker_name=None, speaker_reason=BY_READER)
        if quote.speaker_id == entity.id
        else quote
        for quote in analysis.quotes
    )
    return replace(
        analysis,
        entities=tuple(other for other in analysis.entities if other.id != entity.id),
        mentions=tuple(mention for mention in analysis.mentions if mention.entity_id != entity.id),
        places=_without(analysis, entity.id),
        quotes=quotes,
    )


def add(analysis: Analysis, wish: Add) -> Analysis:
    """A new entity wherever the words stand as words and nothing is marked yet."""
    words, label = name_of(wish.words), label_of(wish.label)
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    spans = [match.span() for match in re.finditer(pattern, analysis.article.text)]
    taken = [mention.end for mention in analysis.mentions]
    free = [span for span in spans if _is_free(span, taken, analysis.mentions)]
    if not free:
        raise MisfitError(f"The article has no unmarked “{words}”.")
    id = fresh_id(analysis)
    starts = [start for start, _ in analysis.sentences]
    new = tuple(Mention(start, end, words, label, id, max(bisect_right(starts, start) - 1, 0)) for start, end in free)
    mentions = tuple(sorted((*analysis.mentions, *new), key=lambda mention: mention.start))
    entity = Entity(id, words, label, len(new), (words,))
    return replace(analysis, mentions=mentions, entities=by_count((*analysis.entities, entity)))


def _is_free(span: tuple[int, int], ends: Sequence[int], mentions: Sequence[Mention]) -> bool:
    """Whether no mention lies over it. They stand in order, so one look is enough, however many there are."""
    after = bisect_right(ends, span[0])  # the first mention that ends behind where the span begins
    return after == len(mentions) or mentions[after].start >= span[1]


PLACES = ("GPE", "LOC", "FAC")
BY_READER = "corrected by a reader"


def recounted(analysis: Analysis, ids: set[str]) -> Analysis:
    """Counts and aliases of these entities taken from their mentions again."""
    changed = []
    for entity in analysis.entities:
        if entity.id in ids:
            own = [" ".join(mention.text.split()) for mention in analysis.mentions if mention.entity_id == entity.id]
            entity = replace(entity, count=len(own), aliases=tuple(dict.fromkeys(own)))
        changed.append(entity)
    return replace(analysis, entities=by_count(changed))


def by_count(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Entities as the contract orders them."""
    return tuple(sorted(entities, key=lambda entity: -entity.count))


def fresh_id(analysis: Analysis) -> str:
    """An id no entity has; the same corrections give the same ids again."""
    used = {entity.id for entity in analysis.entities}
    return next(f"r{n}" for n in range(1, len(used) + 2) if f"r{n}" not in used)


def _with(analysis: Analysis, changed: Entity) -> Analysis:
    return replace(
        analysis, entities=tuple(changed if entity.id == changed.id else entity for entity in analysis.entities)
    )


def _without(analysis: Analysis, id: str) -> tuple[Place, ...]:
    return tuple(place for place in analysis.places if place.entity_id != id)


def _moved(analysis: Analysis, gone: Entity, kept: Entity) -> tuple[Place, ...]:
    if kept.label not in PLACES:
        return _without(analysis, gone.id)
    return tuple(
        replace(place, entity_id=kept.id) if place.entity_id == gone.id else place for place in analysis.places
    )
