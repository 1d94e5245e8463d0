"""Bodies whose name the model cuts: the Workers' Party, the District Court of Amsterdam."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.entities.span_rest import capital
from pipeline.entities.span_splits import in_title_case, is_origin, place_word
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import names, roles

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer

_SEATED = frozenset(
    ("Academy", "Association", "Bank", "Chamber", "Church", "Club", "College", "Conservatory", "Council", "Court",
     "Federation", "Institute", "Museum", "Party", "Polytechnic", "Union")
)  # fmt: skip
_TOWN = 4.3  # importance: some 20,000 people
_WORKERS = frozenset(("women", "peoples", "veterans", "farmers"))


def body_spans(words: Words, gazetteer: "Gazetteer | None") -> list[Span]:
    """Bodies of those who are in them, and bodies of the place where they are; none within another."""
    return [*_of_members(words), *_of_places(words, gazetteer)]


def _of_members(words: Words) -> Iterator[Span]:
    """The Workers' Party, the National Farmers' Union: a plural for persons, its apostrophe, and a body."""
    for i in [i for i, word in enumerate(words.text[:-1]) if word in ("'", "’") and i]:
        stem = words.text[i - 1].lower().removesuffix("s")
        members = words.text[i - 1].istitle() and words.joined(i) and (roles.is_role(stem) or stem in _WORKERS)
        end = i + 1
        while end < len(words) and end - i < 4 and capital(words, end) and words.sentence[end] == words.sentence[i]:
            end += 1
        if members and words.text[end - 1] in names.cues("unions") and not in_title_case(words, i):
            yield Span(_first(words, i - 1), end, "ORG", "list")


def _of_places(words: Words, gazetteer: "Gazetteer | None") -> Iterator[Span]:
    """The District Court of Amsterdam: a body of two words or more, and one word for where it is."""
    for i in [i for i, word in enumerate(words.text[:-1]) if word == "of" and i > 1 and words.text[i - 1] in _SEATED]:
        first = _first(words, i - 1)
        alone = i + 2 >= len(words) or not (capital(words, i + 2) or words.joined(i + 2)) or words.text[i + 2] in ".,"
        near = words.sentence[first] == words.sentence[i + 1] and words.kind(i) != "headline"
        if first < i - 1 and near and alone and _is_place(words.text[i + 1], gazetteer):
            yield Span(first, i + 2, "ORG", "list")


def _first(words: Words, i: int) -> int:
    """Where the capitalised words begin that end at token i, without an article, a land or a title."""
    first = i
    while first and capital(words, first - 1) and words.text[first - 1].isalpha():
        if words.sentence[first - 1] != words.sentence[i] or names.calendar(words.text[first - 1]):
            break
        first -= 1
    while first < i and (words.text[first] in ("The", "A", "An") or is_origin(words.text[first])):
        first += 1
    return first


def _is_place(word: str, gazetteer: "Gazetteer | None") -> bool:
    if place_word(word):
        return True
    best = next(iter(gazetteer.lookup(word)), None) if gazetteer and not names.common(word) else None
    return best is not None and best.name_rank < 2 and best.importance >= _TOWN
