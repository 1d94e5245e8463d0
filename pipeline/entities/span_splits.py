"""Where one span of the model's holds two names, or a name and an office."""

from collections.abc import Iterator

from pipeline.entities.words import Words
from pipeline.lexicon import countries, names, roles, tables

_CUTS = frozenset(
    (",", ";", "/", "(", ")", "[", "]", '"', "“", "”", "--", "–", "—", ":", "|", "•", "*", "\n", "=", "_", "…", "...")
)
# Words inside a span that part two names, unless a head stands before: "Committee on Trade".
_BETWEEN = frozenset(("on", "against", "with", "after", "from", "by", "as", "to", "over", "than", "at", "the"))
_ALWAYS_BETWEEN = frozenset(("against", "after", "from", "by", "as", "than", "over"))
_NEAR = 10  # tokens on either side
ENDEARING = frozenset(("Baby", "Big", "Dear", "Little", "Old", "Poor", "Sweet", "Young"))
_SHORT_WORD = 3  # letters of words that headlines write small
_TITLE_SHARE = 0.85  # of a headline's longer words have a capital
_OFFICE_OF = 2  # tokens
_LONGEST_PERSON = 3  # tokens
_SCORE = 3  # tokens of 2-0
_FULL_NAME_AND = 3  # tokens
_SIBLINGS = frozenset(("Brothers", "Sisters", "Twins", "Cousins", "Siblings"))
_SHORTEST_VERB = 4  # letters of the verbs of headlines: Wins, Quits
_KEPT_WITH = frozenset(("of", "the", "-", "el", "al"))  # before a word for an office that is part of the name


def pieces(words: Words, start: int, end: int, label: str) -> Iterator[tuple[int, int]]:
    """Cut at line breaks, brackets, dashes and, in a name of one thing, at commas and "and"."""
    if words.name(start, end) in names.known():
        yield start, end
        return
    begin = start
    person = _person_behind(words, start, end) if label in ("ORG", "GPE", "FAC") else end
    for i in range(start, end):
        if i == person and i > begin:
            yield begin, i
            begin = i
        elif _cuts(words, i, start, end, label):
            if i > begin:
                yield begin, i
            begin = i + 1
    if begin < end:
        yield begin, end


def _person_behind(words: Words, start: int, end: int) -> int:
    """Where a full name begins behind a land or a public body: Ambassador to the [United States] [Ana Lind]; or end."""
    for i in range(max(start + 1, end - _LONGEST_PERSON), end - 1):
        first, last = words.text[i], words.text[end - 1]
        listed = names.common(first) or place_word(first) or not names.given_name(first) or first in names.heads()
        plain = all(word.isalpha() and word[0].isupper() for word in words.text[i:end])
        if listed or not plain or last in names.heads() or place_word(last) or names.common(last):
            continue
        body = words.text[i - 1] in names.cues("public_body") and i - start > 1
        if body or countries.country_named(words.name(start, i)):
            return i
    return end


def before_office(words: Words, start: int, end: int, whole: int, label: str) -> tuple[str, int, int]:
    """Of what stands before an office only the country counts: the US in "US Security Envoy"."""
    if end >= whole or words.text[end] not in tables.words("entities/offices.txt"):
        return label, start, end
    if names.heads().get(words.text[end - 1]) == "ORG" or words.text[end - 1] == "Treasury":
        return label, start, end
    for size in (3, 2, 1):
        name = words.name(start, start + size) if start + size <= end else ""
        if name and countries.country_named(name):
            return "GPE", start, start + size
        if name and countries.country_of_people(name):
            return "NORP", start, start + size
    return label, start, end


def _cuts(words: Words, i: int, start: int, end: int, label: str) -> bool:
    word = words.text[i]
    if word.isspace():
        return "\n" in word
    if word in tables.words("entities/offices.txt"):
        return _is_office(words, i, end, label)
    if word == ",":
        return _is_cutting_comma(words, i, start, end, label)
    if label not in ("WORK_OF_ART", "PRODUCT") and _is_of_score(words, i):
        return True
    if word in ("'s", "’s") and i + 1 < end and (label == "PERSON" or _is_land(words, start, i, label)):
        return True  # Südwind's Ferenschild, Nepal's K. P. Oli
    if word in _CUTS:
        return label != "WORK_OF_ART" or word in "()[]\n"
    whole = label == "ORG" and words.text[end - 1] in names.heads() and words.kind(i) != "headline"
    if (
        label in ("PERSON", "ORG", "WORK_OF_ART", "GPE")
        and end - start > 1
        and not whole
        and is_headline_verb(words, i, label)
    ):
        return True
    if word == "and" and label == "ORG" and _is_other_body(words, start, i, end):
        return True
    return _is_excellency(words, i) or _is_small_cut(words, i, start, label)


def _is_land(words: Words, start: int, end: int, label: str) -> bool:
    """Whether the words that own the rest of a body's name are a land's: Nepal's Supreme Court."""
    return label == "ORG" and countries.country_named(words.name(start, end)) is not None


