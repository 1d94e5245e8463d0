"""What speaks for a name being a person, an organisation, a place...: points, each with its reason.

Points add up like the logarithms of odds: 1 is a hint, 2 is about what the model's own label is worth, 4 is
nearly certain.
"""

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.entities.spans import PARTICLES, Span
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names, tables

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer

# Coarse classes that the vote is held over; places are told apart afterwards.
PERSON, ORG, PLACE, NORP, OTHER = "PERSON", "ORG", "PLACE", "NORP", "OTHER"
COARSE = {
    "PERSON": PERSON, "ORG": ORG, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE, "NORP": NORP,
    "EVENT": OTHER, "PRODUCT": OTHER, "WORK_OF_ART": OTHER, "LAW": OTHER, "LANGUAGE": OTHER, "X": OTHER,
}  # fmt: skip
Points = defaultdict[str, float]

_HEAD_POINTS = {
    "ORG": (ORG, 2.5), "COMPANY": (ORG, 4.0), "CLUB": (ORG, 2.5), "SITE": (PLACE, 3.2), "FAC": (PLACE, 2.0),
    "LOC": (PLACE, 2.5), "GPE": (PLACE, 2.0), "EVENT": (OTHER, 2.0), "LAW": (OTHER, 2.5),
}  # fmt: skip
_AFTER_HEAD = frozenset(("of", "on", "for"))
_UNKNOWN_PLACE = -1.0  # no gazetteer knows the name as a place
_LONGEST_PLACE = 5  # words
_LONGEST_PERSON = 6
_TRUSTED_RANK = 1  # of a gazetteer name: its own or an official one


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
    label = names.known().get(text)
    if label:
        points[COARSE[label]] += 4.0 if label == "X" else 3.0
    if countries.country_named(text) or text in names.states():
        points[PLACE] += 4.0
    if is_people(text):
        points[NORP] += 5.0
    if len(parts) > 1:
        if not label:
            _add_head(points, parts)
        _add_person(points, parts)
    else:
        _add_single(points, text)
    if gazetteer and len(parts) <= _LONGEST_PLACE:
        found = _gazetteer_points(text, gazetteer)
        points[PLACE] += found if found or points[PLACE] > 0 else _UNKNOWN_PLACE
    return points


def is_people(text: str) -> bool:
    """Whether text is a nationality, faith or the like."""
    return bool(countries.country_of_people(text)) or text in tables.words("entities/peoples.txt")


def _add_head(points: Points, parts: list[str]) -> None:
    kind = names.heads().get(parts[-1])
    joint = next((i for i, part in enumerate(parts[1:-1], 1) if part in _AFTER_HEAD), 0)
    if joint:  # Convention on Migratory Species, Centre for Ferry Studies
        kind = "ORG" if parts[joint - 1] in ("Center", "Centre") else names.heads().get(parts[joint - 1]) or kind
    elif names.known().get(parts[0]) == "PRODUCT":
        points[OTHER] += 3.0  # iPod Classic
    if kind:
        label, weight = _HEAD_POINTS[kind]
        points[label] += weight
    if "&" in parts:
        points[ORG] += 2.0
    if parts[0] in names.cues("event_first"):
        points[OTHER] += 3.0
    elif parts[0] in names.cues("place_first"):
        points[PLACE] += 0.8


def _add_person(points: Points, parts: list[str]) -> None:
    if names.heads().get(parts[-1]) or "of" in parts or "for" in parts or len(parts) > _LONGEST_PERSON:
        return
    if names.given_name(parts[0]):
        points[PERSON] += 1.0 if _means_more(parts[0]) else 2.3
    if names.surname(parts[-1]) and not names.common(parts[-1]):
        points[PERSON] += 0.6
    if names.asian_surname(parts[0]) and len(parts) <= 3:
        points[PERSON] += 0.8
    if any(len(part) <= 2 and part[0].isupper() and part.rstrip(".").isalpha() for part in parts[:-1]):
        points[PERSON] += 1.0  # an initial
    if any(part in PARTICLES or part.startswith(("al-", "Al-", "el-", "El-")) for part in parts[1:]):
        points[PERSON] += 0.8


def _means_more(word: str) -> bool:
    """Whether a given name is a common word, a place or a people as well: Grace, Virginia, German."""
    return names.common(word) or word in names.states() or is_people(word) or bool(countries.country_named(word))


def _add_single(points: Points, text: str) -> None:
    if text.isupper() and 2 <= len(text) <= 6 and text.isalpha():
        points[ORG] += 1.2
    elif names.given_name(text) or names.surname(text):
        points[PERSON] += 0.4
    if text.startswith(("al-", "Al-", "El-", "el-", "Mc", "O'")):
        points[PERSON] += 0.8
    if text.endswith((".com", ".org", ".net")):
        points[ORG] += 1.0


def _gazetteer_points(text: str, gazetteer: "Gazetteer") -> float:
    """More for larger places; little for a name that only a foreign spelling of a place bears."""
    records = gazetteer.lookup(text)
    if not records:
        return 0.0
    best = records[0]
    if best.name_rank > _TRUSTED_RANK:
        return 0.3
    return min(max((best.importance - 3.0) * 0.6, 0.2), 2.4)


def context_points(words: Words, span: Span) -> Points:
    """What the words around one mention say."""
    points: Points = defaultdict(float)
    before = words.text[span.start - 1] if span.start else ""
    after = words.text[span.end] if span.end < len(words) else ""
    then = words.text[span.end + 1] if span.end + 1 < len(words) else ""
    _look_before(points, words, span, before, after)
    _look_after(points, after, then)
    if after == "," and _region(words, span.end + 1):
        points[PLACE] += 1.5  # "Skive, Denmark"
    return points


def _look_before(points: Points, words: Words, span: Span, before: str, after: str) -> None:
    if (names.title(before) and before[0].isupper()) or names.role(before):
        points[PERSON] += 2.0
    if before in ("the", "The"):
        points[PERSON] -= 1.5  # people do without the article
    if before in names.cues("org_before"):
        points[ORG] += 1.5  # the daily Northern Light
    if before.lower() in names.cues("in"):
        points[PLACE] += 1.2 if after != "'s" else 0.0
    elif before in names.cues("towards"):
        points[PLACE] += 0.3
    elif before == "of" and span.start > 1:
        earlier = words.text[span.start - 2]
        if earlier.lower() in names.cues("place_noun"):
            points[PLACE] += 2.5  # "the town of Skive"
        elif earlier == ",":
            points[PLACE] += 1.5  # "Ana Lind, 22, of Skive"


def _look_after(points: Points, after: str, then: str) -> None:
    if after in names.cues("place_noun"):
        points[PLACE] += 1.0
    elif after in names.cues("org_noun"):
        points[ORG] += 1.0
    elif after in names.cues("event_noun"):
        points[OTHER] += 1.5
    if after in names.cues("who") or (after == "," and then in names.cues("who")):
        points[PERSON] += 1.5
    elif after in names.cues("speech"):
        points[PERSON] += 0.7
    elif after in names.cues("person_after"):
        points[PERSON] += 0.4
    if after == "," and then.isdigit() and len(then) == 2:
        points[PERSON] += 2.0  # an age
    if after == "-" and then in ("based", "born", "bound"):
        points[PLACE] += 2.0


def _region(words: Words, i: int) -> bool:
    """Whether a country or state stands at token i."""
    for end in (i + 2, i + 1):
        name = " ".join(words.text[i:end])
        if countries.country_named(name) or name in names.states():
            return True
    return False
