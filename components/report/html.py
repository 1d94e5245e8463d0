"""Small pieces of the report's HTML: escaped words, tables, sections. Every text of an article passes here."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.svg import printable
from components.formatting import one_line

LINKS = 12  # sentences linked from one row
_LONG = re.compile(r"\S{16}(?=\S)")  # an address, say: may be broken, so that no column grows wider than the paper


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading; css: one of ``wide``, ``number``, ``day`` or nothing."""

    name: str
    css: str = ""


def words(text: str | None) -> str:
    """Text of an article, escaped, in a direction of its own."""
    if not text:
        return ""
    pieces = _LONG.sub(lambda match: match[0] + "\n", printable(one_line(text))).split("\n")
    return f"<bdi>{'<wbr>'.join(map(html.escape, pieces))}</bdi>"


def plain(text: str) -> str:
    """Text of ours, escaped."""
    return html.escape(text)


def corrected(cell: str, edited: bool) -> str:
    """The cell, marked where a reader has corrected the row."""
    return f'{cell} <span class="edited">corrected</span>' if edited else cell


def doubt(text: str) -> str:
    """What the article does not tell, set apart from facts."""
    return f'<span class="doubt">{html.escape(text)}</span>'


def links(numbers: Sequence[int]) -> str:
    """Links to sentences of the article, counted from 1 as a reader does."""
    shown = list(dict.fromkeys(numbers))
    found = ", ".join(f'<a href="#s{n + 1}">{n + 1}</a>' for n in shown[:LINKS])
    return found + (f" and {len(shown) - LINKS} more" if len(shown) > LINKS else "")


def table(caption: str, columns: Sequence[Column], rows: Sequence[Sequence[str]], *, ids: Sequence[str] = ()) -> str:
    """A table whose rows become small cards on a phone; cells are HTML, their first is the row's heading.

    The roles are said aloud because some browsers forget them where a style sheet lays the cells out anew.
    """
    head = "".join(f'<th scope="col" role="columnheader"{_css(column)}>{plain(column.name)}</th>' for column in columns)
    names = [f' id="{id}"' for id in ids] or [""] * len(rows)
    body = "".join(f'<tr role="row"{name}>{_row(columns, row)}</tr>' for name, row in zip(names, rows, strict=True))
    return (
        f'<table role="table"><caption>{plain(caption)}</caption><thead role="rowgroup"><tr role="row">{head}</tr>'
        f'</thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def _row(columns: Sequence[Column], row: Sequence[str]) -> str:
    cells = []
    for n, (column, cell) in enumerate(zip(columns, row, strict=True)):
        tag, more = ("td", 'role="cell"') if n else ("th", 'scope="row" role="rowheader"')
        cells.append(f'<{tag} {more} data-name="{plain(column.name)}"{_css(column)}>{cell}</{tag}>')
    return "".join(cells)


def _css(column: Column) -> str:
    return f' class="{column.css}"' if column.css else ""


def section(id: str, name: str, body: str) -> str:
    """A part of the report, named by its heading."""
    return f'<section id="{id}" aria-labelledby="{id}-h"><h2 id="{id}-h">{plain(name)}</h2>{body}</section>'


def sentence(text: str) -> str:
    """A quiet sentence of ours; also what stands where a chart would be empty."""
    return f'<p class="hint">{plain(text)}</p>'


def both(wide: str, narrow: str, *, caption: str = "") -> str:
    """Two drawings of one chart: for a page, and for a phone."""
    below = f"<figcaption>{words(caption)}</figcaption>" if caption else ""
    return f'<figure><div class="wide">{wide}</div><div class="narrow">{narrow}</div>{below}</figure>'
