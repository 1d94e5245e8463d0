"""Which places a mention may stand for."""

from functools import lru_cache

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.gazetteer.fold import fold
from pipeline.gazetteer.records import FOREIGN, MAIN
from pipeline.places.toponyms import Reading, readings

MAX_CANDIDATES = 40
_SHORT = 4  # letters; a key this short may be an abbreviation, where capitals and dots tell


def candidates(text: str, gazetteer: Gazetteer) -> tuple[Reading, tuple[PlaceRecord, ...]]:
    """The first reading of a mention that finds places, and those places; the literal reading where none does."""
    ways = readings(text)
    for reading in ways:
        found = _fitting(reading, gazetteer)
        if found:
            return reading, found
    return ways[0], ()


def _fitting(reading: Reading, gazetteer: Gazetteer) -> tuple[PlaceRecord, ...]:
    found = gazetteer.lookup(reading.name)
    if reading.features is not None:
        found = tuple(place for place in found if place.feature in reading.features)
    if len(fold(reading.name)) <= _SHORT:
        found = tuple(place for place in found if _abbreviates(reading.name, place))
    return found[:MAX_CANDIDATES]


def _abbreviates(name: str, place: PlaceRecord) -> bool:
    """Whether a short name fits: in full (Goa), or with capitals or a dot (US, Ala.); "Miss" is no Mississippi."""
    if place.name_rank == MAIN:
        return True
    if place.name_rank == FOREIGN:
        return len(fold(name)) == _SHORT
    return name.isupper() or name.endswith(".") or "." in name or len(fold(name)) == _SHORT and place.feature not in ("admin1",)


@lru_cache(maxsize=4096)
def is_upper_code(name: str) -> bool:
    """Two capitals such as TX or IN."""
    return len(name) == 2 and name.isupper()
