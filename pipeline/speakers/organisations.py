"""Which organisation 'the ministry', 'the company' or 'it' stands for."""

from collections.abc import Collection

from pipeline.lexicon.roles import organisation_nouns
from pipeline.speakers.discourse import Scene
from pipeline.speakers.noun_phrases import Match
from pipeline.speakers.phrase import Phrase
from pipeline.speakers.salience import Trail

CLEAR = 1.5  # the most prominent organisation must be so by this factor
NEAR = 2  # and have been mentioned so many sentences ago at most
UNNAMED_BODY = "?body"  # an organisation that the text gives no name of its own: "Oman's foreign ministry"
# Words in names that tell what kind of body it is.
_IN_NAMES = {
    "airline": ("air", "airways", "airlines", "aviation"), "bank": ("banca", "banco", "banque"),
    "operator": ("ferries", "rail", "railways", "lines"), "university": ("universidad", "universität"),
}  # fmt: skip
_SPEAKING = frozenset(("ORG", "GPE", "NORP"))


def match_thing(scene: Scene, trail: Trail, phrase: Phrase) -> Match:
    """The organisation that a definite noun stands for: one of that name or so described, else the latest."""
    noun = scene.view.lower[phrase.head]
    kind = organisation_nouns().get(noun)
    if kind is None:
        return Match(None)
    bodies = {key for key, entity in scene.entities.items() if entity.label == "ORG"} | scene.described.keys()
    words = {noun, *_IN_NAMES.get(noun, ())}
    bearing = {key for key in bodies if words & set(scene.entities[key].name.lower().split())}
    bearing |= {key for key in bodies if noun in scene.described.get(key, ())}
    if len(bearing) == 1:
        return Match(bearing.pop())
    if bearing or kind == "any":
        return _latest(trail, scene.view.steps[phrase.head], bearing or bodies)
    return Match(None)


def match_it(scene: Scene, trail: Trail, phrase: Phrase) -> Match:
    """The organisation or country that 'it' stands for: the one that spoke last, else the one spoken of."""
    step = scene.view.steps[phrase.head]
    keys = {key for key, entity in scene.entities.items() if entity.label in _SPEAKING} | scene.described.keys()
    speaker = trail.last_speaker(step)
    if speaker and speaker[0] == UNNAMED_BODY and speaker[1] <= 1:
        return Match(None)
    return _latest(trail, step, keys)


def _latest(trail: Trail, step: int, keys: Collection[str]) -> Match:
    draw = trail.draw(step, keys)
    ranked = sorted(draw, key=lambda key: -draw[key])
    speaker = trail.last_speaker(step)
    if speaker and speaker[0] in draw and speaker[1] <= 1 and _alone(trail, step, speaker[0], keys):
        return Match(speaker[0])
    recent = {trace.entity for trace in trail.near(step, NEAR) if trace.subject or trace.spoke}
    if not ranked or ranked[0] not in recent:
        return Match(None)
    if len(ranked) > 1 and draw[ranked[0]] < CLEAR * draw[ranked[1]]:
        return Match(None, tied=tuple(ranked[:2]))
    return Match(ranked[0])


def _alone(trail: Trail, step: int, speaker: str, keys: Collection[str]) -> bool:
    """Whether no other of these has been named since the speaker spoke."""
    for trace in trail.near(step, NEAR):
        if trace.spoke and trace.entity == speaker:
            return True
        if trace.entity in keys and trace.entity != speaker:
            return False
    return False


def match_they(scene: Scene, trail: Trail, phrase: Phrase) -> Match:
    """'The church denied it. They also claimed': the organisation that spoke last, if nobody else has spoken since."""
    step = scene.view.steps[phrase.head]
    speaker = trail.last_speaker(step)
    if (
        speaker
        and speaker[1] <= NEAR
        and (entity := scene.entities.get(speaker[0]))
        and entity.label in ("ORG", "NORP")
    ):
        return Match(entity.id)
    return Match(None)
