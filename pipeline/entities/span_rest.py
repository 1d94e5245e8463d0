"""The rest of a name that the model left outside its span: Ilse [Varga], [Doreen] Lacy, Sharm [el]-Sheikh."""

from pipeline.entities.span_splits import ends_list, in_title_case, is_headline_verb, is_origin, place_word
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names

# Legal forms that are no state's letters too, as SA and NV are: Adelaide, SA.
_FIRMS_ONLY = frozenset(("Inc", "Inc.", "Ltd", "Ltd.", "Limited", "LLC", "PLC", "plc", "GmbH", "Incorporated"))
# The article before the letters that change it, too: Tal as-Sultan, Deir ez-Zor.
_SUN_LETTERS = frozenset(("ad", "an", "ar", "as", "ash", "at", "az", "ed", "er", "es", "esh", "ez"))
_INSIDE = frozenset(("el", "al", "al-", "el-"))  # inside Arabic place names: Sharm el-Sheikh
PARTICLES = frozenset(
    ("al", "el", "bin", "ibn", "bint", "abu", "de", "del", "della", "da", "dos", "das", "do", "di", "du", "la", "le",
     "van", "von", "der", "den", "ter", "ten", "ben", "ould", "st", "y", "e", "zu", "af", "av", "ul", "ur", "us", "uz",
     "al-", "el-")
)  # fmt: skip
_BEFORE_LANDFORM = frozenset(("Lake", "Loch", "Lough", "Mount", "Mt", "Mt."))
_PLACED = frozenset(("in", "near", "of", "from", "to", "at", "around", "outside", "the"))
_COMPASS = frozenset(("Nord", "Sud", "Est", "Ouest", "Norte", "Sur", "Ville", "Plage", "Centre"))  # Kivu-Nord
_SURNAME_AND_GIVEN = 4  # tokens of Park Ji-won, the hyphen among them
_SYLLABLE = 6  # letters of the longest: Kyeong
_COMPOUNDS = frozenset(  # second words of adjectives: a Kim Jun-led team
    ("aged", "backed", "based", "born", "bound", "era", "free", "held", "led", "like", "linked", "made", "owned", "run",
     "style", "type", "wide")
)  # fmt: skip
PREFIXES = frozenset(
    ("Co", "Re", "Pre", "Inter", "Anti", "Non", "Multi", "Trans", "Post", "Pro", "Self", "Cross", "Bi")
)


def extended(words: Words, start: int, end: int, label: str, floor: int) -> tuple[int, int]:
    """Take in the rest of a name that the model left outside its span."""
    while start - 1 >= floor and not words.in_ent[start - 1] and _belongs_before(words, start - 1, label):
        start -= 1
    while end < len(words) and not words.in_ent[end] and _belongs_after(words, end, label):
        end += 1
    return start, end


def with_legal_form(words: Words, start: int, end: int, label: str) -> int:
    """The end of a firm's name with the legal form behind its comma: Grupo Lind, S.A.; but not Ennis, Co. Clare."""
    form, after = "".join(words.text[end + 1 : end + 2]), "".join(words.text[end + 2 : end + 3])
    if words.text[end : end + 1] != [","] or names.heads().get(form) != "COMPANY" or after[:1].isupper():
        return end
    if place_word(words.name(start, end)):
        return end  # the Women's Club of [New Jersey], Inc.
    firm = label == "ORG" or (label == "PERSON" and "." in form) or names.known().get(words.name(start, end)) == "ORG"
    return end + 2 if (firm or form in _FIRMS_ONLY) and words.sentence[end] == words.sentence[end + 1] else end


def _belongs_before(words: Words, i: int, label: str) -> bool:
    word = words.text[i]
    if word in _BEFORE_LANDFORM and label in ("GPE", "PERSON", "LOC") and words.sentence[i] == words.sentence[i + 1]:
        return True
    if label == "GPE":
        return _is_first_of_place(words, i)
    if label != "PERSON" or not capital(words, i) or words.pos[i] != "PROPN":
        return label == "PERSON" and word == "-" and words.joined(i) and words.joined(i + 1)
    listed = names.title(word) or names.common(word)
    titled = (
        i > 0 and names.title(words.text[i - 1]) and word.istitle() and not (is_origin(word) or names.heads().get(word))
    )
    return (names.given_name(word) or titled) and not listed  # Governor Babajide Sanni-Olu


def _is_first_of_place(words: Words, i: int) -> bool:
    """Whether an unknown word between a preposition and a place is the first of its name: near [Gorno] Selo."""
    word = words.text[i]
    if i < 1 or not capital(words, i) or words.pos[i] != "PROPN" or not word.isalpha() or words.opens[i]:
        return False
    listed = names.common(word) or names.title(word) or names.calendar(word) or is_origin(word) or word.isupper()
    return words.text[i - 1] in _PLACED and not listed and word not in names.heads()


