"""What the words around one mention say about it: "in Skive", "Skive, 34,", "the carmaker Skive", "Skive's mother"."""

from collections import defaultdict
from dataclasses import replace

from pipeline.entities.appositions import DETERMINERS, OWNERS, look_before_comma, look_behind_comma, look_behind_copula
from pipeline.entities.classes import NORP, ORG, OTHER, PERSON, PLACE, Points
from pipeline.entities.place_frames import look_at_place_frames
from pipeline.entities.preposition_cues import look_at_preposition, look_at_source
from pipeline.entities.sentence_cues import (
    has_many_shops,
    look_at_next_sentence,
    look_at_pronouns,
    look_at_verbs,
    noun_of_naming,
)
from pipeline.entities.span_splits import place_word
from pipeline.entities.spans import Span
from pipeline.entities.thing_frames import look_at_thing_frames
from pipeline.entities.words import LIST_JOINTS, Words
from pipeline.lexicon import countries, names, roles

_SPEAKERS = frozenset(("spokesman", "spokesperson", "spokeswoman"))
_QUOTE_MARKS = frozenset(('"', "“", "”", "'", "‘", "’", "«", "»", "''", "``"))
# The word after a name → what it says the name is.
_NOUN_AFTER = (
    ("armed_noun", ORG, 2.6), ("place_noun", PLACE, 1.2), ("org_noun", ORG, 1.0), ("event_noun", OTHER, 1.5),
    ("people_noun", NORP, 1.2), ("site_noun", PLACE, 1.5),
)  # fmt: skip
_VERB_AFTER = (("who", 1.5), ("person_does", 0.8), ("speech", 0.7), ("person_after", 0.4))  # what persons do
# The rule of a person: the Skive administration, which makes up for the article as well.
_RULE = {
    "administration": 3.5,
    "regime": 3.5,
    "junta": 3.5,
    "dictatorship": 3.5,
    "presidency": 3.5,
    "cabinet": 2.0,
    "government": 0.8,
}
_IN_LIST = LIST_JOINTS | {"al", "el", "-"}
_LIST = 12  # tokens of a list that stands behind one preposition
_PARTICIPLES = frozenset(("was", "is", "were", "be", "been", "being", "has", "had"))


def context_points(words: Words, span: Span) -> Points:
    """What the words around one mention say, label by label; less than nothing speaks against a label."""
    points: Points = defaultdict(float)
    before = words.text[span.start - 1] if span.start else ""
    after = words.text[span.end] if span.end < len(words) else ""
    then = words.text[span.end + 1] if span.end + 1 < len(words) else ""
    _look_before(points, words, span, before, after)
    first = _first_listed(words, span) if before in ("and", "or") else span
    look_at_preposition(points, words, first, words.text[first.start - 1] if first.start else "", after)
    _look_after(points, after, then)
    look_at_place_frames(points, words, span)
    look_at_thing_frames(points, words, span)
    if after == ",":
        look_behind_comma(points, words, span.end + 1)
    elif after in ("'s", "’s", "'", "’"):
        _look_at_possession(points, words, span.end + 1)
    elif after in ("is", "was") and then.isdigit() and len(then) == 2:
        points[PERSON] += 1.5  # Skive is 34
    elif after in ("is", "was") and then in ("a", "an"):
        look_behind_copula(points, words, span.end + 1)
    elif after in names.cues("speech") and then in ("he", "she") and _is_also_a_person(words, span):
        points[PERSON] += 3.0  # Skive said she would appeal
    look_at_pronouns(points, words, span)
    look_at_verbs(points, words, span)
    if after in names.cues("trades") and has_many_shops(words, span):
        points[ORG] += 3.0  # who runs more than ten shops is a chain, though it bears a person's name
        points[PERSON] -= 3.0
    if words.opens[span.start]:
        look_at_next_sentence(points, words, span)
    return points


