"""Who is quoted where: speakers by outlet, the words of each and their share of all that the outlet quotes."""

import html
from dataclasses import dataclass

import streamlit as st

from components.collection.view import View
from components.elements.notices import heading, hint
from components.formatting import count, one_line, percent, shorten

DARKEST = 0.75  # share of the rule colour in a cell's background, for a speaker with all the words of an outlet


@dataclass(frozen=True, slots=True)
class Speaker:
    """A row of the table; cells: outlet → words quoted there."""

    name: str
    cells: dict[str, int]

    @property
    def words(self) -> int:
        """Words quoted in all the outlets."""
        return sum(self.cells.values())


def show_outlets(view: View) -> None:
    """Draw a row for each speaker and a column for each outlet; the darker a cell, the larger the speaker's share."""
    rows = view.collection.quoted_where(view.only)
    whole = {row.outlet: row.words for row in rows if row.key is None}
    speakers: dict[str, Speaker] = {}
    for row in rows:
        if row.key is not None:
            speaker = speakers.setdefault(row.key, Speaker(one_line(row.name or ""), {}))
            speaker.cells[row.outlet] = row.words
    if len(whole) < 2 or not speakers:
        hint(
            "These articles name fewer than two outlets that quote somebody, so there is nothing to set side by side. "
            "An outlet is the site of an article's address, or the source its file names."
        )
        return
    heading("Who is quoted where")
    hint(
        f"{count(len(whole), 'outlet')} with most quoted words. Words quoted, and the share of all words that the "
        "outlet quotes from anybody. Speakers of several outlets come first."
    )
    st.html(_table(whole, list(speakers.values())))


def _table(whole: dict[str, int], speakers: list[Speaker]) -> str:
    """The table as HTML; whole: outlet → all words it quotes."""
    names = sorted(whole, key=lambda name: -whole[name])
    heads = "".join(
        f'<th scope="col">{html.escape(shorten(name, 28))}<small>{whole[name]:,} words</small></th>' for name in names
    )
    body = "".join(
        f'<tr><th scope="row">{html.escape(shorten(row.name, 48))}</th>'
        f"{''.join(_cell(row.cells.get(name), whole[name]) for name in names)}</tr>"
        for row in sorted(speakers, key=lambda row: (-len(row.cells), -row.words, row.name))
    )
    head = f'<thead><tr><th scope="col">Speaker</th>{heads}</tr></thead>'
    return f'<div class="dl-outlets"><table>{head}<tbody>{body}</tbody></table></div>'


def _cell(words: int | None, whole: int) -> str:
    if words is None:
        return "<td></td>"
    share = words / max(whole, 1)
    ground = f"--share:{round(100 * DARKEST * share)}%"
    return f'<td style="{ground}">{words:,}<small>{percent(share)}</small></td>'
