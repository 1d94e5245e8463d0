"""Columns of a printed page, by the positions at which its lines begin.

Some programs draw a page of two columns line by line across both, so that the sentences of one run into the other.
Where many lines begin at one place in the middle, each with another line to its left, there is a column.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_SAME_PLACE = 2.0  # points between the starts of lines of one column
_LEAST_ROWS = 5  # lines side by side that make a column and no accident
_SHARE = 0.3  # of the rows of several lines have one in the column: of three columns the last may be short
_WORDS = 4  # in a line of a column, half of the time; a table's entries have fewer
_LETTER = 0.45  # of the font's size: how wide a letter is at least, as a rule


@dataclass(frozen=True, slots=True)
class Piece:
    """Text drawn in one go: where it begins, from the left and from below, and the size of its letters."""

    x: float
    y: float
    size: float
    text: str


def column_lines(pieces: Sequence[Piece]) -> list[str] | None:
    """The lines of a page column by column, what spans several where it stands; None where there are no columns."""
    rows = _rows(pieces)
    starts = _column_starts(rows)
    if not starts:
        return None
    lines: list[str] = []
    columns: list[list[str]] = [[] for _ in range(len(starts) + 1)]
    for row in rows:
        if _spans(row, starts):
            lines += [line for column in columns for line in column]
            columns = [[] for _ in columns]
            lines.append(_joined(row))
            continue
        for number, column in enumerate(columns):
            if own := [piece for piece in row if _column(piece, starts) == number]:
                column.append(_joined(own))
    return lines + [line for column in columns for line in column]


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces of equal height, from the top of the page to its foot, each row from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.y, piece.x)):
        if rows and rows[-1][0].y - piece.y < piece.size / 2:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.x) for row in rows]


def _column_starts(rows: Sequence[Sequence[Piece]]) -> list[float]:
    """Where the second and each further column begins."""
    found = Counter(round(piece.x / _SAME_PLACE) for row in rows for piece in row[1:])
    lines = sum(len(row) > 1 for row in rows)
    starts: list[float] = []
    for place in sorted(found):
        if found[place - 1] + found[place] + found[place + 1] < max(_LEAST_ROWS, _SHARE * lines):
            continue  # most places: looking at every piece for each of them would take the square of their number
        near = [piece for row in rows for piece in row[1:] if abs(piece.x - place * _SAME_PLACE) <= _SAME_PLACE]
        prose = sum(len(piece.text.split()) >= _WORDS for piece in near)
        enough = len(near) >= max(_LEAST_ROWS, _SHARE * lines) and prose >= len(near) / 2
        start = min((piece.x for piece in near), default=0.0)
        if enough and not (starts and start - starts[-1] <= 2 * _SAME_PLACE):
            starts.append(start)
    return starts


def _column(piece: Piece, starts: Sequence[float]) -> int:
    return sum(piece.x >= start - _SAME_PLACE for start in starts)


def _spans(row: Sequence[Piece], starts: Sequence[float]) -> bool:
    """Whether a row is one line over several columns, as a headline is."""
    first = row[0]
    beyond = [start for start in starts if start > first.x]
    if not beyond or any(abs(piece.x - start) <= _SAME_PLACE for piece in row for start in beyond):
        return False
    end = max(piece.x + len(piece.text) * piece.size * _LETTER for piece in row)
    return end > beyond[0] + first.size


def _joined(pieces: Sequence[Piece]) -> str:
    return " ".join(" ".join(piece.text for piece in pieces).split())
