"""The coarse classes that the vote on a name's label is held over; places are told apart afterwards."""

from collections import defaultdict

PERSON, ORG, PLACE, NORP, OTHER = "PERSON", "ORG", "PLACE", "NORP", "OTHER"
COARSE = {
    "PERSON": PERSON, "ORG": ORG, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE, "NORP": NORP,
    "EVENT": OTHER, "PRODUCT": OTHER, "WORK_OF_ART": OTHER, "LAW": OTHER, "LANGUAGE": OTHER, "X": OTHER,
}  # fmt: skip
Points = defaultdict[str, float]


def best_of(points: Points) -> str:
    """The class with most points; where nothing speaks for any, most names are bodies'."""
    best = max(points, key=lambda label: points[label], default=ORG)
    return best if points[best] > 0 else ORG
