"""Who is quoted where: speakers by outlet, the words of each and their share of all that the outlet quotes."""

import html
from typing import Any

import streamlit as st

from components.collection.view import View
from components.elements.notices import heading, hint
from components.formatting import count, one_line, percent, shorten
from components.rows.collection import records

DARKEST = 0.75  # of a cell's ground, for all the words that an outlet quotes


def show_outlets(view: View) -> None:
    """A row a speaker and a column an outlet; darker where the speaker has more of the outlet's quoted words."""
    rows = records(view.collection.quoted_where(view.only))
    whole = {row["outlet"]: row for row in rows if row["key"] is None}
    speakers: dict[str, dict[str, Any]] = {}
    for row in (row for row in rows if row["key"] is not None):
        found = speakers.setdefault(row["key"], {"name": one_line(row["name"]), "cells": {}})
        found["cells"][row["outlet"]] = row
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
    st.html(_table(whole, speakers))


def _table(whole: dict[str, Any], speakers: dict[str, dict[str, Any]]) -> str:
    names = sorted(whole, key=lambda name: -whole[name]["words"])
    heads = "".join(
        f'<th scope="col">{html.escape(shorten(name, 28))}<small>{whole[name]["words"]:,} words</small></th>'
        for name in names
    )
    order = sorted(speakers.values(), key=lambda row: (-len(row["cells"]), -_words(row), row["name"]))
    body = "".join(
        f'<tr><th scope="row">{html.escape(shorten(row["name"], 48))}</th>'
        f"{''.join(_cell(row['cells'].get(name), whole[name]['words']) for name in names)}</tr>"
        for row in order
    )
    head = f'<thead><tr><th scope="col">Speaker</th>{heads}</tr></thead>'
    return f'<div class="dl-outlets"><table>{head}<tbody>{body}</tbody></table></div>'


def _words(row: dict[str, Any]) -> int:
    return sum(cell["words"] for cell in row["cells"].values())


def _cell(cell: dict[str, Any] | None, whole: int) -> str:
    if cell is None:
        return "<td></td>"
    share = cell["words"] / max(whole, 1)
    ground = f"--share:{round(100 * DARKEST * share)}%"
    return f'<td style="{ground}">{cell["words"]:,}<small>{percent(share)}</small></td>'
