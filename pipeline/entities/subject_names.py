"""Names that the verb behind them shows, though their first word is another word too.

A given name that is a common word ("Sunny Odegbami drives a cab"), which the model leaves out or takes for a firm's;
a firm's name that opens with a preposition ("Under Armour is to close") or is a common word ("Total said", "Nova, a
Serbian outlet,"), which the model leaves out; a paper that is called like a people or a thing ("told The Hindu").
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.entities.peoples import is_people
from pipeline.entities.span_rest import capital
from pipeline.entities.span_splits import ENDEARING, in_title_case, is_loose_adjective, place_word
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import names, roles

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer

_FINITE = frozenset(("VBZ", "VBD", "MD"))
_PREPOSITIONS = frozenset(
    ("Above", "Across", "After", "Before", "Behind", "Below", "Beneath", "Beside", "Between", "Beyond", "Over", "Under",
     "Without")
)  # fmt: skip
# Verbs that a place or a time may precede: "Beneath Leeds lies a tunnel", "After Brexit came debt".
_INVERTED = frozenset(
    ("came", "comes", "flowed", "flows", "goes", "hangs", "hung", "lay", "lies", "lived", "lives", "ran", "rises",
     "rose", "runs", "sat", "sits", "stands", "stood", "stretched", "stretches", "waited", "waits", "went")
)  # fmt: skip
_BE = frozenset(("is", "was"))
_TELLS = frozenset(("told", "tell", "tells", "telling"))
_WRITES = frozenset(("wrote", "writes", "written", "writing", "published", "printed", "appeared", "interview"))
_CONJUNCTIONS = frozenset(("After", "Before"))  # "After Trump won, stocks rose"
_APPOSED = 6  # words within which the noun of "Nova, a small Serbian outlet," stands
_BEHIND_NOUN = frozenset((",", "in", "of", "based", "that", "which", "with", "from", "near", "for", "."))
_TOWN = 3.7  # importance: some 5,000 people


def subject_spans(words: Words, gazetteer: "Gazetteer | None") -> list[Span]:
    """The names that a verb shows, in order; none overlaps another."""
    firsts = [i for i, opens in enumerate(words.opens[:-2]) if opens]
    people = [Span(i, i + 2, "PERSON", "list") for i in firsts if _is_person(words, i, gazetteer)]
    people += [span for i in firsts if names.calendar(words.text[i]) for span in _named_like_a_month(words, i)]
    return [*people, *_with_preposition(words, gazetteer), *_firm_words(words), *_papers(words)]


def _is_person(words: Words, i: int, gazetteer: "Gazetteer | None") -> bool:
    """Whether a sentence begins with a given name that is a common word, one that is none, and their verb.

    Or with any given name and a last name that is a month.
    """
    first, last = words.text[i], words.text[i + 1]
    if words.tag[i + 2] not in _FINITE or not names.given_name(first):
        return False
    if names.calendar(last) and not names.calendar(first):
        return words.tag[i + 2] != "MD" and words.kind(i) != "headline"  # Augusta March paints
    if not names.common(first) or (first in ENDEARING and is_loose_adjective(words, i)):
        return False
    if words.kind(i) == "headline" or words.tag[i] == "DT" or names.title(first) or not last.istitle():
        return False
    listed = names.common(last) or names.calendar(last) or last in names.heads() or place_word(last)
    return last.isalpha() and not listed and not _is_town(last, gazetteer)


def _named_like_a_month(words: Words, i: int) -> Iterator[Span]:
    """A given name that is a month, and a double last name: April Sandoval-Reese."""
    end = i + 4
    if end >= len(words) or words.text[i + 2] != "-" or not (words.joined(i + 2) and words.joined(i + 3)):
        return
    plain = names.given_name(words.text[i]) and words.kind(i) != "headline"
    halves = (words.text[i + 1], words.text[i + 3])
    plain = plain and all(half.istitle() and not (names.common(half) or place_word(half)) for half in halves)
    if plain and (words.text[end] == "," or words.tag[end] in _FINITE):
        yield Span(i, end, "PERSON", "list")


def _is_town(name: str, gazetteer: "Gazetteer | None") -> bool:
    best = next(iter(gazetteer.lookup(name)), None) if gazetteer else None
    return best is not None and best.name_rank < 2 and best.importance >= _TOWN


def _with_preposition(words: Words, gazetteer: "Gazetteer | None") -> Iterator[Span]:
    """Every place where a firm is named whose name opens with a preposition."""
    if _PREPOSITIONS.isdisjoint(words.forms):
        return
    found = [i for i, word in enumerate(words.text) if word in _PREPOSITIONS and _is_followed_by_name(words, i)]
    pairs = {(words.text[i], words.text[i + 1]) for i in found if _is_part_of_name(words, i)}
    for first, second in pairs:
        alone = any(word == second and words.text[i - 1] != first for i, word in enumerate(words.text))
        if not alone and not place_word(second) and not _is_town(second, gazetteer):
            own = (i for i in found if words.text[i : i + 2] == [first, second])
            yield from (Span(i, i + 2, "ORG", "list") for i in own)


def _is_followed_by_name(words: Words, i: int) -> bool:
    """Whether one capitalised word, and no second, stands behind token i."""
    if i + 2 >= len(words) or not capital(words, i + 1) or words.kind(i) == "headline":
        return False
    word = words.text[i + 1]
    return word.istitle() and word.isalpha() and not names.calendar(word) and not capital(words, i + 2)


def _is_part_of_name(words: Words, i: int) -> bool:
    """Whether the preposition at token i has a capital within its sentence, or its phrase would be a verb's subject."""
    if not words.opens[i]:
        return words.text[i - 1].isalpha() and words.text[i - 1].islower() and not in_title_case(words, i)
    if words.text[i] in _CONJUNCTIONS:
        return False
    verb, then = words.text[i + 2], words.tag[i + 3] if i + 3 < len(words) else ""
    if verb in _BE:
        return then in ("TO", "VBN", "VBG")
    return words.tag[i + 2] in _FINITE and verb not in _INVERTED


