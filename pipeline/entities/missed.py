"""Names that the model passed over: capitalised words that lists, shape or neighbours make a name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.entities.listed_names import is_acronym_and_word
from pipeline.entities.missed_bodies import is_body_within
from pipeline.entities.missed_places import placed
from pipeline.entities.peoples import is_people
from pipeline.entities.span_rest import PARTICLES, PREFIXES, capital
from pipeline.entities.span_splits import in_title_case, is_countryman, is_matter_of_office, place_word
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names, roles, tables

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer

_ACTS = frozenset(("said", "says", "told", "added", "who", "asked", "wrote"))
_SHORTEST = 3
_CAMEL = re.compile(r"i[A-Z][A-Za-z]{2,}")  # iPhone, iBook
_APPOSED = 4  # words within which the role of "Skive, a trader" stands
_DETERMINERS = frozenset(("a", "an", "the", "his", "her", "their"))
_GIVEN_AND_LAST = 2  # words
_LONGEST_NAME = 4  # words of a person's name that only lists vouch for
_OF_HEADS = frozenset(("ORG", "SITE", "FAC", "LOC", "GPE"))


def passed_over(words: Words, spans: Sequence[Span], gazetteer: "Gazetteer | None") -> list[Span]:
    """Spans for names outside the given spans."""
    taken = [False] * len(words)
    for span in spans:
        taken[span.start : span.end] = [True] * (span.end - span.start)
    found = []
    seen = Counter(word for word in words.text if word[0].isupper())
    for start, end in _runs(words, taken):
        judged = _judged(words, start, end, taken, seen, gazetteer)
        if judged:
            found.append(judged)
            taken[judged.start : judged.end] = [True] * (judged.end - judged.start)
    return found


def _runs(words: Words, taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Maximal runs of capitalised words that nobody has claimed."""
    free, last = 0, len(words)
    camels = {form for form in words.forms if form[0] == "i" and _CAMEL.fullmatch(form)}
    for i in [i for i, word in enumerate(words.text) if word[0].isupper() or word in camels]:
        if i < free or taken[i] or not _may_begin(words, i):
            continue
        end = i + 1
        while (
            end < last and not taken[end] and words.sentence[end] == words.sentence[i] and _may_go_on(words, end, taken)
        ):
            end += 1
        yield i, end
        free = end


def _may_begin(words: Words, i: int) -> bool:
    word = words.text[i]
    return not names.calendar(word) and word != "I"


def _may_go_on(words: Words, i: int, taken: Sequence[bool]) -> bool:
    word = words.text[i]
    if word[0].isupper():
        return not names.calendar(word) and word not in tables.words("entities/offices.txt")  # Fine Gael TD Ana Lind
    if word[0].isdigit() and _CAMEL.fullmatch(words.text[i - 1]):
        return True  # iPhone 4, iPhone 3GS
    following = i + 1 < len(words) and capital(words, i + 1) and not taken[i + 1]
    if word == "of" and following:
        return names.heads().get(words.text[i - 1]) in _OF_HEADS
    if word == "-" and words.joined(i) and following and words.joined(i + 1):
        return True
    return word in PARTICLES and following and word not in ("the", "us")


def _judged(
    words: Words, start: int, end: int, taken: Sequence[bool], seen: Counter[str], gazetteer: "Gazetteer | None"
) -> Span | None:
    """The run as a span, its titles left out, if anything speaks for a name."""
    while start < end and _stands_before(words, start, end):
        start += 1
    if start < end and (whole := _as_it_is(words, start, end)):
        return whole
    while end - start > 1 and names.title(words.text[end - 1]):
        end -= 1
    if start >= end or _is_part(words, start, end):
        return None
    text = words.name(start, end)
    if _explains(words, start, end):
        return Span(start, end, "", "seek")
    label = (
        _code(words, start, end)
        or _listed(text)
        or _creed(words, start, end)
        or _shaped(words, start, end)
        or _listed_with(words, start, end, taken)
        or _introduced(words, start, end)
        or placed(words, start, text, gazetteer, taken)
    )
    if not label and end - start == 1 and (_is_name_by_use(words, start, seen) or is_body_within(words, start)):
        label = "?"
    if not label and 1 < end - start <= _LONGEST_NAME and all(_comes_back(words, i, seen) for i in range(start, end)):
        label = "PERSON"
    if not label and _is_unknown_name(words, start, end):
        label = "?"
    return Span(start, end, "" if label == "?" else label, "seek") if label else None


