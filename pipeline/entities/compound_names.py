"""Names with small words or marks inside that lists hold: Trinidad and Tobago, Stoke-on-Trent, McDonald's.

The model cuts them where the small word stands.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.entities.body_names import body_spans
from pipeline.entities.personal_names import personal_spans
from pipeline.entities.saint_names import saint_spans
from pipeline.entities.span_rest import is_prefixed
from pipeline.entities.span_splits import is_origin, place_word
from pipeline.entities.spans import Span, apart, disjoint
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer

_LINKS = frozenset(
    ("and", "&", "of", "the", "upon", "on", "under", "in", "by", "next", "le", "la", "les", "sur", "am", "an", "im",
     "der", "super", "cum", "de", "del", "do", "dos", "da", "das", "ob", "near", "with", "al", "ul")
)  # fmt: skip
# Links that the gazetteer is asked about: it holds too many namesakes for "of" and "de".
_ASKED = _LINKS - {"of", "the", "de", "del", "do", "dos", "da", "das", "with", "al", "ul"}
_LIES = frozenset(("at", "by", "in", "juxta", "near", "next", "on", "over", "under", "upon", "with", "le", "en", "sur"))
_ARTICLES = frozenset(("the", "le", "la"))
_SINGULAR = (["has"], ["is"], ["was"], ["says"])
_OF_ROMANCE = frozenset(("da", "das", "de", "del", "do", "dos"))
_OF_SOMETHING = frozenset(("da", "das", "de", "del", "della", "des", "do", "dos", "du"))
_ROMANCE_ARTICLES = frozenset(("la", "las", "los", "el", "le", "les", "l'"))
_MATTER = 3  # words of what a body is of
_WELL_KNOWN = 5.8  # importance: some 600,000 people, the least for Feira de Santana rather than a person's name
_JOINTS = frozenset(("'s", "’s", "-"))
_LONGEST = 8  # tokens: the Democratic Republic of the Congo, Berwick-upon-Tweed
_IZAFET = frozenset(("e", "i", "ye", "o", "ul"))
_AT_A_RIVER = frozenset(("am", "an", "der", "ob"))
_KNOWN = 5.0  # importance of a place of some 100,000 people, the least for a name with "of"
_REGION = 4.5  # importance of a region of some 30,000 people, below which "Ana and Lind" is rather two names


def compound_spans(words: Words, gazetteer: "Gazetteer | None") -> list[Span]:
    """The longest listed name at each place where a capitalised word is followed by a small word or a joint."""
    found = [*saint_spans(words), *_doubled(words, gazetteer)]
    found += apart([*personal_spans(words, gazetteer), *_with_and(words, gazetteer)], found)
    found += apart([*_bodies_for(words), *_romance_bodies(words), *body_spans(words, gazetteer)], found)
    found += apart([*_parted(words, gazetteer)], found)
    free = 0
    for i in _starts(words):
        span = next(_listed_at(words, i, gazetteer), None) if i >= free else None
        if span:
            found.append(span)
            free = span.end
    return disjoint([*found, *_hyphen_towns(words, gazetteer), *_with_izafet(words)])


def _with_izafet(words: Words) -> Iterator[Span]:
    """Persian and Urdu names, whose words a small one joins: Mazar-e-Sharif, Lashkar-e-Taiba."""
    if _IZAFET.isdisjoint(words.forms):
        return
    for i in [i for i, word in enumerate(words.text[:-2]) if word in _IZAFET and i > 1]:
        ends = (words.text[i - 2], words.text[i + 2])
        joined = words.text[i - 1] == words.text[i + 1] == "-" and all(map(words.joined, range(i - 1, i + 3)))
        end = i + 3
        if joined and all(word[0].isupper() and word.isalpha() for word in ends):
            end += words.text[end : end + 1] != [] and words.text[end] in names.heads()  # Quaid-i-Azam University
            yield Span(i - 2, end, next(iter(_labels_at(words, i - 2)), ""), "list")


def _labels_at(words: Words, i: int) -> Iterator[str]:
    """The label of the model's entity that holds token i, if any does."""
    return (label for start, end, label in words.ents if start <= i < end)


def _doubled(words: Words, gazetteer: "Gazetteer | None") -> Iterator[Span]:
    """One word twice: Pago Pago, Duran Duran."""
    for i in range(len(words) - 1):
        word = words.text[i]
        if word == words.text[i + 1] and word[0].isupper() and word.isalpha() and _alone(words, i, i + 2):
            records = gazetteer.lookup(words.name(i, i + 2)) if gazetteer else ()
            yield Span(i, i + 2, "GPE" if records and records[0].name_rank < 2 else "", "list")


