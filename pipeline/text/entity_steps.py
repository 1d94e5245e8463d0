"""The entity recogniser's decisions taken one step of all texts at a time, with Python's lock held.

spaCy lets go of Python's lock while it decides, and its compiled code asks for it back several times a word: nearly
half of the recogniser's time went into that (perf: pthread_mutex_lock). The steps that training uses take the same
decisions and keep the lock.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc

_NAME = "entity_steps"


def decide_in_steps(nlp: Language) -> None:
    """Put the stepping recogniser in the place of each of spaCy's that searches no beam."""
    for name, component in nlp.pipeline:
        if isinstance(component, EntityRecognizer) and component.cfg["beam_width"] == 1:
            nlp.rename_pipe(name, f"{name}_model")
            nlp.add_pipe(_NAME, name=name, after=f"{name}_model", config={"recognizer": f"{name}_model"})
            nlp.remove_pipe(f"{name}_model")


@Language.factory(_NAME, default_config={"recognizer": "ner"})
def make_steps(nlp: Language, name: str, recognizer: str) -> "EntitySteps":  # noqa: ARG001 - spaCy gives the name
    """The stepping form of a pipeline's recogniser."""
    component = nlp.get_pipe(recognizer)
    assert isinstance(component, EntityRecognizer)
    return EntitySteps(component)


class EntitySteps:
    """Finds the same entities as the recogniser it is made from."""

    def __init__(self, recognizer: EntityRecognizer) -> None:
        self._recognizer = recognizer
        self.model = recognizer.model
        self.labels = recognizer.labels

    def __call__(self, doc: Doc) -> Doc:
        """Mark the entities of one text."""
        return self._mark([doc])[0]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """Mark the entities of many texts, so many side by side."""
        texts = iter(stream)
        while batch := list(islice(texts, batch_size)):
            yield from self._mark(batch)

    def _mark(self, docs: Sequence[Doc]) -> Sequence[Doc]:
        told = [doc for doc in docs if len(doc)]
        if told:
            self._recognizer.set_annotations(told, self._decide(told))
        return docs

    def _decide(self, docs: Sequence[Doc]) -> list[Any]:
        """The recogniser's end state for each text."""
        states = self._recognizer.moves.init_batch(docs)
        step = self.model.predict(docs)
        unfinished = [state for state in states if not state.is_final()]
        while unfinished:
            unfinished = self._recognizer.transition_states(unfinished, step.predict(unfinished))
        step.clear_memory()
        return list(states)
