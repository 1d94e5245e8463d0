"""The words of the texts of one part, each with the articles that hold it: a search looks into these first.

A word is a run of Latin letters and digits, written here in small letters without accents. The same table of letters
makes the pattern by which texts themselves are searched, so that both find the same.
"""

import re
import unicodedata
from functools import cache

PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
STROKES = {"l": "łŁ", "o": "øØ", "d": "đĐ"}  # letters that Unicode does not take apart
FOLDER = "words"  # beside the folders of the tables
ACCENT = "´"  # before a word: the articles that hold it with an accent; alone, without articles: that accents are told
OF_ARTICLES = b"dateline.articles"  # metadata: the SHA-256, in hexadecimal, of the file of articles it was made from
_RUNS = re.compile("[a-z0-9]+")


@cache
def variants() -> dict[str, str]:
    """Each plain letter → the Latin letters that carry it under an accent, most of them small ones."""
    found = {letter: signs[0] for letter, signs in STROKES.items()}
    for number in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        # Asked the other way round than lexicon/accents.py, which takes marks off: which letters carry one?
        base, *accents = list(unicodedata.normalize("NFKD", chr(number)))
        if base in PLAIN and accents and all(map(unicodedata.combining, accents)):
            found[base] = found.get(base, "") + chr(number)
    return found


@cache
def _folding() -> dict[int, str]:
    """Every character that counts as a plain letter, whatever its case and accent → that letter."""
    small = {sign: letter for letter, signs in variants().items() for sign in signs} | {sign: sign for sign in PLAIN}
    found = {ord(sign): letter for sign, letter in small.items()} | {0x17F: "s"}  # ſ, which has no small form
    for number in range(0x41, 0x2C00):
        if (letter := small.get(chr(number).lower())) is not None:
            found.setdefault(number, letter)
    return found


@cache
def _accented() -> re.Pattern[str]:
    return re.compile(f"[{''.join(chr(number) for number in _folding() if number > 0x7F)}]")


def words_of(text: str) -> set[str]:
    """Every word once, in small letters without accents; one that is written with an accent also behind ACCENT.

    An accent is any letter that is neither plain nor the capital of a plain one.

    >>> sorted(words_of("O’Brien’s cafés: the café."))
    ['brien', 'cafe', 'cafes', 'o', 's', 'the', '´cafe', '´cafes']
    """
    folded = text.translate(_folding())
    if text.isascii() or not _accented().search(text):
        return set(_RUNS.findall(folded))
    runs = list(_RUNS.finditer(folded))
    return {run[0] for run in runs} | {ACCENT + run[0] for run in runs if not text[slice(*run.span())].isascii()}
