"""The answer for one speaker phrase, at the moment of the walk when it is reached: which entity, or none, and why.

Behind the rules stand the sentences that tell a reader the reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.lexicon.roles import PLURAL_PRONOUNS, RELATIVE_PRONOUNS, SEX_OF_PRONOUN, SPEECH_PARTNERS, THING_PRONOUNS
from pipeline.model import Attribution
from pipeline.speakers.departed import departed
from pipeline.speakers.discourse import Discourse
from pipeline.speakers.last_names import match_last_name
from pipeline.speakers.noun_phrases import (
    Match,
    is_definite,
    match_acronym,
    match_kin,
    match_noun,
    owners,
)
from pipeline.speakers.organisations import match_it, match_they, match_thing
from pipeline.speakers.phrase import Phrase, is_plural
from pipeline.speakers.pronouns import antecedent, cataphoric_subject, excluded_antecedents, unlikely_antecedents
from pipeline.speakers.roles import Role, is_document, role_noun
from pipeline.speakers.salience import DiscourseHistory, Ranked, Reference, doubt, rank

STRANGER = "?"  # begins the key of a person who has no name, and thus no entity
SOME = frozenset(("a", "an", "one", "two", "some", "many", "most", "several", "few", "other", "another", "all", "more"))
REPLYING = frozenset(("replied", "replies", "answered", "answers", "responded", "responds", "retorted", "countered"))
CONTINUING = frozenset(("added", "adds", "adding", "continued", "continues", "continuing", "concluded", "went", "goes"))
# What stands with a capital before a country at the head of a sentence, and makes no name with it.
_OF_COUNTRIES = frozenset(
    ("mainland", "neighbouring", "neighboring", "nearby", "neutral", "communist", "rival", "host", "hosts", "former",
     "modern", "greater", "imperial", "western", "eastern", "northern", "southern", "central", "champions", "new")
)  # fmt: skip
_SHORT = 60  # characters of a phrase that a reason quotes whole
_SEX = {"m": "man", "f": "woman"}


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
        other = discourse.entities[phrase.spot.entity].name
        return Answer(None, f"{in_marks(discourse, phrase)} is introduced as somebody else than {other}.")
    if phrase.spot and _is_half_a_name(discourse, phrase):
        return Answer(None, _why_nobody(discourse, phrase))
    if phrase.spot:
        return Answer(phrase.spot.entity, _why_named(discourse, phrase, phrase.spot.entity))
    if phrase.form == "pronoun":
        return _of_pronoun(discourse, history, phrase, said)
    if phrase.form == "noun":
        office = match_acronym(discourse, phrase)
        return _matched(discourse, phrase, office) if office.entity else _of_noun(discourse, history, phrase, said)
    return Answer(None, _why_nobody(discourse, phrase))


def _is_namesake(discourse: Discourse, phrase: Phrase) -> bool:
    """'Marta, a fan from Braga' is another than Marta Silveira, whom the article has named before."""
    spot = phrase.spot
    name = discourse.entities[spot.entity].name.split() if spot and spot.mention.label == "PERSON" else []
    if spot is None or len(name) < 2 or spot.mention.text != name[0]:
        return False
    return discourse.namesakes.get((spot.entity, spot.mention.text), spot.first + 1) <= spot.first


def _is_half_a_name(discourse: Discourse, phrase: Phrase) -> bool:
    """'Cycling New Zealand', 'Airports Company South Africa': a body, and no country speaks."""
    narration, spot = discourse.narration, phrase.spot
    if spot is None or spot.mention.label not in ("GPE", "LOC") or spot.last < phrase.last:
        return False
    before = [n for n in range(phrase.first, spot.first) if narration.lower[n] != "the"]
    named = all(narration.words[n][0].isupper() or "-" in narration.words[n - 1 : n + 1] for n in before)
    described = any(
        role_noun(narration, n) or narration.lower[n] in _OF_COUNTRIES or narration.tags[n] in ("CC", "DT", "PDT", "IN")
        for n in before
    )
    return bool(before) and named and not described


def _of_people(discourse: Discourse, history: DiscourseHistory, phrase: Phrase) -> Answer | None:
    """'the Texan' is somebody, 'a Democrat' and 'many Americans' are not; only 'Democrats' speak as one."""
    if is_definite(discourse, phrase) and not is_plural(discourse.narration, phrase):
        return _matched(discourse, phrase, match_noun(discourse, history, phrase))
    if discourse.narration.lower[phrase.first] in SOME:
        return Answer(None, _why_nobody(discourse, phrase))
    return None


def _of_pronoun(discourse: Discourse, history: DiscourseHistory, phrase: Phrase, said: Sequence[Attribution]) -> Answer:
    word, core = discourse.narration.lower[phrase.head], in_marks(discourse, phrase)
    if sex := SEX_OF_PRONOUN.get(word):
        ranked = rank_at(discourse, history, phrase.head, sex, said)
        where = place(discourse, phrase.head)
        if ranked.winner and ranked.winner.startswith(STRANGER):
            name = history.cast[ranked.winner].name
            return Answer(None, f"{core} seems to be {name}, for whom the text gives no name.")
        return Answer(ranked.winner, _why_pronoun(discourse, history, phrase, ranked, where, sex))
    if word in RELATIVE_PRONOUNS and (found := antecedent(discourse, phrase.head)):
        return Answer(found, f"{core} refers back to {discourse.entities[found].name}, named just before it.")
    if word in SPEECH_PARTNERS:
        return Answer(None, f"{core} is whoever speaks or writes there; the text around it does not say who.")
    if word in PLURAL_PRONOUNS:
        group = match_they(discourse, history, phrase)
        several = Answer(None, f"{core} stands for several people or a group without one name.")
        return _matched(discourse, phrase, group) if group.entity else several
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
        return Answer(None, _why_nobody(discourse, phrase))
    barred = excluded_antecedents(discourse, phrase.head, said) | unlikely_antecedents(discourse, said)
    person = match_noun(discourse, history, phrase, barred=barred)
    return _matched(
        discourse, phrase, person if person.entity or person.tied else match_thing(discourse, history, phrase)
    )


def _matched(discourse: Discourse, phrase: Phrase, match: Match) -> Answer:
    if match.entity or match.tied:
        return Answer(match.entity, _why_matched(discourse, phrase, match))
    return Answer(None, _why_nobody(discourse, phrase))


def rank_at(
    discourse: Discourse, history: DiscourseHistory, token: int, sex: str, said: Sequence[Attribution]
) -> Ranked:
    """The persons a he or she at token could be."""
    barred = excluded_antecedents(discourse, token, said)
    cue = min((found.cue for found in said if found.cue), default=None)  # of "he said, before adding" the first
    cues = {discourse.narration.lower[n] for n in discourse.narration.tokens(*cue)} if cue else set[str]()
    goes_on, ahead = bool(cues & CONTINUING), cataphoric_subject(discourse, token)
    ahead = ahead or (None if said else departed(discourse, token))
    where = place(discourse, token)
    if cues & REPLYING and (asker := history.spoke_to_others(where.step, sex)):
        barred = barred | {asker}
    ranked = rank(history, where, sex=sex, barred=barred, goes_on=goes_on, ahead=ahead)
    return doubt(ranked, unlikely_antecedents(discourse, said))


def place(discourse: Discourse, token: int) -> Reference:
    """A reference at a token, to nobody yet."""
    return Reference(token, discourse.narration.narrative_sentences[token], "", 0.0, discourse.narration.blocks[token])


def in_marks(discourse: Discourse, phrase: Phrase) -> str:
    """The core of the phrase in marks, as the text has it."""
    narration = discourse.narration
    if phrase.first >= phrase.last:
        return "the phrase"
    return f"“{' '.join(narration.text[narration.starts[phrase.first] : narration.ends[phrase.last - 1]].split())}”"


def _why_named(discourse: Discourse, phrase: Phrase, entity: str) -> str:
    """For a phrase with a name for its head."""
    name, core = discourse.entities[entity].name, in_marks(discourse, phrase)
    if phrase.also:
        others = ", ".join(discourse.entities[spot.entity].name for spot in phrase.also)
        return f"{core} speaks together with {others}; the first named is given."
    if phrase.spot and phrase.spot.first >= phrase.last:
        link = discourse.narration.lower[phrase.last]
        if link in ("by", "from") and is_document(discourse.narration, phrase.head):
            return f"{core} is {link} {name}, so these are words of {name}."
        return f"{core} is named beside it: {name}."
    if name in core:
        return f"The text names {name} here."
    return f"{core} is {name}, named in full elsewhere in the text."


def _why_pronoun(
    discourse: Discourse, history: DiscourseHistory, phrase: Phrase, ranked: Ranked, where: Reference, sex: str
) -> str:
    """For he and she: the evidence that decided, or the two that fit equally well."""
    core = in_marks(discourse, phrase)
    if not ranked.scores:
        return f"{core} fits nobody who was named shortly before."
    if not ranked.winner:
        return _why_tied(core, [history.cast[key].name for key in ranked.tied])
    name = discourse.entities[ranked.winner].name
    return f"{core} stands for {name}: {_evidence(history, ranked, where, _SEX[sex])}."


def _evidence(history: DiscourseHistory, ranked: Ranked, where: Reference, kind: str) -> str:
    winner = ranked.winner
    speaker = history.last_speaker(where.step)
    told = []
    if winner in {reference.entity for reference in history.subjects(where.step, 0)}:
        told.append("the subject of the same sentence")
    elif winner in {reference.entity for reference in history.subjects(where.step, 1)}:
        told.append("the subject of the sentence before")
    if speaker and speaker[0] == winner:
        told.append("the last who spoke")
    if len(ranked.scores) == 1:
        told.append(f"the only {kind} named shortly before")
    return " and ".join(told[:2]) or f"the {kind} most spoken of just before"


def _why_tied(core: str, names: Sequence[str]) -> str:
    """Two fit equally well."""
    return f"{core} could be {' or '.join(names)}: both fit equally well."


def _why_matched(discourse: Discourse, phrase: Phrase, match: Match) -> str:
    """For a noun that stands for somebody, or for one of two."""
    core = in_marks(discourse, phrase)
    if not match.entity:
        return _why_tied(core, [discourse.entities[key].name for key in match.tied])
    name = discourse.entities[match.entity].name
    if match.role:
        return f"{core} stands for {name}, earlier called {_called(discourse, match.role)}."
    return f"{core} stands for {name}, the one spoken of just before."


def _called(discourse: Discourse, role: Role) -> str:
    narration = discourse.narration
    return f"“{' '.join(narration.text[narration.starts[role.first] : narration.ends[role.last - 1]].split())}”"


def _why_nobody(discourse: Discourse, phrase: Phrase) -> str:
    """For a phrase that stands for no named entity."""
    if phrase.form == "none":
        return "The words that should name the speaker hold no name."
    return f"The text gives no name for {_whole(discourse, phrase)}."


def _whole(discourse: Discourse, phrase: Phrase) -> str:
    """The whole phrase if it is short, else its core."""
    narration = discourse.narration
    text = " ".join(narration.text[narration.starts[phrase.whole[0]] : narration.ends[phrase.whole[-1]]].split()).strip(
        " ,;:-–—"
    )
    return f"“{text}”" if len(text) <= _SHORT else in_marks(discourse, phrase)
