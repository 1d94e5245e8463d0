"""A lead that keeps back who speaks, and the next paragraph that begins with the name; or with somebody new."""

import pytest

from pipeline.model import Article
from pipeline.recipe import analyse

LEADS = [
    # Nobody is "the 71-year-old" or "she" to a reader who is never told who that is.
    (
        '"I\'d have bought better shoes," she said.\n\nMaria Hanlon carried post on Inishbofin for 44 years.',
        "Maria Hanlon",
    ),
    ('"I am gutted," the 23-year-old told Radio Leeds.\n\nCallum Reed, who came in May, is hurt.', "Callum Reed"),
    ('"Never heard of it," said the 94-year-old cellist.\n\nElse Roth made her debut in Vienna.', "Else Roth"),
    # A long description, and then a name with no word of who that is speaks on.
    ('A vet from Ulm who climbed into a drain says it was cold.\n\n"I got him out," Nick Perini said.', "Nick Perini"),
    (
        "The head of the millers' union in Ulm warned of losses.\n\nAnna Holm said 18,000 jobs had gone since 2022.",
        "Anna Holm",
    ),
    # Another sex, another age, somebody who is introduced, or of whom something else is told.
    ('"It came at night," she said.\n\nPeter Reed is suing the town of Graz.', None),
    ('"It came at night," the 43-year-old said.\n\nPeter Reed, 51, is suing the town of Graz.', None),
    ('"It came at night," she said.\n\nMaria Reed, a lawyer, is suing the town of Graz.', None),
    ("The head of the millers' union in Ulm warned of losses.\n\nAnna Holm, 43, said she had lost her job.", None),
    ("The head of the millers' union in Ulm warned of losses.\n\nAnna Holm lost her job in May.", None),
    # "The minister" describes nobody in particular, and of two who were spoken of it may be either.
    ('"The roads are unsafe," the minister said.\n\nPeter Reed said he had lost his house.', None),
    ('The judge asked the clerk for the file. "It is late," she said.\n\nThe guard left. Maria Reed went home.', None),
    ('The nurse waited. The doctor came. "It is late," she said.\n\nMaria Reed went home to Graz.', None),
]


@pytest.mark.parametrize("text, name", LEADS)
def test_speaker_named_in_the_next_paragraph(resources, text, name):
    quote = analyse(Article("a", text), resources).quotes[0]
    assert quote.speaker_name == name, quote.speaker_reason