def _is_also_a_person(words: Words, span: Span) -> bool:
    """Whether a lone name that towns bear is a person's too, and no capital's or land's."""
    name = words.text[span.start]
    return span.end - span.start == 1 and not place_word(name) and (names.given_name(name) or names.surname(name))


def _look_before(points: Points, words: Words, span: Span, before: str, after: str) -> None:
    low = before.lower()
    if names.title(before) and before[0].isupper():
        points[PERSON] += 2.0
    elif low == before and before:
        _look_at_noun_before(points, words, span, noun_of_naming(words, span) or low)
    _look_at_article(points, words, span, low, after)
    look_at_source(points, words, span, low)
    if low in ("is", "was") and _is_in_office(words, span.start - 2):
        points[PERSON] += 2.0
    if before in names.cues("does_to_person"):
        points[PERSON] += 1.2
    if before in names.cues("meets_person") and names.given_name(words.name(span.start, span.end)):
        points[PERSON] += 2.0  # I wanted to find Ramiro
    if low in names.cues("storm"):
        points[OTHER] += 3.0
    _look_at_marks(points, words, span, before, after)
    if before == "(" and after[:1] == ")" and span.end - span.start == 1:
        points[PLACE] += 1.5 if countries.country_of_code(words.text[span.start]) else 0.0
    if low == "old" and words.text[max(span.start - 2, 0)] == "-":
        points[PERSON] += 2.0  # the 34-year-old Ana


def _look_at_marks(points: Points, words: Words, span: Span, before: str, after: str) -> None:
    """Quotation marks or commas on both sides: titles of works, and names whose noun stands before them."""
    closed = after in _QUOTE_MARKS or (
        after == "," and bool(_QUOTE_MARKS.intersection(words.text[span.end + 1 : span.end + 2]))
    )
    if before in _QUOTE_MARKS and closed:
        points[OTHER] += 1.5
        points[PERSON] -= 0.7
        look_before_comma(points, words, span.start - 1)
    elif before == "," and after in (",", ".", ";", ")"):
        look_before_comma(points, words, span.start)


def _is_in_office(words: Words, i: int) -> bool:
    """Whether token i is a role that only a person has: "whose manager is Skive", but not "whose owner is Skive"."""
    noun = words.text[i].lower()
    owned = i > 0 and words.text[i - 1].lower() in OWNERS
    role = noun in roles.role_nouns() or names.role(noun)
    return owned and role and noun not in names.cues("org_before") | names.cues("body_role")


def _is_what_somebody_did(words: Words, span: Span) -> bool:
    """Whether a name behind a noun begins a clause about it: the company Musk bought."""
    verb = (
        span.end < len(words)
        and words.tag[span.end] in ("VBD", "VBN")
        and words.text[span.end] not in names.cues("speech")
    )
    last = words.text[span.end - 1]
    person = names.surname(last) or names.given_name(words.text[span.start])
    return verb and person and words.text[span.start - 2].lower() in DETERMINERS


def _look_at_article(points: Points, words: Words, span: Span, article: str, after: str) -> None:
    """The Skives, a Skive, the Amazon."""
    if article == "the":
        points[PERSON] -= 1.5  # people do without the article
        if words.text[span.start] == "River" and span.end - span.start > 1:
            points[PLACE] += 3.0
        if _is_plural(words, span):
            points[NORP] += 2.5
        if _is_region(words, span, after):
            points[PLACE] += 2.5
            points[ORG] -= 1.0
    elif article in ("a", "an", "every", "each"):
        points[PERSON] -= 1.0
        points[PLACE] -= 0.7


def _is_plural(words: Words, span: Span) -> bool:
    """Whether a lone name behind "the" has no plural ending but a plural verb, as peoples do: the Kaska were."""
    name = words.text[span.start]
    if span.end - span.start > 1 or name.endswith("s") or name.isupper() or span.end >= len(words):
        return False
    behind_preposition = span.start > 1 and words.pos[span.start - 2] == "ADP"  # of pilgrims to the Haj are
    verb = words.text[span.end] in ("are", "were", "have") or words.tag[span.end] == "VBP"
    return verb and not behind_preposition and words.text[span.end] != "am"


