"""One key for all spellings of a name: case, accents, hyphens, dots and apostrophes do not matter."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ə": "a", "ŋ": "n"}
)
_SILENT = re.compile(r"['’‘ʻʼʿʾ`´ʹ.\u00ad\u200c\u200d]")
_GAPS = re.compile(r"[\s\-‐‑‒–—/,_]+")
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "point", "&": "and"}
_ARTICLES = frozenset(
    ("al", "el", "ad", "adh", "an", "ar", "as", "ash", "at", "az", "ul", "ed", "en", "er", "es", "et", "ez")
)
# The marks of Latin letters alone, unlike lexicon/accents.py: a few of GeoNames' names bear marks of Arabic, and the
# keys of an index in a user's cache keep them. To change it is to raise SCHEMA_VERSION in build.py.
_MARKS = re.compile(r"[\u0300-\u036f]")


def without_latin_accents(name: str) -> str:
    """The name without accents and other marks on its Latin letters, case kept: Rafah for Rafaḩ."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", name))


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """The key of a name; empty where nothing of a name is left."""
    if not name.isascii():
        name = name.encode("utf-8", "replace").decode()  # half a surrogate pair is no letter, and SQLite refuses it
        name = without_latin_accents(name).casefold().translate(_LETTERS)
    words = _GAPS.sub(" ", _SILENT.sub("", name.casefold())).split()
    return " ".join(_SHORT.get(word, word) for word in words)


def variants(folded: str) -> tuple[str, ...]:
    """Other keys to try, likeliest first, where a key finds nothing: Arabic article, English article, city."""
    first, _, rest = folded.partition(" ")
    if not rest:
        return (f"al {folded}", f"el {folded}")
    if first == "the":
        return (rest,)
    if first in _ARTICLES:
        return (f"al {rest}", rest, f"el {rest}", f"ash {rest}", f"as {rest}", f"ar {rest}", f"an {rest}")
    return ()
