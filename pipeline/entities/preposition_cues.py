"""What a preposition before a name says of it: "in Skive", "from Skive", "a stake in Skive", "the town of Skive"."""

from pipeline.entities.classes import ORG, PERSON, PLACE, Points
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import names, roles

_COMPLAINTS = frozenset(("complaint", "complaints"))
STAKES = frozenset(("share", "shares", "shareholder", "shareholders", "shareholding", "stake", "stakes", "stock"))
WORKS = frozenset(("work", "worked", "working", "works"))
_ABOUT = {"in": STAKES, "about": _COMPLAINTS, "against": _COMPLAINTS}


def look_at_preposition(points: Points, words: Words, span: Span, before: str, after: str) -> None:
    """What the word before a name says where it is a preposition; before, after: the words on either side."""
    low = before.lower()
    owned = after in ("'s", "’s")
    if low in _ABOUT and span.start > 1 and words.text[span.start - 2].lower() in _ABOUT[low]:
        points[ORG] += 2.5 if low == "in" else 1.2  # a stake in Skive, complaints about Skive
        points[PERSON] -= 0.5
    elif low == "in" and words.text[max(span.start - 2, 0)] in names.cues("swears"):
        points[PERSON] += 0.5
    elif low in names.cues("in") and not owned:
        points[PLACE] += 1.2
        points[PERSON] -= 2.2 if _is_somewhere(words, span.start - 2) else 1.2
    elif before in ("at", "At") and not owned:
        staff = span.start > 1 and words.text[span.start - 2].lower() in names.cues("staff")
        points[PERSON] -= 1.0
        points[PLACE] += 0.0 if staff else 0.4
        points[ORG] += 1.5 if staff else 0.3  # an analyst at Skive
    elif low == "from" and span.start > 1 and _comes_from(words.text[span.start - 2].lower()):
        points[PLACE] += 1.8
    elif before in names.cues("towards"):
        points[PLACE] += 1.4 if _moves(words, span.start - 2) else 0.3
    elif before in ("on", "On"):
        points[PERSON] -= 0.5
    elif before in ("of", "for") and span.start > 1:
        _look_at_of(points, words.text[span.start - 2])
        _look_at_employer(points, words, span)
        if before == "of" and (words.text[span.start - 2] == "," or words.pos[span.start - 2] == "PROPN"):
            points[PERSON] -= 1.2  # Ana Lind of Skive, Ana Lind, of Skive


def look_at_source(points: Points, words: Words, span: Span, before: str) -> None:
    """According to Skive, an editorial in Skive: of a list of names only the one right behind the preposition."""
    earlier = words.text[span.start - 2].lower() if span.start > 1 else ""
    if before == "to" and earlier == "according":
        points[PLACE] -= 1.2
        points[ORG] += 0.4
    if before == "in" and earlier in names.cues("printed"):
        points[PLACE] -= 1.0
        points[ORG] += 2.4


def _look_at_employer(points: Points, words: Words, span: Span) -> None:
    """Who works for Skive works for a body, unless a word of the name is one that persons bear."""
    person = names.known().get(words.name(span.start, span.end)) == "PERSON"
    person = person or names.given_name(words.text[span.start]) or names.surname(words.text[span.end - 1])
    if words.text[span.start - 2] in WORKS and words.text[span.start - 1] == "for" and not person:
        points[ORG] += 2.0
        points[PERSON] -= 1.0


def _is_somewhere(words: Words, i: int) -> bool:
    """Whether "in" behind token i says where something is or happens, rather than in whom one trusts."""
    return i < 0 or words.text[i].lower() not in names.cues("in_somebody")


def _moves(words: Words, i: int) -> bool:
    """Whether a word for going somewhere stands at token i, or before an adverb there: gone out from Skive."""
    if i > 0 and words.text[i] in ("away", "back", "out", "over", "up", "down"):
        i -= 1
    if words.text[i] in ("went", "goes") and i > 0 and words.text[i - 1] in names.cues("goes_to_person"):
        return False  # the prize went to Skive
    return i >= 0 and words.text[i].lower() in names.cues("motion")


def _comes_from(noun: str) -> bool:
    """Whether the noun is of somebody whom "from" says the home of: a nurse from Skive."""
    return noun in names.cues("from_place") or (noun in roles.role_nouns() and noun not in names.cues("staff"))


def _look_at_of(points: Points, earlier: str) -> None:
    """The town of Skive, the shares of Skive, "Ana Lind, 22, of Skive"."""
    low = earlier.lower()
    if low in names.cues("place_noun") or low in names.cues("place_of"):
        quarter = low in names.cues("quarter")  # which nothing but a place has for a name
        points[PERSON] -= 1.5 if quarter else 0.0
        points[PLACE] += 3.4 if quarter else 2.5 if low in names.cues("place_noun") else 1.5
    elif earlier == ",":
        points[PLACE] += 1.5
    elif low in names.cues("org_of"):
        points[ORG] += 1.2
    elif low in names.cues("person_of"):
        points[PERSON] += 1.0
