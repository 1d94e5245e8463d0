"""Who is quoted where: speakers by outlet, the words of each and their share of all that the outlet quotes."""

import html

import streamlit as st

from components.charts.outlets_svg import DARKEST, outlet_grid
from components.charts.svg import fixed_look
from components.collection.figure import PICTURE, collection_figure
from components.collection.view import View
from components.elements.notices import hint
from components.formatting import count, percent, shorten
from components.rows.outlets import OutletSpeaker, OutletTable, outlet_table
from pipeline.write.columns import read_columns
from pipeline.write.csv import encode, heading

_COLUMNS = read_columns("key name outlet words:i quotes:i share:n")


def show_outlets(view: View) -> None:
    """Draw a row for each speaker and a column for each outlet; the darker a cell, the larger the speaker's share."""
    table = outlet_table(view.collection.quoted_where(view.only))
    if len(table.whole) < 2 or not table.speakers:
        hint(
            "These articles name fewer than two outlets that quote somebody, so there is nothing to set side by side. "
            "An outlet is the site of an article’s address, or the source its file names."
        )
        return
    collection_figure(
        view,
        "outlets",
        lambda: outlet_grid(table, fixed_look("light"), width=PICTURE),
        headline=table.finding,
        table="outlets",
        csv=lambda: heading(_COLUMNS) + encode(_COLUMNS, table.rows()),
    )
    hint(
        f"{count(len(table.whole), 'outlet')} with most quoted words. Words quoted, and the share of all words that "
        "the outlet quotes from anybody. Speakers of several outlets come first."
    )
    st.html(_html(table))


def _html(table: OutletTable) -> str:
    heads = "".join(
        f'<th scope="col">{html.escape(shorten(name, 28))}<small>{words:,} words</small></th>'
        for name, words in table.whole.items()
    )
    body = "".join(_row(table, row) for row in table.speakers)
    head = f'<thead><tr><th scope="col">Speaker</th>{heads}</tr></thead>'
    return f'<div class="dl-outlets"><table>{head}<tbody>{body}</tbody></table></div>'


def _row(table: OutletTable, speaker: OutletSpeaker) -> str:
    cells = "".join(_cell(table, speaker, outlet) for outlet in table.whole)
    return f'<tr><th scope="row">{html.escape(shorten(speaker.name, 48))}</th>{cells}</tr>'


def _cell(table: OutletTable, speaker: OutletSpeaker, outlet: str) -> str:
    if outlet not in speaker.cells:
        return "<td></td>"
    words, _ = speaker.cells[outlet]
    share = table.share(words, outlet)
    ground = f"--share:{round(100 * DARKEST * share)}%"
    name = html.escape(shorten(outlet, 28))
    return f'<td style="{ground}" data-name="{name}">{words:,}<small>{percent(share)}</small></td>'
