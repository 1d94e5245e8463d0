"""Who is named with whom, as a table of pairs: a row chooses both names."""

import pandas as pd

from components.elements.data_table import arranged, drawn_table
from components.elements.notices import heading, hint
from components.formatting import count, one_line
from components.rows.comentions import Pair, pairs
from components.selection.selection import Selection
from components.session.choosing import choose_together, clear, picked
from components.session.state import key_of, widget_value

SOURCE = "pair-table"
MOST = 200  # pairs; a list of names in one sentence makes very many


def show_pairs(selection: Selection) -> None:
    """The pairs in what the other chips leave; the row of the two chosen is marked."""
    found = pairs(selection.but("entity"))
    title = f"Table of {count(len(found), 'pair')} named in one sentence"
    if not found:
        heading(title)
        hint("No two names share a sentence here.")
        return
    shown = found[:MOST]
    frame, order = arranged(pair_table(shown), [str(n) for n in range(len(shown))], SOURCE, title)
    rows = [shown[int(n)] for n in order]
    chosen = set(picked("entity"))
    at = [n for n, pair in enumerate(rows) if set(pair.ids) == chosen]
    key = f"{key_of(SOURCE)}-{len(rows)}-{hash(tuple(order)) & 0xFFFF}"
    drawn_table(frame, key=key, rows=at[:1], several=False, take=lambda: _take(rows, key))
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


def _take(rows: list[Pair], key: str) -> None:
    chosen = [row for row in widget_value(key).selection.rows if row < len(rows)]
    if chosen:
        choose_together("entity", rows[chosen[0]].ids)
    else:
        clear()
