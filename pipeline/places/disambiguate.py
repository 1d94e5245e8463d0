"""Choose a place for every toponym that the gazetteer knows, all toponyms of an article together."""

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from pipeline.gazetteer import Gazetteer, PlaceRecord, distance_km
from pipeline.gazetteer.fold import fold
from pipeline.model import Mention
from pipeline.places.candidates import clean
from pipeline.places.containment_cues import containment_cues
from pipeline.places.country_cues import country_cues
from pipeline.places.kind_cues import kind_cue
from pipeline.places.rank import Floats, ToponymGroup, rank
from pipeline.places.senses import Resolution, Sense, bonus, senses, weight

_RUNNERS_UP = 5
_NEAR_KM = 150.0
_SPOT_KM = 60.0
_CLUB = re.compile(  # Manchester United, but not the Dublin City Council, which any Dublin has
    r"(?:the |The )?(.+?) (?:United|Rovers|Wanderers|University"
    r"|City(?! (?:Council|Hall|Manager|Attorney|Clerk|Police|Schools)))\b"
)
_SEAT = re.compile(r"\b(?:University|Bishop|Archbishop|Duke|Duchess) of $")  # of the known town of that name
_SURE = 0.8  # probability of a place that is worth naming as the neighbour of another
_NEAR_DEGREES = 1.36  # of latitude: a little more than _NEAR_KM


def resolve(
    text: str,
    toponyms: Sequence[Mention],
    candidates: Sequence[tuple[PlaceRecord, ...]],
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
) -> dict[int, Resolution]:
    """Resolutions by index of the toponym; toponyms without candidates have none."""
    containment = containment_cues(text, toponyms, candidates, gazetteer)
    kinds = [
        kind_cue(text, toponym.start, toponym.end) if places else None
        for toponym, places in zip(toponyms, candidates, strict=True)
    ]
    found = senses(toponyms, candidates, containment, kinds)
    names = frozenset(sense.name for sense in found)
    clubs = frozenset(fold(match[1]) for one in mentions if one.label == "ORG" and (match := _CLUB.match(one.text)))
    seats = frozenset(fold(clean(one.text)) for one in toponyms if _is_seat(text, one))
    groups = [
        ToponymGroup(
            sense.places,
            weight(sense, toponyms),
            tuple(bonus(sense, names, candidates, containment, kinds, clubs, seats)),
            sense.name,
        )
        for sense in found
    ]
    groups += [ToponymGroup((place,), share) for place, share in country_cues(text, mentions, gazetteer)]
    probabilities = rank(groups)
    best = [group.places[int(shares.argmax())] for group, shares in zip(groups, probabilities, strict=True)]
    written = [clean(toponyms[sense.members[0]].text) for sense in found]
    sure = [bool(shares.max() >= _SURE) for shares in probabilities]
    others = OtherToponyms(best, [group.weight for group in groups], written, sure)
    resolved: dict[int, Resolution] = {}
    for n, sense in enumerate(found):
        resolved.update(dict.fromkeys(sense.members, _resolution(n, sense, probabilities[n], others)))
    return resolved


def _is_seat(text: str, toponym: Mention) -> bool:
    """Whether a university, a diocese or a duchy is called after the town: the University of Cambridge."""
    return bool(_SEAT.search(text, max(0, toponym.start - 20), toponym.start))


class OtherToponyms:
    """The best places of all groups, and what those of the other groups say about one of them."""

    def __init__(
        self, best: Sequence[PlaceRecord], weights: Sequence[float], written: Sequence[str], sure: Sequence[bool]
    ) -> None:
        """The groups of toponyms come first, each with its name as the article writes it; country cues follow."""
        self._best, self._weights, self._written = best, weights, written
        self._placed: defaultdict[str | None, set[tuple[int, str]]] = defaultdict(set)
        for n, place in enumerate(best[: len(written)]):
            if sure[n] and place.kind != "country":
                self._placed[place.country].add((place.key, written[n]))
        self._named = {
            place.country: name for place, name in zip(best, written, strict=False) if place.feature == "country"
        }
        self._total = sum(weights)
        self._countries: defaultdict[str | None, float] = defaultdict(float)
        for place, share in zip(best, weights, strict=True):
            self._countries[place.country] += share
        towns = [n for n, place in enumerate(best[: len(written)]) if place.kind in ("city", "site")]
        self._towns = sorted(towns, key=lambda n: best[n].lat)
        self._lats = [best[n].lat for n in self._towns]

    def country_share(self, n: int, place: PlaceRecord) -> float:
        """The share of the other groups' weight in the country of a place."""
        own = self._weights[n]
        same = self._countries[place.country] - (own if self._best[n].country == place.country else 0.0)
        return same / (self._total - own + 1.0) if place.country else 0.0

    def elsewhere(self, n: int, place: PlaceRecord) -> float:
        """The share of the other groups' weight in countries other than a place's."""
        own = self._weights[n]
        others = self._total - own - (self._countries[None] - own * (self._best[n].country is None))
        return others / (self._total - own + 1.0) - self.country_share(n, place) if place.country else 0.0

    def neighbours(self, n: int, place: PlaceRecord) -> int:
        """How many other places, of other names, lie in the country of a place."""
        placed = self._placed[place.country] if place.country else ()
        return len({key for key, name in placed if key != place.key and name != self._written[n]})

    def country_name(self, place: PlaceRecord) -> str:
        """The name by which the article calls the country of a place; empty where it does not name it."""
        return self._named.get(place.country, "") if place.feature != "country" else ""

    def nearest(self, n: int, place: PlaceRecord) -> tuple[str, float] | None:
        """The nearest other town, if it is near; only those about as far north are measured."""
        first = bisect_left(self._lats, place.lat - _NEAR_DEGREES)
        last = bisect_right(self._lats, place.lat + _NEAR_DEGREES)
        others = [(m, self._best[m]) for m in self._towns[first:last] if m != n]
        near = min(((_km(place, other), m) for m, other in others if other.key != place.key), default=(math.inf, -1))
        return (self._written[near[1]], near[0]) if near[0] <= _NEAR_KM else None


def _km(one: PlaceRecord, other: PlaceRecord) -> float:
    return distance_km(one.lat, one.lon, other.lat, other.lon)


def _resolution(n: int, sense: Sense, probability: Floats, toponyms: OtherToponyms) -> Resolution:
    order = np.argsort(-probability)[: _RUNNERS_UP + 1].tolist()
    place = sense.places[order[0]]
    others = tuple((sense.places[i], float(probability[i])) for i in order[1:])
    spot = sum(share for other, share in others if _same_spot(place, other))  # a town and its own district are one spot
    return Resolution(
        place,
        "ranked",
        float(probability[order[0]]) + spot,
        sense,
        others,
        country_share=toponyms.country_share(n, place),
        elsewhere=toponyms.elsewhere(n, place),
        neighbours=toponyms.neighbours(n, place),
        country_name=toponyms.country_name(place),
        nearest=toponyms.nearest(n, place),
        contradicting_region=sense.contradicting_region,
    )


def _same_spot(place: PlaceRecord, other: PlaceRecord) -> bool:
    """Whether two records are one spot, or a region twice: by its middle and by where its towns lie."""
    region = place.name == other.name and place.kind != "city" != other.kind
    return place.country == other.country and (region or _km(place, other) < _SPOT_KM)
