"""Which organisation 'the ministry', 'the company' or 'it' stands for."""

from collections.abc import Collection

from pipeline.lexicon.roles import organisation_nouns
from pipeline.speakers.discourse import Discourse
from pipeline.speakers.noun_phrases import Match
from pipeline.speakers.phrase import Phrase
from pipeline.speakers.salience import DiscourseHistory

CLEAR = 1.5  # the most prominent organisation must be so by this factor
NEAR = 2  # and have been mentioned so many sentences ago at most
UNNAMED_BODY = "?body"  # an organisation that the text gives no name of its own: "Oman's foreign ministry"
# Words in names that tell what kind of body it is.
_IN_NAMES = {
    "airline": ("air", "airways", "airlines", "aviation"), "bank": ("banca", "banco", "banque"),
    "operator": ("ferries", "rail", "railways", "lines"), "university": ("universidad", "universität"),
}  # fmt: skip
_SPEAKING = frozenset(("ORG", "GPE", "NORP"))


def match_thing(discourse: Discourse, history: DiscourseHistory, phrase: Phrase) -> Match:
    """The organisation that a definite noun stands for: one of that name or so described, else the latest."""
    noun = discourse.narration.lower[phrase.head]
    kind = organisation_nouns().get(noun)
    if kind is None:
        return Match(None)
    bodies = {key for key, entity in discourse.entities.items() if entity.label == "ORG"} | discourse.described.keys()
    words = {noun, *_IN_NAMES.get(noun, ())}
    bearing = {key for key in bodies if words & set(discourse.entities[key].name.lower().split())}
    bearing |= {key for key in bodies if noun in discourse.described.get(key, ())}
    if len(bearing) == 1:
        return Match(bearing.pop())
    if bearing or kind == "any":
        return _latest(history, discourse.narration.narrative_sentences[phrase.head], bearing or bodies)
    return Match(None)


def match_it(discourse: Discourse, history: DiscourseHistory, phrase: Phrase) -> Match:
    """The organisation or country that 'it' stands for: the one that spoke last, else the one spoken of."""
    step = discourse.narration.narrative_sentences[phrase.head]
    keys = {key for key, entity in discourse.entities.items() if entity.label in _SPEAKING} | discourse.described.keys()
    speaker = history.last_speaker(step)
    if speaker and speaker[0] == UNNAMED_BODY and speaker[1] <= 1:
        return Match(None)
    return _latest(history, step, keys)


def _latest(history: DiscourseHistory, step: int, keys: Collection[str]) -> Match:
    salience = history.salience(step, keys)
    ranked = sorted(salience, key=lambda key: -salience[key])
    speaker = history.last_speaker(step)
    if speaker and speaker[0] in salience and speaker[1] <= 1 and _alone(history, step, speaker[0], keys):
        return Match(speaker[0])
    recent = {reference.entity for reference in history.near(step, NEAR) if reference.subject or reference.spoke}
    if not ranked or ranked[0] not in recent:
        return Match(None)
    if len(ranked) > 1 and salience[ranked[0]] < CLEAR * salience[ranked[1]]:
        return Match(None, tied=tuple(ranked[:2]))
    return Match(ranked[0])


def _alone(history: DiscourseHistory, step: int, speaker: str, keys: Collection[str]) -> bool:
    """Whether no other of these has been named since the speaker spoke."""
    for reference in history.near(step, NEAR):
        if reference.spoke and reference.entity == speaker:
            return True
        if reference.entity in keys and reference.entity != speaker:
            return False
    return False


def match_they(discourse: Discourse, history: DiscourseHistory, phrase: Phrase) -> Match:
    """'The church denied it. They also claimed': the organisation that spoke last, if nobody else has spoken since."""
    step = discourse.narration.narrative_sentences[phrase.head]
    speaker = history.last_speaker(step)
    if (
        speaker
        and speaker[1] <= NEAR
        and (entity := discourse.entities.get(speaker[0]))
        and entity.label in ("ORG", "NORP")
    ):
        return Match(entity.id)
    return Match(None)
