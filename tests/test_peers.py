"""The adapters of the benchmark's peers keep offsets, and every one listed can be called."""

import importlib
from datetime import datetime

import pytest

from benchmarks.peers import date_peers
from benchmarks.peers.lines import lines_of, straight, stretches
from benchmarks.peers.systems import SYSTEMS, TOPICS


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.key)
def test_every_system_names_a_function_and_its_topics(system):
    module, name = system.maker.split(":")
    assert callable(getattr(importlib.import_module(module), name))
    assert system.topics
    assert set(system.topics) <= set(TOPICS)


def test_straight_marks_keep_the_offsets():
    text = "“Yes,” she said. ''No,'' he said. ‘Perhaps’"
    assert straight(text) == '"Yes," she said. " No,"  he said. \'Perhaps\''
    assert len(straight(text)) == len(text)


def test_lines_stand_where_they_say():
    text = "One.\n\n  Two.\n \nThree."
    assert [text[start : start + len(line)] for start, line in lines_of(text)] == ["One.", "  Two.", "Three."]


def test_names_without_offsets_are_found_in_their_order():
    text = "Rafah, Cairo, Rafah"
    assert list(stretches(text, ["Rafah", "Rafah", "Sidon"])) == [(0, 5), (14, 19)]


@pytest.mark.parametrize(
    "timex, readings, expected",
    [
        ("XXXX-03-18", [{"value": "2024-03-18"}, {"value": "2025-03-18"}], "2024-03-18"),
        ("XXXX-WXX-1", [{"value": "2024-03-18"}, {"value": "2024-03-25"}], "2024-03-18"),
        ("XXXX-03", [{"start": "2024-03-01"}], "2024-03"),
        ("2024-W11", [{"start": "2024-03-11"}], "2024-W11"),
        ("(2020-07-01,2020-10-01,P3M)", [{"start": "2020-07-01"}], "2020-Q3"),
        ("PAST_REF", [{"value": "not resolved"}], None),
    ],
)
def test_what_recognizers_text_means_as_iso(timex, readings, expected):
    values = [{"timex": timex, **reading} for reading in readings]
    assert date_peers._value({"values": values}, datetime(2024, 3, 20)) == expected
