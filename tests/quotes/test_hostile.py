"""Texts that no newspaper prints: nothing fails, nothing takes long, and every span is a span."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from devtools.processor import quickest
from devtools.reading import by_hand
from pipeline.quotes import find_quotes

MARKS = ['"', "“", "”", "''", "‘", "’", ",", ".", ":", "?", "—", "-", "\n", "\n\n", "(", ")", "😀"]
SAYING = [
    "she",
    "said",
    "that",
    "the",
    "mayor",
    "told",
    "according",
    "to",
    "and",
    "Oslo",
    "asked",
    "who",
    "called",
    "Q:",
    "with",
    "those words",
    "then",
    "never",
    "as",
    "if",
    "by",
    "warned of",
]
WORDS = st.sampled_from([*MARKS, *SAYING])


def check(text, quotes):
    assert list(quotes) == sorted(quotes, key=lambda q: (q.start, -q.end))
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end].strip()
        for span in (quote.speaker, quote.cue):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
    for a, b in pairwise(quotes):
        assert b.start >= a.end or b.end <= a.end, "one may lie in another, but never cross it"


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_any_words_in_any_order(find, words):
    text = " ".join(words)
    check(text, find(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        '"',
        "''",
        '"""""',
        "said",
        "Q:",
        ": :",
        "“”",
        "“ ”",
        "said:\n\nsaid:",
        '" , she said',
        ", called warned but ; Monday warned of",
        'Monday and who told " by \n " those Lopes never , if mayor says " told reporters',
        'on ) says " then then if , Storm said had Lopes whose because "',
    ],
)
def test_crumbs(find, text):
    check(text, find(text))


def flat(nlp_vocab, text):
    """A document without a parse, so that only this stage is measured."""
    words = text.split(" ")
    return Doc(
        nlp_vocab,
        words=words,
        spaces=[True] * (len(words) - 1) + [False],
        tags=["VBD" if w == "said" else "NN" for w in words],
        pos=["VERB" if w == "said" else "NOUN" for w in words],
        lemmas=["say" if w == "said" else w for w in words],
        heads=[max(i - 1, 0) for i in range(len(words))],
        deps=["ROOT" if i == 0 else "dep" for i in range(len(words))],
    )


@pytest.mark.parametrize(
    "unit",
    [
        '" We go , " Ann said . ',
        '" Ann said ',
        "Ann said ",
        "said , ",
        '" ',
        "' a ",
        "“ a . ",
        "according to x , ",
        '" A " said ," ',
    ],
)
def test_time_grows_with_the_length_and_no_faster(vocab, unit):
    def seconds(count):
        text = (unit * count).strip()
        tokens = by_hand(flat(vocab, text), text)  # anew each time: a table keeps what it was once asked
        return quickest(lambda: find_quotes(tokens), runs=1)

    # The first run in three that keeps the bound is proof enough: a square law is 64 times in all of them.
    assert any(seconds(16_000) < 8 * 3 * seconds(2_000) + 0.2 for _ in range(3))
