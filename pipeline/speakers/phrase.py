"""Reads a speaker phrase: is it a pronoun, a name or a noun, and which word is its head?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.speakers.spots import Spot
from pipeline.speakers.view import View
from pipeline.speakers.words import INDEFINITE_PRONOUNS, PRONOUNS

Form = Literal["pronoun", "name", "noun", "none"]

# What ends the core of a noun phrase: the head is the last word before it.
_BREAKS = frozenset(("who", "which", "that", "whose", "whom", "where", "when", "and", "or", "but"))
_BREAK_TAGS = frozenset(("IN", "TO", "WDT", "WP", "WP$", "WRB", ",", ":", "-LRB-", "-RRB-", ".", "VBG", "VBN", "VBD", "VBZ", "MD"))
_SKIP = frozenset(("''", "``", '"', "'", "(", ")", "[", "]", ",", "-", "—", "–"))
_PLURAL = frozenset(("NNS", "NNPS"))
_MARKED_END = frozenset((",", "-", "—", "–", "(", ":"))


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
    spot: Spot | None = None
    also: tuple[Spot, ...] = ()


def read_phrase(view: View, whole: range, inside: Sequence[Spot]) -> Phrase:
    """Take the phrase apart; inside are the named mentions that touch it, in order."""
    tokens = [n for n in whole if view.words[n] not in _SKIP] or list(whole)
    if not tokens:
        return Phrase("none", whole, whole.start, whole.start, -1)
    first = tokens[0]
    if view.lower[first] in PRONOUNS and not _is_possessive(view, first, len(tokens)):
        return Phrase("pronoun", whole, first, first + 1, first)
    last = _core_end(view, first, whole.stop, inside)
    head = last - 1
    spot = next((s for s in inside if s.first <= head < s.last), None)
    if spot is None:
        spot = _apposed(view, head, last, whole, inside)
    if spot is None and view.lower[head] in INDEFINITE_PRONOUNS and last - first == 1:
        return Phrase("pronoun", whole, first, last, head)
    return Phrase("name" if spot else "noun", whole, first, last, head, spot, _joined(view, last, spot, inside))


def is_plural(view: View, phrase: Phrase) -> bool:
    """Whether the head word is plural, or several are joined."""
    return view.tags[phrase.head] in _PLURAL or bool(phrase.also)


def _is_possessive(view: View, first: int, size: int) -> bool:
    """'his spokesman', 'her', and 'that report' begin with a pronoun but are not one."""
    tag = view.tags[first]
    return size > 1 and (tag == "PRP$" or (tag in ("DT", "WDT") and view.lower[first] in ("that", "this", "which")))


def _core_end(view: View, first: int, stop: int, inside: Sequence[Spot]) -> int:
    """The token after the head: the first break that no name spans and that is not the first word."""
    n = first
    while n < stop:
        name = next((s for s in inside if s.first <= n < s.last), None)
        if name:
            n = min(name.last, stop)
            continue
        if n > first and (view.tags[n] in _BREAK_TAGS or view.lower[n] in _BREAKS or view.words[n] in _SKIP) and not _modifier(view, n, stop):
            break
        n += 1
    return max(n, first + 1)


def _modifier(view: View, n: int, stop: int) -> bool:
    """A participle, hyphen or quotation mark before a noun: 'the retired general', 'the self-styled king'."""
    follows = n + 1 < stop and view.tags[n + 1][:2] in ("NN", "JJ", "HY", "VB", "CD") and view.lower[n + 1] not in _BREAKS
    if view.tags[n] in ("VBN", "VBG") and follows:
        return view.heads[n] > n
    return view.words[n] in ("-", "''", '"', "'") and follows and view.words[n] != ","


def _apposed(view: View, head: int, last: int, whole: range, inside: Sequence[Spot]) -> Spot | None:
    """'the mayor, Ana Lopes,' and 'a spokesman for the mayor, Ana Lopes': a person set off by a comma after a noun."""
    if view.tags[head] in _PLURAL:
        return None
    for spot in inside:
        before = spot.first - 1
        alone = spot.last >= whole.stop or view.words[spot.last] in _SKIP or view.tags[spot.last] in ("IN", "WP", "WDT")
        if spot.mention.label == "PERSON" and before >= last - 1 and view.words[max(before, 0)] in _MARKED_END and alone:
            return spot
    return None


def _joined(view: View, last: int, spot: Spot | None, inside: Sequence[Spot]) -> tuple[Spot, ...]:
    """The other persons of 'Ana Lopes and Rui Alves'."""
    if spot is None or spot.mention.label != "PERSON":
        return ()
    joined, end = [], spot.last
    for other in inside:
        if other.first <= end or other.mention.label != "PERSON":
            continue
        between = view.lower[end : other.first]
        if between and set(between) <= {"and", "or", ","} and "and" in between + view.lower[other.last : other.last + 1]:
            joined.append(other)
            end = other.last
    return tuple(joined)
