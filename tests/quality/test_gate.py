"""The quality gate, and the gate's own tests."""

import json

from devtools import quality_gate as gate
from devtools import quality_score as score


def test_no_score_is_below_its_floor(resources):
    floors = json.loads(gate.FLOORS.read_text(encoding="utf-8"))["floors"]
    assert not gate.below(gate.measure(resources), floors)


def test_annotations_are_the_ones_the_floors_were_set_on():
    pinned = json.loads(gate.FLOORS.read_text(encoding="utf-8"))["digest"]
    assert pinned == gate.digest(), "annotations changed: look at the scores, then run `make gate` with --update"


def test_every_annotation_slices_to_its_text():
    keys = ("quotes", "mentions", "timexes", "toponyms")
    for task in gate.TASKS:
        for row in gate.annotated(task):
            for fact in (fact for key in keys for fact in row.get(key, ())):
                assert 0 <= fact["start"] < fact["end"] <= len(row["text"])
                assert (
                    fact.get("text", row["text"][fact["start"] : fact["end"]])
                    == (row["text"][fact["start"] : fact["end"]])
                ), row["id"]


def test_gate_sees_a_fall():
    assert gate.below({"a": 0.8}, {"a": 0.9})
    assert gate.below({}, {"a": 0.9})
    assert not gate.below({"a": 0.9, "b": 0.1}, {"a": 0.9})


def test_floors_only_rise():
    assert gate.raised({"a": 0.8}, {"a": 0.9}, allow_regression=False) == {"a": 0.9}
    assert gate.raised({"a": 0.8}, {"a": 0.9}, allow_regression=True) == {"a": 0.8}
    assert gate.raised({"a": 0.95}, {"a": 0.9}, allow_regression=False) == {"a": 0.95}


def span(start, end, **more):
    return {"start": start, "end": end, **more}


def test_scores_of_known_answers():
    gold, same = [span(0, 10, value="2024")], [span(0, 10, value="2024")]
    assert score.scored([(gold, same)], score.same_value) == 1.0
    assert score.scored([(gold, [span(0, 10, value="2023")])], score.same_value) == 0.0
    assert score.scored([(gold, same * 2)], score.same_value) == 2 / 3
    assert score.scored([(gold, [])], score.same_value) == 0.0
    assert score.scored([([], [])], score.same_value) == 1.0


def test_speaker_is_judged_by_name_then_by_words():
    quote = span(0, 5, speaker_name="Amal Haddad", speaker_start=20, speaker_end=22)
    assert score.same_speaker(span(0, 5, speaker_entity="Haddad"), quote)
    assert not score.same_speaker(span(0, 5, speaker_entity="Noor Saleh"), quote)
    assert score.same_speaker(span(0, 5, speaker=span(19, 25)), quote)


def test_places_are_judged_by_distance_or_id():
    rafah = span(0, 5, lat=31.29, lon=34.24, geonameid=281102)
    assert score.same_spot(rafah, span(0, 5, lat=31.34, lon=34.30, geonameid=1))
    assert not score.same_spot(rafah, span(0, 5, lat=30.0, lon=31.2, geonameid=2))
    assert not score.same_spot(rafah, span(0, 5, lat=None, lon=None, geonameid=None))
