"""Accents come off the letters that have them, and nothing else changes."""

import pytest

from pipeline.lexicon.accents import without_accents


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Rafaḩ", "Rafah"),
        ("José Ñúñez", "Jose Nunez"),
        ("Jose\u0301", "Jose"),  # the accent as a sign of its own
        ("Ærøskøbing", "Ærøskøbing"),  # letters of their own, not letters with a mark
        ("Łódź", "Łodz"),
        ("plain ASCII, 1.5 'as it is'", "plain ASCII, 1.5 'as it is'"),
        ("", ""),
    ],
)
def test_accents_come_off(written, plain):
    assert without_accents(written) == plain
