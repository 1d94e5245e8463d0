"""Places of one name told apart in words: "London, England, United Kingdom", "London, Ohio, near Columbus"."""

from collections.abc import Sequence

from components.map.borders import country_name, plain
from components.map.box import distance_km
from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.model import PlaceChoice

NEAR_KM = 120  # how far the larger town may be that tells a reader where a small one is
SMALL = 300_000  # people; a larger town needs no neighbour to be known


def all_told_apart(choices: Sequence[PlaceChoice], gazetteer: Gazetteer) -> list[str]:
    """Each place in words; where two would read alike, with the distance from the town nearby, or in degrees."""
    found = [told_apart(choice, gazetteer) if choice.geonameid else _degrees(choice) for choice in choices]
    nearer = [_with_distance(choice, gazetteer) for choice in choices]
    found = [more if found.count(words) > 1 else words for words, more in zip(found, nearer, strict=True)]
    exact = [f"{words}, {_degrees(choice)}" for words, choice in zip(found, choices, strict=True)]
    return [more if found.count(words) > 1 else words for words, more in zip(found, exact, strict=True)]


def told_apart(choice: PlaceChoice, gazetteer: Gazetteer) -> str:
    """The place with its region and country, and where it is small with the largest town nearby."""
    record = _record(choice, gazetteer)
    region = _region(record, gazetteer) if record else None
    words = [choice.name, region if region and plain(region) != plain(choice.name) else None]
    country = country_name(choice.country) if choice.country and choice.kind != "country" else None
    town = _near(choice, record, gazetteer)
    words += [country or None, f"near {town.name}" if town else None]
    return ", ".join(word for word in words if word)


def _with_distance(choice: PlaceChoice, gazetteer: Gazetteer) -> str:
    words, town = told_apart(choice, gazetteer), _near(choice, _record(choice, gazetteer), gazetteer)
    if town is None:
        return words
    away = distance_km((choice.lon, choice.lat), (town.lon, town.lat))
    return f"{words.removesuffix(f'near {town.name}')}{away:.0f} km from {town.name}"


def _degrees(choice: PlaceChoice) -> str:
    return f"{choice.lat:.2f}, {choice.lon:.2f}"


def _record(choice: PlaceChoice, gazetteer: Gazetteer) -> PlaceRecord | None:
    """The place in the gazetteer, by its id."""
    found = gazetteer.lookup(choice.name) if choice.geonameid else ()
    return next((record for record in found if record.geonameid == choice.geonameid), None)


def _region(record: PlaceRecord, gazetteer: Gazetteer) -> str | None:
    if not record.country or not record.admin1 or record.kind not in ("city", "site", "area"):
        return None
    return gazetteer.admin1_name(record.country, record.admin1)


def _near(choice: PlaceChoice, record: PlaceRecord | None, gazetteer: Gazetteer) -> PlaceRecord | None:
    if choice.kind != "city" or (record and record.population >= SMALL):
        return None
    here = (choice.lon, choice.lat)
    for town in gazetteer.near(choice.lat, choice.lon, km=NEAR_KM, limit=2):
        larger = town.population > (record.population if record else 0)
        if larger and plain(town.name) != plain(choice.name) and distance_km(here, (town.lon, town.lat)) > 1:
            return town
    return None
