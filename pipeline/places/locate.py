"""Puts every toponym of an article on the map."""

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.gazetteer import Gazetteer
from pipeline.layout import Layout
from pipeline.model import Article, Entity, Mention, Place
from pipeline.places.candidates import candidates
from pipeline.places.choice import Choice
from pipeline.places.choose import choose
from pipeline.places.embedded import embedded
from pipeline.places.guard import is_disease, is_place
from pipeline.places.rows import row
from pipeline.places.sites import site_choices

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
    text = article.text
    tops = [m for m in mentions if m.label in TOPONYM_LABELS and not is_disease(text, m)]
    tops = sorted((*tops, *embedded(mentions, gazetteer)), key=lambda mention: mention.start)
    found = {text_: candidates(text_, gazetteer)[1] for text_ in {mention.text for mention in tops}}
    tops = [mention for mention in tops if found[mention.text] or is_place(text, mention)]
    places = [found[mention.text] for mention in tops]
    chosen: dict[int, Choice] = choose(text, tops, places, mentions, gazetteer)
    chosen |= site_choices(text, tops, chosen, gazetteer)
    return tuple(row(mention, chosen.get(i), gazetteer) for i, mention in enumerate(tops))
