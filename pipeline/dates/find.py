"""Finds and resolves date expressions."""

from datetime import date

from spacy.tokens import Doc

from pipeline.layout import Layout
from pipeline.model import DateRef


def find_dates(doc: Doc, text: str, *, published: date | None, layout: Layout) -> tuple[DateRef, ...]:
    """DATE and TIME expressions sorted by start, resolved against the publication day."""
    return ()
