"""Listed names of several words wherever they stand whole, as where the model sees a part: "[Islamic] State".

And the listed acronyms of such names that are common words, where the article has the name too: IS.
"""

from collections import defaultdict
from functools import cache

from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import names, tables

_SMALL = frozenset(("and", "for", "of", "the"))
_SHORTEST = 2  # letters of an acronym


def listed_spans(words: Words) -> list[Span]:
    """The listed names of several words, but for those that are a part of a longer one."""
    found: list[Span] = []
    free = 0
    inside = {i for start, end, _ in words.ents for i in range(start + 1, end)}
    for i in [i for i, word in enumerate(words.text) if word in _by_first_word()]:
        end = next((i + len(rest) + 1 for rest in _by_first_word()[words.text[i]] if _stands(words, i, rest)), 0)
        if end and i >= free and i not in inside and not _is_part(words, i, end):
            found.append(Span(i, end, names.known()[" ".join(words.text[i:end])], "list"))
            free = end
    return found


@cache
def _by_first_word() -> dict[str, list[list[str]]]:
    """First word → the further words of each listed name that begins with it, longest first."""
    found: defaultdict[str, list[list[str]]] = defaultdict(list)
    for name, label in names.known().items():
        first, *rest = name.split()
        if (
            rest
            and label != "X"
            and first != "The"
            and all(word in _SMALL or (word.isalnum() and not word.islower()) for word in rest)
        ):
            found[first].append(rest)
    return {first: sorted(group, key=len, reverse=True) for first, group in found.items()}


def _stands(words: Words, i: int, rest: list[str]) -> bool:
    end = i + len(rest) + 1
    return words.text[i + 1 : end] == rest and words.sentence[i] == words.sentence[end - 1]


def _is_part(words: Words, start: int, end: int) -> bool:
    """Whether a longer name holds the listed one: Western Cape High Court, New York Stadium, al-Nusra Front."""
    after = words.text[end : end + 2]
    if any(word in names.heads() for word in after) and after[0][0].isupper():
        return True
    before = words.text[start - 1] if start and words.sentence[start - 1] == words.sentence[start] else ""
    whole = words.text[end - 1] in names.heads() and before[:1].isupper() and not names.title(before)
    return before.endswith("-") or (whole and before.lower() not in names.cues("determiner"))


def is_acronym_and_word(words: Words, i: int) -> bool:
    """Whether a word in capitals abbreviates a body that the article names in full: IS, Islamic State."""
    word = words.text[i]
    if not word.isupper() or not names.common(word) or len(word) < _SHORTEST:
        return False
    near = [other for other in words.text[max(i - 2, 0) : i + 3] if other.isalpha() and other != word]
    if all(map(str.isupper, near)):
        return False
    return any(words.forms.issuperset(full) for full in _full_names().get(word, ()))


@cache
def _full_names() -> dict[str, list[list[str]]]:
    """Common acronym → the words of each of its full names."""
    found: defaultdict[str, list[list[str]]] = defaultdict(list)
    for acronym, full in tables.table("entities/acronyms_full.tsv"):
        found[acronym].append(full.split())
    return found
