"""Linked views: what goes with the thing that is chosen. Pure; no Streamlit."""

from dataclasses import dataclass, replace

from components.facts import Span, quotes_by, sentences_at, speaker_name
from pipeline.model import Analysis, Quote


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch or several of the article, and the words for why these."""

    words: str
    spans: tuple[Span, ...]


def entity_scope(analysis: Analysis, id: str) -> Scope | None:
    """The sentences that name an entity, and what it says."""
    entity = next((entity for entity in analysis.entities if entity.id == id), None)
    if entity is None:
        return None
    named = [(mention.start, mention.end) for mention in analysis.mentions if mention.entity_id == id]
    sentences = [span for _, span in sentences_at(analysis, named)]
    said = [(quote.start, quote.end) for quote in analysis.quotes if quote.speaker_id == id]
    return Scope(entity.name, tuple(sorted({*sentences, *said})))


def quotes_scope(quotes: list[Quote]) -> Scope | None:
    """What a speaker says, or one quote."""
    return Scope(speaker_name(quotes[0]), tuple((q.start, q.end) for q in quotes)) if quotes else None


def speaker_scope(analysis: Analysis, key: str) -> Scope | None:
    """Everything one speaker says."""
    return quotes_scope(quotes_by(analysis, key))


def narrowed(analysis: Analysis, scope: Scope) -> Analysis:
    """The analysis with only the mentions and quotes that touch the scope; counts follow."""
    mentions = tuple(m for m in analysis.mentions if _touches(scope, m.start, m.end))
    quotes = tuple(q for q in analysis.quotes if _touches(scope, q.start, q.end))
    counts: dict[str, int] = {}
    for mention in mentions:
        counts[mention.entity_id] = counts.get(mention.entity_id, 0) + 1
    kept = [replace(entity, count=counts[entity.id]) for entity in analysis.entities if entity.id in counts]
    return replace(
        analysis, mentions=mentions, quotes=quotes, entities=tuple(sorted(kept, key=lambda entity: -entity.count))
    )


def named_with(analysis: Analysis, id: str) -> list[tuple[str, str, int]]:
    """(id, name, sentences) of the entities that share a sentence with this one, the most first."""
    own = {mention.sentence for mention in analysis.mentions if mention.entity_id == id}
    shared: dict[str, set[int]] = {}
    for mention in analysis.mentions:
        if mention.sentence in own and mention.entity_id != id:
            shared.setdefault(mention.entity_id, set()).add(mention.sentence)
    names = {entity.id: entity.name for entity in analysis.entities}
    found = [(other, names[other], len(sentences)) for other, sentences in shared.items() if other in names]
    return sorted(found, key=lambda row: (-row[2], row[1]))


def _touches(scope: Scope, start: int, end: int) -> bool:
    return any(start < b and end > a for a, b in scope.spans)
