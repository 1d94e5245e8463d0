"""The real model, and quotes as a test likes to read them."""

from collections.abc import Callable

import pytest
import spacy
from spacy.vocab import Vocab

from pipeline.model import Attribution
from pipeline.quotes import find_quotes
from pipeline.text.layout import read_layout
from pipeline.text.nlp import load_nlp, make_doc
from pipeline.text.normalise import normalise

Finder = Callable[[str], tuple[Attribution, ...]]


@pytest.fixture(scope="session")
def find() -> Finder:
    """Text to attributions, through the model the product uses."""
    nlp = load_nlp()

    def finder(text: str) -> tuple[Attribution, ...]:
        layout = read_layout(text)
        doc = nlp(make_doc(nlp, normalise(text, layout), layout))
        return find_quotes(doc, text, layout=layout)

    return finder


@pytest.fixture(scope="session")
def vocab() -> Vocab:
    """An empty English vocabulary, for documents made by hand."""
    return spacy.blank("en").vocab
