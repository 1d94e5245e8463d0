"""Interviews with "Q:" and "A:": who answers is the one person named before the first question."""

from collections.abc import Sequence

from pipeline.model import Attribution
from pipeline.speakers.answer import Answer
from pipeline.speakers.scene import Scene

_ASKS = frozenset(("q", "question"))
_ANSWERS = frozenset(("a", "answer"))
_TURN = "turn"  # the rule that finds labelled paragraphs


def answer_labels(scene: Scene, attributions: Sequence[Attribution]) -> dict[tuple[int, int], Answer]:
    """Each speaker span that is a bare label → its answer."""
    labels = {found.speaker: _word(scene, found) for found in attributions if found.speaker and found.rule == _TURN}
    labels = {span: word for span, word in labels.items() if word in _ASKS | _ANSWERS}
    if not labels:
        return {}
    first = min(start for start, _ in labels)
    spots = [spot for spot in scene.spots if spot.mention.label == "PERSON" and spot.mention.end <= first]
    guests = dict.fromkeys(spot.entity for spot in spots)
    return {span: _answer(scene, word, list(guests)) for span, word in labels.items()}


def _word(scene: Scene, found: Attribution) -> str:
    start, end = found.speaker or (0, 0)
    return scene.view.text[start:end].strip(". ").lower()


def _answer(scene: Scene, word: str, guests: Sequence[str]) -> Answer:
    if word in _ASKS:
        return Answer(None, f"“{word[0].upper()}” puts the questions; the text does not say who that is.")
    if len(guests) != 1:
        return Answer(None, f"“{word[0].upper()}” answers the questions; the text does not say for sure who that is.")
    name = scene.people[guests[0]].name if guests[0] in scene.people else "the one"
    return Answer(guests[0], f"“{word[0].upper()}” answers the questions: {name}, the only person named before them.")
