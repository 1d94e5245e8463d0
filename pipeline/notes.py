"""What could not be done, said once each, in words a reader can use.

Whether a text is English, told by its function words.
"""

import re
from collections.abc import Sequence

from spacy.lang.en.stop_words import STOP_WORDS

from pipeline.model import Article, DateRef, Note, Place, Quote

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 2000  # words looked at; the share settles long before
_TOO_SHORT = 20  # fewer words (a headline, a table) tell nothing
# English news lies between .36 and .55, its tables and lists of names above .2; German, Dutch and
# French, which share "in", "was" or "a", stay below .15 (tests/test_language.py).
_ENGLISH = 0.2
_SHORT = 60  # words of a text that names may fill
_ENGLISH_SMALL = 0.34  # of its words without a capital; German stays below .25, as its "in", "so" and "am" count


def looks_english(text: str) -> bool:
    """False only where the words are enough to tell and too few of them are English."""
    written = _WORD.findall(text[: _SAMPLE * 12])[:_SAMPLE]
    words = [*map(str.lower, written)]
    if not words:
        return not any(character.isalpha() for character in text)
    if len(words) < _TOO_SHORT and " ".join(words).isascii():
        return True
    known: int = sum(map(STOP_WORDS.__contains__, words))
    return known / len(words) >= _ENGLISH or (len(words) < _SHORT and _is_english_beside_names(written))


def _is_english_beside_names(written: Sequence[str]) -> bool:
    """Whether the words without a capital are English: a short text may be half foreign names."""
    small = [word for word in written if word.islower()]
    known: int = sum(map(STOP_WORDS.__contains__, small))
    return bool(small) and known / len(small) >= _ENGLISH_SMALL


def write_notes(
    article: Article, *, quotes: Sequence[Quote], places: Sequence[Place], dates: Sequence[DateRef]
) -> tuple[Note, ...]:
    """The notes of one article, in the order a reader meets their subjects on the page."""
    messages = {
        "language": _language(article.text),
        "dates": _dates(article, dates),
        "quotes": _quotes(quotes),
        "places": _places(places),
    }
    return tuple(Note(step, message) for step, message in messages.items() if message)


def _language(text: str) -> str | None:
    if looks_english(text):
        return None
    return "This text does not look like English. Dateline reads English: take what it found here with care."


def _dates(article: Article, dates: Sequence[DateRef]) -> str | None:
    open_ones = [ref for ref in dates if ref.value is None]
    if article.published or not open_ones:
        return None
    count = _count(len(open_ones), "date expression")
    return f"No publication date is known, so {count} (such as “{open_ones[0].text}”) could not be put on the calendar."


def _quotes(quotes: Sequence[Quote]) -> str | None:
    nameless = sum(quote.speaker_text is None for quote in quotes)
    return f"{_count(nameless, 'quote')} of {len(quotes)} could not be attributed to a speaker." if nameless else None


def _places(places: Sequence[Place]) -> str | None:
    names = list(dict.fromkeys(place.text for place in places if place.lat is None))
    if not names:
        return None
    shown = ", ".join(f"“{name}”" for name in names[:3]) + (" and others" if len(names) > 3 else "")
    return f"{_count(len(names), 'place name')} could not be put on the map for sure: {shown}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
