"""Where names begin and end: the model's spans, mended."""

import re
from dataclasses import dataclass

from pipeline.entities.no_names import is_end_of_sentence, is_mere_prefix, is_no_name_word, is_nobody, is_rank
from pipeline.entities.span_rest import PREFIXES, capital, extended, follows_given_name, is_given_name, is_prefixed
from pipeline.entities.span_splits import (
    before_office,
    has_title,
    is_couples_role,
    is_loose_adjective,
    is_matter_of_office,
    is_origin,
    pieces,
    place_word,
)
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names, roles

NAMED = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"))
PARTICLES = frozenset(
    ("al", "el", "bin", "ibn", "bint", "abu", "de", "del", "della", "da", "dos", "das", "do", "di", "du", "la", "le",
     "van", "von", "der", "den", "ter", "ten", "ben", "ould", "st", "y", "e", "zu", "af", "av", "ul", "ur", "us", "uz",
     "al-", "el-")
)  # fmt: skip
_PLURAL_AND_NAME = 2  # tokens
_OPENERS = frozenset(
    ("Above", "Against", "Behind", "Below", "Beneath", "Beside", "Between", "Beyond", "Near", "Outside", "Under")
)  # fmt: skip
_PREFIX_AND_NAME = 3  # tokens, the hyphen among them
_WORD_AND_FULL_NAME = 3  # tokens of one word and a full name
_SMALL_CLASSES = frozenset(("ADP", "VERB", "SCONJ", "ADV", "AUX", "DET", "PRON", "CCONJ"))
_MODEL = re.compile(r"[A-Z]{1,3}-?\d{1,4}(?:[A-Z]{1,3}|-\d{2,4}\w*)?s?|7[0-8]7(?:-\d\w*)?s?|[1-9]\d{1,3}s")
_DROP_FIRST = frozenset(
    ("the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your")
)


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens start to end and what the finder took them for; label may be empty."""

    start: int
    end: int
    label: str
    source: str = "model"
    sense: str = ""  # "team": a place stands for its team; "bearer": a people's name is a last name; "prize": an Oscar


def apart(spans: list[Span], others: list[Span]) -> list[Span]:
    """The spans that overlap none of the others."""
    taken = {i for span in others for i in range(span.start, span.end)}
    return [span for span in spans if taken.isdisjoint(range(span.start, span.end))]


def disjoint(spans: list[Span]) -> list[Span]:
    """The spans that overlap none before them in the list."""
    kept: list[Span] = []
    taken: set[int] = set()
    for span in spans:
        if taken.isdisjoint(range(span.start, span.end)):
            kept.append(span)
            taken.update(range(span.start, span.end))
    return kept


def model_spans(words: Words) -> list[Span]:
    """The model's named spans with sound boundaries, in order."""
    found: list[Span] = []
    for start, end, label in words.ents:
        if label in NAMED:
            for piece in pieces(words, start, end, label):
                kind, first, last = before_office(words, *piece, end, label)
                span = _mended(words, (first, last), kind, found[-1].end if found else 0)
                if span and found and _is_one_person(words, found[-1], span):
                    found[-1] = Span(found[-1].start, span.end, "PERSON")
                elif span:
                    found.append(span)
    return found


def _is_one_person(words: Words, one: Span, two: Span) -> bool:
    """Whether two lone words side by side are a given name and a last: [Valeria] [Lyon], both taken for towns."""
    if _is_named_like_a_place(words, one, two) or _is_unknown_first(words, one, two):
        return True
    if one.end != two.start or two.end - one.start != 2 or words.sentence[one.start] != words.sentence[two.start]:
        return False
    first, last = words.text[one.start], words.text[two.start]
    land = countries.country_named(last) or last in names.states()
    plain = not (land or is_origin(first))
    return plain and names.given_name(first) and first.isalpha() and last.isalpha()


def _is_unknown_first(words: Words, one: Span, two: Span) -> bool:
    """Whether a lone word that no list knows stands before a full name, and is its first: [Amrit] [Singh Sandhu]."""
    word = words.text[one.start]
    if one.end != two.start or one.end - one.start > 1 or two.end - two.start != 2 or two.label != "PERSON":
        return False
    same = words.sentence[one.start] == words.sentence[two.start] and words.kind(one.start) != "headline"
    listed = names.common(word) or word in names.known() or is_origin(word) or place_word(word) or names.title(word)
    plain = word.istitle() and word.isalpha() and word not in names.heads() and not listed
    return same and plain and names.surname(words.text[two.end - 1])


