"""The most names that a name is held against: more would make an article of thousands cost their square."""

from itertools import islice, product

import pytest

from pipeline.entities.organisations import join_organisations
from pipeline.entities.people import join_people

MOST = 300
_WORDS = ("".join(syllables) for syllables in product(("ba", "de", "gi", "lo", "mu"), repeat=4))
LONGER = [word.capitalize() for word in islice(_WORDS, MOST)]


@pytest.mark.parametrize(("before", "joined"), [(MOST - 1, "William Abara"), (MOST, "Bill Abara")])
def test_a_person_is_sought_among_the_longest_names(before: int, joined: str) -> None:
    names = [f"Kandelario {word}" for word in LONGER[:before]]
    assert join_people([*names, "William Abara", "Bill Abara"])["Bill Abara"] == joined


@pytest.mark.parametrize(("before", "joined"), [(MOST - 1, "Brightwell Motor Fund"), (MOST, "BMF")])
def test_a_body_is_sought_among_the_longest_names(before: int, joined: str) -> None:
    names = [f"{word} Fishing Union" for word in LONGER[:before]]
    assert join_organisations([*names, "Brightwell Motor Fund", "BMF"], {})["BMF"] == joined
