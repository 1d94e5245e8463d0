"""The confidence of a resolution: a logistic curve over its features, fitted to annotated news.

Fitted with each corpus weighing the same (right: within 161 km). A name the annotators left out counts
as wrong, but for sites and public bodies, which two of the corpora leave out by rule, as a quarter of a wrong one.
Measured on the corpora left out of the fit, of the resolutions with a confidence of p or more this share is right, and
this share of all resolutions is so sure:

    p      0.2   0.3   0.4   0.5   0.6   0.7   0.8   0.85  0.9   0.95  0.98
    right  .918  .924  .927  .934  .942  .951  .955  .959  .968  .977  .981
    kept   .988  .978  .970  .956  .938  .913  .868  .836  .771  .628  .339

With every name the annotators left out counted as wholly wrong, the share right is .902 at 0.4, .935 at 0.7, .963 at
0.9 and .977 at 0.95. What falls below 0.4, the least that draws a pin, is wrong more often than right.
"""

import math

from pipeline.gazetteer.containment import inside
from pipeline.gazetteer.records import FOREIGN, TRUSTED
from pipeline.model import Mention
from pipeline.places.senses import Resolution

PIN = 0.4  # below it no pin is drawn
_BIAS = -3.59
_WORTH = {
    "belief": 0.42,  # log odds of the share of probability in this spot
    "sole": -0.31,  # the only candidate: nothing to win against, but the label itself may be wrong
    "importance": 0.51,
    "trusted": -1.09,  # found under an abbreviation or a variant
    "foreign": -0.44,
    "held": 0.76,  # the text names what contains it
    "near": 1.22,  # another town of the article lies nearby
    "nation": 1.36,  # share of the article's other places in the same country
    "often": 0.52,
    "country": 0.60,
    "admin1": 0.16,
    "admin2": 0.46,
    "body": -0.48,  # from the name of a public body
    "facility": -0.06,
    "loc": -1.49,
    "name": -0.17,  # a site at the town in its own name
    "said": -2.04,  # a site at the town the text puts it in
    "sentence": -1.67,
    "focus": -1.31,
}


def confidence(mention: Mention, resolution: Resolution) -> float:
    """The share of such resolutions that are right."""
    score = _BIAS + sum(_WORTH[name] * value for name, value in features(mention, resolution).items())
    return round(1 / (1 + math.exp(-score)), 3)


def features(mention: Mention, resolution: Resolution) -> dict[str, float]:
    """What there is to go by."""
    place, sense, probability = resolution.place, resolution.sense, min(max(resolution.probability, 0.02), 0.99)
    ranked = resolution.method == "ranked"
    held = bool(sense and any(inside(place, container) for container in sense.containers))
    return {
        "belief": math.log(probability / (1 - probability)),
        "sole": float(ranked and not resolution.others),
        "importance": min(place.importance, 9.0),
        "trusted": float(place.name_rank == TRUSTED),
        "foreign": float(place.name_rank == FOREIGN),
        "held": float(held),
        "near": float(bool(resolution.nearest and resolution.nearest[1] < 150)),
        "nation": resolution.country_share,
        "often": min(len(sense.members), 5) ** 0.5 if sense else 0.0,
        "country": float(place.feature in ("country", "continent")),
        "admin1": float(place.feature == "admin1"),
        "admin2": float(place.feature == "admin2"),
        "body": float(mention.label not in ("GPE", "LOC", "FAC")),
        "facility": float(mention.label == "FAC"),
        "loc": float(mention.label == "LOC"),
        "name": float(resolution.method == "name"),
        "said": float(resolution.method == "said"),
        "sentence": float(resolution.method == "sentence"),
        "focus": float(resolution.method == "focus"),
    }
