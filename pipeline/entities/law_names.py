"""Laws and treaties whose name ends or begins with the word for them: the Finance Bill, the Treaty of Lisbon."""

from collections.abc import Iterator

from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import names

_LAST = frozenset(("Act", "Accord", "Accords", "Agreement", "Amendment", "Bill", "Protocol"))
_FIRST = frozenset(("Convention", "Declaration", "Peace", "Protocol", "Treaty"))
_BEFORE = frozenset(("the", "The", "this", "its", "a", "new", "draft", "controversial", "proposed"))
_LONGEST = 6  # words


def law_spans(words: Words) -> Iterator[Span]:
    """The whole names of bills, acts and treaties behind an article."""
    if words.forms.isdisjoint(_LAST | _FIRST):
        return
    for i, word in enumerate(words.text):
        if word in _LAST:
            start = i
            while start and i - start < _LONGEST and _in_name(words, start - 1, i):
                start -= 1
            if start < i and words.text[start] in _BEFORE:
                start += 1
            named = start and words.text[start - 1] in _BEFORE and i + 1 - start > 1
            if named and not names.given_name(words.text[start]) and not _goes_on(words, i + 1):
                yield Span(start, i + 1, "LAW", "list")
        elif word in _FIRST and words.text[i + 1 : i + 2] == ["of"] and i and words.text[i - 1] in _BEFORE:
            end = i + 2
            while end < len(words) and end - i < _LONGEST and words.text[end][0].isupper() and words.together(i, end):
                end += 1
            if end > i + 2:
                yield Span(i, end, "LAW", "list")


def _in_name(words: Words, i: int, last: int) -> bool:
    """Whether token i is a word of the law's name: a capitalised one, or "and" or "of" between two of them."""
    word = words.text[i]
    plain = word[0].isupper() and word.isalpha() and not names.title(word) and words.together(i, last)
    if word in ("(", ")"):
        return words.together(i, last)  # the Unlawful Activities (Prevention) Act
    small = word in ("and", "of", "on", "for") and i > 0 and words.text[i - 1][0].isupper() and words.together(i, last)
    return (plain and word != "The") or small


def _goes_on(words: Words, i: int) -> bool:
    return i < len(words) and words.text[i][0].isupper() and words.text[i].isalpha() and not words.opens[i]
