"""Reads a speaker phrase: is it a pronoun, a name or a noun, which word is its head, and which office does it name?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.lexicon.names import given_name, titles
from pipeline.lexicon.roles import INDEFINITE_PRONOUNS, PRONOUNS, role_nouns
from pipeline.speakers.narration import MentionTokens, Narration
from pipeline.speakers.roles import Role, is_document

Form = Literal["pronoun", "name", "noun", "none"]

# What ends the core of a noun phrase: the head is the last word before it.
_BREAKS = frozenset(("who", "which", "that", "whose", "whom", "where", "when", "and", "or", "but", "not"))
_BREAK_TAGS = frozenset(
    ("IN", "TO", "WDT", "WP", "WP$", "WRB", ",", ":", "-LRB-", "-RRB-", ".", "VBG", "VBN", "VBD", "VBZ", "MD")
)
_MARKS = frozenset(("''", "``", '"', "'", "(", ")", "[", "]", ",", "-", "--", "—", "–"))
_SET_OFF = frozenset((",", "-", "--", "—", "–", "(", ":"))
_CALLED = frozenset(("called", "named"))
_TRAILING = frozenset(("'s", "’s", "'", "himself", "herself", "itself", "themselves", "both", "too"))
_NO_NAMES = frozenset(("DATE", "GPE", "LOC", "NORP", "EVENT"))
_IN_NAMES = frozenset(("in", "of", "for", "and", "&"))
_LEAST = 4  # words of "a Church in Ulm spokeswoman", and more
_PLURAL = frozenset(("NNS", "NNPS"))
_NOMINAL = ("NN", "JJ", "CD", "HY")
_OFFICES = frozenset(
    ("foreign", "defence", "finance", "interior", "health", "education", "justice", "transport", "economy", "energy",
     "environment", "agriculture", "trade", "labour", "culture", "prime", "first", "home", "housing", "immigration",
     "tourism", "sports", "science", "industry", "commerce", "treasury", "information", "fisheries", "police", "fire",
     "defense", "labor", "transportation", "economic", "sport", "farm", "oil", "press")
)  # fmt: skip
_SPELT = {"defense": "defence", "labor": "labour", "transportation": "transport", "economic": "economy",
          "sport": "sports", "farm": "agriculture"}  # fmt: skip
# Of whom a report of a match tells two, one a side: "the Porto coach".
_SIDES = frozenset(("coach", "manager", "captain", "boss", "skipper", "goalkeeper", "keeper", "striker", "midfielder",
                    "defender"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """The core first..last (end exclusive) of a speaker phrase, its head word, and the name that is the head.

    also: further persons joined by "and"; whole: the full phrase.
    """

    form: Form
    whole: range
    first: int
    last: int
    head: int
    spot: MentionTokens | None = None
    also: tuple[MentionTokens, ...] = ()


def read_phrase(narration: Narration, whole: range, inside: Sequence[MentionTokens]) -> Phrase:
    """Take the phrase apart; inside are the named mentions that touch it, in order."""
    tokens = _trimmed(narration, whole)
    if not tokens:
        return Phrase("none", whole, whole.start, whole.start, -1)
    first, stop = tokens[0], tokens[-1] + 1
    if narration.lower[first] == "neither":  # "neither Lopes nor Reid would say": no one of the two does
        return Phrase("none", whole, first, stop, first)
    if _is_pronoun(narration, first, len(tokens)):
        return Phrase("pronoun", whole, first, first + 1, first)
    last = stop if _ends_with_role(narration, first, stop) else _core_end(narration, first, stop, inside)
    head = last - 1
    spot = next((s for s in inside if s.first <= head < s.last), None)
    spot = spot or _behind(narration, inside, last, stop) or _apposed(narration, head, last, stop, inside)
    spot = spot or _maker(narration, head, last, stop, inside)
    if spot is None and narration.lower[head] in INDEFINITE_PRONOUNS and last - first == 1:
        return Phrase("pronoun", whole, first, last, head)
    return Phrase("name" if spot else "noun", whole, first, last, head, spot, _joined(narration, spot, inside))


def is_plural(narration: Narration, phrase: Phrase) -> bool:
    """Whether the head word is plural: 'officials', 'the two', but not 'the world number two'."""
    counted = narration.tags[phrase.head] == "CD" and narration.lower[phrase.head - 1] not in ("number", "no", "no.")
    return narration.tags[phrase.head] in _PLURAL or counted


def _trimmed(narration: Narration, whole: range) -> list[int]:
    """Without marks, and without what follows the phrase: a genitive, 'himself'."""
    tokens = [n for n in whole if narration.words[n] not in _MARKS]
    while len(tokens) > 1 and narration.lower[tokens[-1]] in _TRAILING:
        tokens.pop()
    return tokens


def _is_pronoun(narration: Narration, first: int, size: int) -> bool:
    """'he', but neither 'his spokesman' nor 'that report' nor the 'US' of 'US President'."""
    word, tag = narration.lower[first], narration.tags[first]
    if word not in PRONOUNS or narration.words[first] == "US":
        return False
    if size == 1:
        return True
    return not (tag == "PRP$" or (tag in ("DT", "WDT", "IN") and word in ("that", "which")))


def _core_end(narration: Narration, first: int, stop: int, inside: Sequence[MentionTokens]) -> int:
    """The token after the head: the first break that no name spans and that is not the first word."""
    n = first
    while n < stop:
        name = next((s for s in inside if s.first <= n < s.last), None)
        if name:
            n = min(name.last, stop)
        elif n > first and _breaks(narration, n, stop, inside):
            break
        else:
            n += 1
    return max(n, first + 1)


def _ends_with_role(narration: Narration, first: int, stop: int) -> bool:
    """'a Church in Ulm spokeswoman': a role behind a proper noun is the head, whatever stands in the name before it."""
    if narration.lower[first] not in ("a", "an") or stop - first < _LEAST or narration.tags[stop - 1] != "NN":
        return False
    plain = all(
        narration.tags[n].startswith(("NN", "JJ", "DT")) or narration.lower[n] in _IN_NAMES for n in range(first, stop)
    )
    return plain and narration.tags[stop - 2].startswith("NNP") and narration.lower[stop - 1] in role_nouns()


def _breaks(narration: Narration, n: int, stop: int, inside: Sequence[MentionTokens]) -> bool:
    if narration.lower[n] == "and":
        pair = narration.tags[n - 1].startswith("JJ") and n + 1 < stop and narration.tags[n + 1].startswith("JJ")
        joined = _runs_to_name(narration, n + 1, inside) or _former_of_two(narration, n, inside)
        return not (pair or joined or _of_two_lands(narration, n, stop, inside))
    if narration.words[n] == "." and narration.lower[n - 1] in titles():  # "Lt. Ana Lopes"
        return False
    if not (narration.tags[n] in _BREAK_TAGS or narration.lower[n] in _BREAKS or narration.words[n] in _MARKS):
        return False
    if "-" in narration.words[n - 1 : n + 1] and narration.ends[n - 1] == narration.starts[n]:
        return False  # "the Munich-based carmaker", "father-of-two Rui Alves"
    follows = n + 1 < stop and narration.tags[n + 1].startswith(_NOMINAL)
    if narration.tags[n] in ("VBN", "VBG") and follows:  # 'the retired general', but not 'officials visiting Paris'
        return narration.heads[n] < n
    return not (narration.words[n] in ("-", "''", '"', "'") and follows)


def _of_two_lands(narration: Narration, n: int, stop: int, inside: Sequence[MentionTokens]) -> bool:
    """'US and Israeli sources', 'Kenyan and US officials': the noun at the end speaks, and no land."""
    lands = [spot for spot in inside if spot.mention.label in ("GPE", "NORP")]
    common = narration.tags[stop - 1] in ("NN", "NNS") and not any(s.first < stop <= s.last for s in inside)
    plain = all(narration.tags[k].startswith((*_NOMINAL, "POS")) for k in range(n + 1, stop))
    return bool(lands) and lands[0].last == n and len(lands) == len(inside) and common and plain


def _former_of_two(narration: Narration, n: int, inside: Sequence[MentionTokens]) -> bool:
    """'former Ulm and Porto striker Rui Alves': where he played is no speaker."""
    if n < 2 or not inside or inside[0].mention.label == "PERSON" or inside[-1].mention.label != "PERSON":
        return False
    return inside[0].last == n and narration.lower[inside[0].first - 1].removeprefix("ex-") in ("former", "ex", "")


def _runs_to_name(narration: Narration, n: int, inside: Sequence[MentionTokens]) -> bool:
    """'academic and professor Ana Lopes' is one person: after 'and' come plain nouns, then a name that ends it."""
    name = next((s for s in inside if s.first >= n and s.mention.label == "PERSON"), None)
    if name is None or name.first == n or any(s.last < n for s in inside):
        return False
    return all(narration.tags[k].startswith(_NOMINAL) for k in range(n, name.first))


def _behind(narration: Narration, inside: Sequence[MentionTokens], last: int, stop: int) -> MentionTokens | None:
    """'Governor of Washington Ana Lopes': a person at the end, right behind a capitalised word that is no title."""
    if not inside or inside[-1].last < stop or inside[-1].mention.label != "PERSON" or inside[-1].first <= last:
        return None
    before = inside[-1].first - 1
    if _of_another(narration, last, inside[-1]):
        return None
    word, linked = narration.lower[before].rstrip("."), "IN" in narration.tags[last:before]
    title = linked and (word in titles() or word in role_nouns())  # 'a friend of President Lopes' is another
    named = narration.tags[before].startswith("NNP") or narration.words[before][0].isupper()
    # "chief of staff (COS) Ana Lopes"
    bracketed = narration.words[before] == ")" and narration.words[before - 2] == "("
    field = _is_field(narration, last, before)
    return inside[-1] if (named or bracketed or field) and not title else None


def _is_field(narration: Narration, last: int, before: int) -> bool:
    """ "professor of law Ana Lopes", "head of policy Ana Lopes": the noun before the name is what she is in charge of.

    "mother of victim Ana Lopes" and "a friend of Ana Lopes" are others.
    """
    head = narration.lower[last - 1] in role_nouns() and narration.tags[last - 1] in ("NN", "NNP")
    field = narration.tags[before] in ("NN", "NNP") and narration.lower[before] not in role_nouns()
    return head and field and narration.lower[last:before] == ["of"]


def _apposed(
    narration: Narration, head: int, last: int, stop: int, inside: Sequence[MentionTokens]
) -> MentionTokens | None:
    """'the mayor, Ana Lopes,' and 'his friend at Yale, the poet Ana Lopes,': a person set off after a noun."""
    if narration.tags[head] in _PLURAL:
        return None
    for spot in inside:
        before = spot.first - 1
        if _of_another(narration, last, spot):
            return None
        if narration.lower[before] in _CALLED and "," in narration.words[last:before]:
            return spot  # "the owner, a man of 60 called Ana Lopes"
        while before > last and narration.tags[before].startswith((*_NOMINAL, "DT", "PRP$")):
            before -= 1
        ends = spot.last >= stop or narration.words[spot.last] in _MARKS
        alone = ends or narration.tags[spot.last] in ("IN", "WP", "WDT")
        called = head + 1 == before or (_is_of(narration, head, before) and given_name(narration.words[spot.first]))
        named = spot.mention.label == "PERSON" or (called and _is_full_name(narration, head, spot))
        if named and before >= last and narration.words[before] in _SET_OFF and alone:
            return spot
    return None


def _maker(
    narration: Narration, head: int, last: int, stop: int, inside: Sequence[MentionTokens]
) -> MentionTokens | None:
    """'a report by the charity Harbour Aid', 'Ana Lopes's letter', 'a Harbour Aid survey': who made it says it.

    A survey by two is nobody's alone, and 'a statement from Lopes's office' is no statement of hers.
    """
    spot = inside[0] if len(inside) == 1 else None
    if not is_document(narration, head) or spot is None or spot.mention.label not in ("ORG", "PERSON"):
        return None
    if spot.first > last:
        told = narration.lower[last] in ("by", "from")
        plain = all(narration.tags[n].startswith((*_NOMINAL, "DT")) for n in range(last + 1, spot.first))
        return spot if told and plain and (spot.last >= stop or narration.words[spot.last] in (",", "(")) else None
    owned = narration.tags[spot.last] == "POS" or (spot.last == head and spot.mention.label == "ORG")
    return spot if owned and all(narration.tags[n].startswith(_NOMINAL) for n in range(spot.last + 1, head)) else None


def _is_of(narration: Narration, head: int, comma: int) -> bool:
    """ "The chief executive of the bank, Ceferino Haas,": nothing but "of" and its nouns stands before the comma."""
    between = range(head + 2, comma)
    nominal = all(narration.tags[n].startswith((*_NOMINAL, "DT", "POS", "IN")) for n in between)
    return head + 1 < comma and narration.lower[head + 1] in ("of", "at", "for") and nominal


def _is_full_name(narration: Narration, head: int, spot: MentionTokens) -> bool:
    """'Its secretary, Nii Okai Tagoe,': what says who the secretary is names one, whatever the model makes of it."""
    return narration.lower[head] in role_nouns() and " " in spot.mention.text and spot.mention.label not in _NO_NAMES


def _of_another(narration: Narration, last: int, spot: MentionTokens) -> bool:
    """'A woman whose brother, Yaw Osei, was killed': the name is that of whose clause it stands in.

    Only a clause that tells a name names her: 'a woman whose name was given as Ana Osei', 'who is called Ana Osei'.
    'The husband of the victim, Ana Osei,' may name either, and a survey by a body has no name of its own.
    """
    between = narration.lower[last : spot.first]
    if "whose" in between and not {"name", "names"} & set(between):
        return True
    if "who" in between and {"his", "her", "their"} & set(between[between.index("who") :]):
        return narration.words[spot.first - 1] == ","  # "the bishop, who spoke through his secretary, Ana Lopes,"
    comma = spot.first - 1
    other = narration.words[comma] == "," and comma - 1 > last and role_nouns().get(narration.lower[comma - 1])
    linked = bool({"of", "for", "to"} & set(between)) and narration.tags[comma - 1] in ("NN", "NNP")
    return bool(other and linked) or (is_document(narration, last - 1) and "by" in between)


def _joined(
    narration: Narration, spot: MentionTokens | None, inside: Sequence[MentionTokens]
) -> tuple[MentionTokens, ...]:
    """The other persons of 'Ana Lopes and Rui Alves'."""
    if spot is None or spot.mention.label != "PERSON":
        return ()
    later = [s for s in inside if s.first >= spot.last and s.mention.label == "PERSON" and s.entity != spot.entity]
    joined, end = [], spot.last
    for other in later:
        plain = [k for k in range(end, other.first) if not narration.tags[k].startswith("NNP")]  # but for titles
        between = [narration.lower[k] for k in plain]
        if not between or not set(between) <= {"and", ","}:
            break
        joined.append(other)
        end = other.last
    listed = narration.lower[spot.last : end]
    return tuple(joined) if "and" in listed else ()


def is_another_office(narration: Narration, phrase: Phrase, role: Role) -> bool:
    """Whether the phrase names an office, or a side, and the role another."""
    before = range(phrase.first, phrase.head)
    here, there = _offices(narration.lower[n] for n in before), _offices(role.words)
    if here and there and not here & there:
        return True
    side = {narration.lower[n] for n in before if narration.tags[n].startswith("NNP")}
    return narration.lower[phrase.head] in _SIDES and bool(side) and side.isdisjoint(role.words)


def another_ministry(narration: Narration, phrase: Phrase, name: str) -> bool:
    """Whether a body of this name has another field than the phrase tells: the foreign and the interior ministry."""
    here = _offices(narration.lower[n] for n in range(phrase.first, phrase.head))
    there = _offices(name.lower().split())
    return bool(here and there) and not here & there


def _offices(words: Iterable[str]) -> set[str]:
    return {_SPELT.get(word, word) for word in words if word in _OFFICES}
