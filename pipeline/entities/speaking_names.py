"""Whole names of those who speak: what stands before "said", and behind it after a quote, is one name.

The model often sees only the last word of a name it does not know ("Constable Fergus [Mackail] said"), joins it to
the name before ("[Brixham Hospital Ian Corrie] said"), or takes it for a month ("[March] said").
"""

from collections.abc import Iterator

from pipeline.entities.peoples import is_people
from pipeline.entities.span_rest import PARTICLES, capital
from pipeline.entities.span_splits import is_origin, place_word
from pipeline.entities.spans import Span
from pipeline.entities.words import CLAUSE_OPENS, Words
from pipeline.lexicon import names, roles, tables

_QUOTE_ENDS = frozenset(('"', "”", "''", "’", "'", "»"))
_GENERATIONS = frozenset(("Jr", "Sr", "Jr.", "Sr.", "II", "III", "IV"))
_BODIES = frozenset(("ORG", "SITE", "FAC", "COMPANY", "CLUB"))
_RANK = 4  # letters of a rank or an office in capitals: Dy SP Ana Lind
_LONGEST = 4  # words of a name that no list knows, initials and particles apart


def speaking_spans(words: Words) -> list[Span]:
    """The full names before and behind the verbs of speech, and those that a speaking month or common word ends."""
    said = names.cues("speech")
    runs = [(i, _run_before(words, i)) for i, word in enumerate(words.text) if word in said]
    runs += [(i, _run_behind(words, i)) for i, _ in runs]
    found = [span for i, run in runs if words.kind(i) != "headline" for span in _whole_name(words, *run)]
    lone = {words.text[start] for _, (start, end) in runs if end - start == 1 and _speaks_alone(words, start)}
    return found + [span for i, word in enumerate(words.text) if word in lone for span in _full_name(words, i)]


def _run_before(words: Words, verb: int) -> tuple[int, int]:
    """The tokens of the capitalised words right before the verb, in its sentence."""
    start = verb
    while start > 0 and words.sentence[start - 1] == words.sentence[verb] and _in_run(words, start - 1):
        start -= 1
    while start < verb and not capital(words, start):
        start += 1
    return start, verb


def _run_behind(words: Words, verb: int) -> tuple[int, int]:
    """The tokens of the capitalised words right behind the verb of a quote; none where no quote ends before it."""
    end = verb + 1
    if verb and words.text[verb - 1] in _QUOTE_ENDS:
        while end < len(words) and words.sentence[end] == words.sentence[verb] and _in_run(words, end):
            end += 1
        while end > verb + 1 and not capital(words, end - 1) and words.text[end - 1] != ".":
            end -= 1
    return verb + 1, end


def _in_run(words: Words, i: int) -> bool:
    word = words.text[i]
    if word == "-":
        return words.joined(i) and words.joined(i + 1) and i + 1 < len(words) and capital(words, i + 1)
    if word == ".":
        return words.joined(i) and words.text[i - 1] in _GENERATIONS
    return (capital(words, i) and word[0].isalpha()) or word in PARTICLES


def _whole_name(words: Words, start: int, end: int) -> Iterator[Span]:
    """The run as a person's name of two words or more, what stands before it left out."""
    for i in range(start, end - 1):
        if _parts(words, i, start, end):
            start = i + 1
    while start < end and (not capital(words, start) or _is_plain_word(words, start)):
        start += 1
    parts = [word for word in words.text[start:end] if word[0].isupper() and word not in _GENERATIONS]
    if (
        1 < len(parts) <= _LONGEST
        and not any(_is_of_a_body(word) for word in parts)
        and _is_plain(parts)
        and words.name(start, end) not in names.known()
    ):
        known = len(parts[0]) > 1 and names.given_name(parts[0])
        yield Span(start, end, "PERSON" if known else "", "speaks")


def _is_plain_word(words: Words, i: int) -> bool:
    """Whether token i is a common word that only opens its sentence: Many Americans said."""
    return words.opens[i] and words.pos[i] != "PROPN" and names.common(words.text[i])


def _parts(words: Words, i: int, start: int, end: int) -> bool:
    """Whether a name begins behind token i: a title, a role, an office, a body or a place before a person's name."""
    word = words.text[i]
    if words.text[i + 1] == "-" or word == "-":
        return False
    if names.title(word) or word in tables.words("entities/offices.txt") or roles.is_role(word.lower()):
        return not (i == start and names.given_name(word) and not names.title(word))
    if i + 2 < end and _precedes_full_name(words, i, start):
        return True
    named = i == start and (names.given_name(word) or names.surname(word))
    place = is_origin(word) or (i and place_word(words.name(i - 1, i + 1)))
    return not named and (place or names.heads().get(word) in _BODIES)


def _precedes_full_name(words: Words, i: int, start: int) -> bool:
    """Whether token i is no part of the name of two words behind it: DSP Ana Lind, Minister of Tourism Ana Lind."""
    word, behind_of = words.text[i], i > 0 and words.text[i - 1] in ("of", "for", "at", "in", "to", "and")
    if names.given_name(words.text[i + 1]) and word.isupper() and 1 < len(word) <= _RANK:
        return True
    if i != start or (names.given_name(word) and not place_word(word)):
        return False
    return behind_of if names.common(word) else behind_of and names.given_name(words.text[i + 1])


def _is_of_a_body(word: str) -> bool:
    """Whether the word is of a people, a body, a place or an acronym rather than of a person."""
    bearer = names.given_name(word) or names.surname(word)
    if is_people(word):
        return True
    return (word.isupper() and len(word) > 2) or (bool(names.heads().get(word)) and not bearer)


def _is_plain(parts: list[str]) -> bool:
    """Whether the words are a name and no phrase: the last is no common word, or it follows a given name."""
    last = parts[-1]
    if names.common(last) and not names.surname(last):
        return names.given_name(parts[0]) and not names.common(parts[0])
    return not (names.common(parts[0]) and not names.given_name(parts[0]) and not names.surname(parts[0]))


def _speaks_alone(words: Words, i: int) -> bool:
    """Whether a lone month, day or common word at token i, which begins its clause, is the name of who speaks."""
    word = words.text[i]
    if not (names.calendar(word) or names.common(word)):
        return False
    return words.opens[i] or words.text[i - 1] in CLAUSE_OPENS or words.text[i - 1] in names.cues("speech")


def _full_name(words: Words, i: int) -> Iterator[Span]:
    """The full name of which the word at token i is the last or the first: Augusta March, Patience Ndoro."""
    before = words.text[i - 1] if i and words.sentence[i - 1] == words.sentence[i] else ""
    ends = bool(before)
    if names.title(words.text[i]) or roles.is_role(words.text[i].lower()):  # Crystal Bishop; not Ghana Bishop Ana Lind
        ends = names.given_name(before) and not (i + 1 < len(words) and capital(words, i + 1))
    if ends and _is_other_half(words, i - 1) and not names.title(before):
        yield Span(i - 1, i + 1, "PERSON", "speaks")
    elif names.given_name(words.text[i]) and _is_other_half(words, i + 1):
        yield Span(i, i + 2, "PERSON", "speaks")


def _is_other_half(words: Words, i: int) -> bool:
    if not 0 <= i < len(words) or not capital(words, i) or not words.text[i].isalpha() or words.kind(i) == "headline":
        return False
    word = words.text[i]
    if names.common(word) and not names.given_name(word):
        return False
    return not (names.calendar(word) or roles.is_role(word.lower()) or names.heads().get(word) in _BODIES)
