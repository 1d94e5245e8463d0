"""What the map shows as a place is counted as one."""

from dataclasses import replace

from pipeline.model import Entity, Mention, Place
from pipeline.relabel import relabel

MENTIONS = (Mention(0, 5, "Selby", "PERSON", "e1", 0), Mention(9, 14, "Selby", "PERSON", "e1", 0))
ENTITIES = (Entity("e1", "Selby", "PERSON", 2), Entity("e2", "Ann Okoro", "PERSON", 1))


def pin(start, end, confidence=0.9, lat=53.8):
    return Place(start, end, "Selby", "e1", "Selby", "GB", "city", lat, -1.1, 1, confidence, "it says so")


def test_a_name_pinned_wherever_it_stands_is_a_place():
    mentions, entities = relabel(MENTIONS, ENTITIES, [pin(0, 5), pin(9, 14)])
    assert {mention.label for mention in mentions} == {"GPE"}
    assert [entity.label for entity in entities] == ["GPE", "PERSON"]


def test_a_team_or_a_people_named_after_a_place_keeps_its_label():
    for label in ("ORG", "NORP"):
        mentions = tuple(replace(mention, label=label) for mention in MENTIONS)
        entities = (replace(ENTITIES[0], label=label), ENTITIES[1])
        assert relabel(mentions, entities, [pin(0, 5), pin(9, 14)]) == (mentions, entities)


def test_half_of_the_mentions_or_an_unsure_pin_is_not_enough():
    unsure = [pin(0, 5, confidence=0.5), pin(9, 14, confidence=0.5)]
    unplaced = [replace(pin(0, 5), lat=None, lon=None), pin(9, 14)]
    for places in ([pin(0, 5)], unsure, unplaced, []):
        assert relabel(MENTIONS, ENTITIES, places) == (MENTIONS, ENTITIES)
