"""Named mentions, labelled, and the entities they stand for."""

from typing import TYPE_CHECKING

from spacy.tokens import Doc

from pipeline.entities.group import group_names
from pipeline.entities.labels import decide, key_of
from pipeline.entities.repeats import repeats
from pipeline.entities.spans import model_spans
from pipeline.entities.words import read_words
from pipeline.layout import Layout
from pipeline.model import Entity, Mention

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer

_UNCOUNTED = frozenset(("credit", "byline"))  # paragraphs about the article, not of it


def find_entities(
    doc: Doc, text: str, *, layout: Layout, gazetteer: "Gazetteer | None" = None
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """All named mentions of doc, sorted by start, and their entities, most mentioned first.

    text: the article itself, of which doc's text is a copy of equal length.
    """
    words = read_words(doc, layout)
    spans = [span for span in model_spans(words) if words.kind(span.start) not in _UNCOUNTED]
    labels = decide(words, spans, gazetteer)
    spans += [span for span in repeats(words, spans, labels) if words.kind(span.start) not in _UNCOUNTED]
    labels = decide(words, spans, gazetteer)
    spans = sorted(
        (span for span in spans if labels[key_of(words.name(span.start, span.end))] != "X"), key=lambda s: s.start
    )
    return group_names(words, spans, labels, text)
