"""Names that the verb behind them shows, though their first word is another word too.

A given name that is a common word ("Sunny Odegbami drives a cab"), which the model leaves out or takes for a firm's;
a firm's name that opens with a preposition ("Under Armour is to close"), which the model leaves out.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.entities.span_splits import in_title_case, place_word
from pipeline.entities.spans import Span, capital
from pipeline.entities.words import Words
from pipeline.lexicon import names

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer

_FINITE = frozenset(("VBZ", "VBD", "MD"))
_PREPOSITIONS = frozenset(
    ("Above", "Across", "After", "Before", "Behind", "Below", "Beneath", "Beside", "Between", "Beyond", "Over", "Under",
     "Without")
)  # fmt: skip
# Verbs that a place or a time may precede: "Beneath Leeds lies a tunnel", "After Brexit came debt".
_INVERTED = frozenset(
    ("came", "comes", "flowed", "flows", "goes", "hangs", "hung", "lay", "lies", "lived", "lives", "ran", "rises",
     "rose", "runs", "sat", "sits", "stands", "stood", "stretched", "stretches", "waited", "waits", "went")
)  # fmt: skip
_BE = frozenset(("is", "was"))
_CONJUNCTIONS = frozenset(("After", "Before"))  # "After Trump won, stocks rose"
_TOWN = 3.7  # importance: some 5,000 people


def subject_spans(words: Words, gazetteer: "Gazetteer | None") -> list[Span]:
    """The names that a verb shows, in order; none overlaps another."""
    firsts = [i for i, opens in enumerate(words.opens[:-2]) if opens]
    people = [Span(i, i + 2, "PERSON", "list") for i in firsts if _is_person(words, i, gazetteer)]
    return [*people, *_with_preposition(words, gazetteer)]


def _is_person(words: Words, i: int, gazetteer: "Gazetteer | None") -> bool:
    """Whether a sentence begins with a given name that is a common word, one that is none, and their verb.

    Or with any given name and a last name that is a month.
    """
    first, last = words.text[i], words.text[i + 1]
    if words.tag[i + 2] not in _FINITE or not names.given_name(first):
        return False
    if names.calendar(last) and not names.calendar(first):
        return words.tag[i + 2] != "MD" and words.kind(i) != "headline"  # Augusta March paints
    if not names.common(first):
        return False
    if words.kind(i) == "headline" or words.tag[i] == "DT" or names.title(first) or not last.istitle():
        return False
    listed = names.common(last) or names.calendar(last) or last in names.heads() or place_word(last)
    return last.isalpha() and not listed and not _is_town(last, gazetteer)


def _is_town(name: str, gazetteer: "Gazetteer | None") -> bool:
    best = next(iter(gazetteer.lookup(name)), None) if gazetteer else None
    return best is not None and best.name_rank < 2 and best.importance >= _TOWN


def _with_preposition(words: Words, gazetteer: "Gazetteer | None") -> Iterator[Span]:
    """Every place where a firm is named whose name opens with a preposition."""
    if _PREPOSITIONS.isdisjoint(words.forms):
        return
    found = [i for i, word in enumerate(words.text) if word in _PREPOSITIONS and _is_followed_by_name(words, i)]
    pairs = {(words.text[i], words.text[i + 1]) for i in found if _is_part_of_name(words, i)}
    for first, second in pairs:
        alone = any(word == second and words.text[i - 1] != first for i, word in enumerate(words.text))
        if not alone and not place_word(second) and not _is_town(second, gazetteer):
            own = (i for i in found if words.text[i : i + 2] == [first, second])
            yield from (Span(i, i + 2, "ORG", "list") for i in own)


def _is_followed_by_name(words: Words, i: int) -> bool:
    """Whether one capitalised word, and no second, stands behind token i."""
    if i + 2 >= len(words) or not capital(words, i + 1) or words.kind(i) == "headline":
        return False
    word = words.text[i + 1]
    return word.istitle() and word.isalpha() and not names.calendar(word) and not capital(words, i + 2)


def _is_part_of_name(words: Words, i: int) -> bool:
    """Whether the preposition at token i has a capital within its sentence, or its phrase would be a verb's subject."""
    if not words.opens[i]:
        return words.text[i - 1].isalpha() and words.text[i - 1].islower() and not in_title_case(words, i)
    if words.text[i] in _CONJUNCTIONS:
        return False
    verb, then = words.text[i + 2], words.tag[i + 3] if i + 3 < len(words) else ""
    if verb in _BE:
        return then in ("TO", "VBN", "VBG")
    return words.tag[i + 2] in _FINITE and verb not in _INVERTED
