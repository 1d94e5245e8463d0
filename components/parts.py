"""The elements of our own: a short ranking and the article, which answer a click, and the theme watcher.

Text reaches the first two as text, never as HTML.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from components.palette import ACCENT, INK, KINDS, MUTED, OTHER, RAISED, RULE, Theme, kind_colour
from components.state import page, take_trigger

_FOLDER = Path(__file__).parent
_HTML = {
    "reader": '<div class="text" tabindex="0" role="region" aria-label="The article"></div>',
    "ranking": "<ol></ol>",
    "theme": "",
}


@cache
def part(name: str) -> Callable[..., Any]:
    """The element of this name, registered once a process."""
    return st.components.v2.component(
        f"dateline_{name}",
        html=_HTML[name],
        css=(_FOLDER / f"{name}.css").read_text(encoding="utf-8"),
        js=(_FOLDER / f"{name}.js").read_text(encoding="utf-8"),
    )


def colours(theme: Theme) -> dict[str, str]:
    """The theme's colours by the names that the style sheets of the parts use."""
    kinds = {kind.id: kind_colour(kind, theme) for kind in (*KINDS, OTHER)}
    plain = {"ink": INK, "muted": MUTED, "rule": RULE, "raised": RAISED, "accent": ACCENT}
    return {**kinds, **{name: values[theme] for name, values in plain.items()}}


def ranking(rows: list[tuple[str, str, str, str]], *, key: str, theme: Theme) -> None:
    """Rows of (what choosing it means, name, number in words, kind or nothing)."""
    choice = page().choice
    data = {"rows": rows, "colours": colours(theme), "chosen": f"{choice.kind}:{choice.id}" if choice else ""}
    part("ranking")(key=key, data=data, on_chosen_change=take_trigger(key, key))


def watch_theme() -> None:
    """Draw the page again when the reader's system turns dark or light."""
    part("theme")(key="theme", on_turned_change=lambda: None)
