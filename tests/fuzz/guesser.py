"""A language model that guesses: every tag, every tree, every name is drawn from the text's own digest.

Our rules must hold whatever the model says. It runs a hundred times as fast as the real one, and is wrong in ways
the real one seldom is; the same text always gets the same guesses.
"""

import random
import zlib
from contextlib import nullcontext

import numpy
import spacy
from spacy.attrs import intify_attrs
from spacy.tokens import Span

from pipeline.text.normalise import teach_marks

KNOWN = {
    "said": "VBD", "says": "VBZ", "told": "VBD", "asked": "VBD", "added": "VBD", "warned": "VBD", "claims": "VBZ",
    "denied": "VBD", "wrote": "VBD", "replied": "VBD", "announced": "VBD", "insisted": "VBD", "saying": "VBG",
    "according": "VBG", "that": "IN", "the": "DT", "a": "DT", "of": "IN", "in": "IN", "to": "TO", "he": "PRP",
    "she": "PRP", "they": "PRP", "who": "WP", "was": "VBD", "is": "VBZ", "and": "CC", "but": "CC", ",": ",", ".": ".",
    '"': "''", "'s": "POS", "had": "VBD", "will": "MD",
}  # fmt: skip
TAGS = (
    "NNP", "NN", "NNS", "VBD", "VBZ", "VB", "VBG", "VBN", "JJ", "RB", "IN", "DT", "PRP", "CD", "CC", ":", "UH", "POS",
)  # fmt: skip
POS = {
    "NNP": "PROPN", "NN": "NOUN", "NNS": "NOUN", "JJ": "ADJ", "RB": "ADV", "IN": "ADP", "DT": "DET", "PRP": "PRON",
    "CD": "NUM", "CC": "CCONJ", "WP": "PRON", "TO": "PART", "MD": "AUX", "POS": "PART",
}  # fmt: skip
DEPS = (
    "nsubj", "nsubjpass", "dobj", "ccomp", "xcomp", "parataxis", "prep", "pobj", "det", "amod", "compound", "conj",
    "relcl", "advcl", "appos", "poss", "punct", "mark", "aux", "auxpass", "attr", "advmod", "acl", "agent", "cc",
)  # fmt: skip
LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "DATE", "TIME", "CARDINAL", "PRODUCT", "WORK_OF_ART")


class Guesser:
    """Stands where spaCy's pipeline does."""

    pipe_names = ("tagger", "parser", "ner")

    def __init__(self):
        self._blank = spacy.blank("en")
        self.vocab = self._blank.vocab
        self.make_doc = self._blank.make_doc
        teach_marks(self.vocab)

    def memory_zone(self):
        return nullcontext()

    def pipe(self, docs, *, as_tuples=False, **_):
        for item in docs:
            yield (self(item[0]), item[1]) if as_tuples else self(item)

    def __call__(self, doc):
        draw = random.Random(zlib.crc32(doc.text.encode("utf-8", "replace")))
        starts = self._sentences(doc, draw)
        tags = [KNOWN.get(token.lower_) or draw.choice(TAGS) for token in doc]
        heads = _trees(starts, len(doc), draw)
        values = [self._values(token, tag, head, draw) for token, tag, head in zip(doc, tags, heads, strict=True)]
        if values:
            rows = [[row[key] % 2**64 for key in sorted(row)] for row in values]
            doc.from_array(sorted(values[0]), numpy.array(rows, dtype="uint64"))
        doc.set_ents(_names(doc, starts, draw))
        return doc

    def _values(self, token, tag, head, draw):
        pos = "SPACE" if token.is_space else POS.get(tag, "VERB" if tag[0] == "V" else "PUNCT")
        dep = "ROOT" if head == token.i else draw.choice(DEPS)
        lemma = token.lower_.removesuffix("s")
        words = {"TAG": tag, "POS": pos, "DEP": dep, "LEMMA": lemma, "HEAD": head - token.i}
        return intify_attrs(words, self.vocab.strings, True)

    def _sentences(self, doc, draw):
        return [
            token.i
            for token in doc
            if token.i == 0 or token.is_sent_start or (doc[token.i - 1].text in ".!?\n" and draw.random() < 0.8)
        ]


def _trees(starts, size, draw):
    """For each token its head: one root a sentence, everything else hangs on what hangs on it already."""
    heads = list(range(size))
    for start, stop in zip(starts, [*starts[1:], size], strict=True):
        order = list(range(start, stop))
        draw.shuffle(order)
        for n, token in enumerate(order[1:], 1):
            near = [other for other in order[:n] if abs(other - token) < 6] or order[:n]
            heads[token] = draw.choice(near)
    return heads


def _names(doc, starts, draw):
    spans, taken, ends = [], 0, [*starts[1:], len(doc)]
    for token in doc:
        likely = 0.7 if token.shape_[:1] == "X" else 0.02
        if token.i >= taken and not token.is_space and draw.random() < likely:
            limit = min(end for end in ends if end > token.i)
            taken = min(token.i + draw.choice((1, 1, 2, 2, 3)), limit)
            spans.append(Span(doc, token.i, taken, label=draw.choice(LABELS)))
    return spans
