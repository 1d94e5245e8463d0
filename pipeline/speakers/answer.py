"""The answer for one speaker phrase, at the moment of the walk when it is reached."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.lexicon.roles import PLURAL_PRONOUNS, RELATIVE_PRONOUNS, SEX_OF_PRONOUN, SPEECH_PARTNERS, THING_PRONOUNS
from pipeline.model import Attribution
from pipeline.speakers import reasons
from pipeline.speakers.constraints import barred_for, doubted_for, named_ahead
from pipeline.speakers.discourse import Scene
from pipeline.speakers.noun_phrases import Match, is_definite, match_acronym, match_last_name, match_noun, owners
from pipeline.speakers.organisations import match_it, match_they, match_thing
from pipeline.speakers.phrase import Phrase, is_plural
from pipeline.speakers.relative_pronouns import antecedent
from pipeline.speakers.salience import Ranked, Trace, Trail, doubt, rank

STRANGER = "?"  # begins the key of a person who has no name, and thus no entity
SOME = frozenset(("a", "an", "one", "two", "some", "many", "most", "several", "few", "other", "another", "all", "more"))
CONTINUING = frozenset(("added", "adds", "adding", "continued", "continues", "continuing", "concluded", "went", "goes"))


@dataclass(frozen=True, slots=True)
class Answer:
    """The entity a speaker phrase stands for, or None, and why."""

    entity: str | None
    reason: str


def answer_phrase(scene: Scene, trail: Trail, phrase: Phrase, said: Sequence[Attribution]) -> Answer:
    """By the name in it, else by what kind of phrase it is."""
    if phrase.spot and phrase.spot.mention.label == "NORP" and (answer := _of_people(scene, trail, phrase)):
        return answer
    if phrase.spot and phrase.spot.mention.label != "PERSON" and (office := match_acronym(scene, phrase)).entity:
        return _matched(scene, phrase, office)
    if phrase.spot and _is_namesake(scene, phrase):
        return Answer(None, reasons.namesake(scene, phrase, phrase.spot.entity))
    if phrase.spot:
        return Answer(phrase.spot.entity, reasons.named(scene, phrase, phrase.spot.entity))
    if phrase.form == "pronoun":
        return _of_pronoun(scene, trail, phrase, said)
    if phrase.form == "noun":
        office = match_acronym(scene, phrase)
        return _matched(scene, phrase, office) if office.entity else _of_noun(scene, trail, phrase, said)
    return Answer(None, reasons.nobody(scene, phrase))


def _is_namesake(scene: Scene, phrase: Phrase) -> bool:
    """'Marta, a fan from Braga' is another than Marta Silveira, whom the article has named before."""
    spot = phrase.spot
    name = scene.entities[spot.entity].name.split() if spot and spot.mention.label == "PERSON" else []
    if spot is None or len(name) < 2 or spot.mention.text != name[0]:
        return False
    return scene.namesakes.get((spot.entity, spot.mention.text), spot.first + 1) <= spot.first


def _of_people(scene: Scene, trail: Trail, phrase: Phrase) -> Answer | None:
    """'the Texan' is somebody, 'a Democrat' and 'many Americans' are not; only 'Democrats' speak as one."""
    if is_definite(scene, phrase) and not is_plural(scene.view, phrase):
        return _matched(scene, phrase, match_noun(scene, trail, phrase))
    if scene.view.lower[phrase.first] in SOME:
        return Answer(None, reasons.nobody(scene, phrase))
    return None


def _of_pronoun(scene: Scene, trail: Trail, phrase: Phrase, said: Sequence[Attribution]) -> Answer:
    word = scene.view.lower[phrase.head]
    if sex := SEX_OF_PRONOUN.get(word):
        ranked = rank_at(scene, trail, phrase.head, sex, said)
        where = place(scene, phrase.head)
        if ranked.winner and ranked.winner.startswith(STRANGER):
            return Answer(None, reasons.stranger(scene, phrase, trail.cast[ranked.winner].name))
        return Answer(ranked.winner, reasons.pronoun(scene, trail, phrase, ranked, where, sex))
    if word in RELATIVE_PRONOUNS and (found := antecedent(scene, phrase.head)):
        return Answer(found, reasons.relative(scene, phrase, found))
    if word in SPEECH_PARTNERS:
        return Answer(None, reasons.first_person(scene, phrase))
    if word in PLURAL_PRONOUNS:
        group = match_they(scene, trail, phrase)
        return _matched(scene, phrase, group) if group.entity else Answer(None, reasons.several(scene, phrase))
    match = match_it(scene, trail, phrase) if word in THING_PRONOUNS else Match(None)
    return _matched(scene, phrase, match)


def _of_noun(scene: Scene, trail: Trail, phrase: Phrase, said: Sequence[Attribution]) -> Answer:
    namesake = match_last_name(scene, trail, phrase)
    if namesake.entity or namesake.tied:
        return _matched(scene, phrase, namesake)
    if is_plural(scene.view, phrase) or not (is_definite(scene, phrase) or owners(scene, phrase)):
        return Answer(None, reasons.nobody(scene, phrase))
    barred = barred_for(scene, phrase.head, said) | doubted_for(scene, said)
    person = match_noun(scene, trail, phrase, barred=barred)
    return _matched(scene, phrase, person if person.entity or person.tied else match_thing(scene, trail, phrase))


def _matched(scene: Scene, phrase: Phrase, match: Match) -> Answer:
    if match.entity or match.tied:
        return Answer(match.entity, reasons.noun(scene, phrase, match))
    return Answer(None, reasons.nobody(scene, phrase))


def rank_at(scene: Scene, trail: Trail, token: int, sex: str, said: Sequence[Attribution]) -> Ranked:
    """The persons a he or she at token could be."""
    barred = barred_for(scene, token, said)
    cues = {scene.view.lower[n] for found in said if found.cue for n in scene.view.tokens(*found.cue)}
    goes_on, ahead = bool(cues & CONTINUING), named_ahead(scene, token)
    ranked = rank(trail, place(scene, token), sex=sex, barred=barred, goes_on=goes_on, ahead=ahead)
    return doubt(ranked, doubted_for(scene, said))


def place(scene: Scene, token: int) -> Trace:
    """An empty trace at a token."""
    return Trace(token, scene.view.steps[token], "", 0.0, scene.view.blocks[token])
