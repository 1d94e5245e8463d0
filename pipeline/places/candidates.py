"""The ways to read a name (bare, by the kind it claims, as part of a place), and the places it may stand for."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.gazetteer.fold import fold
from pipeline.gazetteer.records import FOREIGN, MAIN, Feature, inside
from pipeline.lexicon.countries import country_of_code
from pipeline.lexicon.tables import table
from pipeline.text.line_breaks import one_line

MAX_CANDIDATES = 40
_KNOWN = 5.5  # importance above which a headline in capitals may mean it (GOA, ULM)
_SMALL = 4.0  # importance a place abroad needs to be looked for under a variant
_VILLAGE = 3.0  # the same, where its own name begins with what is looked for
_ENGLISH = frozenset(("US", "GB", "CA", "AU", "NZ", "IE"))
_NATURE = re.compile(r"(?i) (?:islands?|isles?|lake|river|bay|peninsula|valley|mountains?)$")
_SHORT = 4  # letters; a key this short may be an abbreviation, where capitals and dots tell
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_SAINTS = re.compile(r"(?:St\.?|Saint) [A-Z]\w+['’]s")
_ARTICLE = re.compile(r"^(?:[Tt]he|THE|an?)\s+")  # A Coruña keeps its own, and so does the firm An Post
_PART = re.compile(
    r"^(?:(?:far|down|mid|central|downtown|uptown|inner|outer|greater|metropolitan|metro|rural|urban|suburban|mainland"
    r"|coastal|occupied|northern|southern|eastern|western|north|south|east|west|northeastern|northwestern|southeastern"
    r"|southwestern|northeast|northwest|southeast|southwest|north-?central|south-?central|upper|lower|upstate|old"
    r"|central|modern|ancient|nearby|neighbou?ring)[ \-]+)+(?=[A-Z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to look a mention up: a name, the features it may have (None: any), and whether words were cut off.

    part: the mention names a part of the place only ("northern Gaza").
    """

    name: str
    features: frozenset[Feature] | None = None
    part: bool = False


@lru_cache(maxsize=20_000)
def readings(text: str) -> tuple[Reading, ...]:
    """Ways to look a mention up, most literal first; the first that finds a place is the one to take."""
    name = clean(text)
    found = [Reading(name)]
    if (whole := one_line(text)) != name and _SAINTS.fullmatch(whole):
        found.insert(0, Reading(whole))  # St. John's is a town, London's is not
    for pattern, replacement, features in _kind_patterns():
        if (match := pattern.fullmatch(name)) and (bare := match.expand(replacement).strip()):
            found.append(Reading(bare, features))
            break
    bare = _PART.sub("", name)
    if bare != name and bare:
        found.extend(Reading(inner.name, inner.features, part=True) for inner in readings(bare))
    return tuple(found)


@lru_cache(maxsize=20_000)
def clean(text: str) -> str:
    """The name without article, possessive and line breaks."""
    name = one_line(text).strip('"“”()[],;: ')
    name = _POSSESSIVE.sub("", name)
    bare = _ARTICLE.sub("", name)
    return bare if bare and not bare.islower() else name


@cache
def _kind_patterns() -> tuple[tuple[re.Pattern[str], str, frozenset[Feature] | None], ...]:
    """kind_words.tsv as (pattern, replacement, features)."""
    return tuple(
        (re.compile(pattern, re.IGNORECASE), replacement, frozenset(features.split("|")) if features != "any" else None)  # type: ignore[arg-type]  # the table contains feature names; a test checks them
        for pattern, replacement, features in table("places/kind_words.tsv")
    )


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
    if place.importance >= _VILLAGE and fold(place.name).startswith(fold(name) + " "):
        return True  # Clacton for Clacton-on-Sea
    return place.importance >= (_KNOWN if place.country in _ENGLISH else _SMALL)


def _abbreviates(name: str, place: PlaceRecord) -> bool:
    """Whether a short name fits: in full (Goa), with capitals or a dot (US, Ala.); "Miss" is no Mississippi."""
    letters = name.replace(".", "")
    if name.isupper() and place.feature == "admin1" and country_of_code(name):
        return False  # IND behind a player is India's code; Indiana is Ind. or IN
    if place.name_rank == MAIN:
        return not (letters.isupper() and len(letters) < _SHORT) or place.name.isupper() or place.importance > _KNOWN
    if place.name_rank == FOREIGN:
        return len(letters) == _SHORT and not letters.isupper()
    return (
        sum(map(str.isupper, name)) > 1  # UAE, BiH
        or "." in name
        or (len(letters) == _SHORT and not (place.feature == "admin1" and place.country in _ENGLISH))
    )
