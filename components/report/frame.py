"""The HTML document around the sections of a report, for one article and for many. No Streamlit."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from components import palette
from components.charts.svg import printable
from components.formatting import one_line
from components.report.html import plain, section, words
from components.report.map import map_colours

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
WIDE, NARROW = 860, 360
_STYLE = Path(__file__).parent / "report.css"
SOURCES = (
    "Language model en_core_web_sm by Explosion (MIT), trained on OntoNotes 5.",
    "Places: GeoNames, geonames.org (Creative Commons Attribution 4.0).",
    "Coasts and borders: Natural Earth (public domain). Dashed borders are disputed; the map takes no side.",
)
WRONG = (
    "It can miss a quotation that stands without quotation marks, give words to the wrong one of two people named side "
    "by side, split or merge names, and take a place for its namesake: read the sentence behind a fact before you "
    "publish it."
)


def document(title: str, byline: str, parts: Mapping[str, str], *, about: str, version: str) -> str:
    """The whole document. title is plain text and is escaped here; byline and parts are HTML."""
    body = "".join(section(part.lower(), part, html) for part, html in parts.items())
    contents = "".join(f'<li><a href="#{part.lower()}">{part}</a></li>' for part in parts)
    return printable(
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta name="generator" content="Dateline {plain(version)}">\n'
        f"<title>{plain(title)} – Dateline report</title>\n<style>{_style()}</style>\n</head>\n<body>\n"
        f'<header><p class="mast"><b>Dateline</b> <span>{about}</span></p>'
        f'<h1>{words(title)}</h1><p class="byline">{byline}</p>'
        f'<nav aria-label="Contents"><ul>{contents}</ul></nav></header>\n'
        f"<main>\n{body}\n</main>\n"
        f"<footer><p>Made with Dateline {plain(version)}. This file asks no other computer for anything.</p></footer>\n"
        "</body>\n</html>\n"
    )


def tiles(rows: list[tuple[int, str, str]]) -> str:
    """A row of figures as HTML; each is (number, singular, plural)."""
    shown = "".join(f"<div><dt>{one if n == 1 else many}</dt><dd>{n:,}</dd></div>" for n, one, many in rows)
    return f'<dl class="tiles">{shown}</dl>'


def settings(rows: list[tuple[str, str]], cite: str) -> str:
    """The section on method as HTML: rows of name and value (HTML), the sources of the data, and the citation."""
    shown = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows)
    sources = "".join(f"<li>{plain(line)}</li>" for line in SOURCES)
    return (
        "<p>A language model splits the text into sentences and finds names; rules of Dateline’s own find quotes, "
        "speakers, dates and places. Direct quotes stand in quotation marks, indirect ones are reported, mixed ones "
        "are both. What the text does not tell stays open.</p>"
        f"<p>{plain(WRONG)}</p>"
        f'<dl class="settings">{shown}</dl><h3>Data</h3><ul class="notes">{sources}</ul>'
        f'<h3>To cite this report</h3><p class="cite">{words(cite)}</p>'
    )


@cache
def _style() -> str:
    """The style sheet with the page's colours as its variables."""
    light, dark = _variables("light"), _variables("dark")
    sheet = one_line(_STYLE.read_text(encoding="utf-8").partition("*/")[2])
    fonts = "".join(f"--{name}:{stack};" for name, stack in palette.FONTS.items())
    return f":root{{{fonts}{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}{sheet}"


def _variables(theme: palette.Theme) -> str:
    plain_colours = {
        "paper": palette.PAPER, "raised": palette.RAISED, "ink": palette.INK,
        "muted": palette.MUTED, "rule": palette.RULE, "accent": palette.ACCENT,
    }  # fmt: skip
    values = {name: colours[theme] for name, colours in plain_colours.items()}
    values |= {f"k-{kind.id}": palette.kind_colour(kind, theme) for kind in (*palette.KINDS, palette.OTHER)}
    values |= {f"q-{kind}": fill[theme] for kind, fill in palette.QUOTE_FILL.items()}
    values |= {name: light if theme == "light" else dark for name, light, dark in map_colours()}
    return "".join(f"--{name}:{value};" for name, value in values.items())