def _is_named_like_a_place(words: Words, one: Span, two: Span) -> bool:
    """Whether a place before a full name is that person's given name: [India] [Rose Clark], 12."""
    if one.end != two.start or one.end - one.start != 1 or two.label != "PERSON" or not words.opens[one.start]:
        return False
    after = words.text[two.end : two.end + 2]
    aged = len(after) == 2 and after[0] == "," and (after[1] == "who" or (after[1].isdigit() and len(after[1]) == 2))
    return names.given_name(words.text[one.start]) and words.kind(one.start) != "headline" and aged


def _mended(words: Words, piece: tuple[int, int], label: str, floor: int) -> Span | None:
    start, end = trimmed(words, *piece, label)
    if start >= end or start < floor or is_rank(words, start, end) or is_mere_prefix(words, start, end):
        return None
    if _has_letters(words, start, end):
        end, label = end - 1, "PERSON"
    if label == "EVENT" and start > piece[0] and names.calendar(words.text[start - 1]):
        label = ""  # On Mondays Motaung sings
    if _is_person(words, start, end, label, floor):
        label = "PERSON"
    elif label == "ORG" and _is_model(words, end):
        return Span(start, end + 1, "PRODUCT")
    start, end = extended(words, start, end, label, floor)
    start, end = trimmed(words, start, end, label)
    if start >= end or not any(map(str.isalpha, words.text[start] + words.text[end - 1])):
        return None
    if all(is_no_name_word(word) for word in words.text[start:end]) or is_end_of_sentence(words, start, end):
        return None
    if words.text[end : end + 2] == ["and", "I"]:
        label = "PERSON"  # Bankole and I
    if label == "PERSON" and is_nobody(words, start, end):
        return None
    return Span(start, end, label)


def _has_letters(words: Words, start: int, end: int) -> bool:
    """Whether the last word is what an office or a degree puts behind a full name: Aoife Tarpey SC, Ana Lind MBE."""
    if end - start < _WORD_AND_FULL_NAME or words.text[end - 1] not in names.cues("post_nominal"):
        return False
    last = words.text[end - 2]
    plain = not (names.common(last) or last in names.heads() or place_word(last))
    return plain and names.given_name(words.text[start])


def _is_person(words: Words, start: int, end: int, label: str, floor: int) -> bool:
    """Whether a given name or a title beside the span makes it a person's, whatever the model took it for."""
    if follows_given_name(words, start, end, floor) or (label == "ORG" and has_title(words, start, end)):
        return True
    return label not in ("PERSON", "NORP") and is_given_name(words, start, end)


def _is_model(words: Words, i: int) -> bool:
    """Whether token i is the number of a maker's model: an Airbus A380, two Boeing 737s, the Boeing 777-300."""
    return i < len(words) and not words.joined(i) and bool(_MODEL.fullmatch(words.text[i]))


def trimmed(words: Words, start: int, end: int, label: str) -> tuple[int, int]:
    """Leave out articles, titles before a person, and loose marks and lower-case words at both ends."""
    while start < end and _loose_first(words, start, end, label):
        start += 1
    while end > start and _loose_last(words, start, end, label):
        end -= 1
    return start, end


def _loose_first(words: Words, i: int, end: int, label: str) -> bool:
    word = words.text[i]
    if word in ("'s", "s", "n't") or word[0] == "@" or not any(map(str.isalnum, word)):
        return True
    if word.lower() in _DROP_FIRST:
        return not (word == "The" and label == "WORK_OF_ART")
    if words.opens[i] and end - i > 1 and word in _OPENERS and (label != "ORG" or words.text[end : end + 1] == [","]):
        return True  # Beneath Novi Pazar, miners waited
    if end - i == _PLURAL_AND_NAME and names.calendar(word) and i and words.text[i - 1] in ("On", "on"):
        return True
    if end - i == _PLURAL_AND_NAME and is_couples_role(words, i, end):
        return True
    if words.opens[i] and end - i > 1 and (word in names.cues("opener") or (word == "Will" and label == "ORG")):
        return True
    prefixed = label in ("PERSON", "GPE") or (label == "ORG" and end - i == _PREFIX_AND_NAME)
    if word in PREFIXES and prefixed and words.text[i + 1 : i + 2] == ["-"] and i + 2 < end:
        return True  # Anti-Mugabe marches
    if word[0].islower() and label not in ("PRODUCT", "WORK_OF_ART"):
        return (word not in PARTICLES and not any(c.isupper() for c in word)) or (end - i == 1 and word.islower())
    if word[0].isdigit() and label in ("PERSON", "GPE", "LOC", "NORP"):
        return True
    return label == "PERSON" and i + 1 < end and (_is_loose_title(words, i, end) or _is_before_name(words, i, end))


