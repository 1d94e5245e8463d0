"""Walks through the article once, from the first word to the last, and answers each speaker phrase on the way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model import Attribution
from pipeline.speakers import reasons
from pipeline.speakers.barred import barred_for
from pipeline.speakers.nominal import Match, is_definite, match_noun
from pipeline.speakers.phrase import Phrase, is_plural, read_phrase
from pipeline.speakers.rank import Ranked, rank
from pipeline.speakers.relative import antecedent
from pipeline.speakers.scene import Scene
from pipeline.speakers.spots import SUBJECTS, WITNESSED_SUBJECT, Spot
from pipeline.speakers.things import match_it, match_thing
from pipeline.speakers.trail import Trace, Trail
from pipeline.speakers.words import (
    PLURAL_PRONOUNS,
    RELATIVE_PRONOUNS,
    SEX_OF_PRONOUN,
    SPEECH_PARTNERS,
    THING_PRONOUNS,
)

SPEAKER_WEIGHT = 1.1  # a speaker draws like a subject, and a little more
PRONOUN_WEIGHT = {"he": 0.9, "she": 0.9}
OTHER_PRONOUN_WEIGHT = 0.4

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """The entity a speaker phrase stands for, or None, and why."""

    entity: str | None
    reason: str


def answer_all(scene: Scene, attributions: Sequence[Attribution]) -> dict[Span, Answer]:
    """Each distinct speaker span → its answer."""
    trail, answers = Trail(), {}
    for token, what in _events(scene, attributions):
        if isinstance(what, Spot):
            trail.add(_named(scene, what))
        elif isinstance(what, tuple):
            answers[what] = _speaker(scene, trail, what, [a for a in attributions if a.speaker == what])
        else:
            _pronoun(scene, trail, token)
    return answers


def _events(scene: Scene, attributions: Sequence[Attribution]) -> list[tuple[int, Spot | Span | None]]:
    """Mentions, speaker phrases and pronouns of the narration, in order; a phrase comes after the names in it."""
    view = scene.view
    spans = {a.speaker: view.tokens(*a.speaker) for a in attributions if a.speaker}
    taken = {n for tokens in spans.values() for n in tokens}
    events: list[tuple[int, int, Spot | Span | None]] = [(spot.first, 0, spot) for spot in scene.spots]
    events += [(tokens.stop - 1 if tokens else 0, 1, span) for span, tokens in spans.items()]
    events += [
        (n, 2, None)
        for n, word in enumerate(view.lower)
        if word in SEX_OF_PRONOUN and n not in taken and not view.quoted[n]
    ]
    events.sort(key=lambda event: event[:2])
    return [(token, what) for token, _, what in events]


def _speaker(scene: Scene, trail: Trail, span: Span, said: Sequence[Attribution]) -> Answer:
    whole = scene.view.tokens(*span)
    phrase = read_phrase(scene.view, whole, scene.inside(whole))
    answer = _answer(scene, trail, phrase, said)
    if answer.entity:
        at = _place(scene, phrase.head)
        trail.add(replace(at, entity=answer.entity, weight=SPEAKER_WEIGHT, subject=True, spoke=True))
    return answer


def _answer(scene: Scene, trail: Trail, phrase: Phrase, said: Sequence[Attribution]) -> Answer:
    if phrase.spot:
        return Answer(phrase.spot.entity, reasons.named(scene, phrase, phrase.spot.entity))
    if phrase.form == "pronoun":
        return _of_pronoun(scene, trail, phrase, said)
    if phrase.form == "noun":
        return _of_noun(scene, trail, phrase)
    return Answer(None, reasons.nobody(scene, phrase))


def _of_pronoun(scene: Scene, trail: Trail, phrase: Phrase, said: Sequence[Attribution]) -> Answer:
    word = scene.view.lower[phrase.head]
    if sex := SEX_OF_PRONOUN.get(word):
        ranked = _rank(scene, trail, phrase.head, sex, said)
        where = _place(scene, phrase.head)
        return Answer(ranked.winner, reasons.pronoun(scene, trail, phrase, ranked, where, sex))
    if word in RELATIVE_PRONOUNS and (found := antecedent(scene, phrase.head)):
        return Answer(found, reasons.relative(scene, phrase, found))
    if word in SPEECH_PARTNERS:
        return Answer(None, reasons.first_person(scene, phrase))
    if word in PLURAL_PRONOUNS:
        return Answer(None, reasons.several(scene, phrase))
    match = match_it(scene, trail, phrase) if word in THING_PRONOUNS else Match(None)
    return _matched(scene, phrase, match)


def _of_noun(scene: Scene, trail: Trail, phrase: Phrase) -> Answer:
    if is_plural(scene.view, phrase) or not is_definite(scene, phrase):
        return Answer(None, reasons.nobody(scene, phrase))
    person = match_noun(scene, trail, phrase)
    return _matched(scene, phrase, person if person.entity or person.tied else match_thing(scene, trail, phrase))


def _matched(scene: Scene, phrase: Phrase, match: Match) -> Answer:
    if match.entity or match.tied:
        return Answer(match.entity, reasons.noun(scene, phrase, match))
    return Answer(None, reasons.nobody(scene, phrase))


def _pronoun(scene: Scene, trail: Trail, token: int) -> None:
    """Resolve a pronoun of the narration, for the trail only: it is shown to nobody."""
    word = scene.view.lower[token]
    ranked = _rank(scene, trail, token, SEX_OF_PRONOUN[word], ())
    if ranked.scores:
        weight = PRONOUN_WEIGHT.get(word, OTHER_PRONOUN_WEIGHT)
        at = _place(scene, token)
        trail.add(replace(at, entity=ranked.scores[0][0], weight=weight, subject=_is_subject(scene, token)))


def _rank(scene: Scene, trail: Trail, token: int, sex: str, said: Sequence[Attribution]) -> Ranked:
    barred = barred_for(scene, trail, token, said)
    return rank(trail, _place(scene, token), scene.people, sex=sex, barred=barred)


def _place(scene: Scene, token: int) -> Trace:
    """An empty trace at a token."""
    return Trace(token, scene.view.steps[token], "", 0.0, scene.view.blocks[token])


def _named(scene: Scene, spot: Spot) -> Trace:
    subject = spot.weight >= WITNESSED_SUBJECT
    return replace(_place(scene, spot.root), entity=spot.entity, weight=spot.weight, subject=subject)


def _is_subject(scene: Scene, token: int) -> bool:
    return scene.view.deps[token] in SUBJECTS
