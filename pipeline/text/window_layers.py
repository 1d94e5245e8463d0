"""Sends long texts through a model's window layers in pieces that stay in the processor's cache.

A window layer works out a token's row from the rows of its neighbours, and a stack of them from a few tokens on either
side. So a piece with these few tokens more on both sides gives the same rows as the whole text would, and the arrays
of a whole text or batch, which are ten times as wide as its rows, are never there at once.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import Model

_AT_ONCE = 512  # rows; with the windows of three some 600 KB
_PARTS = ("residual", "expand_window", "maxout", "layernorm", "dropout")

Rows = NDArray[np.float32]


def cut_windows(nlp: Language) -> None:
    """Let every stack of window layers work piece by piece; layers of another make stay as they are."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for layer in model.walk() if isinstance(model, Model) else ():
            reach = layer.attrs.get("pad", 0) if layer.name.startswith("with_array(residual(expand_window") else 0
            if reach and all(part.name.startswith(_PARTS) for part in layer.layers[0].walk()):
                layer.layers[0]._func = Pieces(layer.layers[0]._func, reach)


class Pieces:
    """The forward pass of a stack of window layers; reach: how many tokens on either side a row depends on."""

    def __init__(self, forward: Callable[..., tuple[Rows, Any]], reach: int) -> None:
        self._forward, self._reach = forward, reach

    def __call__(self, model: Model[Any, Any], rows: Rows, is_train: bool) -> tuple[Rows, Any]:
        """The new rows; training, which also goes back, takes the stack's own pass."""
        if is_train or len(rows) <= 2 * _AT_ONCE:
            return self._forward(model, rows, is_train)
        found = np.empty_like(rows)
        for first in range(0, len(rows), _AT_ONCE):
            stop, before = min(first + _AT_ONCE, len(rows)), max(first - self._reach, 0)
            piece, _ = self._forward(model, rows[before : stop + self._reach], False)
            found[first:stop] = piece[first - before : stop - before]
        return found, _no_way_back


def _no_way_back(gradient: Any) -> Any:
    raise NotImplementedError("rows worked out in pieces are for reading, not for training")
