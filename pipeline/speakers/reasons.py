"""The sentences that tell a reader why this entity, or why none."""

from collections.abc import Sequence

from pipeline.speakers.discourse import Discourse
from pipeline.speakers.noun_phrases import Match
from pipeline.speakers.phrase import Phrase
from pipeline.speakers.roles import Role
from pipeline.speakers.salience import DiscourseHistory, Ranked, Reference

SHORT = 60  # characters of a phrase that a reason quotes whole
_SEX = {"m": "man", "f": "woman"}


def words(discourse: Discourse, phrase: Phrase) -> str:
    """The core of the phrase in marks, as the text has it."""
    narration = discourse.narration
    if phrase.first >= phrase.last:
        return "the phrase"
    return f"“{' '.join(narration.text[narration.starts[phrase.first] : narration.ends[phrase.last - 1]].split())}”"


def named(discourse: Discourse, phrase: Phrase, entity: str) -> str:
    """For a phrase with a name for its head."""
    name, core = discourse.entities[entity].name, words(discourse, phrase)
    if phrase.also:
        others = ", ".join(discourse.entities[spot.entity].name for spot in phrase.also)
        return f"{core} speaks together with {others}; the first named is given."
    if phrase.spot and phrase.spot.first >= phrase.last:
        return f"{core} is named beside it: {name}."
    if name in core:
        return f"The text names {name} here."
    return f"{core} is {name}, named in full elsewhere in the text."


def namesake(discourse: Discourse, phrase: Phrase, entity: str) -> str:
    """For a first name that is introduced anew."""
    return f"{words(discourse, phrase)} is introduced as somebody else than {discourse.entities[entity].name}."


def pronoun(
    discourse: Discourse, history: DiscourseHistory, phrase: Phrase, ranked: Ranked, where: Reference, sex: str
) -> str:
    """For he and she: the evidence that decided, or the two that fit equally well."""
    core = words(discourse, phrase)
    if not ranked.scores:
        return f"{core} fits nobody who was named shortly before."
    if not ranked.winner:
        return tied(core, [history.cast[key].name for key in ranked.tied])
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


def stranger(discourse: Discourse, phrase: Phrase, name: str) -> str:
    """For a pronoun that stands for somebody without a name."""
    return f"{words(discourse, phrase)} seems to be {name}, for whom the text gives no name."


def tied(core: str, names: Sequence[str]) -> str:
    """Two fit equally well."""
    return f"{core} could be {' or '.join(names)}: both fit equally well."


def noun(discourse: Discourse, phrase: Phrase, match: Match) -> str:
    """For a noun that stands for somebody, or for one of two."""
    core = words(discourse, phrase)
    if not match.entity:
        return tied(core, [discourse.entities[key].name for key in match.tied])
    name = discourse.entities[match.entity].name
    if match.role:
        return f"{core} stands for {name}, earlier called {_role(discourse, match.role)}."
    return f"{core} stands for {name}, the one spoken of just before."


def _role(discourse: Discourse, role: Role) -> str:
    narration = discourse.narration
    return f"“{' '.join(narration.text[narration.starts[role.first] : narration.ends[role.last - 1]].split())}”"


def relative(discourse: Discourse, phrase: Phrase, entity: str) -> str:
    """For who and which."""
    return f"{words(discourse, phrase)} refers back to {discourse.entities[entity].name}, named just before it."


def nobody(discourse: Discourse, phrase: Phrase) -> str:
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
    return f"“{text}”" if len(text) <= SHORT else words(discourse, phrase)


def first_person(discourse: Discourse, phrase: Phrase) -> str:
    """For I and we."""
    return f"{words(discourse, phrase)} is whoever speaks or writes there; the text around it does not say who."


def several(discourse: Discourse, phrase: Phrase) -> str:
    """For they."""
    return f"{words(discourse, phrase)} stands for several people or a group without one name."
