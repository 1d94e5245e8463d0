"""Why a place was chosen, or why none was, in words a reader can check; other places are named as the article does."""

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.gazetteer.containment import inside
from pipeline.model import Mention
from pipeline.places.candidates import MAX_CANDIDATES
from pipeline.places.senses import Resolution, Sense
from pipeline.places.sites import is_site

_NEAR_KM = 150.0
_POINTED_TO = 0.3  # share of the article's evidence that must speak for a country to be worth saying
_STATES = frozenset(("US", "CA", "AU"))  # countries whose towns are told apart by state
_WITH_ARTICLE = ("United ", "Philippines", "Maldives", "Bahamas", "Seychelles", "Comoros", "Gambia", "Central African ",
                 "Dominican Republic", "Democratic Republic", "Republic of", "Solomon ", "Marshall ", "Cayman ",
                 "Faroe ", "Falkland ", "Palestinian ", "Isle ")  # fmt: skip


def reason(resolution: Resolution, gazetteer: Gazetteer) -> str:
    """One plain sentence, why this place."""
    if resolution.method == "name":
        return f"its name tells the town: {label(resolution.place, gazetteer)}"
    if resolution.method == "said":
        return f"the text puts it in {resolution.town}"
    if resolution.method == "sentence":
        return f"a site; the same sentence names {resolution.town}"
    if resolution.method == "focus":
        kind = "town" if resolution.place.kind == "city" else "district"
        return f"a site; {resolution.town} is the {kind} the article names most"
    return _evidence(resolution, gazetteer)


def unsure(resolution: Resolution, gazetteer: Gazetteer) -> str:
    """One plain sentence, why no pin is drawn though places of the name are known."""
    if resolution.method != "ranked":
        return f"a site; it may be in {resolution.town or label(resolution.place, gazetteer)}"
    places = (resolution.place, *(place for place, _ in resolution.others[:2]))
    names = list(dict.fromkeys(label(place, gazetteer) for place in places))
    if len(places) == 1:
        return f"the only place known under this name is {names[0]}, and it may not be meant"
    if len(names) == 1:
        return f"could be {names[0]}; the article does not tell"
    return f"could be {' or '.join(names)}; the article does not tell"


def contradicted(mention: Mention, written: str) -> str:
    """One plain sentence: the text names a state that is known to hold no such place."""
    return f"the text puts it {written}, where the gazetteer knows no {mention.text}"


def unknown(mention: Mention) -> str:
    """One plain sentence, why nothing is known about a mention."""
    if is_site(mention):
        return "a site, and the text does not tell in which town"
    return "the gazetteer knows no place of this name"


def label(place: PlaceRecord, gazetteer: Gazetteer) -> str:
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
        return f"the only place known under this name is the {place.kind} {label(place, gazetteer)}"
    many = f"{'at least ' if len(places) >= MAX_CANDIDATES else ''}{len(places)}"
    if all(place.importance >= other.importance or inside(place, other) for other in places):
        return f"the best known of {many} places of this name is the {place.kind} {label(place, gazetteer)}"
    return f"of {many} places of this name the {place.kind} {label(place, gazetteer)} fits the article best"


def _in_a_sentence(name: str) -> str:
    """A country's name after "in": the United States."""
    return f"the {name}" if name.startswith(_WITH_ARTICLE) else name.replace("The ", "the ", 1)


def _distance(km: float) -> str:
    return "less than 2 km away" if km < 2 else f"{km:.0f} km away"
