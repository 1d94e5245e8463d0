"""All that is known of an article before the first speaker is looked for: persons, bodies, what each is called."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.lexicon.countries import country_named
from pipeline.lexicon.names import sex_of_name, sex_of_title
from pipeline.lexicon.roles import (
    PLURAL_PRONOUNS,
    SEX_OF_PRONOUN,
    THING_PRONOUNS,
    RoleNoun,
    organisation_nouns,
    role_nouns,
)
from pipeline.model import Attribution, Entity, Mention
from pipeline.speakers.narration import SUBJECTS, MentionTokens, Narration, find_mention_tokens, read_narration
from pipeline.speakers.roles import APPOSITION, NOMINAL, Role, collect_roles, introductions
from pipeline.text.tokens import TokenTable

_CLAUSE = 20  # tokens from a name to the pronoun in the same sentence that tells it is a person's
_GIVEN = 2  # words of a name told behind "his wife,"
_CLEAR_VOTE = 2.5  # pronouns near a lone name must agree by this ratio before they settle its sex
_VOTED = 1  # votes that make a guess
_SETTLED = 6  # votes that make it as good as told
_NO_BODIES = frozenset(("GPE", "LOC", "FAC", "EVENT", "NORP", "LAW"))
_ENDS = frozenset((",", ".", ";", ":", ")", "-", "--", "–", "—", "that", "which", "who", "whose"))
LONGEST = 60  # tokens of the longest name


@dataclass(frozen=True, slots=True)
class Person:
    """One person; sex m, f or None; sure when a title or a given name told it; share of all persons' mentions."""

    id: str
    name: str
    sex: str | None
    sure: bool
    share: float


def find_people(narration: Narration, entities: Sequence[Entity], spots: Sequence[MentionTokens]) -> dict[str, Person]:
    """All persons by entity id."""
    named: dict[str, list[MentionTokens]] = defaultdict(list)
    for spot in spots:
        named[spot.entity].append(spot)
    first = min((spot.first for spot in spots if spot.mention.label == "PERSON"), default=len(narration.words))
    persons = [
        entity
        for entity in entities
        if entity.label == "PERSON"
        or any(_is_he_or_she(narration, spot, first) or _kin(narration, spot) for spot in named[entity.id])
    ]
    votes = _pronoun_votes(narration, spots, {entity.id for entity in persons})
    total = sum(len(named[entity.id]) for entity in persons) or 1
    result = {}
    for entity in persons:
        sex, sure = _sex(narration, entity, named[entity.id], votes[entity.id])
        result[entity.id] = Person(entity.id, entity.name, sex, sure, len(named[entity.id]) / total)
    return result


def _is_he_or_she(narration: Narration, spot: MentionTokens, first_person: int) -> bool:
    """'Odalira opened a bakery when she was forty': a person, whatever the model makes of an uncommon name.

    Only where the name begins the sentence and nobody else could be meant: no person named before first_person, the
    first token of one, and no noun for a person between.
    """
    name, begin = spot.mention.text, spot.first
    if spot.first > first_person or narration.deps[spot.root] not in SUBJECTS or name.isupper() or country_named(name):
        return False
    if narration.quoted[begin] or (begin and narration.sents[begin - 1] == narration.sents[begin]):
        return False
    for n in range(spot.last, min(spot.last + _CLAUSE, len(narration.words))):
        word = narration.lower[n]
        if narration.sents[n] != narration.sents[begin] or n >= first_person:
            return False
        if word in THING_PRONOUNS or word in PLURAL_PRONOUNS or role_nouns().get(word):
            return False
        if word in ("he", "she"):
            return not narration.quoted[n]
    return False


def _sex(
    narration: Narration, entity: Entity, spots: Sequence[MentionTokens], votes: Counter[str]
) -> tuple[str | None, bool]:
    """By title first; then by many pronouns nearby, since Lindsey may be a man; then by given name, then by few."""
    voted, settled = _voted(votes), votes.total() >= _SETTLED
    told = _titled(narration, spots) or (voted if settled else None) or _named_sex(entity)
    return told or voted, told is not None


