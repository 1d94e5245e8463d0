"""What was decided for one mention, and what there is to say about it."""

from dataclasses import dataclass
from typing import Literal

from pipeline.gazetteer import PlaceRecord
from pipeline.places.senses import Sense

How = Literal["ranked", "name", "said", "sentence", "focus"]


@dataclass(frozen=True, slots=True)
class Choice:
    """The place a mention was given, and the evidence.

    how: ranked among the places of that name, or a site put at a town: one in its own name, one the text says
    holds it, one in its sentence, or the town the article is about. belief: the share of belief in it.
    others: the runners-up with their shares. nation: the share of the article's other evidence in its country.
    near: the nearest other town the article names, with its distance in kilometres.
    denied: the state in which the text puts it though no such place is known there.
    """

    place: PlaceRecord
    how: How
    belief: float
    sense: Sense | None = None
    others: tuple[tuple[PlaceRecord, float], ...] = ()
    nation: float = 0.0
    near: tuple[PlaceRecord, float] | None = None
    denied: PlaceRecord | None = None
