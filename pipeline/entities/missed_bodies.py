"""Bodies that the model passed over within a sentence, where a body's name is due: "talks with the ELN"."""

import re

from pipeline.entities.preposition_cues import WORKS
from pipeline.entities.span_splits import in_title_case
from pipeline.entities.words import Words
from pipeline.lexicon import names, roles

_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{2,5}")
_STAFF = frozenset(
    ("agents", "authorities", "candidate", "candidates", "delegates", "fighter", "fighters", "forecaster", "inspectors",
     "lawmakers", "leaders", "officers", "officials", "rebels", "staff", "supporters", "troops")
)  # fmt: skip
_BEFORE_LETTERS = frozenset(("the", "by", "with", "of", "for", "told", "and", "joined", "left"))
_LETTERS = range(3, 6)  # of an acronym that is a body's
_SHORTEST = 3


def is_body_within(words: Words, i: int) -> bool:
    """Whether a lone unknown word within a sentence has a body's letters, or stands where a body does."""
    word, before = words.text[i], words.text[i - 1] if i else ""
    if _are_letters_in_use(words, i):
        return True
    if words.opens[i] or words.kind(i) == "headline" or words.pos[i] != "PROPN" or not word.isalpha():
        return False
    if names.common(word) or word.lower() in words.forms or names.known().get(word) == "X" or words.joined(i):
        return False
    if word.isupper():
        lone = not any(map(str.isupper, words.text[i + 1 : i + 2])) and not in_title_case(words, i)
        return len(word) in _LETTERS and before in _BEFORE_LETTERS and lone
    return len(word) >= _SHORTEST and word.istitle() and _is_owned(words, i)


def _are_letters_in_use(words: Words, i: int) -> bool:
    """Whether unknown letters stand behind the noun for a body or before its people: the utility EDF, FLN fighters."""
    word = words.text[i]
    if not _ACRONYM.fullmatch(word) or words.kind(i) == "headline" or words.pos[i] not in ("PROPN", "NOUN"):
        return False
    if names.known().get(word) == "X" or names.title(word) or words.joined(i) or in_title_case(words, i):
        return False
    before, after = words.text[i - 1] if i else "", words.text[i + 1] if i + 1 < len(words) else ""
    if before.isupper() and len(before) > 1 and before != "NGO":
        return False
    staff = after.islower() and (after in names.cues("staff") or after in _STAFF or roles.is_role(after))
    return staff or before.lower() in names.cues("org_before") or before == "NGO"


def _is_owned(words: Words, i: int) -> bool:
    """Whether what only bodies have, or work for one, stands before token i: shares of Skive, works for Skive."""
    if i <= 1 or words.text[i - 1] not in ("of", "for", "in"):
        return False
    noun = words.text[i - 2].lower()
    if words.text[i - 1] == "in":
        return noun in ("shares", "stake", "stakes")
    return noun in names.cues("org_of") if words.text[i - 1] == "of" else noun in WORKS
