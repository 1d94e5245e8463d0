"""Weighs the places a name may stand for against one another and against the rest of the article."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.gazetteer import PlaceRecord, distances_km
from pipeline.gazetteer.records import FOREIGN

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ToponymGroup:
    """One name in one sense: its candidates, how much it tells about the article, what the words around it add.

    name: two senses of one name tell nothing about one another.
    """

    places: tuple[PlaceRecord, ...]
    weight: float
    bonus: tuple[float, ...] | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each piece of evidence counts, in units of log odds; found by search over annotated news."""

    importance: float = 1.25
    trusted: float = -0.45
    foreign: float = -2.5
    obscure: float = -1.5
    known: float = 4.7
    country: float = 3.0
    admin1: float = 0.0
    admin2: float = -0.7
    area: float = 0.0
    near: float = 2.0
    region: float = 5.5
    nation: float = 3.0
    world: float = 1.75
    near_km: float = 80.0
    world_km: float = 900.0
    prominent: float = 1.6
    smooth: float = 0.5
    flat: float = 0.7
    county: float = 2.0


WEIGHTS = Weights()
ROUNDS = 3
_FEDERAL = frozenset(("AU", "BR", "CA", "CN", "IN", "MX", "NG", "RU", "US"))
_MILLION, _FAR_SMALLER = 5.9, 1.2  # importance: powers of ten of people
_WORLD_FAMOUS, _FAR_LESS_KNOWN = 1.78, 0.4  # fame: sixty names, and two and a half times as many as any other
_BY_FAME = 1.6
_NAMES = 4.0  # further names after which a city's fame counts for a third
_POINTS = frozenset(("city", "capital", "admin2", "site"))  # features that a point stands for well
_LARGEST = 3000  # candidates in one table; news has a few hundred


def rank(groups: Sequence[ToponymGroup], weights: Weights = WEIGHTS) -> list[Floats]:
    """The share of probability in each candidate of each group; what outgrows one table goes into the next."""
    tables: list[list[ToponymGroup]] = [[]]
    size = 0
    for group in groups:
        size += len(group.places)
        if size > _LARGEST:
            tables.append([])
            size = len(group.places)
        tables[-1].append(group)
    return [probability for table in tables if table for probability in _rank_together(table, weights)]


def _rank_together(groups: Sequence[ToponymGroup], weights: Weights) -> list[Floats]:
    """The same for names of which each is weighed against each other: the cost grows with their square."""
    table = _Table(groups, weights)
    probability = table.shares(weights.flat * table.own)
    for step in range(1, ROUNDS + 1):
        share = weights.flat + (1 - weights.flat) * step / ROUNDS
        probability = table.shares(share * table.own + table.support(probability))
    return np.split(probability, table.starts[1:])


class _Table:
    """All candidates of all groups as columns."""

    def __init__(self, groups: Sequence[ToponymGroup], weights: Weights) -> None:
        places = [place for group in groups for place in group.places]
        sizes = np.array([len(group.places) for group in groups])
        self.starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        self.group = np.repeat(np.arange(len(groups)), sizes)
        self.weight = np.array([group.weight for group in groups])[self.group]
        self.own = np.array([own_score(place, weights) for place in places]) + _bonus(groups)
        self.own += weights.prominent * _prominence(groups)
        names = _numbered(group.name or n for n, group in enumerate(groups))[self.group]
        other = names[:, None] != names[None, :]
        self._nation = _shared(_numbered(place.country for place in places), other)
        self._region = _shared(_numbered(_region(place) for place in places), other)
        self._county = _shared(_numbered(_county(place) for place in places), other)
        km = distances_km([(place.lat, place.lon) for place in places])
        exact = np.array([place.feature in _POINTS for place in places])
        self._near = np.exp(-km / weights.near_km) * other * exact[None, :] * exact[:, None]
        self._world = np.exp(-km / weights.world_km) * other
        self._total = sum(group.weight for group in groups)
        self._weights = weights

    def shares(self, score: Floats) -> Floats:
        """Scores as shares of probability within each group."""
        top = np.maximum.reduceat(score, self.starts)[self.group]
        power = np.exp(score - top)
        return power / np.add.reduceat(power, self.starts)[self.group]

    def support(self, probability: Floats) -> Floats:
        """What the other names of the article say for each candidate."""
        w, told = self._weights, probability * self.weight
        others = self._total - self.weight + w.smooth
        nation = (self._nation @ told) / others
        region = (self._region @ told) / others
        world = (self._world @ told) / others
        near = np.log1p(self._near @ told)
        county = np.log1p(self._county @ told)
        return w.nation * nation + w.region * region + w.world * world + w.near * near + w.county * county  # type: ignore[no-any-return]


def _region(place: PlaceRecord) -> tuple[str | None, ...] | None:
    """What a place lies in that tells towns apart: its state in a land of many states, elsewhere its country."""
    if place.country in _FEDERAL:
        return (place.country, place.admin1) if place.admin1 else None
    return (place.country,) if place.country else None


def _county(place: PlaceRecord) -> tuple[str | None, ...] | None:
    return (place.country, place.admin1, place.admin2) if place.admin2 else None


def _numbered(keys: Iterable[object]) -> NDArray[np.int_]:
    """A number for each key, one for all that are the same; -1 for None."""
    numbers: dict[object, int] = {None: -1}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys])


def _shared(codes: NDArray[np.int_], other: NDArray[np.bool_]) -> Floats:
    """1.0 where two candidates of different names have the same code; as numbers, which a product needs each round."""
    shared: Floats = ((codes[:, None] == codes) & (codes >= 0)[:, None] & other).astype(np.float64)
    return shared


def own_score(place: PlaceRecord, weights: Weights = WEIGHTS) -> float:
    """What speaks for a candidate before the article is looked at."""
    score = weights.importance * place.importance
    score += (0.0, weights.trusted, weights.foreign)[place.name_rank]
    if place.name_rank == FOREIGN and place.importance < weights.known:
        score += weights.obscure
    return score + float(getattr(weights, place.feature, 0.0))


def _prominence(groups: Sequence[ToponymGroup]) -> Floats:
    """What speaks for a capital, or for a city whose namesakes abroad are all far smaller, or far less known.

    Whole where the article names no other place; with each further name it is the article that decides.
    """
    share = math.exp((1 - len({group.name or n for n, group in enumerate(groups)})) / _NAMES)
    found: list[float] = []
    for group in groups:
        first = max(range(len(group.places)), key=lambda n: _own_importance(group.places[n]))
        found += [share * (n == first and _lead(place, group.places)) for n, place in enumerate(group.places)]
    return np.array(found)


def _own_importance(place: PlaceRecord) -> float:
    """Its importance, where the name is its own or an official one."""
    return place.importance if place.name_rank < FOREIGN else 0.0


def _lead(place: PlaceRecord, among: Sequence[PlaceRecord]) -> float:
    """How far a city stands above its namesakes abroad: by its people, or further by what the world calls it."""
    abroad = max((other.importance for other in among if other.country != place.country), default=0.0)
    if place.feature == "capital":
        return float(place.importance > abroad)
    if place.kind != "city":
        return 0.0
    known = max((other.fame for other in among if other.country != place.country), default=0.0)
    if place.fame >= _WORLD_FAMOUS and place.fame - known >= _FAR_LESS_KNOWN and place.importance > abroad:
        return _BY_FAME
    return float(place.importance >= _MILLION and place.importance - abroad >= _FAR_SMALLER)


def _bonus(groups: Sequence[ToponymGroup]) -> Floats:
    return np.array([value for group in groups for value in group.bonus or (0.0,) * len(group.places)])
