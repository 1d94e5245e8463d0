"""Analyses for the report, the picture and the workbook: the sample, an empty one, a hostile and a corrected one."""

from dataclasses import replace
from datetime import date

import pytest

from components.sample import sample
from pipeline import analyse
from pipeline.model import Analysis, Article, DateRef, Entity, Mention, Note, Place, Quote

HOSTILE = '=1+1</td></bdi></style></title><script>alert(1)</script><img src=x onerror="alert(2)">&amp;\u202e\x07'


@pytest.fixture(scope="session")
def analysis(resources):
    """The sample article as the product analyses it."""
    return analyse(sample(), resources)


@pytest.fixture(scope="session")
def empty():
    """A text in which nothing is found."""
    return Analysis(Article("b" * 16, "Rain."), 1, ((0, 5),))


@pytest.fixture(scope="session")
def hostile():
    """An analysis whose every word tries to be markup or a formula."""
    text = f"{HOSTILE}\n\nRafah. “{HOSTILE}” {HOSTILE} \ud800 said."
    at, place = text.rindex(HOSTILE), text.index("Rafah")
    said = text.index("“") + 1
    return Analysis(
        Article("c" * 16, text, HOSTILE, HOSTILE, date(1850, 1, 1), "given"),
        9,
        ((0, place), (place, len(text))),
        (
            Mention(at, at + len(HOSTILE), HOSTILE, "PERSON", "e1", 1),
            Mention(place, place + 5, "Rafah", "GPE", "e2", 1),
        ),
        (Entity("e1", HOSTILE, "PERSON", 1, (HOSTILE, "b;c")), Entity("e2", "Rafah", "GPE", 1)),
        (
            Quote("q1", said, said + len(HOSTILE), HOSTILE, "direct", speaker_text=HOSTILE, speaker_id="e1",
                  speaker_name=HOSTILE, said_on=date(1850, 1, 1), speaker_reason=HOSTILE),
        ),
        (
            Place(place, place + 5, "Rafah", "e2", HOSTILE, "PS", "city", 31.3, 34.2, 1, 0.6, HOSTILE),
            Place(at, at + 5, HOSTILE, "e1", None, None, None, None, None, None, 0.0, HOSTILE),
        ),
        (DateRef(0, 5, HOSTILE, None, None), DateRef(place, place + 5, HOSTILE, "2024-W12", "week")),
        (Note("read", HOSTILE),),
    )  # fmt: skip


@pytest.fixture(scope="session")
def corrected(analysis):
    """The sample after a reader changed one fact of each kind that can be changed."""

    def first(facts):
        return (replace(facts[0], edited=True), *facts[1:])

    return replace(
        analysis, entities=first(analysis.entities), quotes=first(analysis.quotes), places=first(analysis.places)
    )
