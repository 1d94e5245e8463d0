"""The entity recogniser's decisions taken for all tokens at once.

spaCy's recogniser goes through a text word by word. It sees the next word and, inside a name, the first and the last
word of that name; what came before is nothing to it. So what it would do at a word outside of names can be asked for
all words in one product of matrices, and the names that begin anywhere are followed side by side to their ends. Then
the names that it would have come to are read off from left to right. The decisions are the same ones, and nine tenths
of the time in which it took them is saved.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ENT_IOB, IS_SPACE, SENT_START
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

_NAME = "entity_decisions"
_FEATURES = 3  # the next word, the first word of the open name and its last
_NONE = -1  # spaCy's number for a word that is not there
_AT_ONCE = 2_048  # rows of a product; more of them fall out of the processor's cache

Numbers = NDArray[np.int32]
Flags = NDArray[np.bool_]


def decide_at_once(nlp: Language) -> None:
    """Put ours in the place of each of spaCy's recognisers that decides as told above and searches no beam."""
    for name, component in nlp.pipeline:
        if isinstance(component, EntityRecognizer) and _is_known(component):
            nlp.rename_pipe(name, f"{name}_model")
            nlp.add_pipe(_NAME, name=name, after=f"{name}_model", config={"recognizer": f"{name}_model"})
            nlp.remove_pipe(f"{name}_model")


def _is_known(component: EntityRecognizer) -> bool:
    model = component.model
    features = model.get_ref("lower").get_dim("nF") if "lower" in model.ref_names else None
    return features == _FEATURES and component.cfg["beam_width"] == 1 and not model.attrs["unseen_classes"]


@Language.factory(_NAME, default_config={"recognizer": "ner"})
def make_decisions(nlp: Language, name: str, recognizer: str) -> "EntityDecisions":  # noqa: ARG001 - spaCy's form
    """Our form of a pipeline's recogniser."""
    component = nlp.get_pipe(recognizer)
    assert isinstance(component, EntityRecognizer)
    return EntityDecisions(component)


class EntityDecisions:
    """Finds the same entities as the recogniser it is made from."""

    def __init__(self, recognizer: EntityRecognizer) -> None:
        self._recognizer = recognizer
        self.model = recognizer.model
        self.labels = recognizer.labels
        moves = recognizer.moves
        self._moves = _Moves([moves.get_class_name(n) for n in range(moves.n_moves)])

    def __call__(self, doc: Doc) -> Doc:
        """Mark the entities of one text."""
        return self._mark([doc])[0]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """Mark the entities of many texts, so many side by side."""
        texts = iter(stream)
        while batch := list(islice(texts, batch_size)):
            yield from self._mark(batch)

    def _mark(self, docs: Sequence[Doc]) -> Sequence[Doc]:
        """Entities that a text brings along bind the recogniser in ways that are its own: it marks those texts."""
        told = [doc for doc in docs if len(doc)]
        bound = [doc for doc in told if doc.to_array(ENT_IOB).any()]
        if bound:
            self._recognizer.set_annotations(bound, self._recognizer.predict(bound))
        free = [doc for doc in told if doc not in bound] if bound else told
        if free:
            step = self.model.predict(free)
            found = self._moves.names(step, free)
            step.clear_memory()
            self._write(free, found)
        return docs

    def _write(self, docs: Sequence[Doc], found: list[tuple[int, int, str]]) -> None:
        """Mark the names, which are numbered over all texts together."""
        ahead, offset = iter([*found, (-1, -1, "")]), 0
        start, end, label = next(ahead)
        for doc in docs:
            spans = []
            while offset <= start < offset + len(doc):
                spans.append(Span(doc, start - offset, end - offset, label=label))
                start, end, label = next(ahead)
            doc.set_ents(spans, default="outside")
            offset += len(doc)
            for hook in self._recognizer.postprocesses:
                hook(doc)


