"""Whom "the Portuguese striker" stands for: the one who is being spoken of, if the text has told no role of him."""

import pytest

from pipeline.model import Article
from pipeline.recipe import analyse

EPITHETS = [
    ('Ana Falk was angry. "I was tripped," the Danish striker told Radio Aarhus.', "Ana Falk"),
    ('Jon Reid resigned on Monday. "I am tired," the former army officer said.', "Jon Reid"),
    ('Ana Falk lost her serve. "I was slow," the world number nine said.', "Ana Falk"),
    ('Ana Falk came late. "I was stuck," said the 31-year-old goalkeeper.', "Ana Falk"),
    # Who has another role is not the striker; of two, or behind nobody, it may be either.
    ('Coach Jon Reid was angry. "I was tripped," the Danish striker said.', None),
    ('Ana Falk met Jon Reid. "I was late," the British singer said.', None),
    ('Ana Falk was angry.\n\nIt rained. "I was tripped," the Danish striker said.', None),
    ('Jon Reid resigned on Monday. "It is a pity," the minister said.', None),
]


@pytest.mark.parametrize("text, name", EPITHETS)
def test_epithet(resources, text, name):
    quote = analyse(Article("a", text), resources).quotes[0]
    assert quote.speaker_name == name, quote.speaker_reason
