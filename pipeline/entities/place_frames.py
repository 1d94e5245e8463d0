"""Where hardly anything but a place stands: "Ana Lind, 31, of Skive", "villages including Skive", "the Skive area".

Most villages that news names are in no gazetteer, and two words that no list knows look like a person's name; the words
around them have to tell.
"""

import re
from collections.abc import Iterator

from pipeline.entities.classes import NORP, ORG, OTHER, PERSON, PLACE, Points
from pipeline.entities.preposition_cues import STAKES
from pipeline.entities.span_splits import is_origin
from pipeline.entities.spans import Span
from pipeline.entities.words import LIST_JOINTS, Words
from pipeline.lexicon import names, roles

_SURE, _LIKELY = 3.0, 1.2  # for a place
_LIST = 16  # tokens of a list that stands behind one preposition
_ROUTE = 6  # tokens within which a road stands before "between"
_AGE = 2  # digits
_HELD = 2  # tokens: -held
_INITIALS = 2  # letters: JP Smit
_IN_LIST = LIST_JOINTS | {"al", "el", "-", "de", "del", "la", "of", "the", "'s", "’s"}
_SPATIAL = frozenset(("in", "at", "near", "around", "from", "outside", "across", "to"))
_NEAR = frozenset(("near", "outside", "around", "throughout", "across", "in"))
# Words before "in", "around" or "to" behind which persons stand as well: rally around Lind, go to Lind.
_GATHER = frozenset(
    ("arms", "built", "came", "center", "centered", "centers", "centre", "centred", "centres", "come", "crowded",
     "hands", "rallied", "rallies", "rally", "rallying", "revolve", "revolved", "revolves", "sat", "unite", "united",
     "wrapped")
)  # fmt: skip
_OF_PERSONS_TOO = frozenset(("sent", "get", "go", "goes", "going", "gone", "went", "return", "returned", "returns"))
_ARTICLES = frozenset(("Il", "La", "Le", "El", "O", "Les", "Los", "Las", "Die", "Der", "Das", "The"))
_ARMED = frozenset(
    ("cartel", "gang", "guerrilla", "houthi", "insurgent", "jihadist", "junta", "m23", "militant", "militia",
     "opposition", "rebel", "rsf", "sdf", "separatist", "taliban")
)  # fmt: skip
_ROAD = re.compile(r"[AMNE]\d{1,2}|I-?\d{1,3}|[AB]\d{4}")
_ON_ROAD = frozenset(("on", "along", "near", "off", "onto", "via", "beside", "closed", "shut", "blocked"))
_ON_LANDFORM = frozenset(("on", "in", "near", "off", "climbed", "climbing", "crossed", "around", "across", "up"))
_RIVER_DOES = frozenset(
    ("burst", "bursts", "crested", "flowed", "flowing", "flows", "meanders", "overflowed", "overflowing", "overflows",
     "swelled", "swollen")
)  # fmt: skip
_LIES = frozenset(("lies", "lay"))
_WHERE = frozenset(("on", "near", "at", "about", "between", "just", "some", "north", "south", "east", "west", "close"))
_COMPASS = frozenset(("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"))


def look_at_place_frames(points: Points, words: Words, span: Span) -> None:
    """What speaks for a place, and against a person of the same words."""
    name = words.name(span.start, span.end)
    if is_origin(name) or name in names.cues("tongue") or _is_aged(words, span.end):
        return
    start = _start_of_list(words, span)
    sure = (
        _is_before_its_town(words, span)
        or _is_home(words, start)
        or _is_kind_behind(words, span)
        or _is_kind_before(words, span)
    )
    if sure or _lies(words, span) or _is_held(words, start):
        points[PLACE] += _SURE
        points[PERSON] -= _SURE + 1.0
        points[ORG] -= 0.8
        points[NORP] -= 1.0
        points[OTHER] -= 1.0
    elif _is_on_road(words, span) or _flows(words, span) or _is_on_landform(words, span):
        points[PLACE] += _SURE + 1.0
        points[PERSON] -= _SURE
        points[ORG] -= _SURE
        points[OTHER] -= _SURE
    elif _is_on_route(words, start) or _is_within_town(words, span):
        points[PLACE] += _SURE
        points[PERSON] -= _SURE
    elif _is_spatial(words, span, start):
        points[PERSON] -= _LIKELY * (2 if _two_before(words, start)[1] in names.cues("route") else 1)
        if span.label != "ORG" or _is_plain(words, span):
            points[PLACE] += _LIKELY