def _belongs_after(words: Words, i: int, label: str) -> bool:
    word = words.text[i]
    if words.sentence[i] != words.sentence[i - 1] or names.calendar(word):
        return False
    if word == "-" and words.joined(i) and i + 1 < len(words) and words.joined(i + 1):
        return _belongs_behind_hyphen(words, i, label)
    if label in ("GPE", "LOC", "FAC", "PERSON", "ORG") and word in _SUN_LETTERS:
        return "".join(words.text[i + 1 : i + 2]) == "-" and words.joined(i + 1) and words.joined(i + 2)
    if label in ("GPE", "LOC", "FAC") and (word.lower() in _INSIDE or words.text[i - 1].lower() in _INSIDE):
        following = i + 1 < len(words) and (capital(words, i + 1) or words.text[i + 1] == "-")
        return following if word.lower() in _INSIDE else capital(words, i)
    if words.text[i - 1] == "-" and words.joined(i) and words.joined(i - 1):
        return capital(words, i) or not names.common(word)
    if not capital(words, i):
        return False
    if label in ("GPE", "PERSON") and _is_unknown(words, i):
        return True
    if label == "PERSON":
        name = words.pos[i] == "PROPN" and not names.title(word) and word not in names.heads()
        return name and not is_headline_verb(words, i, label)
    return label in ("ORG", "GPE", "FAC", "LOC") and word in names.heads() and words.pos[i] == "PROPN"


def _belongs_behind_hyphen(words: Words, i: int, label: str) -> bool:
    """Whether the hyphen at token i joins a further word of the name: Seo-yeon, Kivu-Nord, but not Biden-led."""
    before, word = words.text[i - 1], words.text[i + 1]
    if before.lower() in _INSIDE or before in _SUN_LETTERS:
        return capital(words, i + 1)
    if label == "GPE" and word in _COMPASS:
        return True
    second_half = capital(words, i + 1) or not names.common(word)
    return (label == "PERSON" and second_half) or countries.country_named(f"{before}-{word}") is not None


def _is_unknown(words: Words, i: int) -> bool:
    """Whether token i is a word that no list knows, behind a given name or in a list: Prabha [Pradhani], for a town."""
    word = words.text[i]
    if not (names.given_name(words.text[i - 1]) or ends_list(words, i - 1)):
        return False
    if not word.isalpha() or words.pos[i] != "PROPN":
        return False
    listed = names.common(word) or names.title(word) or word in names.heads() or place_word(word)
    return not listed and not in_title_case(words, i)


def follows_given_name(words: Words, start: int, end: int, floor: int) -> bool:
    """Whether a lone word stands after a given name that the model left out: Ilse [Varga]."""
    if (
        end - start > 1
        or start - 1 < floor
        or words.in_ent[start - 1]
        or words.sentence[start - 1] != words.sentence[start]
    ):
        return False
    word = words.text[start - 1]
    return _belongs_before(words, start - 1, "PERSON") and word.isalpha() and not place_word(word)


def is_given_name(words: Words, start: int, end: int) -> bool:
    """Whether a lone word is nothing but a given name, before a last name that the model left out: [Doreen] Lacy."""
    if end - start > 1 or end + 1 >= len(words) or words.in_ent[end] or words.joined(end):
        return False
    first, last = words.text[start], words.text[end]
    plain = names.given_name(first) and not (names.common(first) or is_origin(first) or names.title(first))
    ends = not capital(words, end + 1) and words.sentence[end] == words.sentence[start]
    named = names.surname(last) and last not in names.heads() and not names.title(last)
    return plain and ends and named and words.pos[end] == "PROPN" and not in_title_case(words, start)


def ends_korean_name(words: Words, end: int) -> bool:
    """Whether a family name that is listed and a given name of two syllables end at a token: Park Ji-won."""
    if end < _SURNAME_AND_GIVEN or words.text[end - 2] != "-" or not (words.joined(end - 2) and words.joined(end - 1)):
        return False
    last, first, second = words.text[end - 4], words.text[end - 3], words.text[end - 1]
    short = len(first) <= _SYLLABLE and len(second) <= _SYLLABLE and second not in _COMPOUNDS
    within = words.sentence[end - 4] == words.sentence[end - 1] and not words.joined(end - 3)
    return within and short and first.istitle() and second.islower() and second.isalpha() and names.asian_surname(last)


def is_prefixed(words: Words, i: int) -> bool:
    """Whether token i is the lower-case rest of a word behind a capital prefix: the operation of Co-operation."""
    hyphen = words.text[i - 1] == "-" and words.joined(i) and words.joined(i - 1)
    return hyphen and i > 1 and words.text[i - 2] in PREFIXES


def capital(words: Words, i: int) -> bool:
    """Whether token i begins with a capital letter."""
    return words.text[i][:1].isupper()
