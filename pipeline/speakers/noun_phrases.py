"""Whom 'the mayor', 'the Florida senator', 'the NSA' or 'the spokeswoman' stands for."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.lexicon.countries import country_named, country_of_people
from pipeline.speakers.discourse import Discourse, Person
from pipeline.speakers.epithets import match_epithet
from pipeline.speakers.narration import Narration
from pipeline.speakers.phrase import Phrase, is_another_office
from pipeline.speakers.roles import Role, own_noun, role_noun
from pipeline.speakers.salience import REACH, DiscourseHistory

DEFINITE = frozenset(("the", "this", "that"))
# Words that leave open who is meant: they need no match in the role.
_FREE = frozenset(("former", "ex", "late", "then", "current", "new", "old", "young", "senior", "top", "long", "retired",
                   "veteran", "outgoing", "incoming", "first", "second", "third", "great", "same", "vice"))  # fmt: skip
# Nouns that say no more than that somebody is a person of this sex or age: whoever is spoken of is one.
_ANYBODY = frozenset(("man", "woman", "boy", "girl", "lad", "gentleman", "lady", "teenager", "youth", "pensioner"))
_YEAR_OLD = ["-", "year", "-", "old"]
_CLAUSE_OPENS = frozenset(("who", "which", "that", "whose", "where"))
_DESCRIBES = frozenset(("based", "born", "old", "educated", "trained"))
SAME_NOUN, BROADER_NOUN = 2.0, 1.2
MATCHED, UNMATCHED = 0.5, 0.7  # for each further word of the phrase
_SECOND = frozenset(("deputy", "vice"))
SECOND = 1.1  # for one who only stands in for whom the noun tells
ENOUGH = 1.0
CLEAR = 1.25  # of two with equal roles, the more prominent must be so by this factor
DOMINANT = 1.6  # with no role to go by, the most prominent must be so by this factor
_NAMED_WITHIN = 12  # words behind "a spokesman" within which a name tells who that is
NEAR = 2  # and have been mentioned so many sentences ago at most


@dataclass(frozen=True, slots=True)
class Match:
    """Who fits a noun; role tells by what words, None if only prominence speaks."""

    entity: str | None
    role: Role | None = None
    tied: tuple[str, ...] = ()


def match_noun(
    discourse: Discourse,
    history: DiscourseHistory,
    phrase: Phrase,
    *,
    barred: Collection[str] = (),
    guess: bool = False,
) -> Match:
    """The one person whom a definite, singular noun phrase stands for.

    By a role that the article gives; by prominence alone only where the noun tells no role ("the woman"), or to guess
    of whom the narrator goes on to speak. barred: those whom it cannot be.
    """
    narration, step = discourse.narration, discourse.narration.narrative_sentences[phrase.head]
    people = [key for key in discourse.people if key not in barred]
    if age := _age(narration, phrase.head):
        return _of_age(discourse, history, phrase, age, people)
    fits = {key: best for key in people if (best := _best(discourse, phrase, key))}
    newcomer = _newcomer(discourse, phrase)
    if fits and newcomer >= 0:  # "Alves, a spokesman ... a spokesman of the port ... the spokesman": not Alves
        since = {reference.entity for reference in history.near(step, REACH) if reference.token > newcomer}
        fits = {key: best for key, best in fits.items() if key in since}
        if not fits:
            return Match(None)
    if fits:
        return _choose(history, step, fits)
    noun = role_noun(narration, phrase.head)
    if noun is not None and _introduced(discourse, phrase):
        return Match(None)
    if noun is None or not (guess or _is_anybody(discourse, phrase)):
        return Match(match_epithet(discourse, history, phrase, noun))
    if narration.tags[phrase.head + 1 : phrase.head + 2] in (["IN"], [","]):  # "the man on the stage" is one of several
        return Match(None)
    persons = {
        key: discourse.people[key] for key in people if not noun.sex or discourse.people[key].sex in (noun.sex, None)
    }
    return _dominant(history, step, persons)


def match_kin(discourse: Discourse, phrase: Phrase, owner: str | None) -> Match:
    """ "his sister": whom the text has called the sister of him whom "his" means ("Reid's sister, Ana Falk")."""
    noun = role_noun(discourse.narration, phrase.head)
    if noun is None or "relative" not in noun.kinds or owner not in discourse.entities:
        return Match(None)
    names = set(discourse.entities[owner].name.lower().split())
    fitting = [
        (key, role)
        for key, roles in discourse.roles.items()
        for role in roles
        if role.key == noun.key and role.first < phrase.first and names & set(role.words) and key != owner
    ]
    return Match(*fitting[0]) if len({key for key, _ in fitting}) == 1 else Match(None)


def _age(narration: Narration, head: int) -> str | None:
    """24 for the last token of "the 24-year-old"."""
    return (
        narration.words[head - 4]
        if head > len(_YEAR_OLD) and narration.lower[head - 3 : head + 1] == _YEAR_OLD
        else None
    )


def _of_age(discourse: Discourse, history: DiscourseHistory, phrase: Phrase, age: str, people: Sequence[str]) -> Match:
    """The one person of this age, else of those whose age is not told the one spoken of just now."""
    ages = {key: told for key, (first, told) in discourse.ages.items() if first < phrase.first}
    fitting = [key for key in people if ages.get(key) == age]
    if fitting:
        return Match(fitting[0]) if len(fitting) == 1 else Match(None, tied=tuple(fitting[:2]))
    narration, untold = discourse.narration, {key: discourse.people[key] for key in people if key not in ages}
    before = (spot for spot in discourse.spots if spot.first < phrase.first and spot.entity in untold)
    here = {spot.entity for spot in before if narration.blocks[spot.first] == narration.blocks[phrase.head]}
    if len(here) == 1:  # the only one named in its paragraph is whom the paragraph is about
        return Match(here.pop())
    return _dominant(history, narration.narrative_sentences[phrase.head], untold)


def _is_anybody(discourse: Discourse, phrase: Phrase) -> bool:
    """'the woman', 'the 34-year-old', 'the Texan': no role that another might have.

    Nor does 'the Oslo-based lawyer' bring in anybody: a new one would be 'an Oslo-based lawyer'.
    """
    word, noun = discourse.narration.lower[phrase.head], role_noun(discourse.narration, phrase.head)
    inside = discourse.narration.lower[phrase.first : phrase.head]
    if any(mark == "-" and part in _DESCRIBES for mark, part in pairwise(inside)):
        return True
    return word in _ANYBODY or word.endswith("-year-old") or (noun is not None and "native" in noun.kinds)


def match_acronym(discourse: Discourse, phrase: Phrase) -> Match:
    """'the NSA' after 'National Security Advisor Ana Lopes', unless an organisation of these initials is named."""
    word = discourse.narration.words[phrase.head]
    if not (word.isupper() and word.isalpha() and 2 <= len(word) <= 5 and is_definite(discourse, phrase)):
        return Match(None)
    for entity in discourse.entities.values():
        words = entity.name.split()
        if entity.label == "ORG" and len(words) > 1 and "".join(w[0] for w in words if w[0].isupper()) == word:
            return Match(None)
    held = [
        (key, role)
        for key, roles in discourse.roles.items()
        for role in roles
        if _initials(role).endswith(word.lower())
    ]
    holders = {key for key, _ in held}
    return Match(*held[0]) if len(holders) == 1 else Match(None)


def is_definite(discourse: Discourse, phrase: Phrase) -> bool:
    """'the mayor', but neither 'a mayor' nor 'his mayor' nor 'the city's mayor'."""
    return discourse.narration.lower[phrase.first] in DEFINITE and not owners(discourse, phrase)


