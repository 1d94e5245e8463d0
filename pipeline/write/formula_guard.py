"""Cells that a spreadsheet would run as a formula are made harmless, and can be read back exactly.

The rule (OWASP's, wide signs included): a text cell whose first character, after any blanks, quotation
marks and apostrophes, is one of = + - @, or that begins with a tab or a line end, gets one apostrophe in
front. So does what stands behind a semicolon, a tab or a line end inside the cell: where the list separator
is not a comma (as in a German or French Excel) it becomes a cell of its own, whatever quotation marks the
file has. The rule holds with the apostrophe as without it, so taking one away from every place where it
holds restores what was there. Numbers are never touched.
"""

import re

GUARD = "'"
_RUNS = r"[=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66]"
_UNSEEN = r"\0\u200b-\u200f\u2060\ufeff'\"‘’“”`"
# Possessive: each apostrophe is read once, so a cell of a million of them costs a million steps.
_RUNNABLE = re.compile(rf"'*+(?:[\t\r\n\v\f]|[\s{_UNSEEN}]*+{_RUNS})")
_INSIDE = rf"(?=(?>(?:[^\S\t\r\n]|[{_UNSEEN}])*){_RUNS})"
_SEPARATED = re.compile(rf"[;\t\r\n]{_INSIDE}")
_GUARDED = re.compile(rf"([;\t\r\n])'{_INSIDE}")


def escape_formula(cell: str) -> str:
    """The cell as a spreadsheet may safely open it."""
    inside = _SEPARATED.sub(lambda found: found[0] + GUARD, cell)
    return GUARD + inside if begins_formula(cell) else inside


def begins_formula(cell: str) -> bool:
    """Whether a spreadsheet would run the cell where nothing splits it, as in a workbook."""
    return _RUNNABLE.match(cell) is not None


def restore_cell(cell: str) -> str:
    """What escape_formula was given."""
    whole = cell[1:] if cell.startswith(GUARD) and begins_formula(cell) else cell
    return _GUARDED.sub(r"\1", whole)
