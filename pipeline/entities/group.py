"""Mentions of one thing → one entity."""

from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline import nations
from pipeline.entities.labels import key_of
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.model import Entity, Mention


def group_names(
    words: Words, spans: Sequence[Span], labels: Mapping[str, str], text: str
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Mentions with their entities' ids, and the entities, most mentioned first."""
    names = [words.name(span.start, span.end) for span in spans]
    joined = _canonical(names, labels)
    keys = [joined[key_of(name)] for name in names]
    counts = Counter(keys)
    first: dict[str, int] = {}
    for n, key in enumerate(keys):
        first.setdefault(key, n)
    order = sorted(counts, key=lambda key: (-counts[key], first[key]))
    ids = {key: f"e{n}" for n, key in enumerate(order, 1)}
    mentions = tuple(
        Mention(
            words.start[span.start],
            words.end[span.end - 1],
            text[words.start[span.start] : words.end[span.end - 1]],
            labels[key_of(name)],
            ids[key],
            words.sentence[span.start],
        )
        for span, name, key in zip(spans, names, keys, strict=True)
    )
    return mentions, tuple(_entity(key, ids[key], mentions) for key in order)


def _entity(key: str, number: str, mentions: Sequence[Mention]) -> Entity:
    own = [mention for mention in mentions if mention.entity_id == number]
    aliases = tuple(dict.fromkeys(mention.text for mention in own))
    label = Counter(mention.label for mention in own).most_common(1)[0][0]
    return Entity(number, max(aliases, key=len), label, len(own), aliases)


def _canonical(names: Sequence[str], labels: Mapping[str, str]) -> dict[str, str]:
    """Each name's key → the key it is counted under."""
    joined: dict[str, str] = {}
    people = [name for name in names if labels[key_of(name)] == "PERSON" and " " in name]
    for name in names:
        key = key_of(name)
        nation = nations.country_named(name)
        if nation:
            joined[key] = key_of(nation.name)
        elif labels[key] == "PERSON" and " " not in name:
            owners = {key_of(full) for full in people if key in (key_of(full).split()[-1], key_of(full).split()[0])}
            joined[key] = owners.pop() if len(owners) == 1 else key
        else:
            joined.setdefault(key, key)
    return joined