def is_opening_role(words: Words, i: int, end: int) -> bool:
    """Whether a sentence begins with a role and a full name: "Baker Ana Lind", whatever else is called Baker."""
    word = words.text[i]
    if end - i != _WORD_AND_FULL_NAME or not words.opens[i] or not names.given_name(words.text[i + 1]):
        return False
    listed = names.given_name(word) or (names.surname(word) and not names.common(word))
    return not listed and roles.is_role(word.lower())


def _is_loose_title(words: Words, i: int, end: int) -> bool:
    """Whether token i is a title that is left out.

    Saint belongs to the name, of a person as of an island, and any title to a stage name of two words: the singer
    Lady Ovel.
    """
    if end - i == _PLURAL_AND_NAME and i and words.text[i - 1] in names.cues("performer"):
        return False
    return names.title(words.text[i]) and words.text[i] not in names.cues("saint_first")


def _is_before_name(words: Words, i: int, end: int) -> bool:
    """Whether token i stands before a full name and is no part of it: Boxer Ana Lind, Regarding Ana Lind."""
    word = words.text[i]
    if end - i == _PLURAL_AND_NAME and (is_loose_adjective(words, i) or _is_known_body(words, i)):
        return True
    if end - i < _WORD_AND_FULL_NAME or words.joined(i + 1):
        return False
    if is_matter_of_office(words, i):
        return True
    origin = countries.country_of_people(word) or (countries.country_named(word) and words.pos[i - 1] == "ADP")
    if names.given_name(word) and not (origin and names.given_name(words.text[i + 1])):
        return False
    if words.opens[i] and names.common(word) and words.pos[i] in _SMALL_CLASSES:
        return True
    role = roles.is_role(word.lower())
    return (role and not names.surname(word)) or is_origin(word)


def _is_known_body(words: Words, i: int) -> bool:
    """Whether token i is a listed body and no person's name, before a last name: Samsung Lee."""
    word = words.text[i]
    if names.known().get(word) != "ORG" or words.joined(i + 1):
        return False
    return not (names.common(word) or names.given_name(word) or names.surname(word)) and names.surname(
        words.text[i + 1]
    )


def _loose_last(words: Words, start: int, end: int, label: str) -> bool:
    word = words.text[end - 1]
    if word in ("'s", "'", "’s", "’") or not any(map(str.isalnum, word)):
        return not (word == "." and words.joined(end - 1) and len(words.text[end - 2]) == 1 and end - 2 > start)
    if label in ("WORK_OF_ART", "LAW", "EVENT", "PRODUCT"):
        later = words.tag[end - 1] == "RB" and words.tag[end : end + 1] == ["VBD"]  # "Pitts later | said"
        return (label != "WORK_OF_ART" or later) and (word.islower() or "," in word)
    if end - start > 1 and _is_caption_word(words, end):
        return True
    if label == "PERSON" and end - start > 1 and _goes_on(words, end):
        return True
    if label == "PERSON" and words.text[end - 2] == "-" and words.joined(end - 1) and end - 2 > start:
        return names.common(word) and not capital(words, end - 1)  # Lowe-Grant, but not Biden-led
    if word[0].islower():
        return not (word in PARTICLES or any(c.isupper() for c in word) or is_prefixed(words, end - 1))
    return word[0].isdigit() and label in ("PERSON", "GPE", "LOC", "NORP", "ORG")


def _goes_on(words: Words, end: int) -> bool:
    """Whether the last word begins the sentence that comes after a caption or a headline: "Ana Lind Since moving"."""
    word = words.text[end - 1]
    small = words.pos[end - 1] in _SMALL_CLASSES and words.tag[end - 1] not in ("NNP", "NNPS")
    plain = names.common(word) and not (names.surname(word) or names.given_name(word))
    return small and plain and word.isalpha() and end < len(words) and words.text[end][0].islower()


def _is_caption_word(words: Words, end: int) -> bool:
    """Whether the last word begins what comes next: "Ana Lind Image: NASA", "Air France Flight 447"."""
    word, after = words.text[end - 1], words.text[end] if end < len(words) else ""
    if word == "Flight":
        return after.isdigit()
    return word in names.cues("caption") and after == ":"
