"""Where names begin and end: the model's spans, mended."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline import nations, wordlists
from pipeline.entities import lexicon
from pipeline.entities.words import Words

NAMED = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"))
PARTICLES = frozenset(
    ("al", "el", "bin", "ibn", "bint", "abu", "de", "del", "della", "da", "dos", "das", "do", "di", "du", "la", "le",
     "van", "von", "der", "den", "ter", "ten", "ben", "ould", "st", "y", "e", "zu", "af", "av", "ul", "ur", "us", "uz",
     "al-", "el-")
)  # fmt: skip
_CUTS = frozenset(
    (",", ";", "/", "(", ")", "[", "]", '"', "“", "”", "--", "–", "—", ":", "|", "•", "*", "\n", "=", "_", "…", "...")
)
# Words inside a span that part two names, unless a head stands before: "Committee on Trade".
_BETWEEN = frozenset(("on", "against", "with", "after", "from", "by", "as", "to", "over", "than", "at", "the"))
_KEPT_WITH = frozenset(("of", "the", "-", "el", "al"))  # before a word for an office that is part of the name
_INSIDE = frozenset(("el", "al", "al-", "el-"))  # inside Arabic place names: Sharm el-Sheikh
_ALWAYS_BETWEEN = frozenset(("against", "after", "from", "by", "as", "than", "over"))
# Capitalised at the start of a sentence, and no part of the name that follows.
_OPENERS = frozenset(
    (
        "Previous",
        "Leading",
        "Former",
        "Current",
        "Meanwhile",
        "However",
        "Outgoing",
        "Earlier",
        "Late",
        "Ex",
        "But",
        "And",
        "When",
    )
)
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
    sense: str = ""  # "team" where a place's name stands for its team


def model_spans(words: Words) -> list[Span]:
    """The model's named spans with sound boundaries, in order."""
    found: list[Span] = []
    for start, end, label in words.ents:
        if label in NAMED:
            for piece in _pieces(words, start, end, label):
                kind, first, last = _before_office(words, *piece, end, label)
                span = _mended(words, (first, last), kind, found[-1].end if found else 0)
                if span:
                    found.append(span)
    return found


def _pieces(words: Words, start: int, end: int, label: str) -> Iterator[tuple[int, int]]:
    """Cut at line breaks, brackets, dashes and, in a name of one thing, at commas and "and"."""
    if words.name(start, end) in lexicon.known():
        yield start, end
        return
    begin = start
    for i in range(start, end):
        if _cuts(words, i, start, end, label):
            if i > begin:
                yield begin, i
            begin = i + 1
    if begin < end:
        yield begin, end


def _before_office(words: Words, start: int, end: int, whole: int, label: str) -> tuple[str, int, int]:
    """Of what stands before an office only the country counts: the US in "US Security Envoy"."""
    if end >= whole or words.text[end] not in wordlists.words("entities/offices.txt"):
        return label, start, end
    if lexicon.heads().get(words.text[end - 1]) == "ORG" or words.text[end - 1] == "Treasury":
        return label, start, end
    for size in (3, 2, 1):
        name = words.name(start, start + size) if start + size <= end else ""
        if name and nations.country_named(name):
            return "GPE", start, start + size
        if name and nations.country_of_people(name):
            return "NORP", start, start + size
    return label, start, end


def _cuts(words: Words, i: int, start: int, end: int, label: str) -> bool:
    word = words.text[i]
    if word.isspace():
        return "\n" in word
    if word in wordlists.words("entities/offices.txt"):
        return _is_office(words, i, end, label)
    if (
        word in ("H", "E", "H.", "E.")
        and words.text[i - 1 : i + 2].count(word) + words.text[i - 1 : i + 2].count("H") > 1
    ):
        return True
    if word == ",":
        company = i + 1 < end and lexicon.heads().get(words.text[i + 1]) == "COMPANY"
        return not company and (
            label not in ("ORG", "WORK_OF_ART", "EVENT", "LAW", "FAC") or _lone_names(words, start, end)
        )
    if word in _CUTS:
        return label != "WORK_OF_ART" or word in "()[]\n"
    if word in _BETWEEN and label in ("ORG", "PERSON", "GPE", "FAC"):
        return word in _ALWAYS_BETWEEN or not any(part in lexicon.heads() for part in words.text[start:i])
    if word == "and" and label in ("PERSON", "GPE", "NORP", "LOC"):
        return not _geographic_pair(words, i)
    if word == "-" and not words.joined(i):
        return label in ("PERSON", "GPE", "NORP", "LOC", "ORG")
    if word == "-" and label in ("GPE", "LOC", "NORP", "ORG", "PERSON") and words.joined(i):
        return _two_places(words, i)
    return False


