"""The real model, and quotes as a test likes to read them."""

from collections.abc import Callable

import pytest
import spacy
from spacy.vocab import Vocab

from devtools.reading import read
from pipeline.model import Attribution
from pipeline.quotes import find_quotes
from pipeline.text.nlp import load_nlp

Finder = Callable[[str], tuple[Attribution, ...]]


@pytest.fixture(scope="session")
def find() -> Finder:
    """Text to attributions, through the model the product uses."""
    nlp = load_nlp()

    def finder(text: str) -> tuple[Attribution, ...]:
        return find_quotes(read(nlp, text))

    return finder


@pytest.fixture(scope="session")
def vocab() -> Vocab:
    """An empty English vocabulary, for documents made by hand."""
    return spacy.blank("en").vocab