def _titled(narration: Narration, spots: Iterable[MentionTokens]) -> str | None:
    """By title or role noun beside the name."""
    told: Counter[str] = Counter()
    for spot in spots:
        for n in range(max(spot.first - 1, 0), spot.last):
            word = narration.lower[n].rstrip(".")
            noun = role_nouns().get(word) if n < spot.first else None
            sex = sex_of_title(word) or (noun.sex if noun else None)
            if sex and (n < spot.last - 1 or n < spot.first):
                told[sex] += 1
        if (kin := _kin(narration, spot)) is not None and kin.sex:
            told[kin.sex] += 1
    return told.most_common(1)[0][0] if told else None


def _kin(narration: Narration, spot: MentionTokens) -> RoleNoun | None:
    """ "Her husband, Vlad, nodded": whose name stands in commas behind such a noun is a person, and of this sex."""
    first, last = spot.first, spot.last
    set_off = first > 1 and narration.words[first - 1] == "," and narration.words[last : last + 1] in ([","], ["."])
    noun = role_nouns().get(narration.lower[first - 2]) if set_off and last - first <= _GIVEN else None
    return noun if noun is not None and "relative" in noun.kinds else None


def _named_sex(entity: Entity) -> str | None:
    return next((sex for name in (entity.name, *entity.aliases) if (sex := sex_of_name(name))), None)


def _pronoun_votes(narration: Narration, spots: Sequence[MentionTokens], persons: set[str]) -> dict[str, Counter[str]]:
    """he and she where only one person has been named in the sentence, as its subject."""
    by_sentence: dict[int, list[MentionTokens]] = defaultdict(list)
    for spot in spots:
        if spot.entity in persons and not narration.quoted[spot.root]:
            by_sentence[narration.sents[spot.root]].append(spot)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for n in [n for n, word in enumerate(narration.lower) if word in SEX_OF_PRONOUN]:
        sex = SEX_OF_PRONOUN[narration.lower[n]]
        if not narration.quoted[n]:
            before = [spot for spot in by_sentence.get(narration.sents[n], ()) if spot.last <= n]
            if before and len({spot.entity for spot in before}) == 1:
                subject = any(narration.deps[spot.root] in SUBJECTS for spot in before)
                votes[before[0].entity][sex] += 2 if subject else 1
    return votes


def _voted(votes: Counter[str]) -> str | None:
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < _VOTED:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] >= _CLEAR_VOTE * second else None


def people_by_last_name(entities: Sequence[Entity]) -> dict[str, list[Entity]]:
    """Last name → the persons who bear it, most mentioned first."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        words = entity.name.split()
        if entity.label == "PERSON" and len(words) > 1 and words[-1][:1].isupper() and len(words[-1]) > 2:
            found[words[-1]].append(entity)
    return {name: sorted(persons, key=lambda person: -person.count) for name, persons in found.items()}


def _set_off(narration: Narration, n: int) -> bool:
    """Whether a mark ends the phrase that goes on at n before any verb: 'Verdi, the union of nurses, ...'."""
    for k in range(n, min(n + APPOSITION, len(narration.words))):
        if narration.tags[k][0] == "V" or narration.tags[k] == "MD":
            return False
        if narration.words[k] in _ENDS:
            return True
    return True


def describe_bodies(narration: Narration, spots: Sequence[MentionTokens]) -> dict[str, set[str]]:
    """Each organisation → what the article calls it: 'the union Verdi', 'Brightlake, a software maker'.

    Nothing is said of the town in 'eight were hurt in Grasse, the ministry said', 'in Grasse, the office of the mayor'.
    """
    found: dict[str, set[str]] = defaultdict(set)
    nouns = organisation_nouns()
    for spot in spots:
        if spot.mention.label == "PERSON" and sex_of_name(spot.mention.text):
            continue
        before = narration.lower[spot.first - 1] if spot.first else ""
        if before in nouns:
            found[spot.entity].add(before)
        n = spot.last
        opens = ("a", "an") if spot.mention.label in _NO_BODIES else ("a", "an", "the")
        if narration.words[n : n + 1] == [","] and narration.lower[n + 1 : n + 2] and narration.lower[n + 1] in opens:
            while n + 2 < len(narration.words) and narration.tags[n + 2].startswith(NOMINAL):
                n += 1
            if narration.lower[n + 1 : n + 2] and narration.lower[n + 1] in nouns and _set_off(narration, n + 2):
                found[spot.entity].add(narration.lower[n + 1])
    return dict(found)


@dataclass(frozen=True, slots=True)
class Discourse:
    """The narration, the named mentions as tokens, the persons and what they are called, every entity by id.

    deeds: each body → the verbs whose subject it is. ages: each person → where an age is told, and which.
    """

    narration: Narration
    spots: list[MentionTokens]
    people: dict[str, Person]
    entities: dict[str, Entity]
    roles: dict[str, list[Role]]
    introductions: dict[str, list[int]]
    people_by_last_name: dict[str, list[Entity]]
    firsts: list[int]
    by_sentence: dict[int, list[MentionTokens]]
    place_words: frozenset[str]
    described: dict[str, set[str]]
    namesakes: dict[tuple[str, str], int]
    deeds: dict[str, set[str]]
    ages: dict[str, tuple[int, str]]

    def inside(self, tokens: range) -> list[MentionTokens]:
        """The mentions that share a token with the range."""
        last = bisect_left(self.firsts, tokens.stop)
        first = bisect_left(self.firsts, tokens.start - LONGEST)
        return [spot for spot in self.spots[first:last] if spot.last > tokens.start]

    def of_sentence(self, token: int) -> list[MentionTokens]:
        """The mentions in the token's sentence."""
        return self.by_sentence.get(self.narration.sents[token], [])


