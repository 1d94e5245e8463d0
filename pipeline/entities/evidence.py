"""What speaks for a name being a person, an organisation, a place...: points, each with its reason.

Points add up like the logarithms of odds: 1 is a hint, 2 is about what the model's own label is worth, 4 is
nearly certain.
"""

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.entities.classes import COARSE, NORP, ORG, OTHER, PERSON, PLACE, Points
from pipeline.entities.contexts import context_points
from pipeline.entities.peoples import is_people
from pipeline.entities.personal_evidence import add_person, is_bearer, is_full_name
from pipeline.entities.span_splits import place_word
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.gazetteer import Gazetteer, PlaceRecord

_HEAD_POINTS = {
    "ORG": (ORG, 2.5), "COMPANY": (ORG, 4.0), "CLUB": (ORG, 2.5), "SITE": (PLACE, 3.2), "FAC": (PLACE, 2.0),
    "LOC": (PLACE, 2.5), "GPE": (PLACE, 2.0), "EVENT": (OTHER, 2.8), "LAW": (OTHER, 2.8),
}  # fmt: skip
_HEAD_OF_PERSON = 1.0
_LISTED, _LISTED_TOO = 4.5, 3.0  # for a listed name, and for one that persons bear or that is a word: Ford, Target
_AFTER_HEAD = frozenset(("of", "on", "for"))
_UNKNOWN_PLACE = -1.0  # no gazetteer knows the name as a place
_LONGEST_PLACE = 5  # words
_STREET = 3.2  # for Friedrichstrasse
_AMBIGUOUS_PLACE, _PLAIN_PLACE = 2.4, 3.2  # at most, for a place whose name is a person's too, and for any other
_A_POWER_OF_TEN = 0.8  # for each tenfold of people beyond a thousand
_SMALL_TOWN, _NOTHING_ELSE = 3.65, 0.8  # importance: some 4,500 people; and points for a name that is only a town's
_TRUSTED_RANK = 1  # of a gazetteer name: its own or an official one

_CAMEL = re.compile(r"^(?!Mc|Mac|De|Di|Du|La|Le|Van|Al|El|O['’])[A-Z]+[a-z]+[A-Z]|^[A-Z]{2,}[a-z]{3,}")
_SMALL_INSIDE = re.compile(r"(?!Mc|De|La|Le|Di|Du)[A-Z][a-z]{1,2}[A-Z]{1,2}")  # TfL, MoD, AfD
_OF_A_COUNTRY = frozenset(("National", "International", "European", "Federal", "African", "American"))
_BODY_OR_BUILDING = frozenset(("Center", "Centre", "Library", "Theatre", "Theater", "Hospital"))
# How last names end: Serbian and Croatian, Ukrainian, Georgian, Romanian, Greek, Turkish, Persian ones.
_FAMILIES = ("ić", "vic", "enko", "shvili", "escu", "poulos", "oğlu", "zadeh")
_CREEDS = ("ism", "ismo", "ianity")


class Evidence:
    """The evidence of one article."""

    def __init__(self, words: Words, gazetteer: "Gazetteer | None") -> None:
        self._words = words
        self._gazetteer = gazetteer
        self._contexts: dict[tuple[int, int], Points] = {}

    def name(self, text: str) -> Points:
        """What the words of the name itself say, wherever it stands; a copy to add to."""
        return name_points(text, self._gazetteer).copy()

    def context(self, span: Span) -> Points:
        """What the words around one mention say."""
        at = (span.start, span.end)
        if at not in self._contexts:
            self._contexts[at] = context_points(self._words, span)
        return self._contexts[at]


@lru_cache(maxsize=20_000)
def name_points(text: str, gazetteer: "Gazetteer | None") -> Points:
    """What the words of the name itself say, wherever it stands: the same in every article, and not to be changed."""
    parts = text.split()
    points: Points = defaultdict(float)
    label = names.known().get(text) or names.known().get(_without_country(parts))
    if label:
        points[COARSE[label]] += 4.0 if label == "X" else _LISTED_TOO if _is_word_or_name(text) else _LISTED
    if countries.country_named(text) or text in names.states():
        points[PLACE] += 4.0
    if is_people(text):
        points[NORP] += 2.5 if names.given_name(text) else 5.0  # Karen said
    elif len(parts) > 1 and _are_a_people(parts):
        points[NORP] += 3.0
    if len(parts) > 1:
        if not label:
            _add_head(points, parts)
        add_person(points, parts)
    else:
        _add_single(points, text)
    body = label == "ORG" and (text.isupper() or names.heads().get(parts[-1]) == "ORG")  # the EU is no area here
    if gazetteer and len(parts) <= _LONGEST_PLACE and not body:
        found = _gazetteer_points(text, gazetteer)
        points[PLACE] += found if found or points[PLACE] > 0 else _UNKNOWN_PLACE
    return points


def _are_a_people(parts: list[str]) -> bool:
    """Whether a people ends the name and nobody bears it: Hui Muslims, Hui Muslim, but not Irina Slav."""
    last = parts[-1]
    if not is_people(last) or last.endswith("s"):
        return is_people(last)
    place = names.known().get(last) in ("GPE", "LOC") or "of" in parts
    return not (place or names.surname(last) or names.given_name(parts[0]))


