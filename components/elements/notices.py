"""Sentences on the page: titles, refusals, hints. Article text and file names reach HTML escaped, and only here."""

import html
from collections.abc import Sequence
from pathlib import Path
from string import Template

import streamlit as st

from components import palette

_STYLES = tuple(Path(__file__).parent / f"{name}.css" for name in ("style", "evidence"))


def theme() -> palette.Theme:
    """The theme the reader has chosen; light until the browser has told."""
    return "dark" if st.context.theme.type == "dark" else "light"


def style() -> None:
    """Our own classes, in the colours of the theme."""
    now = theme()
    values = {
        **palette.FONTS,
        "paper": palette.PAPER[now],
        "raised": palette.RAISED[now],
        "ink": palette.INK[now],
        "muted": palette.MUTED[now],
        "rule": palette.RULE[now],
        "accent": palette.ACCENT[now],
        "on_accent": palette.PAPER[now],
        **{f"k_{kind.id}": palette.kind_colour(kind, now) for kind in (*palette.KINDS, palette.OTHER)},
        **{f"q_{kind}": fill[now] for kind, fill in palette.QUOTE_FILL.items()},
    }
    css = "\n".join(file.read_text(encoding="utf-8") for file in _STYLES)
    st.html(f"<style>{Template(css).substitute(values)}</style>")


def block(tag: str, css: str, text: str, **attributes: str) -> None:
    """One element with escaped text; tag, class and attribute names are literals of ours."""
    extra = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items())
    st.html(f'<{tag} class="{css}"{extra}>{html.escape(text)}</{tag}>')


def hint(text: str) -> None:
    """A quiet sentence: what is missing, what to do next."""
    block("p", "dl-hint", text)


def plain_row(text: str) -> None:
    """Words of the article beside buttons."""
    block("p", "dl-row", text)


def refusal(*lines: str) -> None:
    """What went wrong, a sentence a line; read out by a screen reader."""
    shown = "<br>".join(html.escape(line) for line in lines)
    st.html(f'<p class="dl-refusal" role="alert">{shown}</p>')


def heading(text: str, *, css: str = "dl-h") -> None:
    """A heading within a section."""
    block("h3", css, text)


def bullets(lines: Sequence[str], css: str = "dl-notes") -> None:
    """Short lines, one below the other."""
    items = "".join(f"<li>{html.escape(line)}</li>" for line in lines)
    st.html(f'<ul class="{css}">{items}</ul>')


def legend(entries: Sequence[tuple[str, str]]) -> None:
    """Colour and pattern with their words; the class names are ours."""
    items = "".join(f'<li><i class="{css}"></i>{html.escape(words)}</li>' for css, words in entries)
    st.html(f'<ul class="dl-legend">{items}</ul>')