def read_discourse(
    tokens: TokenTable, attributions: Sequence[Attribution], *, mentions: Sequence[Mention], entities: Sequence[Entity]
) -> Discourse:
    """Read the article once."""
    narration = read_narration(tokens, attributions)
    named = people_by_last_name(entities)
    spots = find_mention_tokens(narration, mentions, named)
    by_sentence: dict[int, list[MentionTokens]] = defaultdict(list)
    for spot in spots:
        by_sentence[narration.sents[spot.root]].append(spot)
    places = frozenset(
        word
        for spot in spots
        if spot.mention.label in ("GPE", "LOC")
        for word in narration.lower[spot.first : spot.last]
    )
    return Discourse(
        narration=narration,
        spots=spots,
        people=find_people(narration, entities, spots),
        entities={entity.id: entity for entity in entities},
        roles=collect_roles(narration, spots),
        introductions=introductions(narration),
        people_by_last_name=named,
        firsts=[spot.first for spot in spots],
        by_sentence=by_sentence,
        place_words=places,
        described=describe_bodies(narration, spots),
        namesakes=_namesakes(narration, spots),
        deeds=_deeds(narration, spots),
        ages=_ages(narration, spots),
    )


def _deeds(narration: Narration, spots: Sequence[MentionTokens]) -> dict[str, set[str]]:
    """'Consob fined the bank' tells what kind of body Consob is."""
    found: dict[str, set[str]] = defaultdict(set)
    for spot in spots:
        if spot.mention.label != "PERSON" and narration.deps[spot.root] in SUBJECTS:
            found[spot.entity].add(narration.lower[narration.heads[spot.root]])
    return dict(found)


def _ages(narration: Narration, spots: Sequence[MentionTokens]) -> dict[str, tuple[int, str]]:
    """'Ana Lopes, 24,' as the text tells it first."""
    found: dict[str, tuple[int, str]] = {}
    for spot in spots:
        number = narration.tags[spot.last + 1 : spot.last + 2] == ["CD"]
        if number and narration.words[spot.last] == ",":
            found.setdefault(spot.entity, (spot.first, narration.words[spot.last + 1]))
    return found


def _namesakes(narration: Narration, spots: Sequence[MentionTokens]) -> dict[tuple[str, str], int]:
    """Entity and single name that the text introduces at its first use (', a fan from Braga') → where."""
    firsts: dict[tuple[str, str], MentionTokens] = {}
    for spot in spots:
        firsts.setdefault((spot.entity, spot.mention.text), spot)
    return {key: spot.first for key, spot in firsts.items() if _is_introduced(narration, spot.last)}


def _is_introduced(narration: Narration, after: int) -> bool:
    return narration.words[after : after + 1] == [","] and narration.lower[after + 1 : after + 2] in (["a"], ["an"])
