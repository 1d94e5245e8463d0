"""Which places a mention may stand for."""

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.gazetteer.fold import fold
from pipeline.gazetteer.records import FOREIGN, MAIN
from pipeline.places.toponyms import Reading, readings

MAX_CANDIDATES = 40
_KNOWN = 5.5  # importance above which a headline in capitals may mean it (GOA, ULM)
_SHORT = 4  # letters; a key this short may be an abbreviation, where capitals and dots tell


def candidates(text: str, gazetteer: Gazetteer) -> tuple[Reading, tuple[PlaceRecord, ...]]:
    """The readings of a mention that find places, and those places; the literal reading where none does.

    A literal match that is well known ends the search; else "Karak district" may be Karak's district as well.
    """
    ways = readings(text)
    chosen = ways[0]
    places: tuple[PlaceRecord, ...] = ()
    for reading in ways:
        if places and (reading.part or places[0].importance >= _KNOWN):
            break
        found = _fitting(reading, gazetteer)
        if found and not places:
            chosen = reading
        known = {place.key for place in places}
        places += tuple(place for place in found if place.key not in known)
    return chosen, places[:MAX_CANDIDATES]


def _fitting(reading: Reading, gazetteer: Gazetteer) -> tuple[PlaceRecord, ...]:
    found = gazetteer.lookup(reading.name)
    if reading.features is not None:
        found = tuple(place for place in found if place.feature in reading.features)
    if len(fold(reading.name)) <= _SHORT:
        found = tuple(place for place in found if _abbreviates(reading.name, place))
    return found


def _abbreviates(name: str, place: PlaceRecord) -> bool:
    """Whether a short name fits: in full (Goa), or with capitals or a dot (US, Ala.); "Miss" is no Mississippi."""
    if place.name_rank == MAIN:
        return not (name.isupper() and len(name) < _SHORT) or place.name.isupper() or place.importance > _KNOWN
    if place.name_rank == FOREIGN:
        return len(fold(name)) == _SHORT
    return name.isupper() or name.endswith(".") or "." in name or len(fold(name)) == _SHORT and place.feature not in ("admin1",)
