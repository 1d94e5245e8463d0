"""All that is known of an article before the first speaker is looked for."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Attribution, Entity, Mention
from pipeline.speakers.bodies import describe_bodies
from pipeline.speakers.narration import SUBJECTS, MentionTokens, Narration, find_mention_tokens, read_narration
from pipeline.speakers.people import Person, find_people, people_by_last_name
from pipeline.speakers.roles import Role, collect_roles, introductions
from pipeline.text.tokens import TokenTable

LONGEST = 60  # tokens of the longest name


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
    people = find_people(narration, entities, spots)
    by_id = {entity.id: entity for entity in entities}
    by_sentence: dict[int, list[MentionTokens]] = defaultdict(list)
    for spot in spots:
        by_sentence[narration.sents[spot.root]].append(spot)
    firsts = [spot.first for spot in spots]
    places = frozenset(
        word
        for spot in spots
        if spot.mention.label in ("GPE", "LOC")
        for word in narration.lower[spot.first : spot.last]
    )
    return Discourse(
        narration,
        spots,
        people,
        by_id,
        collect_roles(narration, spots),
        introductions(narration),
        named,
        firsts,
        by_sentence,
        places,
        describe_bodies(narration, spots),
        _namesakes(narration, spots),
        _deeds(narration, spots),
        _ages(narration, spots),
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
        if narration.words[spot.last : spot.last + 1] == [","] and narration.tags[spot.last + 1 : spot.last + 2] == [
            "CD"
        ]:
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
