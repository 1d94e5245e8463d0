"""What holds for every text: names that exist, an answer for each quote, the same answer in every style of print."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from devtools.reading import read
from pipeline.entities import find_entities
from pipeline.model import Attribution
from pipeline.speakers import resolve_speakers

ARTICLES = sorted((Path(__file__).parents[1] / "quality" / "speakers").glob("*.json"))
# Each turns the straight style into another of equal length, so that the offsets stay.
STYLES = {
    "straight": lambda text: text,
    "curly": lambda text: _alternate(text, "“", "”"),
    "guillemets": lambda text: _alternate(text, "«", "»"),
    "low": lambda text: _alternate(text, "„", "“"),
    "one break": lambda text: text.replace("\n\n", " \n"),
    "hard spaces": lambda text: text.replace(", ", ",\u00a0"),
}


def _alternate(text, opening, closing):
    parts = text.split('"')
    return "".join(part + (opening if n % 2 == 0 else closing) for n, part in enumerate(parts[:-1])) + parts[-1]


def quotes(resources, text, attributions):
    tokens = read(resources.nlp, text)
    mentions, entities, _ = find_entities(tokens, resources.gazetteer)
    found = resolve_speakers(tokens, attributions, mentions=mentions, entities=entities)
    return found, entities


def annotated(path):
    row = json.loads(path.read_text(encoding="utf-8"))
    spans = [(q["start"], q["end"], q["kind"], q["speaker"]) for q in row["quotes"]]
    return row, [Attribution(a, b, kind, (s["start"], s["end"])) for a, b, kind, s in spans]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_the_same_speakers_in_every_style(resources, path, style):
    row, attributions = annotated(path)
    plain, _ = quotes(resources, row["text"], attributions)
    turned, _ = quotes(resources, STYLES[style](row["text"]), attributions)
    assert [q.speaker_name for q in turned] == [q.speaker_name for q in plain]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_reason_is_one_plain_sentence_about_the_words_of_the_text(resources, path):
    row, attributions = annotated(path)
    found, entities = quotes(resources, row["text"], attributions)
    names = {entity.id: entity.name for entity in entities}
    for quote in found:
        reason = quote.speaker_reason
        assert reason.endswith(".")
        assert "\n" not in reason
        assert len(reason) < 200
        assert (quote.speaker_id is None) == (quote.speaker_name is None)
        if quote.speaker_id:
            assert quote.speaker_name == names[quote.speaker_id]
            assert quote.speaker_name in reason


WORDS = ["Sarah Klein", "Peter Hall", "he", "she", "they", "who", "said", "the mayor", "told", ",", '"', ".", "\n\n",
         "his", "spokesman", "for", "and", "(R-Ohio)", "NSA", "👋", "the", "of", "it", "we", "US", "'s"]  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), data=st.data())
def test_any_text_and_any_spans_get_an_answer(resources, words, data):
    text = " ".join(words)
    at = st.integers(0, len(text))
    spans = [tuple(sorted(data.draw(st.tuples(at, at)))) for _ in range(6)]
    attributions = [Attribution(*spans[n], "direct", spans[n + 1], spans[n + 2]) for n in range(4)]
    found, entities = quotes(resources, text, attributions)
    assert len(found) == len(attributions)
    assert all(quote.speaker_reason for quote in found)
    assert {quote.speaker_id for quote in found} <= {entity.id for entity in entities} | {None}
    assert [(q.start, q.end) for q in found] == [(a.start, a.end) for a in attributions]