def _is_word_or_name(text: str) -> bool:
    """Whether a listed name is a person's name or a common word as well."""
    return names.given_name(text) or names.surname(text) or names.common(text)


def _without_country(parts: list[str]) -> str:
    """The name without the country in front: what the Federal Reserve is, the US Federal Reserve is too."""
    for size in (1, 2):
        if len(parts) > size + 1 and countries.country_named(" ".join(parts[:size])):
            return " ".join(parts[size:])
    return ""


def is_base(parts: list[str]) -> bool:
    """Whether the first words are those of a base's name: Joint Base Andrews, RAF Lossiemouth."""
    named = parts[0] in ("Joint", "Naval") and parts[1:2] in (["Base"], ["Air"], ["Station"])
    return len(parts) > 1 and (named or parts[0] in names.cues("base_first"))


def _add_head(points: Points, parts: list[str]) -> None:
    kind = None if is_full_name(parts) else names.heads().get(parts[-1])
    joint = next((i for i, part in enumerate(parts[1:-1], 1) if part in _AFTER_HEAD), 0)
    if joint:  # Convention on Migratory Species, Centre for Ferry Studies
        kind = (
            "ORG"
            if parts[joint - 1] in ("Center", "Centre", "Government")
            else names.heads().get(parts[joint - 1]) or kind
        )
    elif names.known().get(parts[0]) == "PRODUCT":
        points[OTHER] += 3.0  # iPod Classic
    if "and" in parts and kind == "LOC":
        kind = "ORG"  # Kansas Parks and Rivers
    if kind in ("SITE", "FAC") and parts[-1] in ("Center", "Centre") and parts[-2] in names.cues("body_center"):
        kind = "ORG"  # the Pew Research Center
    if kind:
        label, weight = _HEAD_POINTS[kind]
        points[label] += _HEAD_OF_PERSON if kind == "ORG" and is_bearer(parts) else weight
    if "&" in parts:
        points[ORG] += 2.0
    if parts[0] in _OF_A_COUNTRY and kind in ("SITE", "FAC") and parts[-1] in _BODY_OR_BUILDING:
        points[ORG] += 3.0  # the National Hurricane Center
    if is_base(parts) and parts[-1] not in names.heads():
        points[PLACE] += 2.5  # Joint Base Andrews, Naval Base Guam, RAF Lossiemouth
        points[PERSON] -= 2.5
    if any(part.isupper() and len(part) > 2 and part.isalpha() for part in parts):
        points[PERSON] -= 1.0  # an acronym
    _add_first(points, parts, kind)


def _add_first(points: Points, parts: list[str], kind: str | None) -> None:
    """What the first word says: Universidad, Lake, Typhoon, Saint; kind: what the last one names."""
    if parts[0] in names.cues("org_first"):
        points[ORG] += 1.5
    if parts[0] in names.cues("ship_first"):
        points[OTHER] += 5.0
    elif parts[0] in names.cues("event_first"):
        points[OTHER] += 3.0
    elif parts[0] in names.cues("place_first") and kind not in ("ORG", "COMPANY"):
        points[PLACE] += 1.5
    elif parts[0] in names.cues("saint_first"):
        points[PLACE] += 0.8


def _add_single(points: Points, text: str) -> None:
    if text.isupper() and 2 <= len(text) <= 6 and text.replace("(", "").isalpha():  # JD(S)
        points[ORG] += 1.2
    elif _SMALL_INSIDE.fullmatch(text):
        points[ORG] += 2.0
        points[PERSON] -= 2.0
    elif names.is_street(text):
        points[PLACE] += _STREET
    elif names.given_name(text) or names.surname(text):
        points[PERSON] += 0.4
    elif "-" in text and all(names.surname(part) and not place_word(part) for part in text.split("-")):
        points[PERSON] += 1.0  # Díaz-Canel
    if text.startswith(("al-", "Al-", "El-", "el-", "Mc", "O'")):
        points[PERSON] += 0.8
    if text.istitle() and text.endswith(_FAMILIES):
        points[PERSON] += 1.5
    if text.endswith((".com", ".org", ".net")) or _CAMEL.search(text):
        points[ORG] += 1.0
    if text.endswith(_CREEDS) and not names.surname(text):
        points[OTHER] += 2.5


def _names_nothing_else(text: str, records: "Sequence[PlaceRecord]") -> bool:
    """Whether a lone word is the name of towns of one country, and no person's name, family's or common word."""
    lone = text.isalpha() and text.istitle() and len({record.country for record in records}) == 1
    return lone and not (names.given_name(text) or names.surname(text) or names.common(text))


def _gazetteer_points(text: str, gazetteer: "Gazetteer") -> float:
    """More for larger places; little for a name that only a foreign spelling of a place bears."""
    records = gazetteer.lookup(text)
    if not records:
        return 0.0
    best = records[0]
    if best.name_rank > _TRUSTED_RANK:
        return 0.3
    if best.importance >= _SMALL_TOWN and best.kind == "city" and _names_nothing_else(text, records):
        return min((best.importance - 3.0) * _A_POWER_OF_TEN + _NOTHING_ELSE, _PLAIN_PLACE)
    ceiling = _AMBIGUOUS_PLACE if names.given_name(text) or names.surname(text) else _PLAIN_PLACE
    return min(max((best.importance - 3.0) * _A_POWER_OF_TEN, 0.2), ceiling)