class _Moves:
    """What a recogniser can do at a word: B begins a name, U is one of a single word, I and L go on with one; or O."""

    def __init__(self, names: Sequence[str]) -> None:
        kinds = np.array([name.partition("-")[0] for name in names])
        self._labels = [name.partition("-")[2] for name in names]
        labelled = np.array([bool(label) for label in self._labels])
        self._outside = np.flatnonzero((labelled & np.isin(kinds, ["B", "U"])) | (kinds == "O"))
        self._begins = kinds[self._outside] == "B"
        self._names = kinds[self._outside] != "O"
        number = {name: n for n, name in enumerate(names)}
        self._goes_on = np.array([number.get(f"I-{label}", _NONE) for label in self._labels])
        self._ends = np.array([number.get(f"L-{label}", _NONE) for label in self._labels])

    def names(self, step: Any, docs: Sequence[Doc]) -> list[tuple[int, int, str]]:
        """The names of these texts in order: first word, the word behind the last, and label."""
        last, white = _last_words(docs), np.concatenate([doc.to_array(IS_SPACE) for doc in docs]).astype(bool)
        moves = self._outside_moves(step, last, white)
        begin = np.isin(moves, self._outside[self._begins])
        ends = np.arange(1, len(moves) + 1)
        ends[begin] = self._ends_of(step, np.flatnonzero(begin).astype(np.int32), moves[begin], last)
        found: list[tuple[int, int, str]] = []
        free = 0  # the first word behind the name found last
        for i in np.flatnonzero(np.isin(moves, self._outside[self._names])).tolist():
            if i >= free:
                free = int(ends[i])
                found.append((i, free, self._labels[moves[i]]))
        return found

    def _outside_moves(self, step: Any, last: Flags, white: Flags) -> NDArray[np.intp]:
        """The best move at each word if no name is open there."""
        best = []
        for first in range(0, len(last), _AT_ONCE):
            stop = min(first + _AT_ONCE, len(last))
            rows = np.full((stop - first, _FEATURES), _NONE, dtype=np.int32)
            rows[:, 0] = np.arange(first, stop)
            scores = _scores(step, rows)[:, self._outside]
            scores[np.ix_(last[first:stop], self._begins)] = -np.inf
            scores[np.ix_(white[first:stop], self._names)] = -np.inf
            best.append(self._outside[scores.argmax(axis=1)])
        return np.concatenate(best)

    def _ends_of(self, step: Any, start: Numbers, moves: NDArray[np.intp], last: Flags) -> NDArray[np.intp]:
        """The word behind each name that begins at one of these words with one of these moves."""
        ends = np.zeros(len(start), dtype=np.intp)
        open_names = np.arange(len(start))
        here = start + np.int32(1)
        while len(open_names):
            rows = np.stack((here, start[open_names], here - 1), axis=1)
            scores = _scores(step, rows)
            goes_on, is_last = self._goes_on[moves[open_names]], self._ends[moves[open_names]]
            on, end = (np.take_along_axis(scores, move[:, None], axis=1)[:, 0] for move in (goes_on, is_last))
            further = ~last[here] & ((on > end) | ((on == end) & (goes_on < is_last)))
            ends[open_names[~further]] = here[~further] + 1
            open_names, here = open_names[further], here[further] + np.int32(1)
        return ends


def _last_words(docs: Sequence[Doc]) -> Flags:
    """Whether a word is the last of its sentence or text, which no name runs beyond."""
    firsts = [doc.to_array(SENT_START) == 1 for doc in docs]
    return np.concatenate([np.append(first[1:], True) for first in firsts])


def _scores(step: Any, rows: Numbers) -> NDArray[np.float32]:
    """The recogniser's score of every move for words seen in this way."""
    vectors = step.state2vec.predict(np.ascontiguousarray(rows))
    scores: NDArray[np.float32] = step.vec2scores.predict(vectors) if step.attrs["has_upper"] else vectors
    return scores
