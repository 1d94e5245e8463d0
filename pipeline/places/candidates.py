"""Which places a mention may stand for."""

import re
from functools import lru_cache

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.gazetteer.containment import inside
from pipeline.gazetteer.fold import fold
from pipeline.gazetteer.records import FOREIGN, MAIN
from pipeline.places.toponyms import Reading, readings

MAX_CANDIDATES = 40
_KNOWN = 5.5  # importance above which a headline in capitals may mean it (GOA, ULM)
_SMALL = 4.0  # importance a place abroad needs to be looked for under a variant
_ENGLISH = frozenset(("US", "GB", "CA", "AU", "NZ", "IE"))
_NATURE = re.compile(r"(?i) (?:islands?|isles?|lake|river|bay|peninsula|valley|mountains?)$")
_SHORT = 4  # letters; a key this short may be an abbreviation, where capitals and dots tell


@lru_cache(maxsize=20_000)
def candidates(text: str, gazetteer: Gazetteer) -> tuple[Reading, tuple[PlaceRecord, ...]]:
    """The readings of a mention that find places, and those places; the literal reading where none does.

    A literal match that is well known ends the search; else "Karak district" may be Karak's district as well.
    """
    ways = readings(text)
    if inner := _before_comma(text, gazetteer):
        return inner
    chosen = ways[0]
    places: tuple[PlaceRecord, ...] = ()
    for reading in ways:
        if places and (reading.part or places[0].importance >= _KNOWN or _NATURE.search(ways[0].name)):
            break
        found = _fitting(reading, gazetteer)
        if found and not places:
            chosen = reading
        known = {place.key for place in places}
        places += tuple(place for place in found if place.key not in known)
    return chosen, places[:MAX_CANDIDATES]


def _before_comma(text: str, gazetteer: Gazetteer) -> tuple[Reading, tuple[PlaceRecord, ...]] | None:
    """What "Paris, Texas" as one name stands for: those places called Paris that lie in a Texas."""
    name, comma, rest = text.partition(",")
    if not comma or not rest.strip():
        return None
    reading, places = candidates(name, gazetteer)
    _, containers = candidates(rest, gazetteer)
    held = tuple(place for place in places if any(inside(place, container) for container in containers))
    return (reading, held) if held else None


def _fitting(reading: Reading, gazetteer: Gazetteer) -> tuple[PlaceRecord, ...]:
    short = len(fold(reading.name)) <= _SHORT
    return tuple(
        place
        for place in gazetteer.lookup(reading.name)
        if (reading.features is None or place.feature in reading.features)
        and (place.name_rank < FOREIGN or _worth_a_variant(reading.name, place))
        and (not short or _abbreviates(reading.name, place))
    )


def _worth_a_variant(name: str, place: PlaceRecord) -> bool:
    """Whether a place is known by GeoNames' other names: in English-speaking lands those are old or junk."""
    if place.importance >= _SMALL and fold(place.name).startswith(fold(name) + " "):
        return True  # Clacton for Clacton-on-Sea
    return place.importance >= (_KNOWN if place.country in _ENGLISH else _SMALL)


def _abbreviates(name: str, place: PlaceRecord) -> bool:
    """Whether a short name fits: in full (Goa), or with capitals or a dot (US, Ala.); "Miss" is no Mississippi."""
    letters = name.replace(".", "")
    if place.name_rank == MAIN:
        return not (letters.isupper() and len(letters) < _SHORT) or place.name.isupper() or place.importance > _KNOWN
    if place.name_rank == FOREIGN:
        return len(letters) == _SHORT and not letters.isupper()
    return (
        name.isupper()
        or "." in name
        or (len(letters) == _SHORT and not (place.feature == "admin1" and place.country in _ENGLISH))
    )
