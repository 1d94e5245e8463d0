"""Whether a text is English, told by its function words."""

import re

from spacy.lang.en.stop_words import STOP_WORDS

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 2000  # words looked at; the share settles long before
_TOO_SHORT = 20  # fewer words (a headline, a table) tell nothing
# English news lies between .36 and .55, its tables and lists of names above .2; German, Dutch and
# French, which share "in", "was" or "a", stay below .15 (tests/test_language.py).
_ENGLISH = 0.2


def looks_english(text: str) -> bool:
    """False only where the words are enough to tell and too few of them are English."""
    words = [*map(str.lower, _WORD.findall(text[: _SAMPLE * 12])[:_SAMPLE])]
    if not words:
        return not any(character.isalpha() for character in text)
    if len(words) < _TOO_SHORT and " ".join(words).isascii():
        return True
    known: int = sum(map(STOP_WORDS.__contains__, words))
    return known / len(words) >= _ENGLISH
