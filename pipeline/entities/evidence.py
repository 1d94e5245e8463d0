"""What speaks for a name being a person, an organisation, a place...: points, each with its reason."""

from collections import Counter
from typing import TYPE_CHECKING

from pipeline import nations
from pipeline.entities import lexicon
from pipeline.entities.spans import PARTICLES, Span
from pipeline.entities.words import Words

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer

# Coarse classes that the vote is held over; places are told apart afterwards.
PERSON, ORG, PLACE, NORP, OTHER = "PERSON", "ORG", "PLACE", "NORP", "OTHER"
COARSE = {
    "PERSON": PERSON, "ORG": ORG, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE, "NORP": NORP,
    "EVENT": OTHER, "PRODUCT": OTHER, "WORK_OF_ART": OTHER, "LAW": OTHER, "LANGUAGE": OTHER, "X": OTHER,
}  # fmt: skip
Points = Counter[str]

_HEAD_POINTS = {
    "ORG": (ORG, 2.5), "COMPANY": (ORG, 4.0), "CLUB": (ORG, 2.5), "SITE": (PLACE, 3.2), "FAC": (PLACE, 2.0), "LOC": (PLACE, 2.5),
    "GPE": (PLACE, 2.0), "EVENT": (OTHER, 2.0), "LAW": (OTHER, 2.5),
}  # fmt: skip
_IN = frozenset(("in", "near", "across", "throughout", "outside", "inside", "around", "into", "via", "northern", "southern",
                 "eastern", "western", "central", "north", "south", "east", "west", "downtown", "neighbouring", "neighboring", "southeastern", "northeastern", "southwestern", "northwestern"))  # fmt: skip
_PLACE_NOUNS = frozenset(("city", "town", "village", "province", "region", "district", "governorate", "state", "county",
                          "capital", "port", "island", "suburb", "area", "peninsula", "border", "township", "prefecture", "airport", "neighbourhood", "neighborhood", "coast"))  # fmt: skip
_ORG_NOUNS = frozenset(("party", "group", "company", "newspaper", "agency", "movement", "shares", "stock", "coalition",
                        "bank", "chain", "unit", "subsidiary", "spokesman", "spokeswoman", "spokesperson", "executives", "employees", "daily", "militants", "fighters", "militia", "chairman", "CEO", "airline"))  # fmt: skip
_UNKNOWN_PLACE = -1.0  # a single word that no gazetteer knows as a place
_SAYS = frozenset(("said", "says", "told", "added", "added", "asked", "replied", "explained", "noted", "recalled", "tweeted",
                   "argued", "insisted", "stressed", "warned", "wrote", "believes", "thinks", "was", "has", "had", "himself", "who", "whose"))  # fmt: skip
_WHO = frozenset(("who", "whose", "himself", "herself"))


def name_points(text: str, gazetteer: "Gazetteer | None") -> Points:
    """What the words of the name itself say, wherever it stands."""
    parts = text.split()
    points: Points = Counter()
    label = lexicon.known().get(text)
    if label:
        points[COARSE[label]] += 4.0 if label == "X" else 3.0
    if nations.country_named(text) or text in lexicon.states():
        points[PLACE] += 4.0
    if is_people(text):
        points[NORP] += 5.0
    if len(parts) > 1:
        _add_head(points, parts)
        _add_person(points, parts)
    else:
        _add_single(points, text)
    if gazetteer and len(parts) <= 5:
        found = _gazetteer_points(text, gazetteer)
        points[PLACE] += found if found or len(parts) > 1 or points[PLACE] else _UNKNOWN_PLACE
    return points


def _region(words: Words, i: int) -> bool:
    """Whether a country or state stands at token i."""
    for end in (i + 2, i + 1):
        name = " ".join(words.text[i:end])
        if nations.country_named(name) or name in lexicon.states():
            return True
    return False


def is_people(text: str) -> bool:
    """Whether text is a nationality, faith or the like."""
    return bool(nations.country_of_people(text)) or text in _peoples()


