"""Analysis + corrections → corrected analysis. Pure: the model is not needed, nothing is guessed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pipeline.corrections.entities import add, delete, merge, relabel, rename, split
from pipeline.corrections.lookup import MisfitError
from pipeline.corrections.model import (
    Add,
    AddQuote,
    Correction,
    Corrections,
    Delete,
    Merge,
    NoQuote,
    PutPlace,
    Relabel,
    Rename,
    SaidOn,
    Speaker,
    Split,
)
from pipeline.corrections.quotes_places import add_quote, put_place, remove_quote, set_day, set_speaker
from pipeline.model import Analysis

_STEPS: dict[type, Callable[[Analysis, Any], Analysis]] = {
    Rename: rename,
    Relabel: relabel,
    Merge: merge,
    Split: split,
    Delete: delete,
    Add: add,
    Speaker: set_speaker,
    SaidOn: set_day,
    NoQuote: remove_quote,
    AddQuote: add_quote,
    PutPlace: put_place,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The corrected analysis, and a sentence for each correction that no longer fits."""

    analysis: Analysis
    misfits: tuple[str, ...] = ()


def apply(analysis: Analysis, corrections: Corrections) -> Outcome:
    """Every correction in its order; one that does not fit is named, and the others apply."""
    if corrections.article_id != analysis.article.id:
        return Outcome(analysis, ("These corrections belong to another article.",))
    misfits = []
    for item in corrections.items:
        try:
            analysis = step(analysis, item)
        except MisfitError as misfit:
            misfits.append(str(misfit))
    return Outcome(analysis, tuple(misfits))


def step(analysis: Analysis, item: Correction) -> Analysis:
    """One correction; raises MisfitError where it means nothing in this analysis."""
    return _STEPS[type(item)](analysis, item)
