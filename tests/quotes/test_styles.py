"""The same article in another style of marks or line breaks has the same quotes."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.text.layout import read_layout
from pipeline.text.normalise import normalise
from pipeline.text.quote_marks import pair_marks

# fmt: off
ARTICLE = """Council votes for the new tram line

GRAZ - The city council voted on Tuesday for a second tram line after a debate of six hours.

“We have waited for this line since 1998,” said Marta Lindner, the mayor. “The first trams will run in four years.”

Lindner told reporters that the money was safe. She called the line “a gift to the whole valley” and promised to open two stops before the summer.

Opponents were not convinced. “It will cost far more,” Karl Auer, who leads the traders' union, said. “And nobody has asked us.

“We have written four letters to the mayor. Not one was answered,” he added.

According to the builder, Steiner and Sons, work will begin in March. The trees in the old avenue, Lindner said, will not be touched.

“Is that a promise?” Auer asked on Wednesday. He added that the traders would go to court.
"""  # noqa: E501 (a paragraph is a line)
# fmt: on
STYLES = {
    "straight": ('"', '"'),
    "apostrophes": ("''", "''"),
    "TeX": ("``", "''"),
    "guillemets": ("«", "»"),
    "German": ("„", "“"),
    "single": ("‘", "’"),
    "straight single": ("'", "'"),
    "primes": ("″", "″"),
    "full width": ("＂", "＂"),
    "ornaments": ("❝", "❞"),
    "corners": ("「", "」"),
    "white corners": ("『", "』"),
    "primes of other scripts": ("〝", "〞"),
    "low ones": ("„", "‟"),
    "single guillemets": ("‹", "›"),
}


def restyled(text, opening, closing):
    return text.replace("“", opening).replace("”", closing)


def facts(text, quotes):
    def plain(start, end):
        words = re.sub(r"''|``|[\"“”„‟«»‘’'″＂❝❞「」『』〝〞‹›]|\s+", " ", text[start:end])
        return " ".join(words.split())

    return [
        (plain(q.start, q.end), q.kind, plain(*q.speaker) if q.speaker else None, plain(*q.cue) if q.cue else None)
        for q in quotes
    ]


@pytest.fixture(scope="module")
def expected(find):
    return facts(ARTICLE, find(ARTICLE))


def test_the_article_is_read_whole(expected):
    assert len(expected) == 12
    assert {kind for _, kind, _, _ in expected} == {"direct", "mixed", "indirect"}


@pytest.mark.parametrize("style", STYLES)
def test_marks_of_every_style_read_alike(find, expected, style):
    text = restyled(ARTICLE, *STYLES[style])
    assert facts(text, find(text)) == expected


@pytest.mark.parametrize("change", [("\n\n", "\n"), ("\n\n", "\n\n\n"), ("\n\n", "\r\n\r\n"), (". ", ".  ")])
def test_breaks_and_spaces_of_every_style_read_alike(find, expected, change):
    text = ARTICLE.replace(*change)
    assert facts(text, find(text)) == expected


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(sorted(STYLES)), min_size=12, max_size=12))
def test_styles_may_be_mixed(find, expected, styles):
    paragraphs = ARTICLE.split("\n\n")
    text = "\n\n".join(restyled(p, *STYLES[s]) for p, s in zip(paragraphs, styles, strict=False))
    assert facts(text, find(text)) == expected


MARKED = st.text(alphabet="ab Aé.,!?:;\n\t'\"“”‘’«»„`´-—()[]\u00a0😀", max_size=200)


@given(MARKED)
def test_normal_form_keeps_every_offset(text):
    copy = normalise(text)
    assert len(copy) == len(text)
    assert [c for c in copy if c.isalnum()] == [c for c in text if c.isalnum()] or copy.lower() != text.lower()


@given(MARKED)
def test_pairs_lie_in_order_inside_their_paragraph(text):
    layout = read_layout(text)
    pairs = pair_marks(text, layout.blocks)
    assert all(p.open <= p.start < p.end <= p.close for p in pairs)
    assert all(a.close <= b.open for a, b in pairwise(pairs))
    assert all(any(b.start <= p.open and p.close <= b.end for b in layout.blocks) for p in pairs)


@pytest.mark.parametrize(
    "text, words, speaker",
    [
        ("“We waited eleven years,”said Petra Lindner.", "We waited eleven years,", "Petra Lindner"),
        ('"We waited eleven years,"said Petra Lindner.', "We waited eleven years,", "Petra Lindner"),
        ("It ended at 4 pm.“We waited,”said Petra Lindner.", "We waited,", "Petra Lindner"),
        ("“Why?”asked Petra Lindner.", "Why?", "Petra Lindner"),
        ("“We waited eleven years”said Petra Lindner.", "We waited eleven years", "Petra Lindner"),
        ("‘We waited eleven years’said Petra Lindner.", "We waited eleven years", "Petra Lindner"),
        ("'They aren't here yet,'said Petra Lindner.", "They aren't here yet,", "Petra Lindner"),
        ("'The barn is Petra's'said the clerk.", "The barn is Petra's", "the clerk"),
    ],
)
def test_a_mark_may_stand_glued_to_the_words_beside_it(find, text, words, speaker):
    found = [(text[one.start : one.end], one.speaker and text[slice(*one.speaker)]) for one in find(text)]
    assert found == [(words, speaker)]


@pytest.mark.parametrize(
    "text, speaker",
    [
        ('"We are tired," Mary Lind, who lives nearby, told reporters.', "Mary Lind, who lives nearby"),
        ('"We are tired," Petra Lindner, who is 79, said.', "Petra Lindner, who is 79"),
        ('"We are tired," a baker who said little told reporters.', None),
    ],
)
def test_a_clause_with_who_ends_before_the_verb_of_the_tag(find, text, speaker):
    direct = [one for one in find(text) if text[one.start : one.end] == "We are tired,"]
    assert [one.speaker and text[slice(*one.speaker)] for one in direct] == ([speaker] if speaker else [])
