"""How sure a choice is."""

import math

from pipeline.gazetteer.records import FOREIGN, TRUSTED
from pipeline.model import Mention
from pipeline.places.choice import Choice
from pipeline.places.containment import inside

PIN = 0.4  # below it no pin is drawn: such a pin would be wrong more often than right
_BIAS = -2.88
_WORTH = {
    "belief": 0.33,
    "sole": -0.28,
    "importance": 0.46,
    "trusted": -0.73,
    "foreign": -1.44,
    "held": 0.84,
    "near": 1.09,
    "nation": 1.40,
    "often": 0.29,
    "country": 0.74,
    "admin1": 0.32,
    "admin2": 0.60,
    "body": -1.73,
    "facility": -0.85,
    "loc": -1.61,
    "name": -0.31,
    "said": -2.22,
    "sentence": -2.35,
    "focus": -1.99,
}


def confidence(mention: Mention, choice: Choice) -> float:
    """The share of such choices that are right, by the curve above."""
    score = _BIAS + sum(_WORTH[name] * value for name, value in features(mention, choice).items())
    return round(1 / (1 + math.exp(-score)), 3)


def features(mention: Mention, choice: Choice) -> dict[str, float]:
    """What there is to go by."""
    place, sense, belief = choice.place, choice.sense, min(max(choice.belief, 0.02), 0.99)
    ranked = choice.how == "ranked"
    held = bool(sense and any(inside(place, holder) for holder in sense.holders))
    return {
        "belief": math.log(belief / (1 - belief)),
        "sole": float(ranked and not choice.others),
        "importance": min(place.importance, 9.0),
        "trusted": float(place.name_rank == TRUSTED),
        "foreign": float(place.name_rank == FOREIGN),
        "held": float(held),
        "near": float(bool(choice.near and choice.near[1] < 150)),
        "nation": choice.nation,
        "often": min(len(sense.members), 5) ** 0.5 if sense else 0.0,
        "country": float(place.feature in ("country", "continent")),
        "admin1": float(place.feature == "admin1"),
        "admin2": float(place.feature == "admin2"),
        "body": float(mention.label not in ("GPE", "LOC", "FAC")),
        "facility": float(mention.label == "FAC"),
        "loc": float(mention.label == "LOC"),
        "name": float(choice.how == "name"),
        "said": float(choice.how == "said"),
        "sentence": float(choice.how == "sentence"),
        "focus": float(choice.how == "focus"),
    }