def _is_office(words: Words, i: int, end: int, label: str) -> bool:
    """Whether an office inside a span parts two names ("Sochi Mayor Ana Lind") or ends it ("US Envoy")."""
    if label not in ("PERSON", "ORG", "GPE", "FAC", "NORP", "WORK_OF_ART") or words.text[i - 1].lower() in _KEPT_WITH:
        return False
    return label != "ORG" or words.text[end - 1] not in lexicon.heads()


def _lone_names(words: Words, start: int, end: int) -> bool:
    """Whether every part between commas is one word: a list, not a name with commas in it."""
    return all(words.text[i] == "," for i in range(start + 1, end, 2)) and end - start > 2


def _geographic_pair(words: Words, i: int) -> bool:
    pair = words.name(max(i - 1, 0), min(i + 2, len(words)))
    return any(pair in name for name in ("Bosnia and Herzegovina", "Trinidad and Tobago", "Antigua and Barbuda"))


def _two_places(words: Words, i: int) -> bool:
    """Egypt-Gaza is two names; Guinea-Bissau and Tel-Aviv are one."""
    if i + 1 >= len(words) or not words.joined(i + 1):
        return False
    if nations.country_named(f"{words.text[i - 1]}-{words.text[i + 1]}"):
        return False
    return _place_word(words.text[i - 1]) and _place_word(words.text[i + 1])


def _place_word(word: str) -> bool:
    return bool(
        nations.country_named(word)
        or nations.country_of_people(word)
        or word in lexicon.states()
        or lexicon.known().get(word) in ("GPE", "LOC")
    )


def _mended(words: Words, piece: tuple[int, int], label: str, floor: int) -> Span | None:
    start, end = trimmed(words, *piece, label)
    if start >= end or start < floor:
        return None
    if _follows_given_name(words, start, end, floor):
        label = "PERSON"
    start, end = _extended(words, start, end, label, floor)
    start, end = trimmed(words, start, end, label)
    if start >= end or not any(c.isalpha() for c in words.text[start] + words.text[end - 1]):
        return None
    if all(_is_no_name(word) for word in words.text[start:end]):
        return None
    return Span(start, end, label)


def _follows_given_name(words: Words, start: int, end: int, floor: int) -> bool:
    """Whether a lone word stands after a given name that the model left out: Ilse [Varga]."""
    if (
        end - start > 1
        or start - 1 < floor
        or words.in_ent[start - 1]
        or words.sentence[start - 1] != words.sentence[start]
    ):
        return False
    word = words.text[start - 1]
    return _belongs_before(words, start - 1, "PERSON") and word.isalpha() and not _place_word(word)


def _is_no_name(word: str) -> bool:
    """Titles, roles, column heads, and words in other scripts that repeat the name before them."""
    if not any(c < "\u0250" and c.isalpha() for c in word):
        return True
    return lexicon.title(word) or lexicon.role(word.lower().removesuffix("s")) or word.lower() in _SPORTS


_SPORTS = frozenset(
    (
        "soccer",
        "cricket",
        "rugby",
        "golf",
        "tennis",
        "basketball",
        "baseball",
        "hockey",
        "football",
        "midfielders",
        "forwards",
    )
)


def trimmed(words: Words, start: int, end: int, label: str) -> tuple[int, int]:
    """Leave out articles, titles before a person, and loose marks and lower-case words at both ends."""
    while start < end and _loose_first(words, start, end, label):
        start += 1
    while end > start and _loose_last(words, start, end, label):
        end -= 1
    return start, end


