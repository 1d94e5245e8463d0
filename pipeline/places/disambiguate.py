"""Chooses a place for every mention the gazetteer knows, all of an article together."""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from pipeline.gazetteer import Gazetteer, PlaceRecord, distance_km
from pipeline.model import Mention
from pipeline.places.containment_cues import find_links
from pipeline.places.country_cues import evidence
from pipeline.places.kind_cues import hinted
from pipeline.places.rank import Floats, Unit, rank
from pipeline.places.senses import Choice, Sense, bonus, senses, weight

_RUNNERS_UP = 5
_NEAR_KM = 150.0
_SPOT_KM = 60.0
_NEAR_DEGREES = 1.36  # of latitude: a little more than _NEAR_KM


def choose(
    text: str,
    tops: Sequence[Mention],
    found: Sequence[tuple[PlaceRecord, ...]],
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
) -> dict[int, Choice]:
    """Choices by index of the mention; mentions without candidates have none."""
    links = find_links(text, tops, found, gazetteer)
    asked = [hinted(text, top.start, top.end) if places else None for top, places in zip(tops, found, strict=True)]
    groups = senses(tops, found, links, asked)
    names = frozenset(sense.name for sense in groups)
    units = [
        Unit(sense.places, weight(sense, tops), tuple(bonus(sense, names, found, links, asked)), sense.name)
        for sense in groups
    ]
    units += [Unit((place,), share) for place, share in evidence(text, mentions, gazetteer)]
    beliefs = rank(units)
    best = [unit.places[int(belief.argmax())] for unit, belief in zip(units, beliefs, strict=True)]
    others = Others(best, [unit.weight for unit in units])
    chosen = {}
    for n, sense in enumerate(groups):
        choice = _choice(n, sense, beliefs[n], others)
        chosen.update(dict.fromkeys(sense.members, choice))
    return chosen


class Others:
    """The best places of all names, and what those of the other names say about one of them."""

    def __init__(self, best: Sequence[PlaceRecord], weights: Sequence[float]) -> None:
        self._best, self._weights = best, weights
        self._total = sum(weights)
        self._lands: defaultdict[str | None, float] = defaultdict(float)
        for place, share in zip(best, weights, strict=True):
            self._lands[place.country] += share
        towns = [n for n, place in enumerate(best) if place.kind in ("city", "site")]
        self._towns = sorted(towns, key=lambda n: best[n].lat)
        self._lats = [best[n].lat for n in self._towns]

    def nation(self, n: int, place: PlaceRecord) -> float:
        """The share of the other names' weight in the country of a place."""
        own = self._weights[n]
        same = self._lands[place.country] - (own if self._best[n].country == place.country else 0.0)
        return same / (self._total - own + 1.0) if place.country else 0.0

    def nearest(self, n: int, place: PlaceRecord) -> tuple[PlaceRecord, float] | None:
        """The nearest other town, if it is near; only those as far north are measured."""
        first = bisect_left(self._lats, place.lat - _NEAR_DEGREES)
        last = bisect_right(self._lats, place.lat + _NEAR_DEGREES)
        others = [(m, self._best[m]) for m in self._towns[first:last] if m != n]
        near = min(((_km(place, other), m) for m, other in others if other.key != place.key), default=(math.inf, -1))
        return (self._best[near[1]], near[0]) if near[0] <= _NEAR_KM else None


def _km(one: PlaceRecord, other: PlaceRecord) -> float:
    return distance_km(one.lat, one.lon, other.lat, other.lon)


def _choice(n: int, sense: Sense, belief: Floats, names: Others) -> Choice:
    order = np.argsort(-belief)[: _RUNNERS_UP + 1].tolist()
    place = sense.places[order[0]]
    others = tuple((sense.places[i], float(belief[i])) for i in order[1:])
    spot = sum(share for other, share in others if _same_spot(place, other))  # a town and its own district are one spot
    nation, near = names.nation(n, place), names.nearest(n, place)
    return Choice(place, "ranked", float(belief[order[0]]) + spot, sense, others, nation, near, sense.contrary)


def _same_spot(place: PlaceRecord, other: PlaceRecord) -> bool:
    return place.country == other.country and _km(place, other) < _SPOT_KM