def _firm_words(words: Words) -> Iterator[Span]:
    """Firms that go by a common word, where it is not that word: those listed, and those that the text introduces."""
    listed = words.forms & names.cues("firm_words")
    found = {words.text[i] for i in range(len(words) - 3) if words.text[i + 1] == "," and _is_introduced(words, i)}
    if not listed and not found:
        return
    for i in [i for i, word in enumerate(words.text[:-2]) if word in listed or word in found]:
        if words.kind(i) == "headline" or capital(words, i + 1) or words.text[i + 1][0].isdigit():
            continue
        if _is_introduced(words, i) or (_acts_as_firm(words, i) if words.opens[i] else _is_capital_within(words, i)):
            yield Span(i, i + 1, "ORG", "firm")


def _papers(words: Words) -> Iterator[Span]:
    """Papers and sites of a plain name, told by their own "The" amid a sentence: told The Hindu, wrote in The Post."""
    if "The" not in words.forms:
        return
    for i in [i for i, word in enumerate(words.text[:-1]) if word == "The" and i > 1 and not words.opens[i]]:
        name, before, earlier = words.text[i + 1], words.text[i - 1], words.text[i - 2].lower()
        speaks = before in _TELLS or (before, earlier) == ("to", "according")
        shown = speaks or (before == "in" and earlier in names.cues("printed") | _WRITES)
        if not shown or not name.istitle() or not name.isalpha() or in_title_case(words, i):
            continue
        office = roles.is_role(name.lower()) or name.lower() in roles.organisation_nouns()
        if not capital(words, i + 2) and (is_people(name) or (names.common(name) and not office)):
            yield Span(i + 1, i + 2, "ORG", "firm", "paper")


def _is_introduced(words: Words, i: int) -> bool:
    """Whether an apposition calls a common word that opens its sentence a body: "Nova, a Serbian outlet,"."""
    if words.text[i + 2] not in ("a", "an", "the") or not words.opens[i]:
        return False
    if names.given_name(words.text[i]) and not names.common(words.text[i]):
        return False
    if not words.text[i].istitle() or words.pos[i] not in ("NOUN", "PROPN") or words.text[i + 1] != ",":
        return False
    for j in range(i + 3, min(i + 3 + _APPOSED, len(words) - 1)):
        if words.pos[j] == "NOUN" and words.pos[j + 1] != "NOUN":
            body = words.text[j] in roles.organisation_nouns() or words.text[j] in names.cues("org_before")
            return body and words.text[j + 1] in _BEHIND_NOUN
    return False


def _acts_as_firm(words: Words, i: int) -> bool:
    """Whether what follows a word that opens its sentence is what firms do: "Gap is to close 30 shops"."""
    verb, then = words.text[i + 1], words.tag[i + 2]
    if verb in names.cues("speech") or verb in names.cues("firm_does") or verb == "will":
        return True
    if verb in ("and", ","):
        return words.in_ent[i + 2] and names.known().get(words.text[i + 2]) == "ORG"
    return (verb in ("has", "had") and then == "VBN") or (verb in _BE and then in ("TO", "VBG", "VBN"))


def _is_capital_within(words: Words, i: int) -> bool:
    """Whether a word within its sentence has a capital that its neighbours have not: "shares in Next rose"."""
    before = words.text[i - 1]
    alone = before[0].islower() or before in names.cues("firm_words")
    return alone and words.pos[i] in ("PROPN", "NOUN") and not in_title_case(words, i) and before != "the"
