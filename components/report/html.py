"""Building blocks of the report's HTML: escaped text, tables, sections. All text of an article is escaped here."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.svg import printable
from components.formatting import one_line

LINKS = 12  # sentences linked from one row
_LONG = re.compile(r"\S{16}(?=\S)")  # may be broken, so that no web address makes a column wider than the paper


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading; css: one of ``wide``, ``number``, ``day`` or nothing."""

    name: str
    css: str = ""


def words(text: str | None) -> str:
    """Text of an article, escaped, in an element that sets its own writing direction."""
    if not text:
        return ""
    pieces = _LONG.sub(lambda match: match[0] + "\n", printable(one_line(text))).split("\n")
    return f"<bdi>{'<wbr>'.join(map(html.escape, pieces))}</bdi>"


def plain(text: str) -> str:
    """Text of the program, escaped."""
    return html.escape(text)


def corrected(cell: str, edited: bool) -> str:
    """The cell, with a mark if a reader has corrected the row."""
    return f'{cell} <span class="edited">corrected</span>' if edited else cell


def doubt(text: str) -> str:
    """Words for a fact that the article does not tell, in another style."""
    return f'<span class="doubt">{html.escape(text)}</span>'


def links(numbers: Sequence[int]) -> str:
    """Links to sentences of the article; their numbers start at 1."""
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
    """A section of the report with its heading."""
    return f'<section id="{id}" aria-labelledby="{id}-h"><h2 id="{id}-h">{plain(name)}</h2>{body}</section>'


def sentence(text: str) -> str:
    """A sentence in the muted style, also in place of an empty chart."""
    return f'<p class="hint">{plain(text)}</p>'


def both(wide: str, narrow: str, *, caption: str = "") -> str:
    """One chart drawn twice, for a wide and for a narrow screen; the style sheet shows one."""
    below = f"<figcaption>{words(caption)}</figcaption>" if caption else ""
    return f'<figure><div class="wide">{wide}</div><div class="narrow">{narrow}</div>{below}</figure>'
