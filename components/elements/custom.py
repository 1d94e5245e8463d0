"""The elements of our own: a short ranking, the chips and the article, which answer a click, and the theme watcher.

Text of an article reaches them as text, never as HTML or Markdown.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from components.elements import notices
from components.formatting import one_line
from components.palette import ACCENT, INK, KINDS, MUTED, OTHER, PAPER, QUOTE_FILL, RAISED, RULE, Theme, kind_colour
from components.rows.rankings import Ranking, RankingRow
from components.session.choosing import take_trigger
from components.session.state import page

_FOLDER = Path(__file__).parent
_HTML = {
    "chips": '<div class="chips" role="group" aria-label="What is chosen"></div>',
    "reader": '<div class="strip"><div class="find"><input type="search" placeholder="Find in the text" '
    'aria-label="Find in the text"><button type="button" class="go" aria-label="Found before">‹</button>'
    '<button type="button" class="go" aria-label="Found next">›</button><span class="told" role="status"></span></div>'
    '<form><label>From ¶ <input type="number" aria-label="From paragraph"></label> <label>to ¶ '
    '<input type="number" aria-label="To paragraph"></label><button type="submit">Choose</button></form>'
    '<ul class="legend"></ul></div><div class="text" role="region" aria-label="The article"></div>'
    '<div class="pick" hidden><button type="button">Choose this stretch</button></div>',
    "picture": '<div class="picture" role="img"></div>',
    "quote_list": '<div class="frame"><div class="quotes"></div></div>',
    "map_tools": '<p class="away" role="status"></p>'
    '<div class="tools"><div class="bar" aria-hidden="true"><span></span><div class="line"></div></div>'
    '<div class="keys" role="group" aria-label="Map">'
    '<button type="button" class="larger" aria-label="Larger" title="Larger">+</button>'
    '<button type="button" class="smaller" aria-label="Smaller" title="Smaller">−</button>'
    '<button type="button" class="home" aria-label="Back to the view" title="Back to the view">⟲</button></div></div>',
    "passage_list": '<div class="passages"></div>',
    "copy_picture": '<div class="copy"><span class="told" role="status"></span>'
    '<button type="button">Copy picture</button></div>',
    "ranking": '<div class="ranking"></div>',
    "theme": "",
    "theme_switch": '<button type="button"></button>',
    "uploads": "",
    "visit": "",
}
# What some share: scripts and styles of other names, which stand before their own.
SHARED = {
    "paged_table": ("dom",),
    "passage_list": ("dom", "quote_item"),
    "quote_list": ("dom", "quote_item"),
    "ranking": ("dom",),
    "reader": ("dom",),
}


@cache
def part(name: str) -> Callable[..., Any]:
    """The element of this name, registered once a process."""
    return st.components.v2.component(
        f"dateline_{name}", html=_HTML[name], css=source(name, "css"), js=source(name, "js")
    )


def source(name: str, ending: str) -> str:
    """The script or the style sheet of an element, with what it shares with others before it."""
    files = [_FOLDER / f"{one}.{ending}" for one in (*SHARED.get(name, ()), name)]
    found = "\n".join(file.read_text(encoding="utf-8") for file in files if file.exists())
    return found + on_paper() if found and ending == "css" else found


def on_paper() -> str:
    """The rule that a part of our own needs so that its words are dark on white paper, whatever the theme."""
    values = "; ".join(f"--{name}: {value} !important" for name, value in colours("light").items())
    return f"\n@media print {{ * {{ {values}; }} }}\n"


def colours(theme: Theme) -> dict[str, str]:
    """The theme's colours by the names that the style sheets of the parts use."""
    kinds = {kind.id: kind_colour(kind, theme) for kind in (*KINDS, OTHER)}
    plain = {"ink": INK, "muted": MUTED, "rule": RULE, "raised": RAISED, "accent": ACCENT, "paper": PAPER, **QUOTE_FILL}
    return {**kinds, **{name: values[theme] for name, values in plain.items()}}


def ranking(found: Ranking, *, key: str, theme: Theme, take: Callable[[], None] | None = None) -> None:
    """Rows that are buttons; what is chosen is marked."""
    data = {
        "head": found.head,
        "rows": [_row(row) for row in found.rows],
        "more": [_row(row) for row in found.more],
        "more_words": found.more_words,
        "colours": colours(theme),
        "chosen": [str(pick) for pick in page().picks],
    }
    part("ranking")(key=key, data=data, on_chosen_change=take or take_trigger(key))


def _row(row: RankingRow) -> dict[str, Any]:
    return {"key": row.key, "name": row.name, "numbers": row.figures, "said": row.said, "kind": row.kind}


def picture(drawings: Mapping[int, str], words: str, *, key: str) -> None:
    """An SVG picture, of several the one that fits. drawings: by width in pixels; words: for who cannot see it."""
    data = {"drawings": {str(width): svg for width, svg in drawings.items()}, "words": one_line(words)}
    part("picture")(key=key, data=data)


def watch_theme() -> None:
    """Draw the page again when the reader's system turns dark or light; note where WebGL is missing."""
    part("theme")(key="theme", on_turned_change=lambda: None, on_flat_change=_flat)


def _flat() -> None:
    page().no_webgl = True


def theme_switch() -> None:
    """Light or dark, where the reader wants another than the system's."""
    now = notices.theme()
    part("theme_switch")(
        key="theme-switch", data={"theme": now, "colours": colours(now)}, on_turned_change=lambda: None
    )
