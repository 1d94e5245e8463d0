"""The model as we load it gives what spaCy's own components give, token by token."""

import json
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Span

from pipeline.text import known_words, nlp, window_layers
from pipeline.text.attribute_table import AttributeTable, UnknownFormError, look_up_attributes
from pipeline.text.known_words import KnownWords
from pipeline.text.window_layers import Pieces

ROOT = Path(__file__).parents[2]
ATTRIBUTES = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]
ODD = [
    "I ain't gonna go. We've got ta leave; let's, y'all! C'm on.\n\nThere's  two\tspaces . Nothin' doing, them said.",
    "",
    " ",
    "\n\n",
]


def own_texts():
    annotated = sorted((ROOT / "tests" / "quality").glob("*/*.json"))
    samples = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]
    return ODD + samples + [json.loads(path.read_text(encoding="utf-8"))["text"] for path in annotated]


def values(doc):
    return doc.to_array(ATTRIBUTES).tolist()


@pytest.fixture(scope="module")
def plain() -> Language:
    """The pipeline with the components that it ships with."""
    with pytest.MonkeyPatch.context() as patch:
        for change in ("look_up_attributes", "keep_embeddings", "cut_windows", "decide_at_once"):
            patch.setattr(nlp, change, lambda _: None)
        return nlp.load_nlp()


@pytest.fixture(scope="module")
def faster() -> Language:
    return nlp.load_nlp()


def test_every_component_is_replaced(plain, faster):
    assert plain.has_pipe("attribute_ruler")
    assert not faster.has_pipe("attribute_ruler")
    assert type(faster.get_pipe("ner")) is not type(plain.get_pipe("ner"))
    models = [part.model for _, part in faster.pipeline if getattr(part, "model", None)]
    assert sum(isinstance(layer._func, KnownWords) for model in models for layer in model.walk()) == 2
    assert sum(isinstance(layer._func, Pieces) for model in models for layer in model.walk()) == 2


def test_the_same_attributes_one_by_one_and_in_batches(plain, faster):
    texts = own_texts()
    wanted = [values(plain(text)) for text in texts]
    assert [values(faster(text)) for text in texts] == wanted
    with faster.memory_zone():
        assert [values(doc) for doc in faster.pipe(texts, batch_size=16)] == wanted


def test_embeddings_stay_the_same_when_words_are_forgotten(plain, faster, monkeypatch):
    monkeypatch.setattr(known_words, "_MOST_WORDS", 50)
    for text in own_texts()[4:8]:
        docs = [faster.make_doc(text), faster.make_doc("A word.")]
        wanted = plain.get_pipe("tok2vec").model.predict([plain.make_doc(doc.text) for doc in docs])
        found = faster.get_pipe("tok2vec").model.predict(docs)
        assert all(np.allclose(one, other, atol=1e-4) for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize("size", [1, 2, 7, 40])
def test_a_text_that_passes_the_windows_in_pieces_gets_the_same_rows(plain, faster, monkeypatch, size):
    texts = own_texts()[:8]
    wanted = plain.get_pipe("tok2vec").model.predict([plain.make_doc(text) for text in texts])
    monkeypatch.setattr(window_layers, "_AT_ONCE", size)
    found = faster.get_pipe("tok2vec").model.predict([faster.make_doc(text) for text in texts])
    assert all(np.allclose(one, other, atol=1e-4) for one, other in zip(found, wanted, strict=True))


def test_parses_are_joined_as_spacy_joins_them(faster):
    docs = [faster(text) for text in own_texts() if text]
    found, wanted = nlp.join(docs), Doc.from_docs(docs, ensure_whitespace=False)
    assert found.text == wanted.text == "".join(doc.text for doc in docs)
    assert values(found) == values(wanted)
    assert [sentence.text for sentence in found.sents] == [sentence.text for sentence in wanted.sents]


def test_names_that_a_text_brings_along_bind_both_alike(plain, faster):
    text = "Mayor Amal Haddad of Rafah met Ruth Calloway in New York on Monday, and Peter Lund of Lund did not."
    marked = []
    for pipeline in (plain, faster):
        docs = [pipeline.make_doc(text), pipeline.make_doc(text)]
        docs[0].set_ents([Span(docs[0], 2, 4, label="ORG")], default="unmodified")  # Haddad of
        for _, part in pipeline.pipeline:
            docs = list(part.pipe(docs, batch_size=2)) if hasattr(part, "pipe") else [part(doc) for doc in docs]
        marked.append([values(doc) for doc in docs])
        assert docs[0][2:4].text in [name.text for name in docs[0].ents]
    assert marked[0] == marked[1]


def ruler_of(*rules):
    blank = spacy.blank("en")
    ruler = blank.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    for patterns, attrs, index in rules:
        ruler.add(patterns, attrs, index=index)
    return blank, ruler


@pytest.mark.parametrize(
    "rules",
    [
        [([[{"LOWER": "the"}]], {"POS": "DET"}, 0), ([[{"LOWER": {"IN": ["the", "a"]}}]], {"POS": "X"}, 0)],
        [([[{"LOWER": {"REGEX": "^d"}}]], {"LEMMA": "d-word"}, 0)],
        [([[{"LOWER": "the"}, {"LOWER": "dog"}]], {"POS": "NOUN", "LEMMA": "hound"}, 1),
         ([[{"LOWER": "dog"}]], {"POS": "VERB"}, 0)],
        [([[{"LOWER": "dog"}]], {"POS": "VERB"}, 0),
         ([[{"LOWER": {"REGEX": "^th"}}, {"LOWER": "dog"}]], {"POS": "NOUN"}, 1)],
        [([[{"TAG": {"NOT_IN": ["NN", ""]}}]], {"POS": "ADV"}, 0)],
        [([[{"IS_SPACE": True}]], {"TAG": "_SP", "POS": "SPACE"}, 0), ([[{"IS_SPACE": False}]], {"POS": "NOUN"}, 0)],
        [([[{"LOWER": "a"}], [{"LOWER": "dog"}]], {"MORPH": "Number=Sing"}, 0)],
    ],
)  # fmt: skip
def test_the_table_follows_each_form_of_rule(rules):
    blank, ruler = ruler_of(*rules)
    words = ["The", "dog", " ", "saw", "a", "dog", "the", "dog"]
    docs = [Doc(blank.vocab, words=words, tags=["DT", "NN", "", "VBD", "DT", "NN", "DT", "NN"]) for _ in range(2)]
    assert values(AttributeTable(ruler)(docs[0])) == values(ruler(docs[1]))


@pytest.mark.parametrize(
    "pattern",
    [
        [{"ORTH": "dog"}],
        [{"LOWER": "dog", "OP": "+"}],
        [{"LOWER": {"NOT_IN": ["dog"]}}],
        [{"TAG": "DT"}, {"TAG": "NN"}],
        [{"LOWER": "a"}, {"LOWER": "b"}, {"LOWER": "c"}],
    ],
)
def test_a_ruler_of_another_form_stays_as_it_is(pattern):
    blank, ruler = ruler_of(([pattern], {"POS": "X"}, 0))
    with pytest.raises(UnknownFormError):
        AttributeTable(ruler)
    look_up_attributes(blank)
    assert blank.pipe_names == ["attribute_ruler"]