def _is_of_score(words: Words, i: int) -> bool:
    """Whether token i belongs to the score between two sides: Leeds 2-0 Skive, where two teams stand."""
    word = words.text[i]
    return (word[0].isdigit() or word in ("-", "–")) and any(is_score(words, j) for j in (i - 2, i - 1, i))


def is_score(words: Words, i: int) -> bool:
    """Whether the score of a match begins at token i: 2-0."""
    if i < 0 or i >= len(words) or not words.text[i][0].isdigit():
        return False
    score = words.text[i : i + _SCORE]
    if len(score) < _SCORE or score[1] not in ("-", "–") or not (score[0].isdigit() and score[2].isdigit()):
        return False
    return not words.joined(i) and words.joined(i + 1) and words.joined(i + 2) and max(map(len, score)) < _SCORE


def _is_other_body(words: Words, start: int, i: int, end: int) -> bool:
    """Whether a listed body or a place follows what a body is "of": [Ministry of Health] and [Pfizer]."""
    if i - start > 1 and end - i > _OFFICE_OF and words.text[i - 1] == words.text[end - 1]:
        return words.text[i - 1] in names.heads()  # Kea Airways and Moa Airways
    of = any(words.text[j] in ("of", "for") and words.text[j - 1] in names.heads() for j in range(start + 1, i))
    return of and i + 1 < end and (place_word(name := words.name(i + 1, end)) or names.known().get(name) == "ORG")


def _is_excellency(words: Words, i: int) -> bool:
    """Whether token i belongs to an "H.E." between two names."""
    word, near = words.text[i], words.text[i - 1 : i + 2]
    return word in ("H", "E", "H.", "E.") and near.count(word) + near.count("H") > 1


def _is_cutting_comma(words: Words, i: int, start: int, end: int, label: str) -> bool:
    if i + 1 < end and names.heads().get(words.text[i + 1]) == "COMPANY":
        return False
    return label not in ("ORG", "WORK_OF_ART", "EVENT", "LAW", "FAC") or _lone_names(words, start, end)


def _is_small_cut(words: Words, i: int, start: int, label: str) -> bool:
    """Whether a small word or a hyphen parts two names."""
    word = words.text[i]
    if word in _BETWEEN and label in ("ORG", "PERSON", "GPE", "FAC"):
        return word in _ALWAYS_BETWEEN or not any(part in names.heads() for part in words.text[start:i])
    if word == "in" and label in ("ORG", "PERSON") and i - start > 1 and names.given_name(words.text[start]):
        return not any(part in names.heads() for part in words.text[start:i])  # Ruben Castel in Ghent
    if label in ("PERSON", "WORK_OF_ART", "ORG") and word in ("told", "said", "says"):  # "Lind told Sky Sports"
        return True
    if word == "and":
        return label in ("PERSON", "GPE", "NORP", "LOC") or words.text[i + 1 : i + 2] == ["I"]
    if word == "-" and label in ("PERSON", "GPE", "NORP", "LOC", "ORG"):
        return not words.joined(i) or _two_places(words, i)
    return False


def is_headline_verb(words: Words, i: int, label: str) -> bool:
    """Whether a word of a line in title case is no part of the name beside it: Ana Lind Quits Over Bridge."""
    word = words.text[i]
    if not word[0].isupper() or not word.isalpha():
        return False
    if names.given_name(word) or names.surname(word) or word in names.heads() or names.title(word):
        return False
    if len(word) < _SHORTEST_VERB or not word.endswith(("s", "ing") if label == "PERSON" else "s"):
        return False
    return _is_common(word) and in_title_case(words, i)


def _is_common(word: str) -> bool:
    """Whether the word or what it is inflected from is a common one."""
    low = word.lower()
    stems = (low, low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("ing"), low.removesuffix("ing") + "e")
    return any(map(names.common, stems))


def in_title_case(words: Words, i: int) -> bool:
    """Whether the words near token i in its paragraph are written as headlines are: Every Word Like This."""
    near = range(max(i - _NEAR, 0), min(i + _NEAR, len(words)))
    longer = [words.text[j] for j in near if words.block[j] == words.block[i] and len(words.text[j]) > _SHORT_WORD]
    capital: int = sum(word[0].isupper() for word in longer)
    return len(longer) > 2 and capital >= _TITLE_SHARE * len(longer)


def _is_office(words: Words, i: int, end: int, label: str) -> bool:
    """Whether an office inside a span parts two names ("Sochi Mayor Ana Lind") or ends it ("US Envoy")."""
    if label not in ("PERSON", "ORG", "GPE", "FAC", "NORP", "WORK_OF_ART") or words.text[i - 1].lower() in _KEPT_WITH:
        return False
    return label != "ORG" or words.text[end - 1] not in names.heads()


def _lone_names(words: Words, start: int, end: int) -> bool:
    """Whether every part between commas is one word: a list, not a name with commas in it."""
    return all(words.text[i] == "," for i in range(start + 1, end, 2)) and end - start > 2


