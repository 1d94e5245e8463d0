"""Keeps the embeddings of words that a model has seen.

A token's row in the embedding layer depends on its own form alone (norm, prefix, suffix, shape, whether a space
follows), not on its neighbours. Frequent words come again in every article, so their rows are computed once.
"""

from collections.abc import Callable, Sequence
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

_MOST_WORDS = 16_384  # rows kept: 96 numbers each, some 6 MB for a layer
_LAYERS = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")

Rows = NDArray[np.float32]


def keep_embeddings(nlp: Language) -> None:
    """Let every embedding layer of the pipeline remember its words; layers of another make stay as they are."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for layer in model.walk() if isinstance(model, Model) else ():
            if _embeds_words_alone(layer):
                layer._func = KnownWords(layer)


def _embeds_words_alone(model: Model[Any, Any]) -> bool:
    names = [layer.name.split("(")[0] for layer in model.layers]
    return tuple(names) == _LAYERS and not any("window" in layer.name for layer in model.walk())


class KnownWords:
    """The forward pass of an embedding layer, with the rows of known words looked up."""

    def __init__(self, layer: Model[Any, Any]) -> None:
        self._forward: Callable[..., tuple[list[Rows], Any]] = layer._func
        self._columns = layer.layers[0].attrs["columns"]
        self._embed, self._mix = layer.layers[2], layer.layers[3]
        self._places: dict[bytes, int] = {}
        self._rows: Rows | None = None
        self._lock = Lock()

    def __call__(self, model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Rows], Any]:
        """The rows of each text's tokens, and no way back: training takes the layer's own pass."""
        if is_train or not all(isinstance(doc, Doc) for doc in docs):
            return self._forward(model, docs, is_train)
        features = [np.ascontiguousarray(doc.to_array(self._columns), dtype=np.uint64) for doc in docs]
        found = self._look_up(np.concatenate(features)) if features else np.empty((0, 0), dtype=np.float32)
        ends = np.cumsum([len(doc) for doc in docs])
        return np.split(found, ends[:-1]), _no_way_back

    def _look_up(self, features: NDArray[np.uint64]) -> Rows:
        width = features.shape[1] * features.itemsize
        words: list[Any] = features.view(np.dtype((np.void, width))).ravel().tolist()  # bytes
        with self._lock:
            if len(self._places) > _MOST_WORDS:
                self._places, self._rows = {}, None
            places = self._places
            unseen = {word: n for n, word in enumerate(words) if word not in places}
            if unseen:
                new = self._mix.predict(self._embed.predict(features[list(unseen.values())]))
                self._rows = new if self._rows is None else np.concatenate((self._rows, new))
                places.update(zip(unseen, range(len(places), len(self._rows)), strict=True))
            rows = self._rows
            assert rows is not None
            return rows[[places[word] for word in words]]


def _no_way_back(gradient: Any) -> Any:
    raise NotImplementedError("looked-up rows are for reading, not for training")
