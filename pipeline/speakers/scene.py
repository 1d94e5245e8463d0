"""All that is known of an article before the first speaker is looked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.layout import Layout
from pipeline.model import Attribution, Entity, Mention
from pipeline.speakers.people import Person, bearers, find_people
from pipeline.speakers.roles import Role, collect_roles, introductions
from pipeline.speakers.spots import Spot, find_spots
from pipeline.speakers.view import View, read_view


@dataclass(frozen=True, slots=True)
class Scene:
    """The flat view, the named mentions as tokens, the persons and what they are called, every entity by id."""

    view: View
    spots: list[Spot]
    people: dict[str, Person]
    entities: dict[str, Entity]
    roles: dict[str, list[Role]]
    introductions: list[tuple[int, str]]
    bearers: dict[str, list[Entity]]

    def inside(self, tokens: range) -> list[Spot]:
        """The mentions that share a token with the range."""
        return [spot for spot in self.spots if spot.first < tokens.stop and spot.last > tokens.start]


def set_scene(
    doc: Doc,
    text: str,
    attributions: Sequence[Attribution],
    *,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    layout: Layout,
) -> Scene:
    """Read the article once."""
    view = read_view(doc, text, attributions, layout)
    named = bearers(entities)
    spots = find_spots(view, mentions, named)
    people = find_people(view, entities, spots)
    by_id = {entity.id: entity for entity in entities}
    return Scene(view, spots, people, by_id, collect_roles(view, spots), introductions(view), named)
