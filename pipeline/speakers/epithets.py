"""Whom an epithet stands for: "Ana Lopes was angry. '...,' the Portuguese striker told the BBC."

Such a noun tells something new of the one who is being spoken of, where an office ("the minister") may be another's.
"""

from pipeline.lexicon.countries import country_of_people
from pipeline.lexicon.roles import RoleNoun
from pipeline.speakers.discourse import Discourse
from pipeline.speakers.phrase import Phrase
from pipeline.speakers.salience import DiscourseHistory

# What somebody is by trade or fame, of whom a text has several only where it says which.
_TRADES = frozenset(("player", "athlete", "artist", "writer"))
_ONCE = frozenset(("former", "ex", "retired"))


def match_epithet(discourse: Discourse, history: DiscourseHistory, phrase: Phrase, noun: RoleNoun | None) -> str | None:
    """The one subject of the sentence before in the same paragraph, if it names nobody else without a role."""
    if not _is_epithet(discourse, phrase, noun):
        return None
    step = discourse.narration.narrative_sentences[phrase.head]
    block = discourse.narration.blocks[phrase.head]
    before = {reference.entity for reference in history.subjects(step, 1) if reference.block == block}
    key = before.pop() if len(before) == 1 else ""
    open_to = {
        one for one in history.named_before(step) & discourse.people.keys() if not _has_role(discourse, phrase, one)
    }
    if open_to != {key}:
        return None
    return key if noun is None or noun.sex is None or discourse.people[key].sex in (noun.sex, None) else None


def _has_role(discourse: Discourse, phrase: Phrase, key: str) -> bool:
    return any(role.first < phrase.first for role in discourse.roles.get(key, ()))


def _is_epithet(discourse: Discourse, phrase: Phrase, noun: RoleNoun | None) -> bool:
    """ "the Portuguese striker", "the world number four": a trade with a word that describes; or a former role."""
    words = discourse.narration.words[phrase.first + 1 : phrase.head]
    if noun is None:
        return [word.lower() for word in words[:2]] in (["world", "number"], ["world", "no"], ["world", "no."])
    if any(word.lower() in _ONCE for word in words):
        return True
    described = any(country_of_people(word) or word[0].isupper() or word.isdigit() for word in words)
    return bool(_TRADES & noun.kinds) and described
