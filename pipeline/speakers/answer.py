"""The answer for one speaker phrase, at the moment of the walk when it is reached."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.lexicon.roles import PLURAL_PRONOUNS, RELATIVE_PRONOUNS, SEX_OF_PRONOUN, SPEECH_PARTNERS, THING_PRONOUNS
from pipeline.model import Attribution
from pipeline.speakers import reasons
from pipeline.speakers.discourse import Discourse
from pipeline.speakers.noun_phrases import (
    Match,
    is_definite,
    match_acronym,
    match_kin,
    match_last_name,
    match_noun,
    owners,
)
from pipeline.speakers.organisations import match_it, match_they, match_thing
from pipeline.speakers.phrase import Phrase, is_plural
from pipeline.speakers.pronouns import antecedent, cataphoric_subject, excluded_antecedents, unlikely_antecedents
from pipeline.speakers.salience import DiscourseHistory, Ranked, Reference, doubt, rank

STRANGER = "?"  # begins the key of a person who has no name, and thus no entity
SOME = frozenset(("a", "an", "one", "two", "some", "many", "most", "several", "few", "other", "another", "all", "more"))
REPLYING = frozenset(("replied", "replies", "answered", "answers", "responded", "responds", "retorted", "countered"))
CONTINUING = frozenset(("added", "adds", "adding", "continued", "continues", "continuing", "concluded", "went", "goes"))


@dataclass(frozen=True, slots=True)
class Answer:
    """The entity a speaker phrase stands for, or None, and why."""

    entity: str | None
    reason: str


def answer_phrase(
    discourse: Discourse, history: DiscourseHistory, phrase: Phrase, said: Sequence[Attribution]
) -> Answer:
    """By the name in it, else by what kind of phrase it is."""
    if phrase.spot and phrase.spot.mention.label == "NORP" and (answer := _of_people(discourse, history, phrase)):
        return answer
    if phrase.spot and phrase.spot.mention.label != "PERSON" and (office := match_acronym(discourse, phrase)).entity:
        return _matched(discourse, phrase, office)
    if phrase.spot and _is_namesake(discourse, phrase):
        return Answer(None, reasons.namesake(discourse, phrase, phrase.spot.entity))
    if phrase.spot:
        return Answer(phrase.spot.entity, reasons.named(discourse, phrase, phrase.spot.entity))
    if phrase.form == "pronoun":
        return _of_pronoun(discourse, history, phrase, said)
    if phrase.form == "noun":
        office = match_acronym(discourse, phrase)
        return _matched(discourse, phrase, office) if office.entity else _of_noun(discourse, history, phrase, said)
    return Answer(None, reasons.nobody(discourse, phrase))


def _is_namesake(discourse: Discourse, phrase: Phrase) -> bool:
    """'Marta, a fan from Braga' is another than Marta Silveira, whom the article has named before."""
    spot = phrase.spot
    name = discourse.entities[spot.entity].name.split() if spot and spot.mention.label == "PERSON" else []
    if spot is None or len(name) < 2 or spot.mention.text != name[0]:
        return False
    return discourse.namesakes.get((spot.entity, spot.mention.text), spot.first + 1) <= spot.first


def _of_people(discourse: Discourse, history: DiscourseHistory, phrase: Phrase) -> Answer | None:
    """'the Texan' is somebody, 'a Democrat' and 'many Americans' are not; only 'Democrats' speak as one."""
    if is_definite(discourse, phrase) and not is_plural(discourse.narration, phrase):
        return _matched(discourse, phrase, match_noun(discourse, history, phrase))
    if discourse.narration.lower[phrase.first] in SOME:
        return Answer(None, reasons.nobody(discourse, phrase))
    return None


def _of_pronoun(discourse: Discourse, history: DiscourseHistory, phrase: Phrase, said: Sequence[Attribution]) -> Answer:
    word = discourse.narration.lower[phrase.head]
    if sex := SEX_OF_PRONOUN.get(word):
        ranked = rank_at(discourse, history, phrase.head, sex, said)
        where = place(discourse, phrase.head)
        if ranked.winner and ranked.winner.startswith(STRANGER):
            return Answer(None, reasons.stranger(discourse, phrase, history.cast[ranked.winner].name))
        return Answer(ranked.winner, reasons.pronoun(discourse, history, phrase, ranked, where, sex))
    if word in RELATIVE_PRONOUNS and (found := antecedent(discourse, phrase.head)):
        return Answer(found, reasons.relative(discourse, phrase, found))
    if word in SPEECH_PARTNERS:
        return Answer(None, reasons.first_person(discourse, phrase))
    if word in PLURAL_PRONOUNS:
        group = match_they(discourse, history, phrase)
        return _matched(discourse, phrase, group) if group.entity else Answer(None, reasons.several(discourse, phrase))
    match = match_it(discourse, history, phrase) if word in THING_PRONOUNS else Match(None)
    return _matched(discourse, phrase, match)


def _of_noun(discourse: Discourse, history: DiscourseHistory, phrase: Phrase, said: Sequence[Attribution]) -> Answer:
    namesake = match_last_name(discourse, history, phrase)
    if namesake.entity or namesake.tied:
        return _matched(discourse, phrase, namesake)
    if sex := SEX_OF_PRONOUN.get(discourse.narration.lower[phrase.first]):
        owner = rank_at(discourse, history, phrase.first, sex, said).winner
        if (kin := match_kin(discourse, phrase, owner)).entity:
            return _matched(discourse, phrase, kin)
    if is_plural(discourse.narration, phrase) or not (is_definite(discourse, phrase) or owners(discourse, phrase)):
        return Answer(None, reasons.nobody(discourse, phrase))
    barred = excluded_antecedents(discourse, phrase.head, said) | unlikely_antecedents(discourse, said)
    person = match_noun(discourse, history, phrase, barred=barred)
    return _matched(
        discourse, phrase, person if person.entity or person.tied else match_thing(discourse, history, phrase)
    )


def _matched(discourse: Discourse, phrase: Phrase, match: Match) -> Answer:
    if match.entity or match.tied:
        return Answer(match.entity, reasons.noun(discourse, phrase, match))
    return Answer(None, reasons.nobody(discourse, phrase))


def rank_at(
    discourse: Discourse, history: DiscourseHistory, token: int, sex: str, said: Sequence[Attribution]
) -> Ranked:
    """The persons a he or she at token could be."""
    barred = excluded_antecedents(discourse, token, said)
    cues = {discourse.narration.lower[n] for found in said if found.cue for n in discourse.narration.tokens(*found.cue)}
    goes_on, ahead = bool(cues & CONTINUING), cataphoric_subject(discourse, token)
    where = place(discourse, token)
    if cues & REPLYING and (asker := history.spoke_to_others(where.step, sex)):
        barred = barred | {asker}
    ranked = rank(history, where, sex=sex, barred=barred, goes_on=goes_on, ahead=ahead)
    return doubt(ranked, unlikely_antecedents(discourse, said))


def place(discourse: Discourse, token: int) -> Reference:
    """An empty trace at a token."""
    return Reference(token, discourse.narration.narrative_sentences[token], "", 0.0, discourse.narration.blocks[token])
