"""Who is named with whom, as a table of pairs: a row chooses both names."""

import pandas as pd

from components.elements.choosable import row_table
from components.elements.notices import hint
from components.formatting import count, one_line
from components.rows.comentions import Pair, pairs
from components.selection.selection import Selection
from components.session.choosing import choose_together, clear, picked

SOURCE = "pair-table"
MOST = 200  # pairs; a list of names in one sentence makes very many


def show_pairs(selection: Selection) -> None:
    """The pairs in what the other chips leave; the row of the two chosen is marked."""
    found = pairs(selection.but("entity"))
    if not found:
        hint("No two names share a sentence here.")
        return
    shown = found[:MOST]
    chosen = set(picked("entity"))
    row_table(
        pair_table(shown),
        [str(n) for n in range(len(shown))],
        title=f"Table of {count(len(found), 'pair')} named in one sentence",
        source=SOURCE,
        chosen=[str(n) for n, pair in enumerate(shown) if set(pair.ids) == chosen],
        act=lambda _, id: _take(shown, id),
    )
    words = f"These are the {MOST} most frequent." if len(found) > MOST else ""
    hint(f"A row chooses both names: what is left are the sentences they share. {words}".strip())


def pair_table(found: list[Pair]) -> pd.DataFrame:
    """The pairs as a table."""
    return pd.DataFrame(
        {
            "Name": [one_line(pair.names[0]) for pair in found],
            "Named with": [one_line(pair.names[1]) for pair in found],
            "Sentences": [pair.sentences for pair in found],
        }
    )


def _take(pairs: list[Pair], id: str) -> None:
    both = pairs[int(id)].ids
    if set(both) == set(picked("entity")):
        clear()
    else:
        choose_together("entity", both)
