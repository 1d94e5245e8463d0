"""The tables of an article: how they are sorted and paged, and what a cell says."""

import pandas as pd
import pytest

from components.elements.choosable import cell_words, in_order
from components.session.tables import TableView

IDS = [f"e{n}" for n in range(30)]


def settled(view, ids=IDS, chosen=(), rows=1, choice=1):
    view.settle(ids, chosen, rows=rows, choice=choice, size=10)
    return view.page


def test_a_choice_opens_the_page_that_has_it_once():
    view = TableView()
    assert settled(view) == 1
    assert settled(view, chosen=["e25"], choice=2) == 3
    view.page = 1  # the reader turns back
    assert settled(view, chosen=["e25"], choice=2) == 1
    assert settled(view, chosen=["e25", "e3"], choice=3) == 1  # one of them is there already


def test_other_rows_begin_at_the_top_and_fewer_never_leave_an_empty_page():
    view = TableView()
    settled(view)
    view.page = 3
    assert settled(view) == 3
    assert settled(view, IDS[:12], rows=2) == 1
    view.page = 3
    assert settled(view, IDS[:12], rows=2) == 2


def test_a_heading_goes_round_three_orders():
    view = TableView()
    seen = []
    for _ in range(3):
        view.sort("Words", number=True)
        seen.append((view.by, view.descending))
    assert seen == [("Words", True), ("Words", False), (None, False)]
    view.sort("Name", number=False)
    assert (view.by, view.descending) == ("Name", False)


def test_equal_rows_keep_their_order_and_capitals_count_for_nothing():
    frame = pd.DataFrame({"Name": ["beta", "Alpha", "alpha"], "Times": [1, 2, 2]})
    assert in_order(frame, "Name", down=False)[1] == [1, 2, 0]
    assert in_order(frame, "Times", down=True)[1] == [1, 2, 0]
    assert in_order(frame, None, down=False)[1] == [0, 1, 2]


@pytest.mark.parametrize(
    "cell, words",
    [
        (None, ""),
        (float("nan"), ""),
        (1234, "1,234"),
        (38.0, "38"),
        (38.5, "38.5"),
        ("two\nlines", "two lines"),
        (0, "0"),
    ],
)
def test_a_cell_in_words(cell, words):
    assert cell_words(cell) == words
