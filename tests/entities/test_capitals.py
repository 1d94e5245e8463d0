"""The copy in normal case: same length, capitals where a sentence would have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.truecase import restore_case

CASES = [
    ("FLOOD HITS VIETNAM TOWN", "Flood hits Vietnam town"),
    ("VARGA WINS AGAIN\n\nThe vote for Varga was clear.", "Varga wins again\n\nThe vote for Varga was clear."),
    ("NATO MEETS IN NEW YORK", "NATO meets in New York"),
    ("LISBON, Portugal 2024-05-01\nShips wait.", "Lisbon, Portugal 2024-05-01\nShips wait."),
    ("CAIRO - Ministers met.", "Cairo - Ministers met."),
    ("DENVER AT BOSTON", "Denver at Boston"),
    ("The UNESCO list grew.", "The UNESCO list grew."),
    ("TURKEY AND CHAD SIGN PACT", "Turkey and Chad sign pact"),
    ("MAYOR'S DOG BITES OFFICER", "Mayor's dog bites officer"),
    ("BANK OF ENGLAND SACKS LEEDS UNITED FAN", "Bank of England sacks Leeds United fan"),
    ("AN ENVOY TO THE UNITED NATIONS LEFT", "An envoy to the United Nations left"),
    ("REAL MADRID drew. So did REAL friends.", "Real Madrid drew. So did REAL friends."),
    ("THE SUPREME COURT in Leeds ruled.", "The Supreme Court in Leeds ruled."),
    ("Nothing to do here.", "Nothing to do here."),
]


@pytest.mark.parametrize("text, expected", CASES)
def test_restore_case(text, expected):
    assert restore_case(text) == expected


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_length_and_letters_are_kept(text):
    copy = restore_case(text)
    assert len(copy) == len(text)
    assert copy.casefold() == text.casefold()


@given(st.text(alphabet="ABCDEFGHIJK ßİŒ'’.-\n0123456789", max_size=120))
def test_length_is_kept_in_capitals(text):
    assert len(restore_case(text)) == len(text)
