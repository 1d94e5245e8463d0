"""What holds for every analysis of whatever text, whoever corrected it."""

import json
from functools import cache
from itertools import pairwise
from pathlib import Path

from pipeline.record import to_record
from pipeline.text.line_breaks import one_line

SCHEMA = Path(__file__).parents[2] / "pipeline" / "data" / "record.schema.json"


@cache
def validator():
    import jsonschema

    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def valid(record):
    """By the published schema, and as one line of JSON that reads back equal."""
    line = json.dumps(record, ensure_ascii=False, allow_nan=False)
    assert json.loads(line) == record
    error = next(validator().iter_errors(record), None)
    branch = error.context and max(error.context, key=lambda one: len(one.absolute_path)) if error else None
    assert error is None, f"{list((branch or error).absolute_path)}: {(branch or error).message[:300]}"


def sound(analysis):
    """Every promise of the record."""
    _slices(analysis)
    _entities(analysis)
    _quotes(analysis)
    _places(analysis)
    hash(analysis)
    valid(to_record(analysis))


def _slices(analysis):
    text = analysis.article.text
    for facts in (analysis.mentions, analysis.quotes, analysis.places, analysis.dates):
        for fact in facts:
            assert 0 <= fact.start < fact.end <= len(text)
            assert text[fact.start : fact.end] == fact.text
        assert [fact.start for fact in facts] == sorted(fact.start for fact in facts)
    for facts in (analysis.mentions, analysis.dates, analysis.places):
        assert all(one.end <= other.start for one, other in pairwise(facts)), "two facts overlap"
    assert all(0 <= start <= end <= len(text) for start, end in analysis.sentences)
    assert all(one[1] <= other[0] for one, other in pairwise(analysis.sentences))


def _entities(analysis):
    ids = {entity.id: entity for entity in analysis.entities}
    assert len(ids) == len(analysis.entities)
    counts = dict.fromkeys(ids, 0)
    for mention in analysis.mentions:
        counts[mention.entity_id] += 1
        assert 0 <= mention.sentence < max(len(analysis.sentences), 1)
        start, end = analysis.sentences[mention.sentence]
        assert start <= mention.start < end, "a mention of another sentence"
    assert all(counts[key] == entity.count > 0 for key, entity in ids.items())
    assert all(entity.name.strip() and entity.aliases for entity in analysis.entities)
    ranked = [entity.count for entity in analysis.entities]
    assert ranked == sorted(ranked, reverse=True)


def _quotes(analysis):
    text, ids = analysis.article.text, {entity.id: entity for entity in analysis.entities}
    assert len({quote.id for quote in analysis.quotes}) == len(analysis.quotes)
    for quote in analysis.quotes:
        assert (quote.speaker_id is None) == (quote.speaker_name is None)
        assert quote.speaker_id is None or ids[quote.speaker_id].name == quote.speaker_name
        assert (quote.speaker_start is None) == (quote.speaker_end is None) == (quote.speaker_text is None)
        speaker = one_line(text[quote.speaker_start : quote.speaker_end]) if quote.speaker_text else None
        assert speaker == quote.speaker_text
        assert (quote.cue_start is None) == (quote.cue_end is None) == (quote.cue is None)
        assert quote.cue is None or text[quote.cue_start : quote.cue_end] == quote.cue
        assert quote.speaker_text != "", "a speaker of no words"
        assert quote.cue != "", "a cue of no words"
    for n, one in enumerate(analysis.quotes):
        for other in analysis.quotes[n + 1 :]:
            if other.start >= one.end:
                break
            assert other.end <= one.end, "two quotes cross"


def _places(analysis):
    ids = {entity.id for entity in analysis.entities}
    for place in analysis.places:
        assert place.entity_id in ids
        assert (place.lat is None) == (place.lon is None)
        assert 0 <= place.confidence <= 1
        assert place.reason.strip()
