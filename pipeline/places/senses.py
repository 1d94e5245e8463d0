"""Gather the mentions of one name in one sense with all that the text says of it, and hold what was decided for it."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from pipeline.gazetteer import PlaceRecord, distance_km
from pipeline.gazetteer.fold import fold
from pipeline.gazetteer.records import FOREIGN, MAIN, inside
from pipeline.lexicon.tables import table
from pipeline.model import Mention
from pipeline.places.candidates import clean
from pipeline.places.containment_cues import ContainmentCues
from pipeline.places.kind_cues import LOCAL, PARTS, STATE, Features
from pipeline.places.rank import own_score

_OPENING = 300  # characters; what stands in headline and lead tells most about an article's ground
_CAPITALS = 2.0  # a capital beside capitals alone: from Rome, Athens and Moscow
_CONTAINED, _CONTAINS, _KIND, _LIST, _LIST_COUNTRY = 7.0, 4.0, 2.5, 1.0, 1.0
_LOCAL = 6.0  # off a country, where the words ask for a town or district
_CITY_TOO = 6.0  # an article that also says "Gaza City" means the land by "Gaza"
_NAMESAKE = 3.3  # a region that shares its name with a town inside it: newspapers mean the town
_TOWN = 4.5
_USUAL_NAME = 3.5
_WORLD = 4.0  # the famous town of a name, where the article names a club or university of that town
_MIDDLE_KM = 200.0


Method = Literal["ranked", "name", "said", "sentence", "focus"]


@dataclass(slots=True)
class Sense:
    """One name in one sense: members are indices of mentions; containers what the text says contains it.

    written: the container as the article writes it ("in Mo."). region: a word beside the name calls it one.
    contradicting_region: the text names a container in which no place of that name is known.
    """

    name: str
    places: tuple[PlaceRecord, ...]
    containers: tuple[PlaceRecord, ...]
    members: list[int] = field(default_factory=list)
    contradicting_region: PlaceRecord | None = None
    region: bool = False
    written: str = ""


def senses(
    mentions: Sequence[Mention],
    found: Sequence[tuple[PlaceRecord, ...]],
    containment: ContainmentCues,
    asked: Sequence[Features | None],
) -> list[Sense]:
    """One sense a name, unless the text itself tells two apart ("Paris, Texas" and "Paris, France").

    asked: the features that the words around each mention ask for.
    """
    grouped: dict[tuple[str, tuple[int, ...], bool], Sense] = {}
    for i, mention in enumerate(mentions):
        if found[i]:
            name = fold(clean(mention.text))
            contradicting_region = containment.contradicting_region.get(i)
            containers = (contradicting_region,) if contradicting_region else containment.containers[i]
            region = asked[i] is PARTS or asked[i] is STATE  # "Kharkiv region" says nothing of Kharkiv
            key = (name, tuple(place.key for place in containers), region)
            sense = Sense(name, found[i], containers, region=region, contradicting_region=contradicting_region)
            sense.written = containment.written.get(i, "")
            grouped.setdefault(key, sense).members.append(i)
    told: defaultdict[tuple[str, bool], list[Sense]] = defaultdict(list)
    for sense in grouped.values():
        if sense.containers:
            told[sense.name, sense.region].append(sense)
    for sense in grouped.values():
        if not sense.containers:
            _join(sense, [other for other in told.get((sense.name, sense.region), ()) if other.places == sense.places])
    return [sense for sense in grouped.values() if sense.members]


def _join(bare: Sense, told: Sequence[Sense]) -> None:
    """Give each bare mention to the sense told last before it, else to the one told first."""
    if not told:
        return
    owner = {i: sense for sense in told for i in sense.members}
    order = sorted(owner)
    for i in bare.members:
        before = bisect_left(order, i)
        owner[order[max(before - 1, 0)]].members.append(i)
    bare.members = []


@cache
def _priors() -> dict[str, dict[int | None, float]]:
    """priors.tsv: name → GeoNames id → what speaks for it."""
    found: dict[str, dict[int | None, float]] = {}
    for name, key, worth in table("places/priors.tsv"):
        found.setdefault(name, {})[int(key)] = float(worth)
    return found


def _is_town(place: PlaceRecord) -> bool:
    """A town large enough to be what a name shared with its region stands for."""
    return place.feature in ("city", "capital") and place.importance >= (
        _TOWN if place.name_rank < FOREIGN else _TOWN + 0.5
    )


def _is_usual_name(region: PlaceRecord, town: PlaceRecord) -> bool:
    """Whether a town's other name is the usual one, since its district bears it: Durán, officially Eloy Alfaro."""
    return region.feature == "admin2" and region.name_rank < FOREIGN and inside(town, region)


def _names_town(town: PlaceRecord, region: PlaceRecord) -> bool:
    """Whether a region bears the name of a town in it or in its middle, as Moscow Oblast does."""
    if inside(town, region):
        return True
    near = distance_km(town.lat, town.lon, region.lat, region.lon) < _MIDDLE_KM
    return town.country == region.country and near and region.feature == "admin1"