def _parted(words: Words, gazetteer: "Gazetteer | None") -> Iterator[Span]:
    """Places of two words that the model takes for two names side by side: [Boa] [Vista], [French] [Guiana]."""
    if gazetteer is None:
        return
    for (start, end, _), (then, close, _) in pairwise(words.ents):
        if end != then or close - start != 2 or words.sentence[start] != words.sentence[then] or words.joined(then):
            continue
        best = next(iter(gazetteer.lookup(words.name(start, close))), None)
        if best and best.name_rank < 2 and best.kind != "site" and best.importance >= _REGION:
            yield Span(start, close, "GPE", "list")


def _alone(words: Words, start: int, end: int) -> bool:
    """Whether no further capitalised word of the same sentence stands on either side."""
    before = start > 0 and words.sentence[start - 1] == words.sentence[start] and words.text[start - 1][0].isupper()
    after = end < len(words) and words.sentence[end] == words.sentence[start] and words.text[end][0].isupper()
    return not before and not after and words.sentence[start] == words.sentence[end - 1]


def _with_and(words: Words, gazetteer: "Gazetteer | None") -> Iterator[Span]:
    """Bodies with "and" in their name: the Society for Song and Dance; Marks and Webster, which "has" and "is"."""
    for i in [i for i, word in enumerate(words.text) if word in ("and", "&") and i]:
        first = i
        while first and (_in_body_name(words, first - 1) or words.text[first - 1] in ("of", "for", "on", ",")):
            first -= 1
        end = i + 1
        while end < len(words) and _in_body_name(words, end) and words.sentence[end] == words.sentence[i]:
            end += 1
        while first < i and words.text[first] in ("The", "A", "An", "In", "At", "Both"):
            first += 1
        if end == i + 1 or first == i or not _in_body_name(words, first):
            continue
        if (
            (_is_body_of_matters(words, first, i, end) and not _is_known_place(words.text[i - 1], gazetteer))
            or _is_singular_pair(words, first, i, end)
            or _is_abbreviated(words, first, end)
        ):
            yield Span(first, end, "ORG", "list")


def _bodies_for(words: Words) -> Iterator[Span]:
    """Bodies "of" or "for" something that no list knows: the Agency for Rural Co-operation."""
    for i in [i for i, word in enumerate(words.text) if word in ("of", "for") and i]:
        end = i + 1
        while end < len(words) and words.sentence[end] == words.sentence[i] and _in_matter(words, end):
            end += 1
        if words.text[end : end + 1] == ["and"] and end + 1 < len(words) and _is_matter(words, end + 1):
            end += 2  # Economic Co-operation and Development
        if names.heads().get(words.text[i - 1]) != "ORG" or not any(is_prefixed(words, j) for j in range(i + 1, end)):
            continue
        first = i - 1
        while first and _in_body_name(words, first - 1) and words.text[first - 1] not in ("The", "A", "An"):
            first -= 1
        yield Span(first, end, "ORG", "list")


def _romance_bodies(words: Words) -> Iterator[Span]:
    """Bodies "of" something in Spanish, Portuguese, French or Italian: Banco do Brasil, Banque de France."""
    for i in [i for i, word in enumerate(words.text) if word in _OF_SOMETHING and i]:
        first, end = i - 1, i + 1
        while first and _in_body_name(words, first - 1):
            first -= 1
        first = next((j for j in range(first, i) if words.text[j] in names.cues("org_first")), i)
        end += words.text[end : end + 1] != [] and words.text[end] in _ROMANCE_ARTICLES
        last = end
        while last < len(words) and last - end < _MATTER and _in_body_name(words, last) and words.together(i, last):
            last += 1
        if first < i and last > end and words.together(first, i):
            yield Span(first, last, "ORG", "list")


def _hyphen_towns(words: Words, gazetteer: "Gazetteer | None") -> Iterator[Span]:
    """Towns named after where they lie, which no gazetteer has to know: Holme-on-the-Wolds, Sutton-under-Brailes."""
    hyphens = [i for i, word in enumerate(words.text) if word == "-"] if "-" in words.forms else []
    for i in [i + 1 for i in hyphens if i and words.text[i + 1 : i + 2] and words.text[i + 1] in _LIES]:
        end = i + 1
        while end + 1 < len(words) and words.text[end] == "-" and words.joined(end) and words.joined(end + 1):
            end += 2
            if words.text[end - 1] not in _ARTICLES:
                break
        first, last = words.text[i - 2], words.text[end - 1]
        whole = all(map(words.joined, range(i - 1, end))) and first.istitle() and last.istitle()
        listed = gazetteer is not None and bool(gazetteer.lookup(words.name(i - 2, end)))
        if whole and (listed or not _is_phrase(first, last)):
            yield Span(i - 2, end, "GPE", "list")


def _is_phrase(first: str, last: str) -> bool:
    """Whether the words of a compound may be no town's: Jack-in-the-Box, Work-in-Progress, Made-in-Italy."""
    return place_word(last) or (names.common(last) and (names.common(first) or names.given_name(first)))


def _in_matter(words: Words, i: int) -> bool:
    word = words.text[i]
    hyphen = word == "-" and words.joined(i)
    return hyphen or is_prefixed(words, i) or (_in_body_name(words, i) and not names.title(word))


