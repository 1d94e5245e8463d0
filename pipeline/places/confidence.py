"""How sure a choice is: a logistic curve over what speaks for it, fitted to four corpora of annotated news.

Fitted with each corpus weighing the same (3,446 choices); measured on the corpora left out of the fit, of the choices
with a confidence of p or more this share is right (within 161 km, unannotated names counted as wrong), and this share
of all choices is so sure:

    p      0.2   0.3   0.4   0.5   0.6   0.7   0.8   0.85  0.9   0.95
    right  .897  .904  .912  .921  .931  .942  .950  .957  .966  .978
    kept   .965  .955  .944  .927  .904  .876  .828  .785  .715  .570

At 0.4, the least that draws a pin, nine pins in ten are right; what is dropped is wrong more often than not.
"""

import math

from pipeline.gazetteer.records import FOREIGN, TRUSTED
from pipeline.model import Mention
from pipeline.places.choice import Choice
from pipeline.places.containment import inside

PIN = 0.4  # below it no pin is drawn
_BIAS = -3.09
_WORTH = {
    "belief": 0.40,  # log odds of the share of belief in this spot
    "sole": -0.24,  # the only candidate: nothing to win against, but the label itself may be wrong
    "importance": 0.44,
    "trusted": -0.85,  # found under an abbreviation or a variant
    "foreign": -0.03,
    "held": 0.44,  # the text names what holds it
    "near": 1.00,  # another town of the article lies nearby
    "nation": 1.20,  # share of the article's other places in the same country
    "often": 0.49,
    "country": 0.61,
    "admin1": 0.30,
    "admin2": 0.59,
    "body": -1.62,  # from the name of a public body
    "facility": -0.73,
    "loc": -1.43,
    "name": -0.26,  # a site at the town in its own name
    "said": -2.48,  # a site at the town the text puts it in
    "sentence": -2.52,
    "focus": -2.09,
}


def confidence(mention: Mention, choice: Choice) -> float:
    """The share of such choices that are right."""
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
