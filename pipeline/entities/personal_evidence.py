"""What the words of a name say of its being a person's: given and last names, initials, particles."""

import re

from pipeline.entities.classes import ORG, PERSON, PLACE, Points
from pipeline.entities.peoples import is_people
from pipeline.entities.span_rest import PARTICLES
from pipeline.entities.span_splits import place_word
from pipeline.lexicon import countries, names

_LONGEST_PERSON = 6
_NO_PERSON = 1.5
_UNKNOWN_NAME = 3  # words
_INITIALS = re.compile(r"J[A-RT-Z]|[A-Z]J")  # of given names; JS is a club's, Jeunesse Sportive
GAELIC = frozenset(("Ó", "Ní", "Nic", "Uí", "Ua", "ap", "ab", "ferch"))  # before a last name
_SCHOOLS = frozenset(("Academy", "College", "Hospital", "Institute", "School", "University"))
_COMPASS = frozenset(("Central", "East", "North", "North-East", "North-West", "South", "South-East", "South-West"))
_OF = frozenset(("de", "del", "do", "da", "du"))


def is_full_name(parts: list[str]) -> bool:
    """Whether a given name and a particle, or initials, stand before the last word: Ana de la Tour, J. D. Marsh."""
    first, _, rest = parts[0].partition("-")
    if len(parts) > 2 and parts[-2] in PARTICLES - {"y", "e"}:
        return names.given_name(parts[0]) or (bool(rest) and names.given_name(first))
    initials = len(parts) > 1 and all(len(part) == 2 and part[1] == "." for part in parts[:-1])
    return initials and names.surname(parts[-1])


def is_bearer(parts: list[str]) -> bool:
    """Whether a plain given name stands before a last name that bodies' names end with too: Dakota Mills."""
    return len(parts) == 2 and names.given_name(parts[0]) and not means_more(parts[0]) and names.surname(parts[1])


def add_person(points: Points, parts: list[str]) -> None:
    """Points for a person, or against one, from a name of two words or more."""
    bearer = is_full_name(parts) or (names.given_name(parts[0]) and names.surname(parts[-1]))  # Dorothy Woods
    if (names.heads().get(parts[-1]) and not bearer) or {"of", "for"} & set(parts) or len(parts) > _LONGEST_PERSON:
        return
    if any(part in _SCHOOLS for part in parts[1:-1]) or (parts[-1] in _COMPASS and not names.given_name(parts[0])):
        points[ORG if parts[-1] not in _COMPASS else PLACE] += 2.5  # Harris Academy Purley; Croydon North
        points[PERSON] -= 2.5
        return
    if _names_no_person(parts):
        points[PERSON] -= _NO_PERSON
        points[ORG] += _NO_PERSON if countries.country_named(parts[-1]) and parts[-2] not in _OF else 0.0
        return
    _add_first_word(points, parts)
    _add_last_word(points, parts)
    if names.asian_surname(parts[0]) and len(parts) <= 3:
        points[PERSON] += 0.8
    if any(len(part) <= 2 and part[0].isupper() and part.rstrip(".").isalpha() for part in parts[:-1]):
        points[PERSON] += 1.0 if len(parts) == 2 or "." not in parts[1] else 2.0  # an initial, or two: J. D. Marsh
    if _INITIALS.fullmatch(parts[0]) and len(parts) == 2 and parts[1].istitle() and not names.common(parts[1]):
        points[PERSON] += 2.0  # JP Smit, AJ Lind
    if any(part in PARTICLES or part.startswith(("al-", "Al-", "el-", "El-")) for part in parts[1:]):
        points[PERSON] += 0.8
    if not GAELIC.isdisjoint(parts[1:-1]):
        points[PERSON] += 2.0  # Seoirse Ó Dubhghaill


def _add_first_word(points: Points, parts: list[str]) -> None:
    """A given name; where there is none, a name that no list knows, or common words."""
    first = parts[0].partition("-")[0]
    rank = names.title(parts[-2]) and not (names.common(parts[-1]) or place_word(parts[-1]))
    if rank and len(parts) <= _UNKNOWN_NAME:
        points[PERSON] += 3.0 if parts[-2].isupper() else 1.8  # DCI Lind, Rear Admiral Lind
    if names.given_name(parts[0]) or names.given_name(first):
        points[PERSON] += (1.0 if means_more(first) else 2.3) + (0.9 if _is_word_and_name(parts) else 0.0)
    elif all(map(names.common, parts)):
        points[PERSON] -= 1.0  # Warm Kettle
    elif len(parts) <= _UNKNOWN_NAME and not any(map(names.common, parts)) and all(map(str.istitle, parts)):
        listed = any(part in names.known() or is_people(part) for part in parts)  # Mozilla Firefox, Golan Arab
        points[PERSON] += 0.8 if listed else 1.3  # most names that no list knows are persons'


def _is_word_and_name(parts: list[str]) -> bool:
    """Whether a given name that is a common word stands before one word that no list knows: Sunny Odegbami."""
    first, last = parts[0], parts[-1]
    if len(parts) != 2 or not names.common(first) or place_word(first) or is_people(first):
        return False
    return last.istitle() and last.isalpha() and not (names.common(last) or place_word(last))


def _add_last_word(points: Points, parts: list[str]) -> None:
    """A last name, a double one, a generation."""
    last = parts[-1].rpartition("-")[2]
    if _are_things(last) and len(parts) == 2 and not (names.given_name(parts[0]) or names.common(parts[0])):
        points[PERSON] -= 2.5  # Lomond Trains
        points[ORG] += 1.0
    if names.surname(last) and not names.common(last):
        points[PERSON] += 0.6
    if "-" in parts[-1] and last[:1].isupper() and not names.common(last):
        points[PERSON] += 0.8  # Obiora-Uzor
    if parts[-1].rstrip(".") in ("Jr", "Sr", "II", "III", "IV"):
        points[PERSON] += 3.0


def _are_things(word: str) -> bool:
    """Whether the word is a common plural and no last name: Trains, but not Woods or Gross."""
    return word.endswith("s") and not word.endswith("ss") and names.common(word) and not names.surname(word)


def _names_no_person(parts: list[str]) -> bool:
    """Whether a foreign word for a body or a place begins the name, or a land ends it: Fraport Greece."""
    if parts[0] in names.cues("org_first") | names.cues("place_first") and not names.given_name(parts[0]):
        return True
    last = parts[-1]
    land = countries.country_named(last) or last in names.states()
    if len(parts) > 2 and parts[-2] in _OF and (land or names.known().get(last) in ("GPE", "LOC")):
        return True  # Santiago de Cuba
    return bool(land) and not names.given_name(parts[0])


def means_more(word: str) -> bool:
    """Whether a given name is a common word, a place or a people as well: Grace, Virginia, German."""
    return names.common(word) or word in names.states() or is_people(word) or bool(countries.country_named(word))
