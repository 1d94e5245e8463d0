"""Words a reader looks for → a pattern: any case, any accent, any run of white space between them.

And what such a pattern asks of the words that are written beside a part of a folder.
"""

import re
from dataclasses import dataclass

from pipeline.lexicon.accents import without_accents
from pipeline.write.search_words import PLAIN, STROKES, variants

_MARKS = {"'": "['’‘ʼ]", "’": "['’‘ʼ]", "‘": "['’‘ʼ]", '"': '["“”„«»]', "“": '["“”„«»]', "”": '["“”„«»]'}
_WITHOUT = str.maketrans({sign: letter for letter, signs in STROKES.items() for sign in signs})
_DASHES = "-‐‑–—"
_RUN = re.compile("[a-z0-9]+")


def pattern_of(words: str) -> str:
    """An expression for RE2 that holds no more than what stands in words: every sign is itself or its variants."""
    return "(?i)" + r"\s+".join("".join(_sign(sign) for sign in word) for word in _base(words).split())


def plain_pattern_of(words: str) -> str:
    """The same for a text without accents, which RE2 tells six times as fast: it seeks the first letters of a match.

    It would not with a class of more than a letter and its capital, and of k and s there are three forms: (?i)k is
    the sign for kelvin as well.
    """
    return r"\s+".join("".join(_plain_sign(sign) for sign in word) for word in _base(words).split())


def _plain_sign(sign: str) -> str:
    if sign in PLAIN:
        return f"[{sign}{sign.upper()}]" if sign.isalpha() else sign
    return f"(?i:{_sign(sign)})"


def _base(words: str) -> str:
    """Without accents, in small letters."""
    return without_accents(words).translate(_WITHOUT).casefold()


def _sign(sign: str) -> str:
    if sign in PLAIN:
        return f"[{sign}{variants()[sign]}]" if sign in variants() else sign
    if sign in _DASHES:
        return f"[{_DASHES[1:]}-]"
    return _MARKS.get(sign) or (sign if sign.isalnum() else rf"\x{{{ord(sign):x}}}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that a matching text has within one of its words; at the word's start, at its end, or anywhere in it."""

    letters: str
    starts: bool
    ends: bool


def pieces_of(words: str) -> tuple[tuple[Piece, ...], bool]:
    """What every text that matches has in its words, and whether every text that has it matches.

    >>> pieces_of("Prime minister")
    ((Piece(letters='prime', starts=False, ends=True), Piece(letters='minister', starts=True, ends=False)), False)
    """
    line = " ".join(_base(words).split())
    pieces = tuple(
        Piece(run[0], _parts(line[: run.start()][-1:]), _parts(line[run.end() :][:1])) for run in _RUN.finditer(line)
    )
    return pieces, len(pieces) == 1 and pieces[0].letters == line


def _parts(sign: str) -> bool:
    """Whether a sign is certainly no part of a word; a letter of another alphabet is left open."""
    return bool(sign) and not sign.isalnum()