def _peoples() -> frozenset[str]:
    from pipeline import wordlists

    return wordlists.words("entities/peoples.txt")


def _add_head(points: Points, parts: list[str]) -> None:
    kind = lexicon.heads().get(parts[-1])
    if kind:
        label, weight = _HEAD_POINTS[kind]
        points[label] += weight
    elif "of" in parts[1:-1]:
        kind = lexicon.heads().get(parts[parts.index("of") - 1])
        if kind:
            label, weight = _HEAD_POINTS[kind]
            points[label] += weight
    if "&" in parts:
        points[ORG] += 2.0
    if parts[0] in ("Hurricane", "Typhoon", "Cyclone", "Storm", "Operation", "Tropical"):
        points[OTHER] += 3.0
    if parts[0] in ("Lake", "Mount", "Cape", "Gulf", "Strait", "Port", "Fort", "Saint", "San", "Santa", "St", "St."):
        points[PLACE] += 0.8


def _add_person(points: Points, parts: list[str]) -> None:
    if lexicon.heads().get(parts[-1]) or "of" in parts or "for" in parts or len(parts) > 6:
        return
    if lexicon.given_name(parts[0]):
        points[PERSON] += 1.0 if lexicon.common(parts[0]) else 1.8
    if lexicon.surname(parts[-1]) and not lexicon.common(parts[-1]):
        points[PERSON] += 0.6
    if lexicon.asian_surname(parts[0]) and len(parts) <= 3:
        points[PERSON] += 0.8
    if any(len(part) <= 2 and part[0].isupper() and part.rstrip(".").isalpha() for part in parts[:-1]):
        points[PERSON] += 1.0
    if any(part in PARTICLES or part.startswith(("al-", "Al-", "el-", "El-")) for part in parts[1:]):
        points[PERSON] += 0.8


def _add_single(points: Points, text: str) -> None:
    if text.isupper() and 2 <= len(text) <= 6 and text.isalpha():
        points[ORG] += 1.2
    elif lexicon.given_name(text) or lexicon.surname(text):
        points[PERSON] += 0.4
    if text.startswith(("al-", "Al-", "El-", "el-", "Mc", "O'")):
        points[PERSON] += 0.8
    if text.endswith((".com", ".org", ".net")):
        points[ORG] += 1.0


def _gazetteer_points(text: str, gazetteer: "Gazetteer") -> float:
    records = gazetteer.lookup(text)
    if not records:
        return 0.0
    best = records[0]
    if best.name_rank > 1:
        return 0.3
    return min(max((best.importance - 3.0) * 0.6, 0.2), 2.4)


def context_points(words: Words, span: Span) -> Points:
    """What the words around one mention say."""
    points: Points = Counter()
    before = words.text[span.start - 1] if span.start else ""
    after = words.text[span.end] if span.end < len(words) else ""
    then = words.text[span.end + 1] if span.end + 1 < len(words) else ""
    if lexicon.title(before) and before[0].isupper() or lexicon.role(before):
        points[PERSON] += 2.0
    if before.lower() in _IN and after != "'s":
        points[PLACE] += 1.0
    elif before in ("at", "from", "to", "through", "towards"):
        points[PLACE] += 0.3
    elif before == "of" and words.text[span.start - 2] == ",":
        points[PLACE] += 1.5  # "Ana Lind, 22, of Skive"
    if after == "," and _region(words, span.end + 1):
        points[PLACE] += 1.5  # "Skive, Denmark"
    if before == "of" and span.start > 1 and words.text[span.start - 2] in _PLACE_NOUNS:
        points[PLACE] += 2.5
    if after in _PLACE_NOUNS:
        points[PLACE] += 1.0
    elif after in _ORG_NOUNS:
        points[ORG] += 1.0
    if after in _WHO or after == "," and then in _WHO:
        points[PERSON] += 1.5
    elif after in _SAYS:
        points[PERSON] += 0.4
    if after == "," and then.isdigit() and len(then) == 2:
        points[PERSON] += 2.0
    if after == "-" and then in ("based", "born", "bound"):
        points[PLACE] += 2.0
    return points
