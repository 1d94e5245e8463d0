"""Quotations that no words attribute: who is spoken of around them, or nobody."""

import pytest

from pipeline.model import Article
from pipeline.recipe import analyse

UNTAGGED = [
    # The subject of the sentence before, in the same paragraph.
    ('Ned Voss said it was a secret. Sarah Klein held up a map. "Here is the well that they dug."', "Sarah Klein"),
    # In a paragraph of its own only with a second witness: whoever spoke before or speaks next.
    (
        'Sarah Klein unfolded a map.\n\n"Here is the well that they dug."\n\nKlein said she would go on.',
        "Sarah Klein",
    ),
    ('Sarah Klein unfolded a map.\n\n"Here is the well that they dug."\n\nNed Voss said he knew.', None),
    # Who speaks before and after it, where nobody else is named between.
    (
        "Sarah Klein said dogs were not allowed in the park.\n\nParrots have been seen there too.\n\n"
        '"One woman had it on her shoulder."\n\nMost people mean well, Klein said.',
        "Sarah Klein",
    ),
    (
        "Sarah Klein said dogs were not allowed in the park.\n\nParrots of Ned Voss have been seen there too.\n\n"
        '"One woman had it on her shoulder."\n\nMost people mean well, Klein said.',
        None,
    ),
    # A slogan is nobody's, and many voices in a row are not those of who reads them out.
    ('Sarah Klein walked on. "No more wells!"', None),
    (
        'Sarah Klein opened the letters.\n\n"You are a shame for this town."\n\n"You should have stayed at home."\n\n'
        '"Go back to where you came from."\n\nKlein said she was tired.',
        None,
    ),
]


@pytest.mark.parametrize("text, name", UNTAGGED)
def test_untagged_quotation(resources, text, name):
    quotes = analyse(Article("a", text), resources).quotes
    quote = next(quote for quote in quotes if quote.kind == "direct" and quote.speaker_text is None)
    assert quote.speaker_name == name, quote.speaker_reason
    assert quote.speaker_reason
