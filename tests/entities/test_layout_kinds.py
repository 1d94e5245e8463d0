"""What each paragraph of an article serves as."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.layout import read_layout
from pipeline.text.line_breaks import one_line

KINDS = [
    ("Ferry sinks off Bergen\n\nNobody was hurt.", ["headline", "body"]),
    ("FERRY SINKS.\n\nBERGEN 2024-05-01\nNobody was hurt.", ["headline", "dateline", "body"]),
    ("By Ana Lindqvist and Omar Haddad\n\nNobody was hurt.", ["byline", "body"]),
    ("Nobody was hurt.\n\nReporting by Ana Lindqvist; editing by Omar Haddad", ["body", "credit"]),
    ("Nobody was hurt.\n\n© 2024 The Harbour Press. All rights reserved.", ["body", "credit"]),
    ("Nobody was hurt.\n\nPhoto: Ana Lindqvist", ["body", "credit"]),
    ("Nobody was hurt.\n\nIn this photo: the ferry at noon", ["body", "caption"]),
    ("It ended so:\nBoston 104 Denver 98\n1. Eva Lund (Norway) 24:15.4\nW L PCT GB", ["body", "row", "row", "row"]),
    ("The ferry sank at 10 and 40 people were saved by noon.", ["body"]),
]


@pytest.mark.parametrize("text, kinds", KINDS)
def test_kinds(text, kinds):
    assert [block.kind for block in read_layout(text).blocks] == kinds


@given(st.text(max_size=300))
def test_blocks_are_in_order_and_cover_every_word(text):
    blocks = read_layout(text).blocks
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    assert all(text[block.start : block.end].strip() == text[block.start : block.end] for block in blocks)
    inside = "".join(one_line(text[block.start : block.end]) for block in blocks)
    no_word = str.maketrans("", "", " >")  # the mark of mail is a word where it opens the text, and none behind a break
    assert inside.translate(no_word) == one_line(text).translate(no_word)
