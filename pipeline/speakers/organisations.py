"""Which organisation 'the ministry', 'the company' or 'it' stands for."""

from pipeline.lexicon.roles import organisation_nouns
from pipeline.speakers.discourse import Scene
from pipeline.speakers.noun_phrases import Match
from pipeline.speakers.phrase import Phrase
from pipeline.speakers.salience import Trail

CLEAR = 1.5  # the most prominent organisation must be so by this factor
NEAR = 2  # and have been mentioned so many sentences ago at most
_SPEAKING = frozenset(("ORG", "GPE", "NORP"))


def match_thing(scene: Scene, trail: Trail, phrase: Phrase) -> Match:
    """The organisation that a definite noun stands for: one with that word in its name, else the latest."""
    noun = scene.view.lower[phrase.head]
    kind = organisation_nouns().get(noun)
    if kind is None:
        return Match(None)
    bodies = {key for key, entity in scene.entities.items() if entity.label == "ORG"}
    bearing = {key for key in bodies if noun in scene.entities[key].name.lower().split()}
    if len(bearing) == 1:
        return Match(bearing.pop())
    if bearing or kind == "any":
        return _latest(trail, scene.view.steps[phrase.head], bearing or bodies)
    return Match(None)


def match_it(scene: Scene, trail: Trail, phrase: Phrase) -> Match:
    """The organisation or country that 'it' stands for."""
    keys = {key for key, entity in scene.entities.items() if entity.label in _SPEAKING}
    return _latest(trail, scene.view.steps[phrase.head], keys)


def _latest(trail: Trail, step: int, keys: set[str]) -> Match:
    draw = trail.draw(step, keys)
    ranked = sorted(draw, key=lambda key: -draw[key])
    recent = {trace.entity for trace in trail.near(step, NEAR) if trace.subject or trace.spoke}
    if not ranked or ranked[0] not in recent:
        return Match(None)
    if len(ranked) > 1 and draw[ranked[0]] < CLEAR * draw[ranked[1]]:
        return Match(None, tied=tuple(ranked[:2]))
    return Match(ranked[0])


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
