"""Full names of persons that small words, hyphens or nicknames part: Ana van der Lind, Baek Hyun-woo, Bo "Red" Lind."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.entities.span_rest import ends_korean_name
from pipeline.entities.span_splits import place_word
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import names, tables

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer

_PARTICLES = frozenset(
    ("von", "van", "der", "den", "de", "dos", "das", "da", "di", "del", "della", "bin", "ibn", "bint", "ten", "ter",
     "zu", "lo", "af", "la", "al", "O", "Ó", "Ní", "dela", "delos", "ap", "wa", "ole", "arap", "ka")
)  # fmt: skip
_MUHAMMAD = frozenset(("Md", "Md.", "Mohd", "Mohd.", "Muhd", "Muhd."))
_NICKNAME_OPENS = frozenset(('"', "“", "‘", "'", "``", "(", "«"))
_NICKNAME_CLOSES = frozenset(('"', "”", "’", "'", "''", ")", "»"))


def personal_spans(words: Words, gazetteer: "Gazetteer | None") -> list[Span]:
    """The names of persons with particles, with nicknames and with hyphens."""
    found = [*_with_muhammad(words), *_with_particles(words, gazetteer)]
    return [*found, *_with_nickname(words), *_with_hyphen(words)]


def _with_muhammad(words: Words) -> Iterator[Span]:
    """Names that open with Muhammad in short, which Maryland is in short, too: Md. Rezaul Karim, Mohd Azlan."""
    for i in [i for i, word in enumerate(words.text[:-1]) if word in _MUHAMMAD]:
        end = i + 1
        while end < len(words) and words.sentence[end] == words.sentence[i + 1] and _is_name_word(words, end):
            end += 1  # which a sentence may seem to part from its "Md."
        behind_town = i > 0 and (words.text[i - 1] == "," or words.text[i - 1][0].isupper())
        if end > i + 1 and not behind_town and words.text[end - 1] not in tables.words("entities/offices.txt"):
            yield Span(i, end, "PERSON", "list")


def _with_particles(words: Words, gazetteer: "Gazetteer | None") -> Iterator[Span]:
    """A given name, particles and a last name: Ursula von der Leyen, José Eduardo dos Santos."""
    for i in [i for i, word in enumerate(words.text) if word in _PARTICLES and i]:
        first = i
        while first and words.text[first - 1][0].isupper() and words.text[first - 1].isalpha() and i - first < 3:
            first -= 1
        last = i
        while last < len(words) and words.text[last] in _PARTICLES and last - i < 3:
            last += 1
        filipino = words.text[i] in ("dela", "delos") and not names.common(words.text[i - 1])  # Rodel dela Rosa
        while first < i and (names.title(words.text[first]) or not names.given_name(words.text[first])):
            first += 1
        first = i - 1 if filipino and first == i else first
        if first < i < last < len(words) and words.text[last][0].isupper() and words.text[last].isalpha():
            end = _end_of_person(words, last)
            if words.sentence[first] == words.sentence[i] and not _is_town(words, first, end, gazetteer):
                yield Span(first, end, "PERSON", "list")


def _is_town(words: Words, first: int, end: int, gazetteer: "Gazetteer | None") -> bool:
    """Whether the name is a place's though it begins like a person's: San Juan del Sur, Magdalena del Mar."""
    if first and words.text[first - 1] in names.cues("saint_first") | names.cues("place_first"):
        return True
    records = gazetteer.lookup(words.name(first, end)) if gazetteer else ()
    return place_word(words.text[first]) or bool(records and records[0].name_rank < 2)


def _end_of_person(words: Words, last: int) -> int:
    """The end of a person's name of which token last is a part: Faisal bin Rashid Al Karimi."""
    end = last + 1
    while end < len(words) and words.sentence[end] == words.sentence[last]:
        joint = words.text[end] == "-" and words.joined(end) and words.joined(end + 1)
        if words.text[end] in ("e", "y") and end + 1 < len(words) and _is_name_word(words, end + 1):
            joint = end + 2 >= len(words) or not _is_name_word(words, end + 2)  # de Souza e Silva
        if not joint and not _is_name_word(words, end):
            break
        end += 1
    return end


def _with_nickname(words: Words) -> Iterator[Span]:
    """A nickname in marks or brackets within a name: Lewis "Shorty" Hanlon, William (Billy) Hanford."""
    for i, mark in enumerate(words.text):
        if mark not in _NICKNAME_OPENS or not i or not words.text[i - 1][0].isupper():
            continue
        close = next((j for j in range(i + 2, min(i + 5, len(words))) if words.text[j] in _NICKNAME_CLOSES), 0)
        inside = words.text[i + 1 : close]
        if not close or close + 1 >= len(words) or not all(word[0].isupper() or word == "-" for word in inside):
            continue
        first, last = i - 1, close + 1
        if not _is_name_word(words, first) or not _is_name_word(words, last) or words.joined(last):
            continue
        if mark == "(" and not names.given_name(inside[0]):
            continue
        while first and _is_name_word(words, first - 1) and names.given_name(words.text[first - 1]):
            first -= 1
        yield Span(first, last + 1, "PERSON", "list")


def _with_hyphen(words: Words) -> Iterator[Span]:
    """A given name of two syllables and a family name that is listed: Hyun-woo Baek, Baek Hyun-woo."""
    for i in [i for i, word in enumerate(words.text) if word == "-"] if "-" in words.forms else []:
        if ends_korean_name(words, i + 2) and words.kind(i) != "headline":
            yield Span(i - 2, i + 2, "PERSON", "list")
            continue
        if not 0 < i < len(words) - 2 or not (words.joined(i) and words.joined(i + 1)) or words.joined(i + 2):
            continue
        first, second, last = words.text[i - 1], words.text[i + 1], words.text[i + 2]
        syllables = first.istitle() and second.islower() and second.isalpha()
        within = words.sentence[i - 1] == words.sentence[i + 2] and words.kind(i) != "headline"
        if syllables and within and names.asian_surname(last):
            yield Span(i - 1, i + 3, "PERSON", "list")


def _is_name_word(words: Words, i: int) -> bool:
    word = words.text[i]
    plain = word[0].isupper() and word.isalpha() and not names.title(word) and not names.calendar(word)
    return plain and words.pos[i] == "PROPN" and not (names.heads().get(word) or word in names.cues("post_nominal"))
