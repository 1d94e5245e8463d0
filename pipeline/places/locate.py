"""Puts every toponym of an article on the map."""

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.gazetteer import Gazetteer
from pipeline.layout import Layout
from pipeline.model import Article, Entity, Mention, Place

TOPONYM_LABELS = frozenset(("GPE", "LOC", "FAC"))


def locate(
    doc: Doc,
    article: Article,
    *,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    gazetteer: Gazetteer,
    layout: Layout,
) -> tuple[Place, ...]:
    """One Place for each toponym mention, sorted by start."""
    return ()
