"""Which words at both ends of a model's span are no part of the name: articles, titles, roles, captions."""

from pipeline.entities.span_rest import PARTICLES, PREFIXES, capital, ends_korean_name, is_prefixed
from pipeline.entities.span_splits import is_couples_role, is_loose_adjective, is_matter_of_office, is_origin
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names, roles

_PLURAL_AND_NAME = 2  # tokens
_DETECTIVE = ("Det", "Det.")
_OF_RANKS = frozenset(
    ("Rear", "Vice", "Wing", "Group", "Staff", "Lance", "Petty", "Squadron", "Flight", "Acting", "Temporary")
)
_GIVEN_TOO = frozenset(("Amir", "Emir", "Malik", "Mir", "Sultan"))  # titles that persons are named, too
_OPENERS = frozenset(
    ("Above", "Against", "Behind", "Below", "Beneath", "Beside", "Between", "Beyond", "Near", "Outside", "Under")
)  # fmt: skip
_AGENT = ("er", "or", "ist", "man", "woman", "ian")  # how most nouns end that say what somebody does
_INITIAL = 2  # characters: a letter and its full stop
_PREFIX_AND_NAME = 3  # tokens, the hyphen among them
_WORD_AND_FULL_NAME = 3  # tokens of one word and a full name
_RULES = frozenset(("Administration", "Presidency", "Regime"))
_RULER_AND_RULE = 2  # tokens
_SMALL_CLASSES = frozenset(("ADP", "VERB", "SCONJ", "ADV", "AUX", "DET", "PRON", "CCONJ"))
_DROP_FIRST = frozenset(
    ("the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your")
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
    if word in ("'s", "s", "n't") or word[0] == "@" or not any(map(str.isalnum, word)):
        return True
    if word.lower() in _DROP_FIRST:
        return not (word == "The" and label == "WORK_OF_ART")
    if words.opens[i] and end - i > 1 and word in _OPENERS and (label != "ORG" or words.text[end : end + 1] == [","]):
        return True  # Beneath Novi Pazar, miners waited
    if end - i == _PLURAL_AND_NAME and names.calendar(word) and i and words.text[i - 1] in ("On", "on"):
        return True
    if _are_members(words, i, end):
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


def _are_members(words: Words, i: int, end: int) -> bool:
    """Whether token i says what two people are, or opens its sentence with whose they are: Fighters of the Front."""
    if end - i == _PLURAL_AND_NAME:
        return is_couples_role(words, i, end)
    return words.opens[i] and words.text[i + 1 : i + 2] == ["of"] and words.text[i] in names.cues("members")


def is_opening_role(words: Words, i: int, end: int) -> bool:
    """Whether a sentence begins with a role and a full name: "Baker Ana Lind", whatever else is called Baker."""
    word = words.text[i]
    if end - i != _WORD_AND_FULL_NAME or not words.opens[i] or not names.given_name(words.text[i + 1]):
        return False
    listed = names.given_name(word) or (names.surname(word) and not names.common(word))
    return not listed and (roles.is_role(word.lower()) or _is_agent(word))


def _is_agent(word: str) -> bool:
    """Whether a common word has the form of a trade's name: organist, supplier, dairyman."""
    return names.common(word) and word.endswith(_AGENT)


def _is_loose_title(words: Words, i: int, end: int) -> bool:
    """Whether token i is a title that is left out.

    Saint belongs to the name, of a person as of an island, and any title to a stage name of two words: the singer
    Lady Ovel.
    """
    if end - i == _PLURAL_AND_NAME and i and words.text[i - 1] in names.cues("performer"):
        return False
    if len(words.text[i]) == _INITIAL and len(words.text[i + 1]) == _INITIAL and words.text[i + 1][1] == ".":
        return False  # M. R. Sundaram, but M. Dupont
    if words.text[i] in _GIVEN_TOO and (len(words.text[i + 1]) <= _INITIAL or _is_last_name(words, i + 1, end)):
        return False
    if words.text[i] == "Con" and (not i or words.text[i - 1] not in _DETECTIVE):
        return False  # Con Lind, but Det Con Lind
    if words.text[i] in _OF_RANKS and end - i > _PLURAL_AND_NAME and names.title(words.text[i + 1]):
        return True  # Rear Admiral Lind
    land = countries.country_named(words.name(i, i + 2))  # Sri Lanka
    return names.title(words.text[i]) and words.text[i] not in names.cues("saint_first") and not land


def _is_last_name(words: Words, i: int, end: int) -> bool:
    """Whether a lone word that nobody is given is all that stands behind token i - 1: Amir Karimzadeh."""
    return end - i == 1 and words.text[i - 1] == "Amir" and not names.given_name(words.text[i])


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
    if words.opens[i] and _is_agent(word) and names.given_name(words.text[i + 1]):
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
    if end - start > 1 and (_is_caption_word(words, end) or words.text[end - 1 : end + 1] == ["Press", "Secretary"]):
        return True
    if label == "PERSON" and end - start > 1 and _goes_on(words, end):
        return True
    if label == "ORG" and end - start == _RULER_AND_RULE and word in _RULES and _is_last_name_only(words.text[start]):
        return True  # the Clinton Administration
    if word in names.cues("currency") and end - start > 1:
        return words.text[end - 2] != "-" and is_origin(words.name(start, end - 1))  # one U.S. Dollar
    if label == "PERSON" and words.text[end - 2] == "-" and words.joined(end - 1) and end - 2 > start:
        led = names.common(word) and not capital(words, end - 1)  # Lowe-Grant, but not Biden-led
        return led and not ends_korean_name(words, end)
    if word[0].islower():
        return not (word in PARTICLES or any(c.isupper() for c in word) or is_prefixed(words, end - 1))
    return word[0].isdigit() and label in ("PERSON", "GPE", "LOC", "NORP", "ORG")


def _is_last_name_only(word: str) -> bool:
    """Whether a word is somebody's last name, and no matter, land or body: Clinton, but not Drug or Transport."""
    person = names.surname(word) or names.given_name(word)
    return person and not (names.common(word) or is_origin(word) or names.known().get(word) == "ORG")


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
