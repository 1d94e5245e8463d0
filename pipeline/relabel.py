"""One label a name: what the map shows as a place is counted as one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import Entity, Mention, Place

# Labels that a pin does not overrule: places already, teams and bodies named after places, and nationality words.
_KEPT = frozenset(("GPE", "LOC", "FAC", "ORG", "NORP"))
_SURE = 0.6  # a pin at least this sure may overrule a label; below it the label stays in doubt


def relabel(
    mentions: tuple[Mention, ...], entities: tuple[Entity, ...], places: Sequence[Place]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Mentions and entities, those labelled GPE of which most mentions were put on the map for sure."""
    pinned = {(place.start, place.end) for place in places if place.lat is not None and place.confidence >= _SURE}
    on_map = Counter(
        mention.entity_id
        for mention in mentions
        if mention.label not in _KEPT and (mention.start, mention.end) in pinned
    )
    moved = {entity.id for entity in entities if on_map[entity.id] * 2 > entity.count}
    if not moved:
        return mentions, entities
    return (
        tuple(replace(fact, label="GPE") if fact.entity_id in moved else fact for fact in mentions),
        tuple(replace(fact, label="GPE") if fact.id in moved else fact for fact in entities),
    )
