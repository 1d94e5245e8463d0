"""What the peers need done to a text first, and the way back to the offsets of the article."""

import re
from collections.abc import Iterator
from typing import Any

Row = dict[str, Any]  # an article: id, text, published
Record = dict[str, Any]  # what was found in it, as our own records have it
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})
_LINE = re.compile(r"[^\n]*\S[^\n]*")


def straight(text: str) -> str:
    """The text with straight marks, of the same length."""
    return text.translate(_STRAIGHT).replace("''", '" ').replace("``", ' "')


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """(start, line) of every line that is not empty."""
    for line in _LINE.finditer(text):
        yield line.start(), line.group()


def fact(text: str, start: int, end: int, **more: object) -> Record:
    """A found span with what is known of it."""
    return {"start": start, "end": end, "text": text[start:end], **more}


def stretches(text: str, words: list[str]) -> Iterator[tuple[int, int]]:
    """Where the words stand that a finder gives without offsets, in their order; lost ones are passed over."""
    at = 0
    for word in words:
        start = text.find(word, at)
        if start >= 0:
            at = start + len(word)
            yield start, at
