"""Leads each speaker mention back to an entity of the article."""

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.layout import Layout
from pipeline.model import Attribution, Entity, Mention, Quote


def resolve_speakers(
    doc: Doc,
    text: str,
    attributions: Sequence[Attribution],
    *,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    layout: Layout,
) -> tuple[Quote, ...]:
    """One Quote for each Attribution, in the same order."""
    names = {entity.id: entity.name for entity in entities}
    return tuple(_quote(n, text, found, mentions, names) for n, found in enumerate(attributions, 1))


def _quote(number: int, text: str, found: Attribution, mentions: Sequence[Mention], names: dict[str, str]) -> Quote:
    speaker, cue = found.speaker, found.cue
    inside = [m for m in mentions if speaker and speaker[0] <= m.start and m.end <= speaker[1]]
    entity_id = inside[-1].entity_id if inside else None
    return Quote(
        f"q{number}",
        found.start,
        found.end,
        text[found.start : found.end],
        found.kind,
        speaker[0] if speaker else None,
        speaker[1] if speaker else None,
        text[slice(*speaker)] if speaker else None,
        entity_id,
        names[entity_id] if entity_id else None,
        cue[0] if cue else None,
        cue[1] if cue else None,
        text[slice(*cue)] if cue else None,
    )
