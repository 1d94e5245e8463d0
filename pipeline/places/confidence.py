"""The confidence of a resolution: a logistic curve over its features, fitted to annotated news.

Fitted by scripts/calibrate_places.py with each of five corpora weighing the same (right: within 161 km). A name the
annotators left out counts as wrong, but for sites and public bodies, which two of the corpora leave out by rule, as a
quarter of a wrong one. On corpora left out of the fit, of the resolutions with a confidence of p or more this share is
right, and this share of all resolutions is so sure:

    p      0.2   0.3   0.4   0.5   0.6   0.7   0.8   0.85  0.9   0.95  0.98
    right  .935  .937  .940  .943  .946  .951  .961  .965  .972  .977  .979
    kept   .995  .990  .984  .977  .968  .950  .917  .885  .838  .711  .404

The weights of "stranger" and "named_kind" were fitted later, to four of the five with the others as they were. When
"loc" was fitted it counted for landforms too; without them five of six corpora have as many right pins or more.

By tenths from 0.3 to 1.0 (said, right): .35 .30, .45 .58, .56 .62, .65 .69, .75 .67, .86 .84, .97 .97. Below 0.4, the
least that draws a pin in the record, a resolution is wrong more often than right.
"""

import math
import re

from pipeline.gazetteer import PlaceRecord
from pipeline.gazetteer.records import FOREIGN, TRUSTED, inside
from pipeline.lexicon.tables import words
from pipeline.model import Mention
from pipeline.places.senses import Resolution

_MILLION = 6.0  # importance of a town of a million
_NEAR_KM = 150.0
_NO_SHARE = 0.02
_FAMOUS, _FAME = 1.6, 4.0  # names of a town in many languages, as a power of ten; and what one power counts
_NATURE = frozenset(("water", "landform", "area"))
_KIND = re.compile(
    r"(?i)\b(?:sea|ocean|river|lakes?|gulf|bay|strait|canal|mountains?|peninsula|islands?|desert|valley|coast|basin)\b"
)
_LIKE_NATURE = re.compile(
    r" (?:Bay|Beach|Cape|Cove|Creek|Falls|Harbou?r|Hills?|Island|Lakes?|Point|Rapids|River|Rocks?|Springs|Valley)$"
)
_REGION = re.compile(r"(?i)^(?:co\.?|county) |\b(?:county|province|governorate|oblast|prefecture|island)$")
PIN = 0.5  # below it no pin is drawn: the reader is asked, as a wrong pin is worse than none
_BIAS = -3.2
WEIGHTS = {
    "probability": 0.55,  # log odds of the share of probability in this spot
    "sole": -0.58,  # the only candidate: nothing to win against, but the label itself may be wrong
    "importance": 0.4,
    "trusted": -0.83,  # found under an abbreviation or a variant
    "foreign": -0.41,
    "contained": 0.43,  # the text names what contains it
    "near": 1.09,  # another town of the article lies nearby
    "country_share": 0.94,  # share of the article's other places in the same country
    "often": 0.61,
    "country": 0.39,
    "admin1": 0.82,
    "admin2": 1.16,
    "body": -0.75,  # from the name of a public body
    "facility": 0.93,
    "loc": -1.64,  # the label of landforms, on what is none: the name is a town's
    "name": -0.98,  # a site at the town in its own name
    "said": -2.78,  # a site at the town the text puts it in
    "sentence": -3.11,
    "focus": -3.36,
    "common": -0.18,  # the name is a common word too
    "stranger": -1.2,  # nothing speaks for its country, so much for others; times how obscure it is
    "named_kind": 0.5,  # the name says what it is: the Tigris River
}


def confidence(mention: Mention, resolution: Resolution) -> float:
    """The share of such resolutions that are right."""
    score = _BIAS + sum(WEIGHTS[name] * value for name, value in features(mention, resolution).items())
    return round(1 / (1 + math.exp(-score)), 3)


def features(mention: Mention, resolution: Resolution) -> dict[str, float]:
    """The features of a resolution, by the name of their weight."""
    place, sense, probability = resolution.place, resolution.sense, min(max(resolution.probability, 0.02), 0.99)
    ranked = resolution.method == "ranked"
    held = bool(sense and any(inside(place, container) for container in sense.containers))
    named_kind = (
        ranked and place.feature in _NATURE and bool(_KIND.search(mention.text) or _REGION.search(mention.text))
    )
    stranger = ranked and not held and not _REGION.search(mention.text) and _is_stranger(resolution)
    return {
        "probability": math.log(probability / (1 - probability)),
        "sole": float(ranked and not resolution.others and not named_kind),
        "importance": min(place.importance, 9.0),
        "trusted": float(place.name_rank == TRUSTED),
        "foreign": float(place.name_rank == FOREIGN),
        "contained": float(held),
        "near": float(bool(resolution.nearest and resolution.nearest[1] < _NEAR_KM)),
        "country_share": resolution.country_share,
        "often": min(len(sense.members), 5) ** 0.5 if sense else 0.0,
        "country": float(place.feature in ("country", "continent")),
        "admin1": float(place.feature == "admin1"),
        "admin2": float(place.feature == "admin2"),
        "body": float(mention.label not in ("GPE", "LOC", "FAC")),
        "facility": float(mention.label == "FAC"),
        "loc": float(mention.label == "LOC" and not _is_landform(mention, place)),
        "name": float(resolution.method == "name"),
        "said": float(resolution.method == "said"),
        "sentence": float(resolution.method == "sentence"),
        "focus": float(resolution.method == "focus"),
        "common": float(mention.text.casefold() in words("entities/words.txt")),
        "stranger": stranger * resolution.elsewhere * _obscurity(place),
        "named_kind": float(named_kind),
    }


def _is_landform(mention: Mention, place: PlaceRecord) -> bool:
    """Whether the label of landforms fits a place: it is one, or a city whose name ends like one's: Long Beach."""
    return place.feature in _NATURE or (place.name == mention.text and bool(_LIKE_NATURE.search(mention.text)))


def _obscurity(place: PlaceRecord) -> float:
    """How far a place is from being known everywhere: by its people, or less by what the world calls it (Davos)."""
    small = max(_MILLION - place.importance, 0.0)
    return min(small, max(_FAMOUS - place.fame, 0.0) * _FAME) if place.kind == "city" else small


def _is_stranger(resolution: Resolution) -> bool:
    """Whether nothing else in the article speaks for the country of a town or region."""
    if resolution.place.feature in ("country", "continent"):
        return False
    near = resolution.nearest and resolution.nearest[1] < _NEAR_KM
    named = resolution.neighbours or resolution.country_name or resolution.country_share > _NO_SHARE
    return not near and not named
