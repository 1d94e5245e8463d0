"""Words a reader looks for → a pattern: any case, any accent, any run of white space between them."""

import unicodedata
from functools import cache

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_MARKS = {"'": "['’‘ʼ]", "’": "['’‘ʼ]", "‘": "['’‘ʼ]", '"': '["“”„«»]', "“": '["“”„«»]', "”": '["“”„«»]'}
_STROKES = {"l": "łŁ", "o": "øØ", "d": "đĐ"}  # letters that Unicode does not take apart
_WITHOUT = str.maketrans({sign: letter for letter, signs in _STROKES.items() for sign in signs})
_DASHES = "-‐‑–—"


def pattern_of(words: str) -> str:
    """An expression for RE2 that holds no more than what stands in words: every sign is itself or its variants."""
    return "(?i)" + r"\s+".join("".join(_sign(sign) for sign in word) for word in _base(words).split())


def _base(words: str) -> str:
    """Without accents, in small letters."""
    apart = unicodedata.normalize("NFKD", words).translate(_WITHOUT)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()


def _sign(sign: str) -> str:
    if sign in _PLAIN:
        return f"[{sign}{_variants()[sign]}]" if sign in _variants() else sign
    if sign in _DASHES:
        return f"[{_DASHES[1:]}-]"
    return _MARKS.get(sign) or (sign if sign.isalnum() else rf"\x{{{ord(sign):x}}}")


@cache
def _variants() -> dict[str, str]:
    """Each plain letter → the small Latin letters that carry it under an accent."""
    found = {letter: signs[0] for letter, signs in _STROKES.items()}
    for number in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base, *accents = list(unicodedata.normalize("NFKD", chr(number)))
        if base in _PLAIN and accents and all(map(unicodedata.combining, accents)):
            found[base] = found.get(base, "") + chr(number)
    return found
