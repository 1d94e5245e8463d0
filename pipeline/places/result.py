"""One row of the record for one mention: the place, the runners-up, the confidence, the reason.

The reason says why a place was chosen, or why none was, in words a reader can check; other places are named as the
article does.
"""

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.gazetteer.records import inside
from pipeline.model import Mention, Place, PlaceChoice
from pipeline.places.candidates import MAX_CANDIDATES
from pipeline.places.confidence import PIN, confidence
from pipeline.places.senses import Resolution, Sense
from pipeline.places.sites import is_site

_RUNNERS_UP = 5
_NEAR_KM = 150.0
_POINTED_TO = 0.3  # share of the article's evidence that must speak for a country to be worth saying
_STATES = frozenset(("US", "CA", "AU"))  # countries whose towns are told apart by state
_WITH_ARTICLE = ("United ", "Philippines", "Maldives", "Bahamas", "Seychelles", "Comoros", "Gambia", "Central African ",
                 "Dominican Republic", "Democratic Republic", "Republic of", "Solomon ", "Marshall ", "Cayman ",
                 "Faroe ", "Falkland ", "Palestinian ", "Isle ")  # fmt: skip


def place_of(mention: Mention, resolution: Resolution | None, gazetteer: Gazetteer) -> Place:
    """The row of a mention; without coordinates where nothing is sure enough."""
    if resolution is None:
        return _unplaced(mention, 0.0, _unknown(mention), ())
    if resolution.contradicting_region and resolution.sense:
        why = _contradicted(mention, resolution.sense.written)
        return _unplaced(mention, 0.0, why, _options(resolution, 0.0)[:_RUNNERS_UP])
    sure, place = confidence(mention, resolution), resolution.place
    options = _options(resolution, sure)
    if sure < PIN:
        return _unplaced(mention, sure, _unsure(resolution, gazetteer), options[:_RUNNERS_UP])
    site = resolution.method != "ranked"
    return Place(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        entity_id=mention.entity_id,
        name=mention.text if site else place.name,
        country=place.country,
        kind="site" if site else place.kind,
        lat=place.lat,
        lon=place.lon,
        geonameid=None if site else place.geonameid,
        confidence=sure,
        reason=_reason(resolution, gazetteer),
        alternatives=options[1 : _RUNNERS_UP + 1],
    )


def _unplaced(mention: Mention, sure: float, why: str, options: tuple[PlaceChoice, ...]) -> Place:
    return Place(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        entity_id=mention.entity_id,
        name=None,
        country=None,
        kind=None,
        lat=None,
        lon=None,
        geonameid=None,
        confidence=sure,
        reason=why,
        alternatives=options,
    )


def _options(resolution: Resolution, sure: float) -> tuple[PlaceChoice, ...]:
    """The resolution and its runners-up as a reader may pick them."""
    rest = sum(share for _, share in resolution.others) or 1.0
    ranked = ((resolution.place, sure), *((place, share / rest * (1 - sure)) for place, share in resolution.others))
    return tuple(_option(place, share) for place, share in ranked)


def _option(place: PlaceRecord, share: float) -> PlaceChoice:
    return PlaceChoice(place.name, place.country, place.kind, place.lat, place.lon, place.geonameid, round(share, 3))


def _reason(resolution: Resolution, gazetteer: Gazetteer) -> str:
    """One plain sentence, why this place."""
    if resolution.method == "name":
        return f"its name tells the town: {_label(resolution.place, gazetteer)}"
    if resolution.method == "said":
        return f"the text puts it in {resolution.town}"
    if resolution.method == "sentence":
        return f"a site; the same sentence names {resolution.town}"
    if resolution.method == "focus":
        kind = "town" if resolution.place.kind == "city" else "district"
        return f"a site; {resolution.town} is the {kind} the article names most"
    return _evidence(resolution, gazetteer)


def _unsure(resolution: Resolution, gazetteer: Gazetteer) -> str:
    """One plain sentence, why no pin is drawn though places of the name are known."""
    if resolution.method != "ranked":
        return f"a site; it may be in {resolution.town or _label(resolution.place, gazetteer)}"
    places = (resolution.place, *(place for place, _ in resolution.others[:2]))
    names = list(dict.fromkeys(_label(place, gazetteer) for place in places))
    if len(places) == 1:
        return f"the only place known under this name is {names[0]}, and it may not be meant"
    if len(names) == 1:
        return f"could be {names[0]}; the article does not tell"
    return f"could be {' or '.join(names)}; the article does not tell"


def _contradicted(mention: Mention, written: str) -> str:
    """One plain sentence: the text names a state that is known to hold no such place."""
    return f"the text puts it {written}, where the gazetteer knows no {mention.text}"


def _unknown(mention: Mention) -> str:
    """One plain sentence, why nothing is known about a mention."""
    if is_site(mention):
        return "a site, and the text does not tell in which town"
    return "the gazetteer knows no place of this name"


def _label(place: PlaceRecord, gazetteer: Gazetteer) -> str:
    """The name with what tells it from its namesakes: Paris, Texas; Paris, France."""
    if place.kind == "country" or not place.country:
        return place.name
    if place.country in _STATES and place.admin1 and place.feature != "admin1":
        state = gazetteer.admin1_name(place.country, place.admin1)
        if state and state != place.name:
            return f"{place.name}, {state}"
    land = gazetteer.country(place.country)
    return f"{place.name}, {land.name}" if land and land.name != place.name else place.name


def _evidence(resolution: Resolution, gazetteer: Gazetteer) -> str:
    """The strongest piece of evidence that a reader can check."""
    place, sense = resolution.place, resolution.sense
    if sense and sense.written and any(inside(place, container) for container in sense.containers):
        return f"the text puts it {sense.written}"
    if resolution.nearest and resolution.nearest[1] <= _NEAR_KM and place.kind in ("city", "site"):
        return f"the article also names {resolution.nearest[0]}, {_distance(resolution.nearest[1])}"
    land = gazetteer.country(place.country) if place.country and place.kind != "country" else None
    if land and resolution.neighbours:
        some = "other places of the article lie" if resolution.neighbours > 1 else "another place of the article lies"
        return f"{some} in {_in_a_sentence(land.name)}"
    if resolution.country_name:
        return f"the article also names {resolution.country_name}"
    if land and resolution.country_share >= _POINTED_TO:
        return f"other words of the article point to {_in_a_sentence(land.name)}"
    return _among_namesakes(place, sense, gazetteer)


def _among_namesakes(place: PlaceRecord, sense: Sense | None, gazetteer: Gazetteer) -> str:
    places = sense.places if sense else (place,)
    if len(places) == 1:
        return f"the only place known under this name is the {place.kind} {_label(place, gazetteer)}"
    many = f"{'at least ' if len(places) >= MAX_CANDIDATES else ''}{len(places)}"
    if all(place.importance >= other.importance or inside(place, other) for other in places):
        return f"the best known of {many} places of this name is the {place.kind} {_label(place, gazetteer)}"
    return f"of {many} places of this name the {place.kind} {_label(place, gazetteer)} fits the article best"


def _in_a_sentence(name: str) -> str:
    """A country's name after "in": the United States."""
    return f"the {name}" if name.startswith(_WITH_ARTICLE) else name.replace("The ", "the ", 1)


def _distance(km: float) -> str:
    return "less than 2 km away" if km < 2 else f"{km:.0f} km away"