def _is_region(words: Words, span: Span, after: str) -> bool:
    """Whether a name that is a firm's or a person's too is a river's or a region's behind "the": the Amazon."""
    return span.end - span.start == 1 and words.text[span.start] in names.cues("the_place") and after[:1].islower()


def _look_at_noun_before(points: Points, words: Words, span: Span, noun: str) -> None:
    """The potato farmer Skive, the carmaker Skive, the village Skive, a film titled Skive."""
    if noun in names.cues("org_before"):
        points[ORG] += 0.8 if _is_what_somebody_did(words, span) else 3.6
    elif noun in names.cues("work_before"):
        points[OTHER] += 2.4
    elif noun in names.cues("place_before"):
        points[PLACE] += 1.0
    elif _is_role(words, span.start - 1) and not _qualifies(words, span.end):
        points[PERSON] += 2.0


def _is_role(words: Words, i: int) -> bool:
    noun = words.text[i].lower()
    return names.role(noun) or (noun in roles.role_nouns() and words.pos[i] in ("NOUN", "PROPN"))


def _qualifies(words: Words, end: int) -> bool:
    """Whether the name that ends at token end only says of what kind a thing is: the official Skive account."""
    return end < len(words) and words.pos[end] == "NOUN" and words.text[end].islower() and not words.joined(end)


def _first_listed(words: Words, span: Span) -> Span:
    """The span, from the first name of its list on: both names of "from Skive and Holte" stand behind "from"."""
    i = span.start - 1
    while i > 0 and span.start - i < _LIST and (words.text[i] in _IN_LIST or words.text[i][0].isupper()):
        i -= 1
    return replace(span, start=i + 1) if words.sentence[i + 1] == words.sentence[span.start] else span


def _look_after(points: Points, after: str, then: str) -> None:
    for cue, label, weight in _NOUN_AFTER:
        if after in names.cues(cue):
            points[label] += weight
            break
    for cue, weight in _VERB_AFTER:
        if after in names.cues(cue):
            points[PERSON] += weight
            break
    _look_at_whose(points, after)
    if after in ("officials", "activists", "campaigners", "negotiators"):
        points[PERSON] -= 1.5
        points[ORG] += 0.8
    points[PERSON] += _RULE.get(after.lower(), 0.0)
    if after in _PARTICIPLES and then in names.cues("person_done"):
        points[PERSON] += 1.0
    elif after == "and" and then == "I":
        points[PERSON] += 3.0  # Skive and I, we shared a room
        points[PLACE] -= 3.0
    elif after == ",":
        points[PERSON] += _person_after_comma(then)
    elif after == "-" and then in ("based", "born", "bound"):
        points[PLACE] += 2.0


def _look_at_whose(points: Points, noun: str) -> None:
    """The Skive spokesman, Skive fighters: bodies have them."""
    if noun in _SPEAKERS:
        points[ORG] += 1.5
        points[NORP] -= 2.0
        points[OTHER] -= 1.0
    elif noun in names.cues("armed_noun"):
        points[PERSON] -= 2.0


def _person_after_comma(then: str) -> float:
    if then.isdigit() and len(then) == 2:
        return 3.0  # an age
    if then == "who":
        return 2.6
    if then in names.cues("who"):
        return 0.8  # a firm's shares are whose, too
    if then == "born":
        return 2.0
    return -1.0 if then == "which" else 0.0


def _look_at_possession(points: Points, words: Words, i: int) -> None:
    """Skive's mother, Skive's shares, Skive's airport."""
    for j in range(i, min(i + 3, len(words))):
        noun = words.text[j].lower()
        if noun in names.cues("of_person"):
            points[PERSON] += 1.2
        elif noun in names.cues("of_org"):
            points[ORG] += 1.0
        elif noun in names.cues("of_place"):
            points[PLACE] += 1.0
        elif words.pos[j] in ("ADJ", "NUM"):
            continue
        return