def _is_aged(words: Words, end: int) -> bool:
    """Whether what follows is said of persons alone: Lind, 34,; Lind, who."""
    after, then = (*words.text[end : end + 2], "", "")[:2]
    return after == "," and (then == "who" or (then.isdigit() and len(then) == _AGE))


def _start_of_list(words: Words, span: Span, joints: frozenset[str] = frozenset(("and", "or"))) -> int:
    """Where the list begins of which the name is a part: the first of "Skive, Holte and Vejle".

    joints: what has to stand before the name; a comma alone begins an apposition as often.
    """
    start, i = span.start, span.start - 1
    if i < 0 or words.text[i] not in joints:
        return start
    while i > 0 and span.start - i < _LIST and words.sentence[i] == words.sentence[span.start]:
        if words.text[i][0].isupper():
            start = i
        elif words.text[i] not in _IN_LIST:
            break
        i -= 1
    return start


def _is_home(words: Words, i: int) -> bool:
    """Whether the name at token i stands behind an age and "of": Ana Lind, 31, of Skive."""
    if i < _AGE + 1 or words.text[i - 1] != "of" or words.text[i - 2] != ",":
        return False
    return words.text[i - 3].isdigit() and len(words.text[i - 3]) <= _AGE


def _is_kind_behind(words: Words, span: Span) -> bool:
    """Whether the word behind says what kind of place the name is: Skive village, the Skive power station."""
    after, then = (*words.text[span.end : span.end + 2], "", "")[:2]
    if span.end < len(words) and words.joined(span.end):
        return False
    site = after in names.cues("site_first") and then in names.cues("site_last")
    return after in names.cues("kind_of_place") or site


def _is_kind_before(words: Words, span: Span) -> bool:
    """Whether a noun for places stands before: residents of Skive, villages including Skive, the capital, Skive."""
    before, noun = _two_before(words, _start_of_list(words, span))
    if before == "of" and (noun in names.cues("of_a_place") or noun in names.cues("kinds_of_place")):
        return True
    i = _start_of_list(words, span, LIST_JOINTS)
    before, noun = _two_before(words, i)
    if noun in names.cues("kinds_of_place") and (before == ":" or (before == "of" and _is_listed(words, span))):
        return True  # in six regions: Skive, Holte and Vejle
    if before in ("including", "like") or (before == "as" and noun == "such"):
        return any(word in names.cues("kinds_of_place") for word in _nouns_before(words, i - 1))
    return before == "," and noun == "capital" and "the" in map(str.lower, words.text[max(i - 5, 0) : i - 2])


def _is_listed(words: Words, span: Span) -> bool:
    """Whether a joint of a list stands on both sides: the districts of Skive, [Holte], Vejle and Thy."""
    return words.text[span.start - 1] in LIST_JOINTS and words.text[span.end : span.end + 1] in ([","], ["and"], ["or"])


def _is_held(words: Words, i: int) -> bool:
    """Whether a participle of who holds a place stands before token i: rebel-held Skive; not closely-held Skive."""
    if i < _HELD + 1 or words.text[i - 2] != "-" or not words.joined(i - 1):
        return False
    holder, participle = words.text[i - 3], words.text[i - 1]
    if participle in ("controlled", "ruled"):
        return holder.lower() in _ARMED  # not a state-controlled firm
    held = participle in ("held", "occupied", "besieged", "annexed")
    return held and not holder.endswith("ly") and holder.lower() != "state"


def _is_before_its_town(words: Words, span: Span) -> bool:
    """Whether a lone word behind "at" or "in" stands before a comma and a place: at Skive, Holte."""
    if span.end - span.start > 1 or words.text[span.start - 1] not in ("at", "in", "near", "from", "to"):
        return False
    word = words.text[span.start]
    town = any(start == span.end + 1 and label in ("GPE", "LOC") for start, _, label in words.ents)
    listed = names.known().get(word) or names.given_name(word) or word.isupper() or names.common(word)
    return words.text[span.end : span.end + 1] == [","] and town and not listed


def _two_before(words: Words, i: int) -> tuple[str, str]:
    """The word before token i and the one before that, in lower case."""
    before = words.text[i - 1].lower() if i else ""
    return before, words.text[i - 2].lower() if i > 1 else ""


def _nouns_before(words: Words, i: int) -> Iterator[str]:
    """The words before "including", "like" or "such as" at token i, without a comma."""
    yield from (words.text[j] for j in range(max(i - 3, 0), i) if words.text[j] not in (",", "such"))


