"""Leads each speaker mention back to an entity of the article."""

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.layout import Layout
from pipeline.model import Attribution, Entity, Mention, Quote
from pipeline.sheet import Sheet, read_sheet
from pipeline.speakers.answer import Answer
from pipeline.speakers.interview import answer_labels
from pipeline.speakers.scene import set_scene
from pipeline.speakers.walk import answer_all

NO_CUE = Answer(None, "No words near the quote tell who said it.")


def resolve_speakers(
    doc: Doc,
    text: str,
    attributions: Sequence[Attribution],
    *,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    layout: Layout,
    sheet: Sheet | None = None,
) -> tuple[Quote, ...]:
    """One Quote for each Attribution, in the same order."""
    if not attributions:
        return ()
    scene = set_scene(sheet or read_sheet(doc, text, layout), attributions, mentions=mentions, entities=entities)
    answers = answer_all(scene, attributions) | answer_labels(scene, attributions)
    names = {entity.id: entity.name for entity in entities}
    return tuple(
        _quote(n, text, found, answers[found.speaker] if found.speaker else NO_CUE, names)
        for n, found in enumerate(attributions, 1)
    )


def _quote(number: int, text: str, found: Attribution, answer: Answer, names: dict[str, str]) -> Quote:
    speaker, cue = found.speaker, found.cue
    return Quote(
        f"q{number}",
        found.start,
        found.end,
        text[found.start : found.end],
        found.kind,
        speaker[0] if speaker else None,
        speaker[1] if speaker else None,
        text[slice(*speaker)] if speaker else None,
        answer.entity,
        names[answer.entity] if answer.entity else None,
        cue[0] if cue else None,
        cue[1] if cue else None,
        text[slice(*cue)] if cue else None,
        speaker_reason=answer.reason,
    )
