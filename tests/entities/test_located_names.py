"""Known places where only a place can stand: after an opening preposition, a kind, an owner, in a dateline."""

import pytest

from pipeline.model import Article
from pipeline.recipe import Resources, analyse


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Outside Mykolaiv, the wheat burned for a week. Nobody came to put it out.", "Mykolaiv"),
        ("Beyond Goma, the road is held by rebels. Trucks turn back at the bridge.", "Goma"),
        ("Beneath Novi Pazar, the miners waited for a drill. It came by night.", "Novi Pazar"),
        ("Off Scarborough, a whale was seen. It had come for the herring.", "Scarborough"),
        ("Buses from Port of Spain were late, and the drivers were blamed.", "Port of Spain"),
        ("The mayor of Frankfurt an der Oder asked for a second bridge.", "Frankfurt an der Oder"),
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
        ("The Duke of Wellington sold the house. He had never lived in it.", "Duke of Wellington"),
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


@pytest.mark.parametrize(
    ("text", "town", "count"),
    [
        ("PHOENIX (AP) — Two men were held. Phoenix has had no rain. The mayor of Phoenix said so.", "Phoenix", 3),
        ("NICE, France (AP) — The port is shut.", "NICE", 1),
        ("READING, England — The bridge is shut.", "READING", 1),
        ("MOBILE, Ala. (AP) — The bridge is shut.", "MOBILE", 1),
        ("He was born in Split. Split has changed since.", "Split", 2),
        ("She went to school in Cork. A Cork mother wrote to the paper.", "Cork", 2),
        ("He lay in the bath. Bath water was cold.", "Bath", 0),
        ("UPDATE (Reuters) - Two men were held.", "UPDATE", 0),
        ("BREAKING: Two men were held.", "BREAKING", 0),
        ("She lives in Phoenix. Clerks blame the Phoenix pay scheme.", "Phoenix", 1),
    ],
)
def test_a_town_that_is_a_common_word_counts_where_a_dateline_or_a_preposition_tells_it(
    text: str, town: str, count: int, resources: Resources
) -> None:
    found = [mention.text for mention in analyse(Article("x", text), resources).mentions]
    assert sum(name.casefold() == town.casefold() for name in found) == count