def _lies(words: Words, span: Span) -> bool:
    """Whether the sentence says where the name lies, or what is at it: at Skive north of the fjord."""
    after, then, third = (*words.text[span.end : span.end + 3], "", "", "")[:3]
    if words.opens[span.start] and after in _LIES:
        return then in _WHERE or then[:1].isdigit() or (then == "in" and (third == "the" or third[:1].isupper()))
    if span.start and words.text[span.start - 1] in ("at", "At"):
        if span.label == "ORG" and words.text[span.start - 2] not in names.cues("happens"):
            return False  # she works at Orivo, where
        return (after in _COMPASS and then == "of") or (after == "," and then in ("where", "near", "north", "south"))
    return False


def _is_on_route(words: Words, i: int) -> bool:
    """Whether "between" and a road stand before: the railway between Skive and Holte."""
    if i < 1 or words.text[i - 1].lower() != "between":
        return False
    return any(words.text[j].lower() in names.cues("route") for j in range(max(i - 1 - _ROUTE, 0), i - 1))


def is_road(name: str) -> bool:
    """Whether a name is the letter and number of a road: A14, I-95, B4100."""
    return bool(_ROAD.fullmatch(name))


def _is_on_road(words: Words, span: Span) -> bool:
    """Whether the name is the letter and number of a road, behind "on the" or the like: along the A14, on I-95."""
    if not is_road(words.name(span.start, span.end)):
        return False
    before, earlier = _two_before(words, span.start)
    return before in _ON_ROAD or (before == "the" and earlier in _ON_ROAD) or words.text[span.start] == "I"


def _flows(words: Words, span: Span) -> bool:
    """Whether a river does behind the name what rivers do: the Teesta burst its banks, the Teesta was flowing."""
    before, _ = _two_before(words, span.start)
    after, then = (*words.text[span.end : span.end + 2], "", "")[:2]
    does = after in _RIVER_DOES or (after in ("was", "is") and then in _RIVER_DOES)
    return before == "the" and does and not is_origin(words.name(span.start, span.end))


def _is_on_landform(words: Words, span: Span) -> bool:
    """Whether a foreign word for a mountain or the like begins the name of what somebody is on: on Monte Rosa."""
    before, _ = _two_before(words, span.start)
    landform = span.end - span.start > 1 and words.text[span.start] in names.cues("place_first")
    return landform and before in _ON_LANDFORM and names.heads().get(words.text[span.end - 1]) is None


def _is_within_town(words: Words, span: Span) -> bool:
    """Whether a town owns the name, and is itself behind "in" or the like: in Dhaka's Banani."""
    i = span.start
    if i < _AGE + 1 or words.text[i - 1] not in ("'s", "’s") or words.text[span.end : span.end + 1] in (["'s"], ["’s"]):
        return False
    owner = next(((start, label) for start, end, label in words.ents if start <= i - 2 < end), None)
    if owner is None or owner[1] not in ("GPE", "LOC") or not owner[0]:
        return False
    return words.text[owner[0] - 1] in _SPATIAL


def _is_plain(words: Words, span: Span) -> bool:
    """Whether no word of a name is a common one or an article, as in those of papers and bodies: Il Foglio."""
    parts = words.text[span.start : span.end]
    return len(parts) == 1 or not (parts[0] in _ARTICLES or any(map(names.common, parts)) or parts[-1].isupper())


def _is_somebody(words: Words, span: Span) -> bool:
    """Whether the name is as good as a person's, or a common word: Gul Agha, Group."""
    first, last = words.text[span.start], words.text[span.end - 1]
    if span.end - span.start == 1:
        return names.given_name(first) or names.common(first)
    initials = first.isupper() and len(first) == _INITIALS
    return (initials or names.given_name(first)) and names.surname(last)


def _is_spatial(words: Words, span: Span, start: int) -> bool:
    """Whether a preposition of place, or a word of motion and "to" or "from", stands before a name nobody is given."""
    before, earlier = _two_before(words, start)
    after = words.text[span.end] if span.end < len(words) else ""
    event = span.label in ("EVENT", "WORK_OF_ART", "LAW") or words.text[span.start] in names.cues("event_first")
    if after in ("'s", "’s", "'", "’") or event or _is_somebody(words, span):
        return False
    if after[:1].islower() and (words.pos[span.end] == "NOUN" or words.tag[span.end] == "VBG"):
        return False  # in the Lind affair, in Lind selling his boat
    if before == "in" and names.given_name(words.text[span.start]) and roles.is_role(earlier):
        return False  # a rival in Ana Lindvall
    if before == "in" and earlier in STAKES:
        return False  # shares in Skive fell
    if before in _NEAR:
        return earlier not in _GATHER and earlier not in names.cues("in_somebody")
    if before in ("to", "from"):
        return earlier not in _OF_PERSONS_TOO and (
            earlier in names.cues("motion") or earlier in names.cues("from_place")
        )
    return False
