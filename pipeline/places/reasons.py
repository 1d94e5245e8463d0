"""Why a place was chosen, or why none was, in words a reader can check."""

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.gazetteer.containment import inside
from pipeline.model import Mention
from pipeline.places.senses import Resolution
from pipeline.places.sites import is_site

_NEAR_KM = 150.0
_FRAME = 0.3  # share of the article's other places that must lie in a country to be worth saying
_STATES = frozenset(("US", "CA", "AU"))  # countries whose towns are told apart by state


def reason(resolution: Resolution, gazetteer: Gazetteer) -> str:
    """One plain sentence, why this place."""
    town = label(resolution.place, gazetteer)
    if resolution.method == "name":
        return f"its name tells the town: {town}"
    if resolution.method == "said":
        return f"the text puts it in {town}"
    if resolution.method == "sentence":
        return f"a site; the same sentence names {town}"
    if resolution.method == "focus":
        return f"a site; {town} is the town the article names most"
    return _evidence(resolution, gazetteer)


def unsure(resolution: Resolution, gazetteer: Gazetteer) -> str:
    """One plain sentence, why no pin is drawn though places of the name are known."""
    if resolution.method != "ranked":
        return f"a site; nothing says that it is in {label(resolution.place, gazetteer)}"
    names = [label(place, gazetteer) for place in (resolution.place, *(place for place, _ in resolution.others[:2]))]
    if len(names) == 1:
        return f"the only place known under this name is {names[0]}, and nothing in the article speaks for it"
    return f"could be {' or '.join(dict.fromkeys(names))}; the article does not tell"


def contradicting_region(mention: Mention, state: PlaceRecord) -> str:
    """One plain sentence: the text names a state that is known to hold no such place."""
    return f"the text puts it in {state.name}, where the gazetteer knows no {mention.text}"


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
    place, sense = resolution.place, resolution.sense
    containers = [container for container in sense.containers if inside(place, container)] if sense else []
    if containers:
        return f"the text puts it in {containers[0].name}"
    if resolution.nearest and resolution.nearest[1] <= _NEAR_KM and place.kind in ("city", "site"):
        other, km = resolution.nearest
        return f"the article also names {other.name}, {_distance(km)}"
    land = gazetteer.country(place.country) if place.country and place.kind != "country" else None
    if land and resolution.country_share >= _FRAME:
        return f"other places of the article lie in {land.name}"
    if not resolution.others:
        return f"the only place known under this name is the {place.kind} {label(place, gazetteer)}"
    count = len(sense.places) if sense else len(resolution.others) + 1
    return f"the best known of {count} places of this name is the {place.kind} {label(place, gazetteer)}"


def _distance(km: float) -> str:
    return "less than 2 km away" if km < 2 else f"{km:.0f} km away"
