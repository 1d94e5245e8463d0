"""Tables that lay out a page: one cell holds the article, short cells beside it hold menus and labels."""

import re
from collections.abc import Sequence

ARTICLE_CELL = 120  # characters of a cell of several paragraphs above which it is no entry of a table
_PARAGRAPHS = 3  # that the article's cell has at least
_WORDS = 3  # of a paragraph that is an entry of a menu; headlines have more
_SHOWN = 8  # entries that a note names
_SAYS_SOMETHING = re.compile(r"\d|[.!?…\"“”„«»‘]|\A(?:by|from|photo)\b", re.I)  # days, sentences, quotations, bylines

Cell = Sequence[str]  # its paragraphs


def side_cells(rows: Sequence[Sequence[Cell]]) -> set[tuple[int, int]]:
    """Row and column of the cells beside the article's; none in a table of entries.

    Such a table has several long cells, or several rows in which a label stands beside what it says.
    """
    long = [(r, c) for r, row in enumerate(rows) for c, cell in enumerate(row) if sum(map(len, cell)) > ARTICLE_CELL]
    if len(long) != 1 or len(rows[long[0][0]][long[0][1]]) < _PARAGRAPHS:
        return set()
    r, article = long[0]
    if any(sum(map(bool, row)) > 1 for n, row in enumerate(rows) if n != r):
        return set()
    return {(r, c) for c, cell in enumerate(rows[r]) if c != article and cell and all(map(_is_entry, cell))}


def left_out(cells: Sequence[Cell]) -> tuple[str, ...]:
    """A note on the words of cells that were left out."""
    words = [words for cell in cells for words in cell]
    if not words:
        return ()
    more = ", …" if len(words) > _SHOWN else ""
    return (f"Short cells beside the article were left out: {', '.join(words[:_SHOWN])}{more}.",)


def _is_entry(paragraph: str) -> bool:
    return len(paragraph.split()) <= _WORDS and not _SAYS_SOMETHING.search(paragraph)
