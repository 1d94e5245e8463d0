"""Text wrapped at any width, with or without blank lines, or quoted in a mail, gives the facts of the unwrapped one."""

import json
import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import Article, analyse
from pipeline.text.layout import read_layout
from pipeline.text.line_breaks import one_line

ROOT = Path(__file__).parents[1]
ARTICLES = [json.loads(path.read_text("utf-8"))["text"] for path in sorted(ROOT.glob("quality/quotes/*.json"))]
ARTICLES.append((ROOT.parent / "samples" / "rafah-road.txt").read_text("utf-8"))
STYLES = {  # before a paragraph's first line, before its other lines, between two paragraphs
    "blank lines": ("", "", "\n\n"),
    "no blank lines": ("", "", "\n"),
    "indents": ("   ", "", "\n"),
    "mail": ("> ", "> ", "\n> \n"),
}


def wrap(text, width, style):
    first, other, between = STYLES[style]
    wrapper = textwrap.TextWrapper(
        width, initial_indent=first, subsequent_indent=other, break_long_words=False, break_on_hyphens=False
    )
    return between.join(wrapper.fill(paragraph) for paragraph in text.split("\n") if paragraph.strip())


def facts(text, resources):
    analysis = analyse(Article("wrapped", text), resources)
    quotes = [(one_line(quote.text), quote.speaker_text, quote.speaker_name) for quote in analysis.quotes]
    return quotes, [entity.name for entity in analysis.entities]


@pytest.fixture(scope="module")
def unwrapped(resources):
    return [facts(text, resources) for text in ARTICLES]


@pytest.mark.parametrize("width", [28, 33, 38, 45, 66, 80, 104, 127, 160])
@pytest.mark.parametrize("style", STYLES)
def test_wrapped_articles_keep_quotes_speakers_and_names(style, width, resources, unwrapped):
    wrapped = [facts(wrap(text, width, style), resources) for text in ARTICLES]
    kept = sum(quote in now for (before, _), (now, _) in zip(unwrapped, wrapped, strict=True) for quote in before)
    every = sum(len(before) for before, _ in unwrapped)
    assert every == 94
    assert kept >= (92 if style in ("blank lines", "mail") else 88)
    names = sum(len(set(before) ^ set(now)) for (_, before), (_, now) in zip(unwrapped, wrapped, strict=True))
    assert names <= 2


@given(st.sampled_from(ARTICLES), st.integers(28, 160), st.sampled_from(["blank lines", "mail"]))
def test_paragraphs_between_blank_lines_are_found_at_every_width(text, width, style):
    wrapped = wrap(text, width, style)
    found = [one_line(wrapped[block.start : block.end]) for block in read_layout(wrapped).blocks]
    meant = [one_line(paragraph) for paragraph in text.split("\n") if paragraph.strip()]
    assert sum(paragraph in found for paragraph in meant) >= 0.85 * len(meant)


@given(st.sampled_from(ARTICLES), st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", "\n \n"]))
def test_unwrapped_text_stays_in_its_paragraphs(text, between):
    paragraphs = [paragraph for paragraph in text.split("\n") if paragraph.strip()]
    joined = between.join(paragraphs)
    assert [joined[block.start : block.end] for block in read_layout(joined).blocks] == paragraphs


# Text, and how many paragraphs it has.
TABLE = [
    ("Bergen 3\nOslo 1\nTromsø 0", 3),
    ("apples\npears\nplums and cherries", 3),  # a list in lower case fills no line
    ("Ferry sinks off Bergen\nBy Ana Lindqvist\nBERGEN - Nobody was hurt, the coast guard said on Monday.", 3),
    ("The ferry that sank off Bergen on Monday had been\nrepaired twice in a year.", 1),
    ("- The ferry will be raised\n  on Monday, they hope.\n- Nobody was hurt.", 2),
    ("The court sat until mid-\nnight.\n\nIt rose again.", 2),
    ("Nobody was hurt, the harbour master of Bergen said, but the fer-\nry is lost.", 1),
    ("Q: Why Bergen?\nOlsen: Because of the rain.\nQ: And now?", 3),
    (
        "“The ferry is lost and nobody will pay for it, as far\n"
        "as we were told by the company.\n"
        "“We have asked for another one.”",
        2,  # each paragraph of a quotation opens with a mark
    ),
    ("> Nobody was hurt, the harbour master of Bergen\n> said on Monday.\n>\n> The ferry is lost.", 2),
    (
        "^Ferry sinks<\n^By ANA OLSEN=\n^Bergen Writer=\n   BERGEN, Norway (NTB) _ Nobody was hurt,\nthey said.",
        4,
    ),
    (
        "News\nferries\nlatest from Oslo\nall day\nShare\n\n"
        + "Nobody was hurt, the harbour master of Bergen said on Monday. " * 3,
        6,
    ),
    ("> 5,000 people came to Bergen on Monday.", 1),
]


@pytest.mark.parametrize(("text", "count"), TABLE, ids=[text[:25] for text, _ in TABLE])
def test_paragraphs(text, count):
    assert len(read_layout(text).blocks) == count


def test_names_hold_no_line_end_and_no_mail_prefix(resources):
    told = "The mayor of Springfield, Illinois, Carla Munoz, said on Monday after a night of rain that it is shut."
    text = wrap(told, 44, "mail")
    assert "Carla\n> Munoz" in text
    analysis = analyse(Article("mail", text), resources)
    assert "Carla Munoz" in [entity.name for entity in analysis.entities]
    assert [quote.speaker_name for quote in analysis.quotes] == ["Carla Munoz"]
    assert all(not re.search(r"[\n>]", quote.speaker_text) for quote in analysis.quotes)
    assert all(text[mention.start : mention.end] == mention.text for mention in analysis.mentions)


def test_marks_of_old_wires_are_no_words(resources):
    text = (
        "^Mayor: bridge closed<\n^By ANN OLSEN=\n^Bergen Writer=\n   BERGEN, Norway (NTB) _ The mayor, Carla Munoz,\n"
    )
    text += "said on Monday that it is shut.\n   ``We wait,'' she said.\nAP-NY-03-18-24 1541EST<\n"
    analysis = analyse(Article("wire", text), resources)
    assert [quote.speaker_name for quote in analysis.quotes] == ["Carla Munoz", "Carla Munoz"]
    assert not any(re.search(r"[\^<=]", mention.text) for mention in analysis.mentions)


def test_powers_and_equations_are_no_wire():
    assert [block.end for block in read_layout("x^2 =\ny^2 <\n^up").blocks] == [5, 11, 15]
