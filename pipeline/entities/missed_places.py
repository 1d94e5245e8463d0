"""Places that the model passed over: the smaller a place is, the more has to speak for it."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.entities.span_splits import in_title_case
from pipeline.entities.words import LIST_JOINTS, Words
from pipeline.lexicon import names, roles

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer

_SURE_PLACE = 4.6  # importance from which a place is known by its name alone: some 40,000 people
_LIKELY_PLACE = 3.5  # importance that will do where "police" or "mayor" follows
_VILLAGE, _TOWN, _CITY = 2.8, 2.8, 4.2  # importance: some 600 and 16,000 people
_SHORTEST_TOWN = 4
_INTO = frozenset(("in", "at", "to", "from", "near", "outside", "around", "into"))


def placed(words: Words, start: int, text: str, gazetteer: "Gazetteer | None", taken: Sequence[bool]) -> str:
    """A place that the gazetteer knows; the smaller it is, the more has to speak for a place."""
    if gazetteer is None or (text.isupper() and words.kind(start) != "dateline"):
        return ""
    within = _is_within_sentence(words, start, start + len(text.split()))
    if names.common(text) and not (text in names.cues("town_word") and within):
        return ""
    if len(text) < _SHORTEST_TOWN and not (within and len(text) == _SHORTEST_TOWN - 1):
        return ""
    if words.opens[start] and words.pos[start] != "PROPN" and not _is_town_of_police(words, start, text):
        return ""
    best = next(iter(gazetteer.lookup(text)), None)
    if best is None or best.name_rank > 1 or best.kind == "site":
        return ""
    return "GPE" if best.importance >= _least(words, start, text, taken) else ""


def _is_within_sentence(words: Words, start: int, end: int) -> bool:
    """Whether a preposition of place stands before, and no further capital behind: in Rugby, to Osh."""
    if not start or words.opens[start] or words.pos[start] != "PROPN" or in_title_case(words, start):
        return False
    before, earlier = words.text[start - 1], words.text[start - 2].lower() if start > 1 else ""
    placed = before in _INTO or (before == "of" and earlier in names.cues("of_a_place"))
    return placed and not (end < len(words) and words.text[end][0].isupper())


def _is_town_of_police(words: Words, start: int, text: str) -> bool:
    """Whether an unknown word that opens its sentence stands before the police or others that towns have."""
    after = words.text[start + 1] if start + 1 < len(words) else ""
    return (
        " " not in text and after in names.cues("place_after") and not (names.given_name(text) or names.surname(text))
    )


def _least(words: Words, start: int, text: str, taken: Sequence[bool]) -> float:
    """The importance that a place of this name needs where it stands."""
    end = start + len(text.split())
    before = words.text[start - 1].lower() if start else ""
    after = words.text[end] if end < len(words) else ""
    if after in names.cues("place_after"):
        return _LIKELY_PLACE
    listed = (after in LIST_JOINTS and end + 1 < len(words) and taken[end + 1]) or (
        before in LIST_JOINTS and taken[start - 2]
    )
    if before == "and" and words.text[max(start - 3, 0)] == "between" and taken[start - 2]:
        return _VILLAGE  # between Dubbo and Bourke
    if names.given_name(text) or names.surname(text) or words.kind(start) == "headline":
        if before == "from" and roles.is_role(words.text[max(start - 2, 0)].lower()):
            return _CITY  # a retired teacher from Keene
        return _SURE_PLACE if listed or words.opens[start] or before in names.cues("seek_place_before") else math.inf
    if before in _INTO:
        return _VILLAGE
    return _TOWN if listed else _CITY
