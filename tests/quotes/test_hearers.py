"""Where a clause without "that" begins: behind whom it was told, where and when; a row for each, and near misses."""

import pytest

HEARD = [
    ("Lopes told reporters public trust was gone.", ["public trust was gone"]),
    ("Lopes told reporters in Lisbon on Friday they had no choice.", ["they had no choice"]),
    ("Lopes told the Evening Post Russian forces had left.", ["Russian forces had left"]),
    ("Lopes told BBC News people in the south were tired.", ["people in the south were tired"]),
    ("Lopes told the BBC's Today programme talks were over.", ["talks were over"]),
    ("Lopes told Reuters news agency talks with the port were over.", ["talks with the port were over"]),
    ("Lopes told his supporters talks with the lenders were going well.", ["talks with the lenders were going well"]),
    ("Lopes told a meeting of the council in Quito public trust was gone.", ["public trust was gone"]),
    ("Lopes told a packed news conference working hours would fall.", ["working hours would fall"]),
]
TOLD_WHERE = [
    ("Lopes said on Telegram he would not run again.", ["he would not run again"]),
    ("Lopes said in a statement on Friday police had found two rifles.", ["police had found two rifles"]),
    ("Lopes said in a statement issued on Friday he would not run again.", ["he would not run again"]),
    ("The Ministry of Health said in a post on X that talks were going well.", ["that talks were going well"]),
    ("Lopes said through a lawyer that talks with the court had failed.", ["that talks with the court had failed"]),
    ("Lopes said in a video address on Friday that Mr Reid had lied.", ["that Mr Reid had lied"]),
]
TOLD_WHEN = [
    ("Lopes said late Thursday about half of the staff had left.", ["about half of the staff had left"]),
    ("Lopes said on Friday two more ships would sail.", ["two more ships would sail"]),
    ("Lopes said Thursday Israel would not leave.", ["Israel would not leave"]),
    ("Lopes said earlier this month it was likely the mill would close.", ["it was likely the mill would close"]),
    ("Lopes told a meeting of the banking association yesterday the new plan would wait.", ["the new plan would wait"]),
]
NO_HEARER = [  # who is warned, or when it happened, may belong to what is said
    ("Lopes warned residents would suffer.", ["residents would suffer"]),
    ("Lopes warned police had found two rifles.", ["police had found two rifles"]),
    ("Lopes said Friday would be too late.", ["Friday would be too late"]),
    ("Lopes said the council would meet in Quito.", ["the council would meet in Quito"]),
    ("Lopes told the radio host Reid on Friday that the mill was shut.", ["that the mill was shut"]),
    ("Lopes told the Guardian she would run.", ["she would run"]),
    ("Lopes told reporters on Friday after the meeting.", []),
]
GOES_ON = [
    ("Reid said the ship left late but both engines had failed.", ["the ship left late but both engines had failed"]),
    ("The officials said the ship was late, but Reid would not say why.", ["the ship was late"]),
]


@pytest.mark.parametrize("text, quotes", [*HEARD, *TOLD_WHERE, *TOLD_WHEN, *NO_HEARER, *GOES_ON])
def test_a_clause_begins_behind_whom_where_and_when(find, text, quotes):
    assert [text[q.start : q.end] for q in find(text)] == quotes
