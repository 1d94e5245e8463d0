"""Chooses a place for every mention the gazetteer knows, all of an article together."""

from collections.abc import Sequence

import numpy as np

from pipeline.gazetteer import Gazetteer, PlaceRecord, distance_km
from pipeline.model import Mention
from pipeline.places.choice import Choice
from pipeline.places.evidence import evidence
from pipeline.places.links import find_links
from pipeline.places.rank import Floats, Unit, rank
from pipeline.places.senses import Sense, bonus, senses, weight

_RUNNERS_UP = 5
_NEAR_KM = 150.0
_SPOT_KM = 60.0


def choose(
    text: str,
    tops: Sequence[Mention],
    found: Sequence[tuple[PlaceRecord, ...]],
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
) -> dict[int, Choice]:
    """Choices by index of the mention; mentions without candidates have none."""
    links = find_links(text, tops, found, gazetteer)
    groups = senses(text, tops, found, links)
    names = frozenset(sense.name for sense in groups)
    units = [
        Unit(sense.places, weight(sense, tops), tuple(bonus(sense, names, text, tops, found, links)), sense.name)
        for sense in groups
    ]
    units += [Unit((place,), share) for place, share in evidence(text, mentions, gazetteer)]
    beliefs = rank(units)
    best = [unit.places[int(belief.argmax())] for unit, belief in zip(units, beliefs, strict=True)]
    chosen = {}
    for n, sense in enumerate(groups):
        choice = _choice(n, sense, beliefs[n], best, [unit.weight for unit in units])
        chosen.update(dict.fromkeys(sense.members, choice))
    return chosen


def _choice(n: int, sense: Sense, belief: Floats, best: Sequence[PlaceRecord], weights: Sequence[float]) -> Choice:
    order = np.argsort(-belief)[: _RUNNERS_UP + 1].tolist()
    place = sense.places[order[0]]
    others = tuple((sense.places[i], float(belief[i])) for i in order[1:])
    total = sum(weights) - weights[n]
    same = sum(w for m, w in enumerate(weights) if m != n and best[m].country == place.country and place.country)
    spot = sum(share for other, share in others if _same_spot(place, other))  # a town and its own district are one spot
    nation, near = same / (total + 1.0), _nearest(n, place, best)
    return Choice(place, "ranked", float(belief[order[0]]) + spot, sense, others, nation, near, sense.contrary)


def _same_spot(place: PlaceRecord, other: PlaceRecord) -> bool:
    return place.country == other.country and distance_km(place.lat, place.lon, other.lat, other.lon) < _SPOT_KM


def _nearest(n: int, place: PlaceRecord, best: Sequence[PlaceRecord]) -> tuple[PlaceRecord, float] | None:
    """The nearest other town the article names."""
    towns = [
        (distance_km(place.lat, place.lon, other.lat, other.lon), m)
        for m, other in enumerate(best)
        if m != n and other.kind in ("city", "site") and other.key != place.key
    ]
    if not towns or min(towns)[0] > _NEAR_KM:
        return None
    km, m = min(towns)
    return best[m], km
