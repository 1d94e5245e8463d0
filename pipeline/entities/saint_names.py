"""Places and bodies that bear a saint's name: St Paul's Cathedral, St. Mary's Primary School, St Thomas' Hospital."""

from collections.abc import Iterator

from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import names

_SAINTS = frozenset(("St", "St.", "Saint", "Sts", "SS"))
_OWNS = frozenset(("'s", "’s", "'", "’"))
_LONGEST = 4  # words of what the saint has
_KINDS = {"SITE": "FAC", "FAC": "FAC", "LOC": "LOC", "GPE": "GPE"}


def saint_spans(words: Words) -> Iterator[Span]:
    """The whole name at each place where a saint owns a church, a school, a square or the like."""
    if words.forms.isdisjoint(_SAINTS):
        return
    for i in [i for i, word in enumerate(words.text[:-3]) if word in _SAINTS]:
        owner = i + 1 + (words.text[i + 1] == "." and words.joined(i + 1))
        end = owner + 2
        if owner + 1 >= len(words) or words.text[owner + 1] not in _OWNS or not words.text[owner][0].isupper():
            continue
        while end < len(words) and end - owner - 2 < _LONGEST and _goes_on(words, i, end):
            end += 1
        kind = "FAC" if words.text[end - 1] == "Church" else names.heads().get(words.text[end - 1])
        if kind in ("ORG", *_KINDS) and end > owner + 2:
            yield Span(i, end, _KINDS.get(kind, "ORG"), "list")


def _goes_on(words: Words, start: int, i: int) -> bool:
    word = words.text[i]
    return words.together(i, start) and word[0].isupper() and word.isalpha() and not names.title(word)
