"""The place of a dateline: "CAIRO - 26 July", "OSLO, Norway 1996-12-06", "SKIVE, Denmark (AP) --"."""

from collections.abc import Iterator
from itertools import groupby

from pipeline.entities import lexicon
from pipeline.entities.spans import Span
from pipeline.entities.words import Words

_ENDS = frozenset(("-", "--", "---", "–", "—", ":", "(", "/"))
_REACH = 7  # tokens from the start of a paragraph within which a dateline ends
_SHORTEST = 3
_VOWELS = frozenset("AEIOUY")
_INNER = frozenset(("de", "la", "le", "el", "al", "do", "du"))


def dateline_spans(words: Words, text: str) -> list[Span]:
    """The places in paragraphs that are a dateline, and in those that begin with one in capitals."""
    found: list[Span] = []
    for first, last in _paragraphs(words):
        kind = words.kind(first)
        if kind == "dateline":
            found += _places(words, first, last)
        elif kind == "body" and _is_loud(words, text, first):
            end = next((i for i in range(first, min(first + _REACH, last)) if words.text[i] in _ENDS), first)
            found += _places(words, first, end)
    return found


def _paragraphs(words: Words) -> Iterator[tuple[int, int]]:
    """First token of each paragraph and the one after its last."""
    first = 0
    for _, tokens in groupby(words.block):
        last = first + sum(1 for _ in tokens)
        yield first, last
        first = last


def _is_loud(words: Words, text: str, i: int) -> bool:
    """Whether the paragraph's first word is in capitals in the article itself, and no acronym."""
    word = text[words.start[i] : words.end[i]]
    written = word.isupper() and word.isalpha() and words.text[i] != word  # the copy has it in normal case
    return written and len(word) > _SHORTEST and not _VOWELS.isdisjoint(word)


def _places(words: Words, first: int, last: int) -> Iterator[Span]:
    start = -1
    for i in range(first, last + 1):
        inside = i < last and _is_place_word(words, i)
        if inside and start < 0:
            start = i if words.text[i][0].isupper() else -1
        elif not inside and start >= 0:
            yield Span(start, i, "GPE", "dateline")
            start = -1


def _is_place_word(words: Words, i: int) -> bool:
    word = words.text[i]
    if word in _INNER or (word in (".", "-", "'") and words.joined(i)):
        return True
    return word[0].isupper() and not lexicon.calendar(word)
