"""Names that occur in the same sentences. No Streamlit."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from pipeline.model import Analysis


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities, by id and name, and the number of sentences that name both."""

    ids: tuple[str, str]
    names: tuple[str, str]
    sentences: int


def named_with(analysis: Analysis, id: str) -> list[tuple[str, str, int]]:
    """(id, name, sentences) of the entities that share a sentence with this one, the most first."""
    found = []
    for pair in pairs(analysis):
        if id in pair.ids:
            other = 1 - pair.ids.index(id)
            found.append((pair.ids[other], pair.names[other], pair.sentences))
    return found


def pairs(analysis: Analysis) -> list[Pair]:
    """All pairs of names that share a sentence, by descending count; in a pair the more frequent name is first."""
    named: dict[int, set[str]] = {}
    for mention in analysis.mentions:
        named.setdefault(mention.sentence, set()).add(mention.entity_id)
    rank = {entity.id: n for n, entity in enumerate(analysis.entities)}
    names = {entity.id: entity.name for entity in analysis.entities}
    times = Counter(
        pair for ids in named.values() for pair in combinations(sorted(ids & rank.keys(), key=rank.__getitem__), 2)
    )
    found = [Pair(ids, (names[ids[0]], names[ids[1]]), number) for ids, number in times.items()]
    return sorted(found, key=lambda pair: (-pair.sentences, rank[pair.ids[0]], rank[pair.ids[1]]))
