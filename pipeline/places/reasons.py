"""Why a place was chosen, in words a reader can check."""

from pipeline.gazetteer import Gazetteer
from pipeline.model import Mention
from pipeline.places.choice import Choice


def reason(choice: Choice, sure: float, gazetteer: Gazetteer) -> str:
    return choice.how


def unplaced(mention: Mention) -> str:
    return "unknown"
