"""Whom 'the mayor', 'the Florida senator', 'the NSA' or 'the spokeswoman' stands for."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.lexicon.roles import RoleNoun
from pipeline.speakers.discourse import Scene
from pipeline.speakers.people import Person
from pipeline.speakers.phrase import Phrase
from pipeline.speakers.roles import Role, role_noun
from pipeline.speakers.salience import Trail

DEFINITE = frozenset(("the", "this", "that"))
# Words that leave open who is meant: they need no match in the role.
_FREE = frozenset(("former", "ex", "late", "then", "current", "new", "old", "young", "senior", "top", "long", "retired",
                   "veteran", "outgoing", "incoming", "first", "second", "third", "great", "same", "vice"))  # fmt: skip
# Kinds of which a town or a country has one: 'the French minister' may well come in without having been named.
_OFFICES = frozenset(("politician", "official", "leader", "officer", "cleric", "relative"))
SAME_NOUN, BROADER_NOUN = 2.0, 1.2
MATCHED, UNMATCHED = 0.5, 0.7  # for each further word of the phrase
ENOUGH = 1.0
CLEAR = 1.25  # of two with equal roles, the more prominent must be so by this factor
DOMINANT = 1.6  # with no role to go by, the most prominent must be so by this factor
NEAR = 2  # and have been mentioned so many sentences ago at most


@dataclass(frozen=True, slots=True)
class Match:
    """Who fits a noun; role tells by what words, None if only prominence speaks."""

    entity: str | None
    role: Role | None = None
    tied: tuple[str, ...] = ()


def match_noun(scene: Scene, trail: Trail, phrase: Phrase) -> Match:
    """The one person whom a definite, singular noun phrase stands for."""
    view, step = scene.view, scene.view.steps[phrase.head]
    fits = {key: best for key in scene.people if (best := _best(scene, phrase, key))}
    if fits:
        return _choose(trail, step, fits)
    noun = role_noun(view, phrase.head)
    if noun is None or _introduced(scene, phrase) or (_words(scene, phrase) and _is_office(noun)):
        return Match(None)
    people = {key: person for key, person in scene.people.items() if not noun.sex or person.sex in (noun.sex, None)}
    return _dominant(trail, step, people)


def _is_office(noun: RoleNoun) -> bool:
    return bool(noun.kinds & _OFFICES) and "candidate" not in noun.kinds


def match_acronym(scene: Scene, phrase: Phrase) -> Match:
    """'the NSA' after 'National Security Advisor Ana Lopes', unless an organisation of these initials is named."""
    word = scene.view.words[phrase.head]
    if not (word.isupper() and word.isalpha() and 2 <= len(word) <= 5 and is_definite(scene, phrase)):
        return Match(None)
    for entity in scene.entities.values():
        words = entity.name.split()
        if entity.label == "ORG" and len(words) > 1 and "".join(w[0] for w in words if w[0].isupper()) == word:
            return Match(None)
    held = [
        (key, role) for key, roles in scene.roles.items() for role in roles if _initials(role).endswith(word.lower())
    ]
    holders = {key for key, _ in held}
    return Match(*held[0]) if len(holders) == 1 else Match(None)


def match_last_name(scene: Scene, trail: Trail, phrase: Phrase) -> Match:
    """A bare last name that the entity stage joined to nobody, since several bear it: the one spoken of lately."""
    keys = [entity.id for entity in scene.bearers.get(scene.view.words[phrase.head], ())]
    draw = trail.draw(scene.view.steps[phrase.head], keys)
    ranked = sorted(draw, key=lambda key: -draw[key])
    if not ranked:
        return Match(None, tied=tuple(keys[:2])) if len(keys) > 1 else Match(None)
    if len(ranked) > 1 and draw[ranked[0]] < CLEAR * draw[ranked[1]]:
        return Match(None, tied=tuple(ranked[:2]))
    return Match(ranked[0])


def is_definite(scene: Scene, phrase: Phrase) -> bool:
    """'the mayor', 'Mayor' alone, but neither 'a mayor' nor 'his mayor' nor 'the city's mayor'."""
    words = scene.view.lower[phrase.first : phrase.last]
    return words[0] in DEFINITE and not {"'s", "’s"} & set(words)


def _best(scene: Scene, phrase: Phrase, key: str) -> tuple[float, Role] | None:
    """The role of one person that fits best, if well enough and it is no newer than the phrase."""
    noun = role_noun(scene.view, phrase.head)
    sex = scene.people[key].sex
    if noun and noun.sex and sex and noun.sex != sex:
        return None
    scored = [
        (score, role)
        for role in scene.roles.get(key, ())
        if role.first < phrase.first and (score := _score(scene, phrase, role)) >= ENOUGH
    ]
    return max(scored, key=lambda pair: pair[0]) if scored else None


def _score(scene: Scene, phrase: Phrase, role: Role) -> float:
    view = scene.view
    noun = role_noun(view, phrase.head)
    if noun and noun.key == role.key:
        score = SAME_NOUN
    elif noun and (view.lower[phrase.head] in role.kinds or noun.key in role.kinds) and not _introduced(scene, phrase):
        score = BROADER_NOUN
    else:
        return 0.0
    for word in _words(scene, phrase):
        score += MATCHED if word in role.words else -UNMATCHED
    return score


def _initials(role: Role) -> str:
    return "".join(word[0] for word in role.words)


def _words(scene: Scene, phrase: Phrase) -> list[str]:
    """The words of the phrase, its 'of ...' included, that say which mayor is meant."""
    view = scene.view
    tokens = [n for n in phrase.whole if n >= phrase.first and n != phrase.head and view.tags[n][0] in "NJ"]
    return [view.lower[n] for n in tokens if view.lower[n] not in _FREE]


def _choose(trail: Trail, step: int, fits: Mapping[str, tuple[float, Role]]) -> Match:
    top = max(score for score, _ in fits.values())
    best = [key for key, (score, _) in fits.items() if score >= top - 0.1]
    if len(best) == 1:
        return Match(best[0], fits[best[0]][1])
    draw = trail.draw(step, best)
    ranked = sorted(draw, key=lambda key: -draw[key])
    if not ranked or (len(ranked) > 1 and draw[ranked[0]] < CLEAR * draw[ranked[1]]):
        return Match(None, tied=tuple((ranked or best)[:2]))
    return Match(ranked[0], fits[ranked[0]][1])


def _dominant(trail: Trail, step: int, people: Mapping[str, Person]) -> Match:
    """With no role to go by: the one person who was spoken of just now."""
    draw = trail.draw(step, people)
    ranked = sorted(draw, key=lambda key: -draw[key])
    recent = {trace.entity for trace in trail.near(step, NEAR)}
    if not ranked or ranked[0] not in recent:
        return Match(None)
    if len(ranked) > 1 and draw[ranked[0]] < DOMINANT * draw[ranked[1]]:
        return Match(None, tied=tuple(ranked[:2]))
    return Match(ranked[0])


def _introduced(scene: Scene, phrase: Phrase) -> bool:
    """'A woman ... the woman said': somebody without a name has been brought in under this noun."""
    noun = role_noun(scene.view, phrase.head)
    return noun is not None and scene.introductions.get(noun.key, phrase.first) < phrase.first
