"""Whom a bare last name or given name stands for."""

from pipeline.speakers.discourse import Discourse
from pipeline.speakers.narration import is_of_other_sex
from pipeline.speakers.noun_phrases import CLEAR, Match
from pipeline.speakers.phrase import Phrase
from pipeline.speakers.salience import DiscourseHistory


def match_last_name(discourse: Discourse, history: DiscourseHistory, phrase: Phrase) -> Match:
    """A bare last name that the entity stage joined to nobody, since several bear it: the one spoken of lately."""
    word = discourse.narration.words[phrase.head]
    bearers = discourse.people_by_last_name.get(word, ())
    if is_of_other_sex(discourse.narration, phrase.head, bearers):
        return Match(None)
    keys = [entity.id for entity in bearers]
    if not keys and phrase.last - phrase.first == 1 and word[0].isupper():
        names = {key: person.name for key, person in discourse.people.items()}
        given = [key for key, name in names.items() if name.startswith(f"{word} ") or name.endswith(f" {word}")]
        return Match(given[0]) if len(given) == 1 else Match(None, tied=tuple(given[:2]))
    salience = history.salience(discourse.narration.narrative_sentences[phrase.head], keys)
    ranked = sorted(salience, key=lambda key: -salience[key])
    if not ranked:
        return Match(None, tied=tuple(keys[:2])) if len(keys) > 1 else Match(None)
    if len(ranked) > 1 and salience[ranked[0]] < CLEAR * salience[ranked[1]]:
        return Match(None, tied=tuple(ranked[:2]))
    return Match(ranked[0])
