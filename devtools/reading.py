"""Texts as the topics read them: through the real model, or from a document made by hand."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.text.layout import read_layout
from pipeline.text.nlp import parse
from pipeline.text.normalise import ModelText, prepare_text
from pipeline.text.quote_marks import pair_marks
from pipeline.text.tokens import TokenTable, read_tokens


def read(nlp: Language, text: str) -> TokenTable:
    """The token table of a text, parsed by the model that the product uses."""
    copy = prepare_text(text)
    return read_tokens(parse(nlp, copy.text, copy.layout), text, copy)


def by_hand(doc: Doc, text: str) -> TokenTable:
    """The token table of a document whose parse the test wrote itself."""
    layout = read_layout(text)
    return read_tokens(doc, text, ModelText(doc.text, layout, pair_marks(text, layout.blocks)))