def _loose_first(words: Words, i: int, end: int, label: str) -> bool:
    word = words.text[i]
    if not any(c.isalnum() for c in word) or word in ("'s", "s", "n't"):
        return True
    if word.lower() in _DROP_FIRST:
        return not (word == "The" and label == "WORK_OF_ART")
    if words.opens[i] and end - i > 1 and (word in _OPENERS or (word == "Will" and label == "ORG")):
        return True
    if word[0].islower() and label not in ("PRODUCT", "WORK_OF_ART"):
        return (word not in PARTICLES and not any(c.isupper() for c in word)) or (end - i == 1 and word.islower())
    if word[0].isdigit() and label in ("PERSON", "GPE", "LOC", "NORP"):
        return True
    return label == "PERSON" and i + 1 < end and lexicon.title(word)


def _loose_last(words: Words, start: int, end: int, label: str) -> bool:
    word = words.text[end - 1]
    if word in ("'s", "'", "’s", "’") or not any(c.isalnum() for c in word):
        return not (word == "." and words.joined(end - 1) and len(words.text[end - 2]) == 1 and end - 2 > start)
    if label in ("WORK_OF_ART", "LAW", "EVENT", "PRODUCT"):
        return label != "WORK_OF_ART" and (word.islower() or "," in word)
    if end - start > 1 and _is_caption_word(words, end):
        return True
    if label == "PERSON" and words.text[end - 2] == "-" and words.joined(end - 1) and end - 2 > start:
        return lexicon.common(word)
    if word[0].islower():
        return not (word in PARTICLES or any(c.isupper() for c in word))
    return word[0].isdigit() and label in ("PERSON", "GPE", "LOC", "NORP", "ORG")


def _is_caption_word(words: Words, end: int) -> bool:
    """Whether the last word begins what comes next: "Ana Lind Image: NASA", "Air France Flight 447"."""
    word, after = words.text[end - 1], words.text[end] if end < len(words) else ""
    if word == "Flight":
        return after.isdigit()
    return word in ("Image", "Photo", "Picture", "Credit", "Source", "Video") and after == ":"


def _extended(words: Words, start: int, end: int, label: str, floor: int) -> tuple[int, int]:
    """Take in the rest of a name that the model left outside its span."""
    while start - 1 >= floor and not words.in_ent[start - 1] and _belongs_before(words, start - 1, label):
        start -= 1
    while end < len(words) and not words.in_ent[end] and _belongs_after(words, end, label):
        end += 1
    return start, end


def capital(words: Words, i: int) -> bool:
    """Whether token i begins with a capital letter."""
    return words.text[i][:1].isupper()


def _belongs_before(words: Words, i: int, label: str) -> bool:
    word = words.text[i]
    if label != "PERSON" or not capital(words, i) or words.pos[i] != "PROPN":
        return label == "PERSON" and word == "-" and words.joined(i) and words.joined(i + 1)
    return lexicon.given_name(word) and not lexicon.title(word) and not lexicon.common(word)


def _belongs_after(words: Words, i: int, label: str) -> bool:
    word = words.text[i]
    if words.sentence[i] != words.sentence[i - 1] or lexicon.calendar(word):
        return False
    if word == "-" and words.joined(i) and i + 1 < len(words) and words.joined(i + 1):
        whole = f"{words.text[i - 1]}-{words.text[i + 1]}"
        if words.text[i - 1].lower() in _INSIDE:
            return capital(words, i + 1)
        second_half = capital(words, i + 1) or not lexicon.common(words.text[i + 1])  # Seo-yeon, but not Biden-led
        return (label == "PERSON" and second_half) or nations.country_named(whole) is not None
    if label in ("GPE", "LOC", "FAC") and (word.lower() in _INSIDE or words.text[i - 1].lower() in _INSIDE):
        following = i + 1 < len(words) and (capital(words, i + 1) or words.text[i + 1] == "-")
        return following if word.lower() in _INSIDE else capital(words, i)
    if words.text[i - 1] == "-" and words.joined(i) and words.joined(i - 1):
        return capital(words, i) or not lexicon.common(word)
    if not capital(words, i):
        return False
    if label == "PERSON":
        return words.pos[i] == "PROPN" and not lexicon.title(word) and word not in lexicon.heads()
    return label in ("ORG", "GPE", "FAC", "LOC") and word in lexicon.heads() and words.pos[i] == "PROPN"
