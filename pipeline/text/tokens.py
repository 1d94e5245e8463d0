"""A parsed article as plain lists, read from spaCy once and handed to every topic.

Asking a Doc for one token at a time costs more than most rules; so does joining its text anew at every call.
"""

from dataclasses import dataclass
from functools import lru_cache
from operator import add

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, ORTH, POS, SENT_START, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc

from pipeline.text.layout import Layout
from pipeline.text.quote_marks import Pair, pair_marks

_COLUMNS = [ORTH, LEMMA, POS, TAG, DEP, IDX, HEAD, SENT_START, ENT_IOB, ENT_TYPE]
_MOST_KNOWN = 40_000  # strings kept from article to article: a few megabytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """One entry a token; lemmas in lower case; opens: whether a sentence begins; iob: spaCy's codes.

    copy: the text as the model saw it.
    Whoever changes a list must copy it first: all topics read the same ones.
    """

    doc: Doc
    text: str
    copy: str
    layout: Layout
    pairs: tuple[Pair, ...]
    words: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    start: list[int]
    end: list[int]
    head: list[int]
    opens: list[bool]
    iob: list[int]
    ent: list[str]

    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of every sentence in characters."""
        firsts = [i for i, first in enumerate(self.opens) if first or i == 0]
        stops = [*firsts[1:], len(self.start)]
        return tuple((self.start[first], self.end[stop - 1]) for first, stop in zip(firsts, stops, strict=True))


def read_sheet(
    doc: Doc, text: str, layout: Layout, *, copy: str | None = None, pairs: tuple[Pair, ...] | None = None
) -> Sheet:
    """Copy out of doc what the rules need; copy and pairs: where they are known already."""
    rows = doc.to_array(_COLUMNS)
    heads = rows[:, 6].astype("int64") + np.arange(len(doc))
    orth, lemma, pos, tag, dep, start = rows[:, :6].T.tolist()
    string, low = _strings(doc.vocab.strings).__getitem__, _lowered().__getitem__
    words = list(map(string, orth))
    return Sheet(
        doc=doc,
        text=text,
        copy=doc.text if copy is None else copy,
        layout=layout,
        pairs=pair_marks(text, layout.blocks) if pairs is None else pairs,
        words=words,
        lower=list(map(low, words)),
        lemma=list(map(low, map(string, lemma))),
        pos=list(map(string, pos)),
        tag=list(map(string, tag)),
        dep=list(map(string, dep)),
        start=start,
        end=list(map(add, start, map(len, words))),
        head=heads.tolist(),
        opens=(rows[:, 7] == 1).tolist(),
        iob=rows[:, 8].tolist(),
        ent=list(map(string, rows[:, 9].tolist())),
    )


class _Strings(dict[int, str]):
    """Hash → string, asking spaCy once for each; what a string hashes to never changes."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, key: int) -> str:
        if len(self) > _MOST_KNOWN:
            self.clear()
        self[key] = value = self._store[key]
        return value


class _Lowered(dict[str, str]):
    """Word → the word in lower case, so that equal words are one object."""

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_KNOWN:
            self.clear()
        self[word] = value = word.lower()
        return value


@lru_cache(maxsize=2)
def _strings(store: StringStore) -> _Strings:
    return _Strings(store)


@lru_cache(maxsize=1)
def _lowered() -> _Lowered:
    return _Lowered()
