"""Names of places that stand where only a place can stand, which the model passes over or takes for a person.

"Near Lviv, a train was hit", "the Latvian capital Riga", "Slovenia's Maribor", "Kolkata: Police asked", "Ft. Wayne".
The gazetteer has to know the name, and no further capitalised word may follow it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.entities.spans import Span, disjoint
from pipeline.entities.words import LIST_JOINTS, Words
from pipeline.lexicon import countries, names

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer, PlaceRecord

_OPENERS = frozenset(
    ("Above", "Across", "Along", "Alongside", "Amid", "Around", "At", "Atop", "Behind", "Below", "Beneath", "Beside",
     "Between", "Beyond", "From", "In", "Inside", "Into", "Near", "Off", "Opposite", "Outside", "Over", "Past", "Round",
     "Through", "Throughout", "Toward", "Towards", "Underneath", "Unlike", "Via", "Within")
)  # fmt: skip
# Of them those behind which no person stands.
_SPATIAL = frozenset(("Across", "Alongside", "Atop", "Inside", "Off", "Outside", "Throughout", "Via", "Within"))
_KINDS = frozenset(("capital", "city", "town", "village"))
_SHORT = frozenset(("Ft", "Ft.", "Mt", "Mt.", "Pt", "Pt."))
_OWNS = frozenset(("'s", "’s"))
_MOTION = frozenset(("to", "from", "in", "near", "of", "between", "at"))
_LONGEST = 3  # words
_PAIR = 3  # tokens
_SMALL = frozenset(("around", "in", "near", "outside"))
_VILLAGE, _TOWN, _CITY, _LARGE = 3.3, 3.7, 4.3, 5.5  # importance: some 2,000, 5,000, 20,000 and 300,000 people


def located_spans(words: Words, gazetteer: "Gazetteer | None") -> list[Span]:
    """Spans of known places, in order; none overlaps another."""
    if gazetteer is None:
        return []
    found = list(_pairs(words, gazetteer))
    free = 0
    for start, least in _places_to_look(words):
        end = _end_of_place(words, start, least, gazetteer) if start >= free else 0
        if end:
            found.append(Span(start, end, "GPE", "located"))
            free = end
    return disjoint(found)


def _pairs(words: Words, gazetteer: "Gazetteer") -> Iterator[Span]:
    """Two towns behind one preposition, which the model takes for one firm: in [Mons and Liege]."""
    for start, end, label in words.ents:
        pair = label == "ORG" and end - start == _PAIR and words.text[start + 1] == "and"
        if pair and start and words.text[start - 1].lower() in _SMALL | _MOTION:
            two = (start, end - 1)
            if all(_end_of_place(words, i, _CITY, gazetteer) == i + 1 for i in two):
                yield from (Span(i, i + 1, "GPE", "located") for i in two)


def _places_to_look(words: Words) -> Iterator[tuple[int, float]]:
    """Where such a name may begin, with the importance it needs there."""
    for i in range(len(words) - 1):
        word = words.text[i]
        before = words.text[i - 1] if i else ""
        earlier = words.text[i - 2] if i > 1 else ""
        if word in _SHORT:
            yield i, 0.0
        elif not words.text[i + 1][0].isupper():
            if words.opens[i] and word[0].isupper() and _is_dateline(words, i):
                yield i, _CITY
        elif word in _OPENERS or word in _SMALL:
            if words.opens[i] or _is_cut(words, i + 1):
                yield i + 1, _TOWN if words.opens[i] else _VILLAGE
        elif word in _KINDS:
            if i and words.kind(i) != "headline":
                yield i + 1, _TOWN
        elif earlier in _MOTION and (
            (word in _OWNS and countries.country_named(before)) or (word in LIST_JOINTS and before[:1].isupper())
        ):
            yield i + 1, _CITY


def _is_cut(words: Words, i: int) -> bool:
    """Whether the model saw only the second word of a name of two: near Te [Awamutu]."""
    return i + 1 < len(words) and not words.in_ent[i] and words.in_ent[i + 1] and words.text[i][0].isupper()


def _is_dateline(words: Words, i: int) -> bool:
    """Whether a single word opens a paragraph before a colon and a sentence: "Kolkata: Police asked"."""
    first = i == 0 or words.block[i - 1] != words.block[i]
    follows = words.text[i + 1] == ":" and i + 2 < len(words) and words.text[i + 2][0].isupper()
    return first and follows and not words.text[i].isupper()


def _end_of_place(words: Words, start: int, least: float, gazetteer: "Gazetteer") -> int:
    """The end of the longest known place that begins at a token; 0 where none does."""
    tokens = 2 * _LONGEST if words.text[start] in _SHORT else _LONGEST
    for end in range(min(start + tokens, len(words)), start, -1):
        text = words.name(start, end)
        if not _is_name(words, start, end) or (words.text[start] in _SHORT and text.rstrip(".") in _SHORT):
            continue
        best = next(iter(gazetteer.lookup(text)), None)
        spatial = start > 0 and words.text[start - 1] in _SPATIAL
        if best and _is_meant(text, best, least, _CITY if spatial else _LARGE):
            return end
    return 0


def _is_name(words: Words, start: int, end: int) -> bool:
    """Whether the tokens are the words of one name, and the next word is none of it."""
    parted = words.sentence[start] != words.sentence[end - 1] and words.text[start] not in _SHORT  # "Pt." ends none
    if parted or words.block[start] != words.block[end - 1]:
        return False
    if not all(words.text[i][0].isupper() or (words.text[i] == "." and words.joined(i)) for i in range(start, end)):
        return False
    goes_on = end < len(words) and words.sentence[end] == words.sentence[start] and words.text[end][0].isupper()
    return not goes_on and words.text[end - 1] != "." and not names.calendar(words.text[start])


def _is_meant(text: str, best: "PlaceRecord", least: float, personal: float) -> bool:
    """Whether a name is that of the place rather than a person's or a common word.

    least, personal: the importance the place needs, and where the name is a person's or a word too.
    """
    if best.name_rank > 1 or best.kind == "site" or best.importance < least:
        return False
    if countries.country_of_people(text) or names.known().get(text) in ("ORG", "X", "PERSON"):
        return False
    taken = names.surname(text) or names.given_name(text) or names.common(text)
    return not taken or best.importance >= personal
