"""How sure a choice is."""

from pipeline.places.choice import Choice

PIN = 0.0


def confidence(choice: Choice) -> float:
    """The share of such choices that are right."""
    return choice.belief
