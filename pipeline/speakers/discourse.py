"""All that is known of an article before the first speaker is looked for."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Attribution, Entity, Mention
from pipeline.speakers.mentions import Spot, find_spots
from pipeline.speakers.narration import View, read_view
from pipeline.speakers.people import Person, bearers, find_people
from pipeline.speakers.roles import Role, collect_roles, describe_bodies, introductions
from pipeline.text.tokens import TokenTable

LONGEST = 60  # tokens of the longest name


@dataclass(frozen=True, slots=True)
class Scene:
    """The flat view, the named mentions as tokens, the persons and what they are called, every entity by id."""

    view: View
    spots: list[Spot]
    people: dict[str, Person]
    entities: dict[str, Entity]
    roles: dict[str, list[Role]]
    introductions: dict[str, int]
    bearers: dict[str, list[Entity]]
    firsts: list[int]
    by_sentence: dict[int, list[Spot]]
    place_words: frozenset[str]
    described: dict[str, set[str]]
    namesakes: dict[tuple[str, str], int]

    def inside(self, tokens: range) -> list[Spot]:
        """The mentions that share a token with the range."""
        last = bisect_left(self.firsts, tokens.stop)
        first = bisect_left(self.firsts, tokens.start - LONGEST)
        return [spot for spot in self.spots[first:last] if spot.last > tokens.start]

    def of_sentence(self, token: int) -> list[Spot]:
        """The mentions in the token's sentence."""
        return self.by_sentence.get(self.view.sents[token], [])


def set_scene(
    tokens: TokenTable, attributions: Sequence[Attribution], *, mentions: Sequence[Mention], entities: Sequence[Entity]
) -> Scene:
    """Read the article once."""
    view = read_view(tokens, attributions)
    named = bearers(entities)
    spots = find_spots(view, mentions, named)
    people = find_people(view, entities, spots)
    by_id = {entity.id: entity for entity in entities}
    by_sentence: dict[int, list[Spot]] = defaultdict(list)
    for spot in spots:
        by_sentence[view.sents[spot.root]].append(spot)
    firsts = [spot.first for spot in spots]
    places = frozenset(
        word for spot in spots if spot.mention.label in ("GPE", "LOC") for word in view.lower[spot.first : spot.last]
    )
    return Scene(
        view,
        spots,
        people,
        by_id,
        collect_roles(view, spots),
        introductions(view),
        named,
        firsts,
        by_sentence,
        places,
        describe_bodies(view, spots),
        _namesakes(view, spots),
    )


def _namesakes(view: View, spots: Sequence[Spot]) -> dict[tuple[str, str], int]:
    """Entity and single name that the text introduces at its first use (', a fan from Braga') → where."""
    firsts: dict[tuple[str, str], Spot] = {}
    for spot in spots:
        firsts.setdefault((spot.entity, spot.mention.text), spot)
    return {key: spot.first for key, spot in firsts.items() if _is_introduced(view, spot.last)}


def _is_introduced(view: View, after: int) -> bool:
    return view.words[after : after + 1] == [","] and view.lower[after + 1 : after + 2] in (["a"], ["an"])
