from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language

from pipeline.dates import find_dates
from pipeline.model import DateRef
from pipeline.text.layout import read_layout
from pipeline.text.nlp import load_nlp, parse
from pipeline.text.normalise import normalise


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The real model."""
    return load_nlp()


@pytest.fixture(scope="session")
def read_dates(nlp: Language) -> Callable[..., tuple[DateRef, ...]]:
    """Text and publication day → the dates in it, through the real model."""

    def read(text: str, published: str | None = "2024-03-19") -> tuple[DateRef, ...]:
        layout = read_layout(text)
        doc = parse(nlp, normalise(text, layout), layout)
        return find_dates(doc, text, published=date.fromisoformat(published) if published else None, layout=layout)

    return read
