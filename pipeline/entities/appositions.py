"""What an apposition says about a name, before it or behind: "his first novel, Skive,", "Skive, a Danish town"."""

from collections.abc import Iterator

from pipeline.entities.classes import ORG, OTHER, PERSON, PLACE, Points
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names, roles

_APPOSITION = 7  # words within which the noun of "Skive, a small Danish town" stands
_OWNED = 4  # words from a noun back to whose it is: her second full-length film
DETERMINERS = frozenset(("a", "an", "the", "his", "her", "its", "their", "our", "my", "another", "one"))
OWNERS = frozenset(("whose", "his", "her", "its", "their", "our", "my"))


def look_behind_comma(points: Points, words: Words, i: int) -> None:
    """Skive, a small Danish town; Skive, the founder of ...; Skive, Denmark."""
    if _region(words, i):
        points[PLACE] += 1.5
        return
    for noun in _apposed(words, i):
        if noun in names.cues("place_noun"):
            points[PLACE] += 1.5
        elif noun in roles.organisation_nouns() or noun in names.cues("org_before"):
            points[ORG] += 1.8
            points[PERSON] -= 0.8
        elif noun in roles.role_nouns() or names.role(noun):
            points[PERSON] += 1.5
        else:
            continue
        return


def look_behind_copula(points: Points, words: Words, i: int) -> None:
    """Skive is a small town; Skive is a firm in Holte: what stands behind "is" or "was" at token i - 1."""
    noun = next(_apposed(words, i), "")
    if noun in names.cues("is_a_place"):
        points[PLACE] += 3.0
        points[ORG] -= 0.8
        points[PERSON] -= 2.0
    elif noun in names.cues("org_before"):
        points[ORG] += 1.8
        points[PERSON] -= 0.8


def look_before_comma(points: Points, words: Words, i: int) -> None:
    """His first novel, Skive, sold; her club, Skive, said; its capital, Skive: a noun and a comma before token i."""
    j = i - 2 if words.text[i - 1] == "," else i - 1
    if j < 1 or words.sentence[j] != words.sentence[i] or not _is_owned(words, j):
        return
    noun = words.text[j].lower()
    if noun in names.cues("work_before") or noun in names.cues("work_noun"):
        points[OTHER] += 3.0
        points[PLACE] -= 2.0
        points[PERSON] -= 1.0
    elif noun in names.cues("org_before") or noun in roles.organisation_nouns():
        if not (noun.endswith(("er", "or")) and _is_full_name(words, i)):
            points[ORG] += 3.0
            points[PERSON] -= 3.0
    elif noun in names.cues("place_noun"):
        points[PLACE] += 1.5


def _is_full_name(words: Words, i: int) -> bool:
    """Whether a given name and another stand from token i: a publisher, a builder or a pollster may be a person."""
    return names.given_name(words.text[i]) and i + 1 < len(words) and words.text[i + 1].istitle()


def _region(words: Words, i: int) -> bool:
    """Whether a country or state stands at token i."""
    for end in (i + 2, i + 1):
        name = " ".join(words.text[i:end])
        if countries.country_named(name) or name in names.states():
            return True
    return False


def _apposed(words: Words, i: int) -> Iterator[str]:
    """The head of the noun phrase that begins at token i; nothing where no apposition begins like it."""
    if i >= len(words) or (words.text[i].lower() not in DETERMINERS and words.pos[i] not in ("ADJ", "NOUN")):
        return
    for j in range(i, min(i + _APPOSITION, len(words))):
        word = words.text[j]
        if words.pos[j] == "NOUN":
            following = words.pos[j + 1] if j + 1 < len(words) else ""
            if following != "NOUN" and (following != "PUNCT" or words.text[j + 1] != "-"):
                yield word.lower()
                return
        elif words.pos[j] not in ("DET", "ADJ", "PROPN", "PRON", "NUM", "ADV", "PART") and word != "-":
            return


def _is_owned(words: Words, i: int) -> bool:
    """Whether the phrase that ends with the noun at token i says whose it is: his first novel, Lind's second film."""
    for word in reversed(words.text[max(i - _OWNED, 0) : i]):
        if word.lower() in OWNERS or word in ("'s", "’s"):
            return True
        if not word[0].islower() and word != "-":
            return False
    return False
