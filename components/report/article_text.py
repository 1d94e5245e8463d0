"""The article's text in the report, with highlights and link targets for sentences and quotes. No Streamlit."""

import re
from collections.abc import Iterator
from itertools import groupby

from components.formatting import QUOTE_KINDS
from components.html.highlight import Mark, Piece, mention_marks, pieces, quote_marks, to_html
from components.html.passages import flowing
from components.palette import KINDS, OTHER, kind_of
from components.report.html import plain
from pipeline.model import Analysis

_PARAGRAPH = re.compile(r"\S(?:.|\n(?![ \t\r]*\n))*")
_STRUCTURE = ""  # the css of marks that divide the text and do not show

Placed = tuple[int, Piece]


def article_html(analysis: Analysis) -> str:
    """The text as HTML paragraphs; each sets its own writing direction, so that no character reverses the next one."""
    text = analysis.article.text
    words = flowing(text, (0, len(text)), analysis.sentences)
    marks = [*quote_marks(analysis), *mention_marks(analysis)]
    marks += [Mark(a, b, _STRUCTURE, key=f"s{n}") for n, (a, b) in enumerate(analysis.sentences, 1)]
    marks += [Mark(*match.span(), _STRUCTURE, key=f"p{n}") for n, match in enumerate(_PARAGRAPH.finditer(text))]
    seen: set[str] = set()
    numbers = _numbers(analysis)
    found = []
    for paragraph, group in groupby(_placed(words, marks), key=lambda item: _key(item[1], "p")):
        body = "".join(_sentences(list(group), numbers, seen))
        if paragraph:
            found.append(f'<p dir="auto">{body}</p>')
    return f'<div class="article">{"".join(found)}</div>'


def article_legend(analysis: Analysis) -> str:
    """The legend: name colours and quote underlines that occur in this article."""
    kinds = {kind_of(entity.label).id for entity in analysis.entities}
    names = [kind for kind in (*KINDS, OTHER) if kind.id in kinds]
    items = [f'<li><i class="k-{kind.id}"></i>{plain(kind.plural)}</li>' for kind in names]
    said = {quote.kind for quote in analysis.quotes}
    items += [f'<li><span class="q q-{k}">{words} quote</span></li>' for k, words in QUOTE_KINDS.items() if k in said]
    return f'<ul class="legend">{"".join(items)}</ul>' if items else ""


def quote_id(number: int) -> str:
    """The HTML id of a quote in the text; its row in the table has this id with ``row-`` before it."""
    return f"quote-{number}"


def _placed(text: str, marks: list[Mark]) -> Iterator[Placed]:
    start = 0
    for piece in pieces(text, 0, len(text), marks):
        yield start, piece
        start += len(piece.text)


def _numbers(analysis: Analysis) -> dict[int, list[int]]:
    """Offset → numbers of the quotes that start there."""
    found: dict[int, list[int]] = {}
    for number, quote in enumerate(analysis.quotes, 1):
        found.setdefault(quote.start, []).append(number)
    return found


def _sentences(group: list[Placed], numbers: dict[int, list[int]], seen: set[str]) -> Iterator[str]:
    for key, inside in groupby(group, key=lambda item: _key(item[1], "s")):
        body = "".join(_numbered(start, piece, numbers) for start, piece in inside)
        name = f' id="{key}"' if key and key not in seen else ""
        seen.add(key)
        yield f"<span{name}>{body}</span>" if name else body


def _numbered(start: int, piece: Piece, numbers: dict[int, list[int]]) -> str:
    """The piece; where a quote starts, its number before it, linked to its row."""
    shown = Piece(piece.text, tuple(mark for mark in piece.marks if mark.css))
    notes = "".join(
        f'<a class="n" id="{quote_id(n)}" href="#row-{quote_id(n)}" title="Quote {n} in the table">{n}</a>'
        for n in numbers.get(start, ())
    )
    return notes + to_html([shown])


def _key(piece: Piece, letter: str) -> str:
    return next((mark.key for mark in piece.marks if not mark.css and mark.key[0] == letter), "")
