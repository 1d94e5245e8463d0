"""Cells that a spreadsheet would run as a formula are made harmless, and can be read back exactly.

The rule (OWASP's, wide signs included): a text cell whose first character, after any blanks, quotation
marks and apostrophes, is one of = + - @, or that begins with a tab or a line end, gets one apostrophe in
front. A cell that already begins with an apostrophe and falls under the rule gets another one, so taking
away exactly one from every cell under the rule restores what was there. Numbers are never touched.
"""

import re

GUARD = "'"
# Possessive: each apostrophe is read once, so a cell of a million of them costs a million steps.
_RUNNABLE = re.compile(
    r"'*+(?:[\t\r\n\v\f]|[\s\0\u200b-\u200f\u2060\ufeff'\"‘’“”`]*+[=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66])"
)


def neutralise(cell: str) -> str:
    """The cell as a spreadsheet may safely open it."""
    return GUARD + cell if _RUNNABLE.match(cell) else cell


def restore_cell(cell: str) -> str:
    """What neutralise was given."""
    return cell[1:] if cell.startswith(GUARD) and _RUNNABLE.match(cell) else cell