def _as_it_is(words: Words, start: int, end: int) -> Span | None:
    """A device, whom a member of a party speaks for, an acronym that is a word too: iPhone, (R-Ocilla), IS."""
    if _CAMEL.fullmatch(words.text[start]):
        return Span(start, end, "PRODUCT", "seek")
    if _is_seat(words, start, end):
        short = words.text[end : end + 1] == ["."] and words.name(start + 2, end + 1) in names.states()
        return Span(start + 2, end + short, "GPE", "seek")  # R-Ga., whose full stop is parted from it
    if end - start == 1 and is_acronym_and_word(words, start):
        return Span(start, end, "ORG", "acronym")
    return None


def _stands_before(words: Words, i: int, end: int) -> bool:
    """Whether token i is a title, opens the sentence, or ends what an office is of, and the name begins behind it."""
    if names.title(words.text[i]) or _plain_opener(words, i) or (words.opens[i] and words.text[i] in ("A", "An")):
        return True
    return end - i > _GIVEN_AND_LAST and (is_countryman(words.text[i]) or is_matter_of_office(words, i))


def _is_seat(words: Words, start: int, end: int) -> bool:
    """Whether the run is a party and whom its member speaks for: (R-Ocilla), D-N.J."""
    return (
        end - start > 2
        and words.text[start] in ("D", "R", "I")
        and words.text[start + 1] == "-"
        and words.text[start - 1] in (",", "(")
    )


def _is_part(words: Words, start: int, end: int) -> bool:
    """Whether the run is half of a compound, a unit, a model number or a sum of money."""
    after = words.text[end] if end < len(words) else ""
    if words.joined(start) and words.text[start - 1] not in ("(", '"', "'", "/", "[", "“", "-"):
        return True
    if after == "-" and end - start == 1 and words.text[start] in PREFIXES:
        return True
    if words.joined(start) and words.text[start - 1] == "-" and not words.text[start - 2][:1].isupper():
        return words.text[start - 2].lower() not in ("anti", "pro", "pre", "ex", "non", "post")
    return after[:1] in ("$", "€", "£") or (end - start == 1 and (len(words.text[start]) == 1 or after[:1].isdigit()))


def _is_name_by_use(words: Words, i: int, seen: Counter[str]) -> bool:
    """A single unknown word that does what names do: stand after a title, act, or come back."""
    word = words.text[i]
    if names.common(word) or any(c.isdigit() for c in word) or word.lower() in words.forms or len(word) < _SHORTEST:
        return False
    after = words.text[i + 1] if i + 1 < len(words) else ""
    acts = words.opens[i] and i + 1 < len(words) and words.tag[i + 1] in ("VBZ", "VBD") and words.kind(i) == "body"
    return after in _ACTS or ((seen[word] > 1 or (acts and not word.endswith("s"))) and words.pos[i] == "PROPN")


def _is_unknown_name(words: Words, start: int, end: int) -> bool:
    """Whether the run is two to four capitalised words in a sentence of which none is a common one."""
    if (
        not 1 < end - start <= _LONGEST_NAME + 2
        or any(word != "-" and len(word) < _SHORTEST for word in words.text[start:end])
        or words.kind(start) == "headline"
        or in_title_case(words, start)
    ):
        return False
    return all(
        words.text[i] == "-"
        or (words.pos[i] == "PROPN" and words.text[i][1:].islower() and not names.common(words.text[i]))
        for i in range(start, end)
    )


def _listed_with(words: Words, start: int, end: int, taken: Sequence[bool]) -> str:
    """A given name that "and" joins to another: Barbara and Sandy; an unknown word beside a name: Primark and Aldi."""
    word = words.text[start]
    if end - start > 1 or words.kind(start) == "headline":
        return ""
    before = start > 1 and words.text[start - 1] == "and" and taken[start - 2]
    behind = words.text[end : end + 1] == ["and"] and any(taken[end + 1 : end + 2])
    if (before or behind) and _is_unknown_word(words, start):
        return "?"
    goes_on = end < len(words) and words.pos[end] in ("NOUN", "PROPN")
    named = names.given_name(word) and names.given_name(words.text[start - 2]) if before else False
    return "PERSON" if named and not goes_on else ""


def _is_unknown_word(words: Words, i: int) -> bool:
    """Whether token i is a proper noun that is no common word and stands nowhere in lower case."""
    word = words.text[i]
    known = names.common(word) or word.lower() in words.forms or any(c.isdigit() for c in word)
    return words.pos[i] == "PROPN" and len(word) >= _SHORTEST and not known