def weight(sense: Sense, mentions: Sequence[Mention]) -> float:
    """How much a name tells about the rest of the article."""
    often = math.sqrt(min(len(sense.members), 6))
    return often * (1.5 if any(mentions[i].start < _OPENING for i in sense.members) else 1.0)


def bonus(
    sense: Sense,
    names: frozenset[str],
    found: Sequence[tuple[PlaceRecord, ...]],
    containment: ContainmentCues,
    asked: Sequence[Features | None],
    clubs: frozenset[str],
    seats: frozenset[str],
) -> list[float]:
    """For each candidate what the words around its mentions add.

    names: all names of the article, folded. clubs: those that a club or a university of the article begins with.
    seats: those after "University of" and "Bishop of".
    """
    contained_here = {container.key for i in sense.members for container in containment.contains[i]}
    features = [wanted for i in sense.members if (wanted := asked[i])]
    beside = {j for i in sense.members for j in containment.beside[i] if found[j]}
    peers = [max(found[j], key=own_score) for j in beside]
    famous = _seat(sense.places) if sense.name in seats else None
    if sense.name in clubs:
        famous = max(sense.places, key=own_score).key
    score = [_name_points(place, sense, names) for place in sense.places]
    for n, place in enumerate(sense.places):
        if place.key == famous:
            score[n] += _WORLD
        if any(inside(place, container) for container in sense.containers):
            score[n] += _CONTAINED
        if place.key in contained_here:
            score[n] += _CONTAINS
        score[n] += _kind_points(place, features) + _list_points(place, peers)
    return score


def _seat(places: Sequence[PlaceRecord]) -> int | None:
    """The place a university is called after: an American state, else the best known town of that very name."""
    states = [place for place in places if place.feature == "admin1" and place.country == "US"]
    towns = [place for place in places if place.feature in ("city", "capital") and place.name_rank == MAIN]
    best = max(states or towns, key=own_score, default=None)
    return best.key if best and (states or best.importance >= _TOWN) else None


def _name_points(place: PlaceRecord, sense: Sense, names: frozenset[str]) -> float:
    """What speaks for one of the places of a name, a town and its region among them."""
    points = _priors().get(sense.name, {}).get(place.geonameid, 0.0)
    if _is_town(place):
        if f"{sense.name} city" in names:
            points -= _CITY_TOO
        if place.name_rank == FOREIGN and any(_is_usual_name(region, place) for region in sense.places):
            points += _USUAL_NAME
        if sense.region and any(_has_namesake(region, (place,)) for region in sense.places):
            points -= _NAMESAKE  # Kharkiv region
    elif not sense.region and _has_namesake(place, sense.places):
        points -= _NAMESAKE
    return points


def _has_namesake(region: PlaceRecord, places: Sequence[PlaceRecord]) -> bool:
    """Whether a place is a region, and one of the places a town in it of the same name."""
    if region.feature not in ("admin1", "admin2"):
        return False
    return any(_is_town(town) and _names_town(town, region) for town in places)


def _kind_points(place: PlaceRecord, features: Sequence[Features]) -> float:
    """What the words that ask for a kind of place say: a country has no mayor and no middle school."""
    if not features:
        return 0.0
    points = _KIND * sum(place.feature in wanted for wanted in features)
    if place.feature == "country":
        points -= _LOCAL * sum(wanted is LOCAL for wanted in features)
    return points / len(features)


def _list_points(place: PlaceRecord, peers: Sequence[PlaceRecord]) -> float:
    """What the neighbours in a list say: they are of one kind, often of one country; capitals stand with capitals."""
    if not peers:
        return 0.0
    alike = sum(place.feature == peer.feature for peer in peers)
    near = sum((place.feature, place.country) == (peer.feature, peer.country) for peer in peers)
    capitals = place.feature == "capital" and all(peer.feature == "capital" for peer in peers)
    return (_LIST * alike + _LIST_COUNTRY * near) / len(peers) + _CAPITALS * capitals


@dataclass(frozen=True, slots=True)
class Resolution:
    """The place a mention was given, and the evidence.

    method: ranked among the places of that name, or a site put at a town: one in its own name, one the text says
    contains it, one in its sentence, or the town the article is about; town: that town as the article writes it.
    probability: of this place among those of its name. others: the runners-up with theirs.
    country_share: the share of the article's other evidence in its country, elsewhere: in other countries;
    neighbours: other places there;
    country_name: what the article calls that country, if it names it.
    nearest: the nearest other town, as the article writes it, with its distance in kilometres.
    contradicting_region: the state in which the text puts it though no such place is known there.
    """

    place: PlaceRecord
    method: Method
    probability: float
    sense: Sense | None = None
    others: tuple[tuple[PlaceRecord, float], ...] = ()
    country_share: float = 0.0
    elsewhere: float = 0.0
    neighbours: int = 0
    country_name: str = ""
    nearest: tuple[str, float] | None = None
    town: str = ""
    contradicting_region: PlaceRecord | None = None
