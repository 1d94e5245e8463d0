"""Where names begin and end: the model's spans, mended."""

import re
from dataclasses import dataclass

from pipeline.entities.no_names import is_end_of_sentence, is_mere_prefix, is_no_name_word, is_nobody, is_rank
from pipeline.entities.span_rest import (
    PARTICLES,
    extended,
    follows_given_name,
    is_given_name,
    with_legal_form,
)
from pipeline.entities.span_splits import (
    before_office,
    has_title,
    is_origin,
    pieces,
    place_word,
)
from pipeline.entities.trimming import trimmed
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names

NAMED = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"))
_VIETNAMESE = frozenset(("Nguyen", "Nguyễn", "Tran", "Trần", "Le", "Lê", "Pham", "Phạm", "Huynh", "Hoang", "Phan"))
_GENERATIONS = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))
_DOUBLE = 3  # tokens of a last name with a hyphen
_COUNSEL = frozenset(("QC", "KC"))  # letters that no club bears
_WORD_AND_FULL_NAME = 3  # tokens of one word and a full name
_MODEL = re.compile(r"[A-Z]{1,3}-?\d{1,4}(?:[A-Z]{1,3}|-\d{2,4}\w*)?s?|7[0-8]7(?:-\d\w*)?s?|[1-9]\d{1,3}s")


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
    if any(is_one(words, one, two) for is_one in _JOINED):
        return True
    if one.end != two.start or one.end - one.start > 1 or words.sentence[one.start] != words.sentence[two.start]:
        return False
    first, last = words.text[one.start], words.name(two.start, two.end).replace("-", "")
    if two.end - two.start > 1 and not (two.label == "PERSON" and two.end - two.start == _DOUBLE):
        return False  # [Babajide] [Sanni-Olu]
    land = countries.country_named(last) or last in names.states()
    plain = not (land or is_origin(first))
    return plain and names.given_name(first) and first.isalpha() and last.isalpha()


def _is_before_particle(words: Words, one: Span, two: Span) -> bool:
    """Whether a lone word that no list knows stands before a particle and a last name: [Cobus] [van Vuuren]."""
    word = words.text[one.start]
    if one.end != two.start or one.end - one.start != 1 or two.label != "PERSON" or two.end - two.start < 2:
        return False
    particle = words.text[two.start] in PARTICLES and words.sentence[one.start] == words.sentence[two.start]
    listed = names.title(word) or is_origin(word) or names.known().get(word) or names.common(word)
    return particle and word.istitle() and not listed


def _is_rest_of_name(words: Words, one: Span, two: Span) -> bool:
    """Whether a lone word stands behind a Vietnamese name, and is its last: [Nguyen Thi Minh] [Khai]."""
    persons = one.label == "PERSON" and one.end == two.start and two.end - two.start == 1 < one.end - one.start
    return persons and words.text[one.start] in _VIETNAMESE and words.sentence[one.start] == words.sentence[two.start]


def _is_unknown_first(words: Words, one: Span, two: Span) -> bool:
    """Whether a lone word that no list knows stands before a full name, and is its first: [Amrit] [Singh Sandhu]."""
    word = words.text[one.start]
    double = two.end - two.start == _DOUBLE and words.text[two.start + 1] == "-"
    if one.end != two.start or one.end - one.start > 1 or two.label != "PERSON":
        return False
    if two.end - two.start != 2 and not double:
        return False
    same = words.sentence[one.start] == words.sentence[two.start] and words.kind(one.start) != "headline"
    listed = names.common(word) or word in names.known() or is_origin(word) or place_word(word) or names.title(word)
    plain = word.istitle() and word.isalpha() and word not in names.heads() and not listed
    last = words.text[two.start] if words.text[two.end - 1] in _GENERATIONS else words.text[two.end - 1]
    return same and plain and (names.surname(last) or double)


def _is_named_like_a_place(words: Words, one: Span, two: Span) -> bool:
    """Whether a place before a full name is that person's given name: [India] [Rose Clark], 12."""
    if one.end != two.start or one.end - one.start != 1 or two.label != "PERSON":
        return False
    if not words.opens[one.start] and words.pos[one.start - 1] not in ("VERB", "NOUN"):
        return False
    after = words.text[two.end : two.end + 2]
    aged = len(after) == 2 and after[0] == "," and (after[1] == "who" or (after[1].isdigit() and len(after[1]) == 2))
    return names.given_name(words.text[one.start]) and words.kind(one.start) != "headline" and aged


_JOINED = (_is_named_like_a_place, _is_unknown_first, _is_before_particle, _is_rest_of_name)


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
    if (whole := with_legal_form(words, start, end, label)) > end:
        return Span(start, whole, "ORG")
    return _checked(words, start, end, label)


def _checked(words: Words, start: int, end: int, label: str) -> Span | None:
    """The span, unless its words are no name's."""
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
    plain = names.surname(last) or not (names.common(last) or last in names.heads() or place_word(last))
    named = names.given_name(words.text[start]) or words.text[end - 3] in ("Ó", "Ní", "Nic", "Uí")
    return (plain or words.text[end - 1] in _COUNSEL) and named


def _is_person(words: Words, start: int, end: int, label: str, floor: int) -> bool:
    """Whether a given name or a title beside the span makes it a person's, whatever the model took it for."""
    if follows_given_name(words, start, end, floor) or (label == "ORG" and has_title(words, start, end)):
        return True
    return label not in ("PERSON", "NORP") and is_given_name(words, start, end)


def _is_model(words: Words, i: int) -> bool:
    """Whether token i is the number of a maker's model: an Airbus A380, two Boeing 737s, the Boeing 777-300."""
    return i < len(words) and not words.joined(i) and bool(_MODEL.fullmatch(words.text[i]))
