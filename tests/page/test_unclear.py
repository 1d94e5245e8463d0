"""A pronoun is not a person: quotes whose speaker is one are nobody's, and the page asks who is meant."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from components.charts.quotes import lanes_of, quote_words
from components.rows.article import NOBODY, WordRuler, quote_rows, speaker_key, speaker_name, speakers, unclear
from components.rows.rankings import most_quoted
from components.rows.speakers import speakers_of
from components.rows.unclear import UNCLEAR, candidates, names_nobody, question


@pytest.mark.parametrize(
    "words", ["it", "It", "They", "that", "who", "which", "each", "he himself", "all of them", "both", "19", "", None]
)
def test_what_names_nobody(words):
    assert names_nobody(words)


@pytest.mark.parametrize(
    "words", ["officials", "people", "one official", "It Corporation", "the latter group", "He Jiankui", "two officers"]
)
def test_what_names_or_describes_somebody(words):
    assert not names_nobody(words)


@pytest.fixture
def doubtful(analysis):
    """Two quotes by a pronoun: one that the pipeline weighed between two names, one that it said nothing of."""
    quotes = list(analysis.quotes)
    reason = "“it” could be Harbour Trust or Mara Ellund: both fit equally well."
    empty = {"speaker_id": None, "speaker_name": None}
    quotes[3] = replace(quotes[3], speaker_text="it", speaker_reason=reason, **empty)
    quotes[4] = replace(quotes[4], speaker_text="he", speaker_reason=None, **empty)
    return replace(analysis, quotes=tuple(quotes))


def test_a_pronoun_is_no_speaker_and_has_no_lane_of_its_own(doubtful):
    ruler = WordRuler(doubtful.article.text)
    rows = quote_rows(doubtful, ruler)
    assert speakers(doubtful) == 2
    assert unclear(doubtful) == 2
    assert [speaker_key(quote) for quote in doubtful.quotes[3:]] == [NOBODY, NOBODY]
    assert speaker_name(doubtful.quotes[3]) == UNCLEAR
    assert list(lanes_of(rows).values())[-1] == UNCLEAR
    assert UNCLEAR not in [row.name for row in most_quoted(doubtful, ruler).rows]
    assert [row.name for row in speakers_of(doubtful, ruler)][-1] == UNCLEAR
    assert quote_words(rows).startswith("Timeline of 5 quotes by 2 speakers, 2 not clear who.")


def test_candidates_are_those_the_reason_weighs_else_the_names_just_before(doubtful):
    weighed = [entity.name for entity in candidates(doubtful, doubtful.quotes[3])]
    assert weighed == ["Harbour Trust", "Mara Ellund"]
    assert question(doubtful.quotes[3], weighed) == "“it”: Harbour Trust or Mara Ellund?"
    near = [entity.name for entity in candidates(doubtful, doubtful.quotes[4])]
    assert near == ["Tomas Reyl"]  # a person, since "he" is one; not the trust beside him


def test_described_speakers_stay_speakers(analysis):
    assert speaker_name(analysis.quotes[3]) == "Officials"
    assert speaker_key(analysis.quotes[3]) not in (NOBODY, analysis.quotes[0].speaker_id)


def test_where_nobody_is_named_the_overview_does_not_say_that_nobody_is_quoted(doubtful):
    def run(facts):
        from components.article.overview import show_overview
        from components.selection.selection import Selection

        show_overview(Selection(facts, ()))

    def said(quotes):
        page = AppTest.from_function(run, kwargs={"facts": replace(doubtful, quotes=quotes)}).run(timeout=30)
        assert not page.exception
        return " ".join(element.proto.body for element in page.get("html"))

    assert "2 more quotes: not clear who speaks" in said(doubtful.quotes)
    alone = said(doubtful.quotes[4:])
    assert "1 quote: not clear who speaks" in alone
    assert "Nobody is quoted" not in alone
    assert "Nobody is quoted" in said(())
