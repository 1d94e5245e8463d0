"""Spellings of one name made alike: marks, accents, articles, doubled and transcribed letters."""

import re
from functools import lru_cache

from pipeline.lexicon.accents import without_accents

_NOT_LETTERS = re.compile(r"[^\w\s&+-]|_")
_ARTICLE = re.compile(r"(?:^|(?<=[\s-]))(?:al|el|as|ash|an|ar|ad|at)-", re.IGNORECASE)
# Two ways to write one sound in names out of other scripts; applied to words of four letters and more.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ou", "u"), (r"oo", "u"), (r"ee", "i"), (r"iy|yy|ij|ii|y", "i"), (r"q|kh|ck", "k"), (r"dh", "d"),
        (r"ph", "f"), (r"w", "v"), (r"(.)\1", r"\1"), (r"ts?ch|tsh|ch", "c"), (r"sch", "sh"), (r"e(?=[dmnr])", "a"),
    )
)  # fmt: skip
_SHORTEST = 4


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower case without accents, dots, apostrophes; "the" left out."""
    plain = without_accents(text.replace("ø", "o").replace("ł", "l").replace("Ø", "O").replace("Ł", "L")).casefold()
    return " ".join(_NOT_LETTERS.sub("", plain.removeprefix("the ")).split())


@lru_cache(maxsize=20_000)
def sound(text: str) -> str:
    """What spellings of one foreign name have in common: Yunis, Younis; Zelensky, Zelenskyy; al-Sisi, Sisi."""
    folded = _ARTICLE.sub("", fold(text))
    return " ".join(_sound_of(word) for word in folded.replace("-", " ").split() if word not in ("al", "el"))


def _sound_of(word: str) -> str:
    if len(word) < _SHORTEST:
        return word
    for pattern, letter in _SOUNDS:
        word = pattern.sub(letter, word)
    return word
