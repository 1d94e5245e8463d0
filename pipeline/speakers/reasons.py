"""The sentences that tell a reader why this entity, or why none."""

from collections.abc import Sequence

from pipeline.speakers.discourse import Scene
from pipeline.speakers.noun_phrases import Match
from pipeline.speakers.phrase import Phrase
from pipeline.speakers.roles import Role
from pipeline.speakers.salience import Ranked, Trace, Trail

SHORT = 60  # characters of a phrase that a reason quotes whole
_SEX = {"m": "man", "f": "woman"}


def words(scene: Scene, phrase: Phrase) -> str:
    """The core of the phrase in marks, as the text has it."""
    view = scene.view
    if phrase.first >= phrase.last:
        return "the phrase"
    return f"“{' '.join(view.text[view.starts[phrase.first] : view.ends[phrase.last - 1]].split())}”"


def named(scene: Scene, phrase: Phrase, entity: str) -> str:
    """For a phrase with a name for its head."""
    name, core = scene.entities[entity].name, words(scene, phrase)
    if phrase.also:
        others = ", ".join(scene.entities[spot.entity].name for spot in phrase.also)
        return f"{core} speaks together with {others}; the first named is given."
    if phrase.spot and phrase.spot.first >= phrase.last:
        return f"{core} is named beside it: {name}."
    if name in core:
        return f"The text names {name} here."
    return f"{core} is {name}, named in full elsewhere in the text."


def namesake(scene: Scene, phrase: Phrase, entity: str) -> str:
    """For a first name that is introduced anew."""
    return f"{words(scene, phrase)} is introduced as somebody else than {scene.entities[entity].name}."


def pronoun(scene: Scene, trail: Trail, phrase: Phrase, ranked: Ranked, where: Trace, sex: str) -> str:
    """For he and she: the evidence that decided, or the two that fit equally well."""
    core = words(scene, phrase)
    if not ranked.scores:
        return f"{core} fits nobody who was named shortly before."
    if not ranked.winner:
        return tied(core, [trail.cast[key].name for key in ranked.tied])
    name = scene.entities[ranked.winner].name
    return f"{core} stands for {name}: {_evidence(trail, ranked, where, _SEX[sex])}."


def _evidence(trail: Trail, ranked: Ranked, where: Trace, kind: str) -> str:
    winner = ranked.winner
    speaker = trail.last_speaker(where.step)
    told = []
    if winner in {trace.entity for trace in trail.subjects(where.step, 0)}:
        told.append("the subject of the same sentence")
    elif winner in {trace.entity for trace in trail.subjects(where.step, 1)}:
        told.append("the subject of the sentence before")
    if speaker and speaker[0] == winner:
        told.append("the last who spoke")
    if len(ranked.scores) == 1:
        told.append(f"the only {kind} named shortly before")
    return " and ".join(told[:2]) or f"the {kind} most spoken of just before"


def stranger(scene: Scene, phrase: Phrase, name: str) -> str:
    """For a pronoun that stands for somebody without a name."""
    return f"{words(scene, phrase)} seems to be {name}, for whom the text gives no name."


def tied(core: str, names: Sequence[str]) -> str:
    """Two fit equally well."""
    return f"{core} could be {' or '.join(names)}: both fit equally well."


def noun(scene: Scene, phrase: Phrase, match: Match) -> str:
    """For a noun that stands for somebody, or for one of two."""
    core = words(scene, phrase)
    if not match.entity:
        return tied(core, [scene.entities[key].name for key in match.tied])
    name = scene.entities[match.entity].name
    if match.role:
        return f"{core} stands for {name}, earlier called {_role(scene, match.role)}."
    return f"{core} stands for {name}, the one spoken of just before."


def _role(scene: Scene, role: Role) -> str:
    view = scene.view
    return f"“{' '.join(view.text[view.starts[role.first] : view.ends[role.last - 1]].split())}”"


def relative(scene: Scene, phrase: Phrase, entity: str) -> str:
    """For who and which."""
    return f"{words(scene, phrase)} refers back to {scene.entities[entity].name}, named just before it."


def nobody(scene: Scene, phrase: Phrase) -> str:
    """For a phrase that stands for no named entity."""
    if phrase.form == "none":
        return "The words that should name the speaker hold no name."
    return f"The text gives no name for {_whole(scene, phrase)}."


def _whole(scene: Scene, phrase: Phrase) -> str:
    """The whole phrase if it is short, else its core."""
    view = scene.view
    text = " ".join(view.text[view.starts[phrase.whole[0]] : view.ends[phrase.whole[-1]]].split()).strip(" ,;:-–—")
    return f"“{text}”" if len(text) <= SHORT else words(scene, phrase)


def first_person(scene: Scene, phrase: Phrase) -> str:
    """For I and we."""
    return f"{words(scene, phrase)} is whoever speaks or writes there; the text around it does not say who."


def several(scene: Scene, phrase: Phrase) -> str:
    """For they."""
    return f"{words(scene, phrase)} stands for several people or a group without one name."