def owners(discourse: Discourse, phrase: Phrase) -> list[int]:
    """The genitive marks before the head: 'the city's mayor', 'Chile's foreign minister'."""
    return [n for n in range(phrase.first, phrase.head) if discourse.narration.tags[n] == "POS"]


def _best(discourse: Discourse, phrase: Phrase, key: str) -> tuple[float, Role] | None:
    """The role of one person that fits best, if well enough and it is no newer than the phrase."""
    noun = role_noun(discourse.narration, phrase.head)
    sex = discourse.people[key].sex
    if noun and noun.sex and sex and noun.sex != sex:
        return None
    scored = [
        (score, role)
        for role in discourse.roles.get(key, ())
        if role.first < phrase.first and (score := _score(discourse, phrase, role)) >= ENOUGH
    ]
    return max(scored, key=lambda pair: pair[0]) if scored else None


def _score(discourse: Discourse, phrase: Phrase, role: Role) -> float:
    narration = discourse.narration
    noun = own_noun(narration, phrase.head)
    words = _words(discourse, phrase)
    owner = {narration.lower[n - 1] for n in owners(discourse, phrase)}
    if not owner <= set(role.words) or _elsewhere(discourse, words, role) or is_another_office(narration, phrase, role):
        return 0.0
    if noun and (noun.key == role.key or (role.key == "candidate" and role.key in noun.kinds)):
        score = SAME_NOUN
    elif (
        noun
        and (narration.lower[phrase.head] in role.kinds or noun.key in role.kinds)
        and not _introduced(discourse, phrase)
    ):
        score = BROADER_NOUN
    elif (
        noun
        and role_noun(narration, phrase.head)
        and role.last - 2 >= role.first
        and narration.lower[role.last - 2] == narration.lower[phrase.head]
    ):
        score = BROADER_NOUN  # "the detective" is Detective Inspector Reid
    else:
        return 0.0
    if _SECOND & set(role.words) - set(narration.lower[phrase.first : phrase.head + 1]) and noun.key != "minister":
        score -= SECOND  # "the mayor" is not the deputy mayor
    for word in words:
        score += MATCHED if word in role.words else -UNMATCHED
    return score


