"""Puts every toponym of an article on the map."""

import math
from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.layout import Layout
from pipeline.model import Article, Entity, Mention, Place, PlaceChoice
from pipeline.nations import country_of_people
from pipeline.places.candidates import candidates
from pipeline.places.links import containers, inside
from pipeline.places.rank import Unit, rank
from pipeline.places.toponyms import clean

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
    held = containers(text, tops, found, gazetteer)
    groups = {}
    for i, mention in enumerate(tops):
        if found[i]:
            groups.setdefault((clean(mention.text).casefold(), tuple(p.key for p in held[i])), []).append(i)
    # bare mentions join the explicit sense of the same name
    explicit = {}
    for (name, hold), members in groups.items():
        if hold:
            explicit.setdefault(name, []).append((hold, members))
    for (name, hold), members in list(groups.items()):
        if not hold and name in explicit:
            best = max(explicit[name], key=lambda item: len(item[1]))
            best[1].extend(members)
            del groups[(name, hold)]
    keys = list(groups)
    units = []
    for key in keys:
        members = groups[key]
        i = members[0]
        weight = math.sqrt(min(len(members), 6)) * (1.5 if min(tops[j].start for j in members) < 300 else 1.0)
        h = None
        if held[i]:
            h = tuple(any(inside(place, holder) for holder in held[i]) for place in found[i])
        units.append(Unit(found[i], weight, h))
    nations = Counter()
    for mention in mentions:
        if mention.label == "NORP" and (nation := country_of_people(mention.text)) and nation.code:
            nations[nation.code] += 0.4
    beliefs = rank(units, nations)
    rows = []
    chosen = {}
    for key, unit, belief in zip(keys, units, beliefs, strict=True):
        best = int(belief.argmax())
        for i in groups[key]:
            chosen[i] = (unit.places[best], float(belief[best]))
    for i, mention in enumerate(tops):
        place, p = chosen.get(i, (None, 0.0))
        if place is None:
            rows.append(Place(mention.start, mention.end, mention.text, mention.entity_id, None, None, None, None, None, None, 0.0, "no such place"))
        else:
            rows.append(Place(mention.start, mention.end, mention.text, mention.entity_id, place.name, place.country, place.kind, place.lat, place.lon, place.geonameid, p, "x"))
    return tuple(rows)
