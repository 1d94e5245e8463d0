"""What names, titles and nouns tell about their bearers."""

import pytest

from pipeline.lexicon.names import given_names, sex_of_name, sex_of_title
from pipeline.lexicon.roles import organisation_nouns, role_nouns, states

NAMES = [
    ("Sarah Klein", "f"), ("Peter Hall", "m"), ("Dr. Sarah Klein", "f"), ("J. Peter Hall", "m"),
    ("Mary-Jane Klein", "f"), ("Jean-Luc Moreau", "m"), ("José Moreau", "m"), ("Fatima Haddad", "f"),
    ("Volodymyr Koval", "m"), ("Narendra Rao", "m"), ("Kelly Moreau", None), ("Klein", None), ("", None),
    ("Xq Zzyx", None), ("Mayor Klein", None),
    ("Wanjiru Kamau", "f"), ("Pervez Haddad", "m"), ("Kavita Rao", "f"), ("Chioma Eze", "f"), ("Tendai Moyo", None),
    ("Park Ji-hyun", None), ("Yang Changqing", None), ("Yang Miller", "f"),
]  # fmt: skip


@pytest.mark.parametrize("name, sex", NAMES)
def test_sex_of_a_name(name, sex):
    assert sex_of_name(name) == sex


@pytest.mark.parametrize(
    "title, sex", [("Mr.", "m"), ("Mrs", "f"), ("King", "m"), ("Queen", "f"), ("Dr.", None), ("xx", None)]
)
def test_sex_of_a_title(title, sex):
    assert sex_of_title(title) == sex


def test_tables_hold_only_what_they_may():
    assert set(given_names().values()) == {"m", "f"}
    assert all(noun.sex in ("m", "f", None) for noun in role_nouns().values())
    assert set(organisation_nouns().values()) == {"unit", "any", "business", "overseer"}
    assert all(name == name.lower() for name in [*given_names(), *role_nouns(), *states()])


def test_every_broader_noun_is_a_word_of_the_table_or_a_plain_class():
    kinds = set().union(*(noun.kinds for noun in role_nouns().values()))
    classes = {"sportsman", "scholar", "native", "relative", "worker", "person", "officer"}
    assert kinds - set(role_nouns()) <= classes


def test_spokeswoman_and_spokesman_share_a_key():
    assert role_nouns()["spokeswoman"].key == role_nouns()["spokesman"].key