def _elsewhere(discourse: Discourse, words: Sequence[str], role: Role) -> bool:
    """'the mayor of Ulsan' is not Mayor Baek of Pohang."""
    here, there = set(words) & discourse.place_words, set(role.words) & discourse.place_words
    if here and there and not here & there:
        return True
    nations, theirs = _nations(words), _nations(role.words)
    return bool(nations and theirs) and not nations & theirs


def _nations(words: Sequence[str]) -> set[str]:
    """The countries of which words tell, by name or by people: Danish, Denmark."""
    found = (country_of_people(word.title()) or country_named(word.title()) for word in words)
    return {nation.name for nation in found if nation}


def _initials(role: Role) -> str:
    return "".join(word[0] for word in role.words)


def _words(discourse: Discourse, phrase: Phrase) -> list[str]:
    """The words of the phrase, its 'of ...' included, that say which mayor is meant; a clause behind it tells more."""
    narration = discourse.narration
    behind = range(phrase.last, phrase.whole.stop)
    stop = next((n for n in behind if narration.lower[n] in _CLAUSE_OPENS), phrase.whole.stop)
    tokens = [n for n in range(phrase.first, stop) if n != phrase.head and narration.tags[n][0] in "NJ"]
    return [narration.lower[n] for n in tokens if narration.lower[n] not in _FREE]


def _choose(history: DiscourseHistory, step: int, fits: Mapping[str, tuple[float, Role]]) -> Match:
    top = max(score for score, _ in fits.values())
    best = [key for key, (score, _) in fits.items() if score >= top - 0.1]
    if len(best) == 1:
        return Match(best[0], fits[best[0]][1])
    salience = history.salience(step, best)
    ranked = sorted(salience, key=lambda key: -salience[key])
    if not ranked or (len(ranked) > 1 and salience[ranked[0]] < CLEAR * salience[ranked[1]]):
        return Match(None, tied=tuple((ranked or best)[:2]))
    return Match(ranked[0], fits[ranked[0]][1])


def _dominant(history: DiscourseHistory, step: int, people: Mapping[str, Person]) -> Match:
    """With no role to go by: the one person who was spoken of just now."""
    salience = history.salience(step, people)
    ranked = sorted(salience, key=lambda key: -salience[key])
    recent = {reference.entity for reference in history.near(step, NEAR)}
    if not ranked or ranked[0] not in recent:
        return Match(None)
    if len(ranked) > 1 and salience[ranked[0]] < DOMINANT * salience[ranked[1]]:
        return Match(None, tied=tuple(ranked[:2]))
    return Match(ranked[0])


def _introduced(discourse: Discourse, phrase: Phrase) -> bool:
    """'A woman ... the woman said': somebody without a name has been brought in under this noun."""
    noun = role_noun(discourse.narration, phrase.head)
    return noun is not None and discourse.introductions.get(noun.key, [phrase.first])[0] < phrase.first


def _newcomer(discourse: Discourse, phrase: Phrase) -> int:
    """Where somebody without a name was last brought in under this noun ("a spokesman for the port"), else -1."""
    noun = role_noun(discourse.narration, phrase.head)
    brought = discourse.introductions.get(noun.key, ()) if noun is not None else ()
    before = [n for n in brought if n < phrase.first and _is_new(discourse, n)]
    return before[-1] if before else -1


def _is_new(discourse: Discourse, n: int) -> bool:
    """Whether the noun at n opens with "a" and is nobody's role: no "works as a nurse", no "a nurse, Ana Reis,"."""
    narration = discourse.narration
    if not {"a", "an", "another"} & set(narration.lower[max(n - 4, 0) : n]):
        return False
    if any(role.first <= n < role.last for roles in discourse.roles.values() for role in roles):
        return False
    people = (spot.first for spot in discourse.of_sentence(n) if spot.mention.label == "PERSON")
    return not any(n < first <= n + _NAMED_WITHIN for first in people)