def _introduced(words: Words, start: int, end: int) -> str:
    """A person whom an apposition introduces: "Alaguvela, a trader in the old market, sued"."""
    if end - start > 2 or end + 2 >= len(words) or words.text[end] != "," or words.kind(start) == "headline":
        return ""
    if words.text[end + 1] == "who" and not names.common(words.text[end - 1]):
        return "PERSON"
    if words.text[end + 1].isdigit() and len(words.text[end + 1]) == 2 and words.text[end + 2] == ",":
        return "PERSON" if not names.common(words.text[end - 1]) else ""
    if words.text[end + 1] not in _DETERMINERS or names.common(words.text[end - 1]):
        return ""
    nouns = (words.text[i].lower() for i in range(end + 2, min(end + 2 + _APPOSED, len(words))))
    return "PERSON" if any(map(roles.is_role, nouns)) else ""


def _comes_back(words: Words, i: int, seen: Counter[str]) -> bool:
    """Whether token i is no common word and stands elsewhere too."""
    word = words.text[i]
    return words.pos[i] == "PROPN" and word.isalpha() and seen[word] > 1 and not names.common(word)


def _plain_opener(words: Words, i: int) -> bool:
    """A common word that is capitalised because it begins a sentence."""
    word = words.text[i]
    storm = word in names.cues("event_first") and i + 1 < len(words) and capital(words, i + 1)
    plain = words.opens[i] and names.common(word) and words.pos[i] != "PROPN"
    return plain and not storm and not is_acronym_and_word(words, i)


def _code(words: Words, start: int, end: int) -> str:
    """A country's code in brackets, as in lists of results: (QAT)."""
    if end - start > 1 or end >= len(words) or words.text[end][0] != ")" or words.text[start - 1] != "(":
        return ""
    return "GPE" if countries.country_of_code(words.text[start]) else ""


def _explains(words: Words, start: int, end: int) -> bool:
    """Whether a word in brackets abbreviates the name before them: the Lakeland Road Authority (LRA)."""
    word = words.text[start]
    if end - start > 1 or start < 3 or words.text[start - 1] != "(" or words.text[end : end + 1] != [")"]:
        return False
    if not word[:2].isupper() or not word.isalpha():
        return False
    name = words.text[max(0, start - 2 - len(word) * 2) : start - 1]
    capitals = [part[0] for part in name if part[0].isupper()]
    letters = [letter for letter in word if letter.isupper()]
    return len(capitals) >= len(letters) and capitals[-len(letters) :] == letters


def _listed(text: str) -> str:
    known = names.known().get(text)
    if known:
        return "" if known == "X" else known
    if countries.country_named(text) or text in names.states():
        return "GPE"
    return "NORP" if is_people(text) and not names.common(text) else ""


def _creed(words: Words, start: int, end: int) -> str:
    """A party, a faith or a part of the world by a word that is also a common one: Western states, a Liberal MP."""
    small = end - start > 1 or words.opens[start] or words.kind(start) == "headline" or not is_people(words.text[start])
    return "" if small or in_title_case(words, start) else "NORP"


def _shaped(words: Words, start: int, end: int) -> str:
    """A name by its own words: a person's, or one that ends with the word for what it is."""
    before = words.text[start - 1] if start else ""
    first, last = words.text[start], words.text[end - 1]
    if before and names.title(before) and before[0].isupper() and not names.common(first):
        return "PERSON"
    head = names.heads().get(last)
    if end - start == 1 or words.kind(start) == "headline":
        return ""
    if first in names.cues("event_first") and end - start == _GIVEN_AND_LAST and not names.common(last):
        return "EVENT"  # Hurricane Ida
    if head:
        opens = words.opens[start] and not (head in ("ORG", "COMPANY") and _is_proper(words, start))
        vague = opens and last.lower() not in names.cues("firm_last")
        return "" if vague else {"COMPANY": "ORG", "CLUB": "ORG", "SITE": "FAC"}.get(head, head)
    if end - start > _LONGEST_NAME or (names.common(last) and not _is_common_last_name(words, start, end)):
        return ""
    known = names.given_name(first) or names.surname(last)
    return (
        "PERSON"
        if known and all(words.pos[i] == "PROPN" or words.text[i] in PARTICLES for i in range(start, end))
        else ""
    )


def _is_common_last_name(words: Words, start: int, end: int) -> bool:
    """Whether a given name and a last name that is a word too stand within a sentence: she met Jon Sessions."""
    first, last = words.text[start], words.text[end - 1]
    plain = not (words.opens[start] or names.common(first) or place_word(first) or in_title_case(words, start))
    return plain and end - start == _GIVEN_AND_LAST and names.given_name(first) and names.surname(last)


def _is_proper(words: Words, i: int) -> bool:
    """Whether the word at token i, which opens its sentence, is no common one: Rosslare Ferries."""
    return not names.common(words.text[i]) and not words.joined(i)
