"""What the model takes for names and is none: ranks, mere prefixes, plurals, offices, ends of sentences."""

from pipeline.entities.span_rest import PREFIXES
from pipeline.entities.span_splits import ends_with_office, is_origin, is_rest_of_headline
from pipeline.entities.words import Words
from pipeline.lexicon import names, roles

_PLURAL_AND_NAME = 2  # tokens
_SPORTS = frozenset(
    ("soccer", "cricket", "rugby", "golf", "tennis", "basketball", "baseball", "hockey", "football", "midfielders",
     "forwards")
)  # fmt: skip
_DEGREES = frozenset(
    ("Ph.D.", "Ph.D", "PhD", "M.D.", "D.Phil.", "DPhil", "LL.B.", "LL.M.", "D.D.S.", "M.B.A.", "B.A.", "M.A.", "B.Sc.",
     "M.Sc.", "Ed.D.", "Psy.D.", "J.D.", "D.V.M.", "R.N.", "Esq.", "Esq")
)  # fmt: skip


def is_nobody(words: Words, start: int, end: int) -> bool:
    """Whether what the model took for a person is the rest of a headline, an office or a plural."""
    if is_rest_of_headline(words, start, end) or ends_with_office(words, start, end):
        return True
    return _are_many(words, start, end)


def is_mere_prefix(words: Words, start: int, end: int) -> bool:
    """Whether the span is only what stands before a hyphen: [Anti]-Nato."""
    return end - start == 1 and words.text[start] in PREFIXES and words.text[end : end + 1] == ["-"]


def is_rank(words: Words, start: int, end: int) -> bool:
    """Whether a force and a rank stand before a further rank and a name: [Garda Detective] Sergeant Niall Crossan."""
    after = words.text[end : end + 2]
    if end - start != _PLURAL_AND_NAME or not names.title(words.text[end - 1]) or len(after) < _PLURAL_AND_NAME:
        return False
    return names.title(after[0]) and after[1][0].isupper()


def is_end_of_sentence(words: Words, start: int, end: int) -> bool:
    """Whether the span is a letter with the full stop of its sentence: "He replied on X. Nobody did"."""
    letter = words.text[start]
    if len(letter) != 2 or letter[1] != "." or not start:
        return False
    return end - start == 1 or (words.pos[start - 1] == "ADP" and names.common(words.text[start + 1]))


def is_no_name_word(word: str) -> bool:
    """Titles, degrees, roles, column heads, "I", and words in other scripts that repeat the name before them."""
    if word == "I" or word in _DEGREES or not any(c < "\u0250" and c.isalpha() for c in word):
        return True
    if word.startswith("Rs") and word[2:3].isdigit():
        return True  # Rs85lakh
    return names.title(word) or names.role(word.lower().removesuffix("s")) or word.lower() in _SPORTS


def _are_many(words: Words, start: int, end: int) -> bool:
    """Whether the span is a plural for persons that only opens its sentence: Umpires, but not Rangers or Baptists."""
    word = words.text[start]
    if end - start > 1 or not words.opens[start]:
        return False
    listed = names.heads().get(word) or names.surname(word) or is_origin(word) or names.known().get(word)
    return word.endswith("s") and not listed and roles.is_role(word.lower().removesuffix("s"))
