"""Whom "the Portuguese striker" stands for: the one who is being spoken of, if the text has told no role of him."""

import pytest

from pipeline.model import Article
from pipeline.recipe import analyse

EPITHETS = [
    ('Ana Falk was angry. "I was tripped," the Danish striker told Radio Aarhus.', "Ana Falk"),
    ('Jon Reid resigned on Monday. "I am tired," the former army officer said.', "Jon Reid"),
    ('Ana Falk lost her serve. "I was slow," the world number nine said.', "Ana Falk"),
    ('Ana Falk came late. "I was stuck," said the 31-year-old goalkeeper.', "Ana Falk"),
    ('Ana Falk scored twice. "I dreamed of this," the Danish forward said.', "Ana Falk"),
    # Who has another role is not the striker; of two, or behind nobody, it may be either.
    ('Coach Jon Reid was angry. "I was tripped," the Danish striker said.', None),
    ('Ana Falk met Jon Reid. "I was late," the British singer said.', None),
    ('Ana Falk was angry.\n\nIt rained. "I was tripped," the Danish striker said.', None),
    ('Jon Reid resigned on Monday. "It is a pity," the minister said.', None),
]


KIN = [
    # Who is somebody's wife is a woman, with a name or without one, and not who was spoken of before.
    ('Dr Ana Falk examined the boy. His mother, Odalira, wept. "I had lost hope," she said.', "Odalira"),
    ('Sister Ana Falk examined Rui. Rui\'s mother wept. "I had lost hope," she said.', None),
    ('"I queued," said Ana Falk, a nurse.\n\nHer husband, Vlad, nodded. "We froze," he said.', "Vlad"),
    # Of "he said, before adding" the first tells who goes on; who is called by name in what he tells may be himself.
    (
        'Chairman Jon Reid said no.\n\nTom Falk shook his head. "We wait," he said, before adding: "Until May."',
        "Tom Falk",
    ),
    ("Tom Falk won on Saturday. \"Mum rang and said, 'Tom, is it you?'\" he laughed.", "Tom Falk"),
    # Mrs Reid is not Tom; who acts before a quotation without a tag has said it.
    ('Tom Reid died in May. "He was grey," Mrs Reid said.', None),
    ('Tom Reid died in May. Mrs Reid said he was ill. "He was grey," she said.', None),
    ('Tom Reid died in May. His widow Joan Reid sat down. "He was grey," Mrs Reid said.', "Joan Reid"),
    ('Tom Reid was jailed. "I am innocent," Mr Reid said.', "Tom Reid"),
    (
        'Ana Dunmore has a dog. "It is safe," said Martin Cross. Dunmore laughs at that. "Ask the dog, then me."',
        "Ana Dunmore",
    ),
    # A name in a clause with "who" is another's.
    ("The bishop, who spoke through his secretary, Ana Falk, urged calm and called for a truce.", None),
]


@pytest.mark.parametrize("text, name", KIN)
def test_kin_and_others_beside(resources, text, name):
    quote = analyse(Article("a", text), resources).quotes[-1]
    assert quote.speaker_name == name, quote.speaker_reason


@pytest.mark.parametrize("text, name", EPITHETS)
def test_epithet(resources, text, name):
    quote = analyse(Article("a", text), resources).quotes[0]
    assert quote.speaker_name == name, quote.speaker_reason


OBITUARY = """Professor {name}, who drew the old bridges of Graz, has died at 88.

Her son, Erik Falk, said it was sudden.

{opening} "I could not spell," she said in 1999."""


@pytest.mark.parametrize(
    "name, opening, speaker",
    [
        # A paragraph that opens with "she" goes back to the dead; one that names somebody is about her.
        ("Ana Falk", "Born in Ulm in 1936, she left school early.", "Ana Falk"),
        ("Ana Falk", "Her niece, Berta Reid, left school early.", "Berta Reid"),
    ],
)
def test_an_obituary_is_about_the_dead(resources, name, opening, speaker):
    quote = analyse(Article("a", OBITUARY.format(name=name, opening=opening)), resources).quotes[-1]
    assert quote.speaker_name == speaker, quote.speaker_reason
