"""Mentions of one thing → one entity."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from pipeline import nations
from pipeline.entities.labels import key_at, key_of
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.model import Entity, Mention


def group_names(
    words: Words, spans: Sequence[Span], labels: Mapping[str, str], text: str
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Mentions with their entities' ids, and the entities, most mentioned first."""
    names = [key_at(words, span) for span in spans]
    joined = canonical({key_at(words, span): words.name(span.start, span.end) for span in spans}, labels)
    keys = [joined[name] for name in names]
    counts = Counter(keys)
    first: dict[str, int] = {}
    for n, key in enumerate(keys):
        first.setdefault(key, n)
    order = sorted(counts, key=lambda key: (-counts[key], first[key]))
    ids = {key: f"e{n}" for n, key in enumerate(order, 1)}
    mentions = tuple(
        _mention(words, span, text, labels[name], ids[key]) for span, name, key in zip(spans, names, keys, strict=True)
    )
    own: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        own[mention.entity_id].append(mention)
    return mentions, tuple(_entity(ids[key], own[ids[key]]) for key in order)


def _mention(words: Words, span: Span, text: str, label: str, number: str) -> Mention:
    start, end = words.start[span.start], words.end[span.end - 1]
    return Mention(start, end, text[start:end], label, number, words.sentence[span.start])


def _entity(number: str, own: Sequence[Mention]) -> Entity:
    aliases = tuple(dict.fromkeys(mention.text for mention in own))
    label = Counter(mention.label for mention in own).most_common(1)[0][0]
    return Entity(number, max(aliases, key=len), label, len(own), aliases)


def canonical(names: Mapping[str, str], labels: Mapping[str, str]) -> dict[str, str]:
    """Each key → the key it is counted under; names: key → its words."""
    joined: dict[str, str] = {}
    people = [key for key, name in names.items() if labels[key] == "PERSON" and " " in name]
    for key, name in names.items():
        nation = nations.country_named(name) if labels[key] == "GPE" else None
        if nation:
            joined[key] = key_of(nation.name)
        elif labels[key] == "PERSON" and " " not in name:
            owners = {full for full in people if key in (full.split()[-1], full.split()[0])}
            joined[key] = owners.pop() if len(owners) == 1 else key
        else:
            joined[key] = key
    return joined
