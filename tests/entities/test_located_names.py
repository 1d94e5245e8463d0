"""Known places where only a place can stand: after an opening preposition, a kind, an owner, in a dateline."""

import pytest

from pipeline.model import Article
from pipeline.recipe import Resources, analyse


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Outside Mykolaiv, the wheat burned for a week. Nobody came to put it out.", "Mykolaiv"),
        ("Beyond Goma, the road is held by rebels. Trucks turn back at the bridge.", "Goma"),
        ("He spoke in the Latvian capital Riga, and few came to hear him.", "Riga"),
        ("Trains from Slovenia's Maribor to Graz were late on Monday.", "Maribor"),
        ("Kolkata: Police asked the landlords for their papers.", "Kolkata"),
        ("Crews from Ft. Wayne, Ind., put the fire out by noon.", "Ft. Wayne"),
        ("A boat left Pt. Pleasant, N.J., with a dog on board.", "Pt. Pleasant"),
    ],
)
def test_a_known_place_is_found_where_only_a_place_can_stand(text: str, place: str, resources: Resources) -> None:
    labels = {mention.text: mention.label for mention in analyse(Article("x", text), resources).mentions}
    assert labels.get(place) == "GPE"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Behind Anna Lind, two men laughed. She did not turn.", "Lind"),
        ("Beyond Meat Inc. cut 200 jobs on Monday.", "Meat"),
        ("Near Christmas, the shops are full of people.", "Christmas"),
        ("Brazil's Kaka took the prize and went home.", "Kaka"),
        ("Anna: Where were you? Otto: At home.", "Anna"),
    ],
)
def test_a_person_a_firm_or_a_feast_in_that_place_is_none(text: str, name: str, resources: Resources) -> None:
    labels = {mention.text: mention.label for mention in analyse(Article("x", text), resources).mentions}
    assert labels.get(name) not in ("GPE", "LOC")