def _two_places(words: Words, i: int) -> bool:
    """Egypt-Gaza is two names; Guinea-Bissau and Tel-Aviv are one."""
    if i + 1 >= len(words) or not words.joined(i + 1):
        return False
    if countries.country_named(f"{words.text[i - 1]}-{words.text[i + 1]}"):
        return False
    return place_word(words.text[i - 1]) and place_word(words.text[i + 1])


def is_origin(word: str) -> bool:
    """Whether word says where somebody or something is from: a place, a people, a faith or a party."""
    return place_word(word) or word in tables.words("entities/peoples.txt")


def place_word(word: str) -> bool:
    """Whether word is a country, a people, a state or a well-known place by itself."""
    return bool(
        countries.country_named(word)
        or countries.country_of_people(word)
        or word in names.states()
        or names.known().get(word) in ("GPE", "LOC")
    )


def is_countryman(word: str) -> bool:
    """Whether the word says of a person what land is theirs: Frenchman, Welshwoman."""
    return word.endswith(("man", "woman", "men")) and word in tables.words("entities/peoples.txt")


def has_title(words: Words, start: int, end: int) -> bool:
    """Whether the words are a title and a full name, which the model takes for a body's: Councillor Ana Banks."""
    title, *parts = words.text[start:end]
    if (
        len(parts) not in (1, 2, 3)
        or not (names.title(title) or is_countryman(title))
        or title in names.cues("saint_first")
    ):
        return False
    first, last = parts[0], parts[-1]
    if len(parts) == 1:  # Justice Curtis
        return names.surname(last) and not (names.common(last) or last in names.heads() or place_word(last))
    known = names.given_name(first) and not names.title(first) and not place_word(first)
    return known and last.isalpha() and (names.surname(last) or not (names.common(last) or last in names.heads()))


def is_rest_of_headline(words: Words, start: int, end: int) -> bool:
    """Whether all words are common ones of a line in title case: "Over Gun", behind the verb."""
    plain = all(names.common(word) and not names.surname(word) for word in words.text[start:end])
    return plain and not names.given_name(words.text[start]) and in_title_case(words, start)


def is_matter_of_office(words: Words, i: int) -> bool:
    """Whether token i ends what an office is of, before who holds it: Minister for Transport Ana Lind."""
    word, first = words.text[i : i + 2]
    if i < _OFFICE_OF or words.text[i - 1] not in ("of", "for", "and", "&") or not names.given_name(first):
        return False
    if names.given_name(word) and not names.common(word):
        return False
    before = words.text[max(i - _NEAR // 2, 0) : i]
    return ("of" in before or "for" in before) and any(names.title(other) and other[0].isupper() for other in before)


def ends_with_office(words: Words, start: int, end: int) -> bool:
    """Whether the words are an office and nobody's name: UN Resident Coordinator, Associate Dean."""
    first, last = words.text[start], words.text[end - 1]
    if end - start < _OFFICE_OF or names.given_name(first) or words.joined(end - 1):
        return False
    office = (roles.is_role(last.lower()) or names.title(last)) and names.common(last)
    listed = names.common(first) or is_origin(first) or first.isupper() or names.known().get(first) == "ORG"
    return office and listed and not names.given_name(last) and not (names.surname(last) and not names.common(first))


def is_couples_role(words: Words, i: int, end: int) -> bool:
    """Whether token i says what two people are: Farmers Owain and Nest Pryce, Sisters Ida and Eva Lund."""
    word = words.text[i]
    role = word.endswith("s") and (roles.is_role(word.lower()[:-1]) or word in _SIBLINGS)
    full = words.text[end : end + 1] == ["and"] and all(map(str.istitle, words.text[end + 1 : end + 3]))
    return role and full and not any(part in names.heads() for part in words.text[end + 1 : end + 3])


def ends_list(words: Words, i: int) -> bool:
    """Whether an unknown word at token i stands behind "and" and a full name: Ana Lind and Prabha."""
    if i < _FULL_NAME_AND or words.text[i - 1] != "and" or place_word(words.text[i]) or names.common(words.text[i]):
        return False
    first, last = words.text[i - 3 : i - 1]
    return first.istitle() and last.istitle() and not (place_word(first) or place_word(last) or names.common(last))


def is_loose_adjective(words: Words, i: int) -> bool:
    """Whether a common word only opens the sentence before a name that has none elsewhere: Rampant Skive, Skive's."""
    word, name = words.text[i : i + 2]
    if not words.opens[i] or not names.common(word):
        return False
    # Young Skive, though Young is a surname too
    endearing = word in ENDEARING and (names.given_name(name) or not names.surname(name))
    if not endearing and (names.given_name(word) or names.surname(word)):
        return False
    if names.title(word) or words.joined(i + 1):
        return False
    others = [words.text[j - 1] for j in range(1, len(words)) if words.text[j] == name and j != i + 1]
    return bool(others) and word not in others
