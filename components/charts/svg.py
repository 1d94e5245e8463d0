"""What our SVG pictures share: the element, text in it, colours, how wide words are. No Streamlit, no plotly."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from components.palette import INK, KINDS, MUTED, OTHER, PAPER, QUOTE_FILL, RULE, SANS, Kind, Theme, kind_colour

WIDER = 1.15  # a machine without our fonts draws names so much wider; those that end at a line need the room
_NARROW, _WIDE = 0.56, 1.02  # of the font size: Latin and most letters, ideographs
_FIRST_WIDE = "\u1100"
# Control characters no XML file may hold, halves of surrogate pairs, and the marks that turn text round.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a picture: fixed ones for a file, the style sheet's variables inside the report."""

    paper: str
    ink: str
    muted: str
    rule: str
    kinds: dict[str, str]
    quotes: dict[str, str]
    id: str = ""

    def kind(self, kind: Kind) -> str:
        """The colour of a kind of entity."""
        return self.kinds[kind.id]


def fixed_look(theme: Theme) -> Look:
    """For a picture that stands alone."""
    kinds = {kind.id: kind_colour(kind, theme) for kind in (*KINDS, OTHER)}
    quotes = {kind: fill[theme] for kind, fill in QUOTE_FILL.items()}
    return Look(PAPER[theme], INK[theme], MUTED[theme], RULE[theme], kinds, quotes)


def sheet_look(id: str) -> Look:
    """For a picture in the report, which changes with the reader's theme; ``id`` keeps its patterns apart."""
    kinds = {kind.id: f"var(--k-{kind.id})" for kind in (*KINDS, OTHER)}
    quotes = {kind: f"var(--q-{kind})" for kind in QUOTE_FILL}
    return Look("var(--paper)", "var(--ink)", "var(--muted)", "var(--rule)", kinds, quotes, id)


def svg(parts: Iterable[str], *, width: int, height: float, title: str, words: str) -> str:
    """The whole element, named and described for those who cannot see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:g}" width="{width}" height="{height:g}" '
        f'role="img" font-family="{SANS}"><title>{escape(title)}</title><desc>{escape(words)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def text(x: float, y: float, words: str, fill: str, *, size: float = 13, extra: str = "") -> str:
    """One line of text; ``extra``: attributes, literals of ours."""
    more = f" {extra}" if extra else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{fill}"{more}>{escape(words)}</text>'


def rect(x: float, y: float, width: float, height: float, fill: str, *, extra: str = "", tip: str = "") -> str:
    """One bar; ``tip`` is shown under the pointer."""
    more = f" {extra}" if extra else ""
    at = f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{fill}"{more}'
    return f"{at}><title>{escape(tip)}</title></rect>" if tip else f"{at}/>"


def line(x1: float, y1: float, x2: float, y2: float, stroke: str) -> str:
    """A hairline."""
    return f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{stroke}" stroke-width="1"/>'


def escape(words: str) -> str:
    """Text of an article as text of a picture, in the direction it is read."""
    return html.escape(printable(_TURNING.sub("", words)))


def printable(words: str) -> str:
    """The text without what neither HTML nor XML may hold."""
    return _UNFIT.sub("\ufffd", words)


def width_of(words: str, size: float) -> float:
    """About how wide the words are; no font is at hand to measure them."""
    return size * sum(_WIDE if char >= _FIRST_WIDE and char.isalpha() else _NARROW for char in words)


def fitted(words: str, room: float, size: float) -> str:
    """The words, cut with an ellipsis where they would not fit."""
    if width_of(words, size) <= room:
        return words
    kept = words
    while kept and width_of(kept + "…", size) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"
