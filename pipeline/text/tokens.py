"""A parsed article as plain lists, read from spaCy once and handed to every topic.

Asking a Doc for one token at a time costs more than most rules; so does joining its text anew at every call.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, ORTH, POS, SENT_START, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc

from pipeline.lexicon import names
from pipeline.text.fillers import FILLER, has_unread, plain_words
from pipeline.text.layout import Layout
from pipeline.text.normalise import ModelText
from pipeline.text.quote_marks import Pair

_COLUMNS = [ORTH, LEMMA, POS, TAG, DEP, IDX, HEAD, SENT_START, ENT_IOB, ENT_TYPE]
_MOST_KNOWN = 40_000  # strings kept from article to article: a few megabytes


@dataclass(frozen=True, slots=True)
class TokenTable:
    """Columns of equal length, one entry a token; offsets are characters of ``text``.

    model_text: the text as the model read it, of equal length. quote_pairs: pairs of quotation marks.
    lemma: in lower case. head: token number of the syntactic head. starts_sentence: whether a sentence begins.
    sentence, block: number of the token's sentence and paragraph; what stands between two paragraphs belongs to
    the first. iob, ent: spaCy's entity codes and labels.
    Whoever changes a list must copy it first: all topics read the same ones.
    """

    doc: Doc
    text: str
    model_text: str
    layout: Layout
    quote_pairs: tuple[Pair, ...]
    words: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    start: list[int]
    end: list[int]
    head: list[int]
    starts_sentence: list[bool]
    sentence: list[int]
    block: list[int]
    iob: list[int]
    ent: list[str]

    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of every sentence in characters."""
        firsts = [i for i, first in enumerate(self.starts_sentence) if first or i == 0]
        stops = [*firsts[1:], len(self.start)]
        return tuple((self.start[first], self.end[stop - 1]) for first, stop in zip(firsts, stops, strict=True))


def read_tokens(doc: Doc, text: str, prepared: ModelText) -> TokenTable:
    """The token table of a parsed article; prepared: what the model read of it, with its layout and pairs."""
    rows = doc.to_array(_COLUMNS)
    heads = rows[:, 6].astype("int64") + np.arange(len(doc))
    orth, lemma, pos, tag, dep, start = rows[:, :6].T.tolist()
    string, low = _strings(doc.vocab.strings).__getitem__, _lowered().__getitem__
    written = list(map(string, orth))
    words = plain_words(written) if has_unread(prepared.text) else written
    starts_sentence = (rows[:, 7] == 1).tolist()
    pos, tag, dep, head = list(map(string, pos)), list(map(string, tag)), list(map(string, dep)), heads.tolist()
    _name_what_no_adverb_is(words, pos, tag, dep, head)
    return TokenTable(
        doc=doc,
        text=text,
        model_text=prepared.text,
        layout=prepared.layout,
        quote_pairs=prepared.pairs,
        words=words,
        lower=list(map(low, words)),
        lemma=list(map(low, map(string, lemma))),
        pos=pos,
        tag=tag,
        dep=dep,
        start=start,
        end=[first + len(word.rstrip(FILLER)) for first, word in zip(start, written, strict=True)],
        head=head,
        starts_sentence=starts_sentence,
        sentence=sentence_numbers(starts_sentence),
        block=block_numbers(start, prepared.layout),
        iob=rows[:, 8].tolist(),
        ent=list(map(string, rows[:, 9].tolist())),
    )


def _name_what_no_adverb_is(words: list[str], pos: list[str], tag: list[str], dep: list[str], head: list[int]) -> None:
    """Mend in place: "Connolly said", "Ms Reilly denied", whose subject the model takes for an adverb.

    Adverbs are common words; a capital makes an unknown one a name.
    """
    for i, relation in enumerate(dep):
        adverb = relation == "advmod" or tag[i] == "RB"
        if not adverb or not words[i].istitle() or names.common(words[i]):
            continue
        pos[i], tag[i] = "PROPN", "NNP"
        verb = head[i]
        if relation == "advmod" and verb > i and tag[verb][:1] == "V":
            dep[i] = "nsubj"
            if i and dep[i - 1] == "nsubj" and head[i - 1] == verb and pos[i - 1] == "PROPN":  # a title or first name
                dep[i - 1], head[i - 1] = "compound", i


def sentence_numbers(firsts: list[bool]) -> list[int]:
    """The number of each token's sentence; the first token begins one whatever the parse says."""
    return [number - 1 for number in accumulate([True, *firsts[1:]])] if firsts else []


def block_numbers(start: list[int], layout: Layout) -> list[int]:
    """The number of each token's paragraph; start: where each token begins."""
    firsts = [bisect_left(start, block.start) for block in layout.blocks[1:]]
    numbers: list[int] = []
    for number, (first, stop) in enumerate(pairwise([0, *firsts, len(start)])):
        numbers += [number] * (stop - first)
    return numbers


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
