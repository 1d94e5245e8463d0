"""Named mentions from the model's entities, grouped by surface."""

from collections import Counter
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from pipeline.layout import Layout
from pipeline.model import Entity, Mention

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer

NAMED = frozenset(
    ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE")
)


def find_entities(
    doc: Doc, text: str, *, layout: Layout, gazetteer: "Gazetteer | None" = None
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """All named mentions of doc, sorted by start, and their entities, most mentioned first.

    text: the article itself, of which doc's text is a copy of equal length.
    """
    sentence_of = {token.i: number for number, sent in enumerate(doc.sents) for token in sent}
    ids: dict[str, str] = {}
    mentions = []
    for ent in doc.ents:
        if ent.label_ not in NAMED:
            continue
        key = ids.setdefault(ent.text.lower(), f"e{len(ids) + 1}")
        mentions.append(
            Mention(
                ent.start_char,
                ent.end_char,
                text[ent.start_char : ent.end_char],
                ent.label_,
                key,
                sentence_of[ent.start],
            )
        )
    return tuple(mentions), _entities(mentions)


def _entities(mentions: list[Mention]) -> tuple[Entity, ...]:
    counts = Counter(mention.entity_id for mention in mentions)
    first = {mention.entity_id: mention for mention in reversed(mentions)}
    return tuple(
        Entity(key, first[key].text, first[key].label, count, (first[key].text,)) for key, count in counts.most_common()
    )