def _is_matter(words: Words, i: int) -> bool:
    """Whether a lone common word at token i has a capital within its sentence: Development."""
    last = i + 1 >= len(words) or not words.text[i + 1][0].isupper()
    return (
        _in_body_name(words, i) and names.common(words.text[i]) and last and words.sentence[i] == words.sentence[i - 1]
    )


def _in_body_name(words: Words, i: int) -> bool:
    return words.text[i][0].isupper() and words.text[i].isalpha() and not names.calendar(words.text[i])


def _is_known_place(word: str, gazetteer: "Gazetteer | None") -> bool:
    """Whether the word is a place rather than a matter: the University of Leeds and Ocean Wealth are two."""
    records = gazetteer.lookup(word) if gazetteer and not names.common(word) else ()
    return place_word(word) or bool(records and records[0].name_rank < 2)


def _is_body_of_matters(words: Words, first: int, i: int, end: int) -> bool:
    """Whether a body "of" or "for" something stands before, and common words that name a matter behind."""
    joint = next((j for j in range(first + 1, i) if words.text[j] in ("of", "for", "on")), 0)
    if not joint or names.heads().get(words.text[joint - 1]) != "ORG" or "," in words.text[first:joint]:
        return False
    *rest, last = words.text[i + 1 : end]
    kind = names.heads().get(last)
    plain = kind in (None, "LOC", "EVENT", "LAW") or last in names.cues("matter")
    return plain and all(map(names.common, (*rest, last)))


def _is_abbreviated(words: Words, first: int, end: int) -> bool:
    """Whether the text has the initials of the words too: Colorado Parks and Wildlife, CPW."""
    initials = [word[0] for word in words.text[first:end] if word[0].isupper()]
    return len(initials) > 2 and "".join(initials) in words.forms


def _is_singular_pair(words: Words, first: int, i: int, end: int) -> bool:
    """Whether two words joined by "and" take a verb in the singular: one firm."""
    if i - first != 1 or end - i != 2 or not words.opens[first] or words.text[end : end + 1] not in _SINGULAR:
        return False
    pair = (words.text[first], words.text[i + 1])
    people = any(map(is_origin, pair))
    return not people and not all(names.common(word) for word in pair)


def _starts(words: Words) -> list[int]:
    links = [i for i, word in enumerate(words.text) if word in _LINKS or word in _JOINTS]
    starts: set[int] = set()
    for i in links:
        j = i - 1
        while j >= 0 and i - j <= 3 and words.text[j][0].isupper() and words.sentence[j] == words.sentence[i]:
            starts.add(j)
            j -= 1
    return sorted(starts)


def _listed_at(words: Words, start: int, gazetteer: "Gazetteer | None") -> Iterator[Span]:
    """Spans from start that are listed names, longest first."""
    for end in reversed(_ends(words, start)):
        label = _label(words, start, end, gazetteer)
        if label:
            yield Span(start, end, label, "list")


def _ends(words: Words, start: int) -> list[int]:
    """Where a name from start with a small word inside may end."""
    ends: list[int] = []
    linked = False
    for i in range(start, min(start + _LONGEST, len(words))):
        word = words.text[i]
        if word in ("'s", "’s"):
            ends.append(i + 1)
            linked = True
        elif word in _LINKS or (word == "-" and words.joined(i)):
            linked = True
        elif not word[0].isupper() or words.sentence[i] != words.sentence[start]:
            break
        elif linked:
            ends.append(i + 1)
    return ends


def _label(words: Words, start: int, end: int, gazetteer: "Gazetteer | None") -> str:
    text = words.name(start, end).replace("’", "'")
    if countries.country_named(text):
        return "GPE"
    known = names.known().get(text) or names.known().get(text.replace(" and ", " & "), "")  # Johnson and Johnson
    if known and known != "X":
        return known
    inside = words.text[start + 1 : end - 1]
    if gazetteer is None:
        return ""
    first = words.text[start]
    if "of" in inside and first.lower() not in names.cues("determiner") and names.heads().get(first) != "ORG":
        best = next(iter(gazetteer.lookup(text)), None)
        return "GPE" if best and best.name_rank < 2 and best.importance >= _KNOWN else ""
    small = {word for word in inside if word[0].islower()}
    if small and small <= _OF_ROMANCE:
        best = next(iter(gazetteer.lookup(text)), None)
        return "GPE" if best and best.name_rank == 0 and best.importance >= _WELL_KNOWN else ""
    if not any(word in _ASKED for word in inside) or any(word in ("of", "the") for word in inside):
        return ""
    river = _AT_A_RIVER.issuperset(inside)  # Frankfurt an der Oder, officially Frankfurt (Oder)
    records = [record for record in gazetteer.lookup(text) if record.name_rank < 2 or river]
    if not records:
        return ""
    pair = "and" in inside or "&" in inside
    return "GPE" if not pair or records[0].importance >= _REGION else ""
