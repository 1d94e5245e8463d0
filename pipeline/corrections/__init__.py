"""A reader's corrections: values, how they change an analysis, and their file."""

from pipeline.corrections.apply import Outcome, apply, step
from pipeline.corrections.changes import Corrected, Edited, apply_marked, edited, marked
from pipeline.corrections.entities import PLACES
from pipeline.corrections.file import (
    read_all_corrections,
    read_corrections,
    write_all_corrections,
    write_corrections,
)
from pipeline.corrections.history import History
from pipeline.corrections.lookup import LABELS, MisfitError
from pipeline.corrections.model import (
    Add,
    AddQuote,
    Correction,
    Corrections,
    Delete,
    EntityRef,
    Merge,
    NoQuote,
    PutPlace,
    QuoteRef,
    Relabel,
    Rename,
    SaidOn,
    Speaker,
    Split,
)

__all__ = [
    "LABELS",
    "PLACES",
    "Add",
    "AddQuote",
    "Corrected",
    "Correction",
    "Corrections",
    "Delete",
    "Edited",
    "EntityRef",
    "History",
    "Merge",
    "MisfitError",
    "NoQuote",
    "Outcome",
    "PutPlace",
    "QuoteRef",
    "Relabel",
    "Rename",
    "SaidOn",
    "Speaker",
    "Split",
    "apply",
    "apply_marked",
    "edited",
    "marked",
    "read_all_corrections",
    "read_corrections",
    "step",
    "write_all_corrections",
    "write_corrections",
]
