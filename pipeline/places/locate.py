"""Puts every toponym of an article on the map."""

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.gazetteer import Gazetteer
from pipeline.layout import Layout
from pipeline.model import Article, Entity, Mention, Place
from pipeline.places.candidates import candidates
from pipeline.places.evidence import evidence
from pipeline.places.links import find_links
from pipeline.places.rank import Unit, rank
from pipeline.places.senses import bonus, senses, weight

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
    tops = [mention for mention in mentions if mention.label in TOPONYM_LABELS]
    found = [candidates(mention.text, gazetteer)[1] for mention in tops]
    links = find_links(text, tops, found, gazetteer)
    groups = senses(tops, found, links)
    units = [Unit(sense.places, weight(sense, tops), tuple(bonus(sense, text, tops, found, links))) for sense in groups]
    units += [Unit((place,), share) for place, share in evidence(text, mentions, gazetteer)]
    beliefs = rank(units)
    rows = []
    chosen = {}
    for sense, unit, belief in zip(groups, units, beliefs, strict=False):
        best = int(belief.argmax())
        for i in sense.members:
            chosen[i] = (unit.places[best], float(belief[best]))
    for i, mention in enumerate(tops):
        place, p = chosen.get(i, (None, 0.0))
        if place is None:
            rows.append(Place(mention.start, mention.end, mention.text, mention.entity_id, None, None, None, None, None, None, 0.0, "no such place"))
        else:
            rows.append(Place(mention.start, mention.end, mention.text, mention.entity_id, place.name, place.country, place.kind, place.lat, place.lon, place.geonameid, p, "x"))
    return tuple(rows)
