"""How far reported words reach: the parse proposes, marks and joints decide."""

import re

from pipeline.quotes.cues import verb_at
from pipeline.quotes.narrator import cut
from pipeline.quotes.quote_table import FINITE, MAY_PART, Quoted, QuoteTable

_YEAR = re.compile(r"[12]\d{3}")
_BREAKS = frozenset((".", ";", ":", "!", "?", "…", "...", ")", "("))
_ENDERS = _BREAKS | MAY_PART
_JOINTS = frozenset(("and", "but", "while", "though", "although", "as", "according"))
_LINKS = frozenset(("and", "but", "or", "so", "yet", "nor"))
_SUBORDINATE = frozenset(("because", "even", "if", "unless", "that", "than", "lest", "rather"))
_PERSONAL = frozenset(("he", "she", "they", "it", "we", "i", "his", "her", "their", "its", "you", "there"))
_SHIFTED = frozenset(("had", "would", "could", "might"))
_MARK_REACH = 6  # words after a comma within which a mark shows that the quote goes on
_CLAUSE_OPENERS = frozenset(("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"))
_CLAUSE_REACH = 8
_GOING_ON = frozenset(("until", "from", "for", "of", "by", "against", "between", "about"))


def stretch(view: QuoteTable, first: int, last: int, stop: int, *, bounded: bool = False) -> int:
    """The last token of what begins at first and, by the parse, ends at last, in a sentence that ends at stop.

    The comma that closes a clause may hang on its verb; what stands behind it belongs to the clause around.
    bounded: the cue stands in a clause of its own ("when he asked whether ..., she said"): the first comma ends it.
    """
    while last > first and view.lower[last] == ",":
        last -= 1
    if bounded:
        comma = _closing_comma(view, first, last)
        return cut(view, first, _to_break(view, _over_marks(view, min(last, comma - 1), stop), stop))
    last = _clauses_listed(view, _to_break(view, _over_marks(view, last, stop), stop), stop)
    if view.lower[last] == "because" and last + 2 < stop:  # "because, he said, it was late"
        last = _to_break(view, _over_marks(view, _behind_aside(view, last + 2, stop), stop), stop)
    while last + 2 < stop and (_goes_on(view, last, stop) or _next_deed(view, first, last, stop)):
        last = _to_break(view, _over_marks(view, last + 2, stop), stop)
    return cut(view, first, last)


def _behind_aside(view: QuoteTable, j: int, stop: int) -> int:
    """The token behind the comma that closes an aside, or j where none does."""
    return next((k + 1 for k in range(j, min(j + _CLAUSE_REACH, stop - 1)) if view.comma(k)), j)


def behind_marks(view: QuoteTable, quoted: Quoted, stop: int) -> int:
    """The last token of a quotation without a stop whose sentence goes on: '"We have three weeks" until the vote'.

    How and when it was said ("... in a letter", "on Monday") begins with other prepositions.
    """
    j, end = quoted.close + 1, stop - 1
    if j >= end or view.lower[j] not in _GOING_ON or not view.text[view.end[quoted.last] - 1].isalnum():
        return quoted.last
    clause = any(view.tag[k] in FINITE for k in range(quoted.first, quoted.last))
    parted = any(view.tag[k] in FINITE or view.comma(k) or view.pair_number[k] >= 0 for k in range(j, end))
    return end - 1 if clause and not parted and view.lower[end] == "." else quoted.last


def _closing_comma(view: QuoteTable, first: int, last: int) -> int:
    """The first comma behind the clause's verb, else last + 1: an aside may stand before ("if the dam, old, held")."""
    commas = [j for j in range(first + 1, last + 1) if view.comma(j) and view.pair_number[j] < 0]
    while len(commas) > 1 and not any(view.tag[j] in FINITE for j in range(first, commas[0])):
        commas = commas[2:]
    return commas[0] if commas else last + 1


def _clauses_listed(view: QuoteTable, last: int, stop: int) -> int:
    """The end of a list of clauses: "that the permit costs 9 euros, the limit is 60 decibels, and the stage closes".

    Only a list has a clause without a joiner between two commas, and one with "and" behind it.
    """
    end, joined = last, False
    while end + 2 < stop and view.lower[end + 1] == "," and not joined:
        j = end + 2
        joined = view.lower[j] == "and"
        j += joined
        comma = next((k for k in range(j, stop) if _is_break(view, k) or view.pair_number[k] >= 0), stop)
        finite = next((k for k in range(j, comma) if view.tag[k] in FINITE), None)
        if finite is None or finite == j or view.pos[j] not in _CLAUSE_OPENERS or verb_at(view, finite) is not None:
            return last
        if view.pair_number[min(comma, stop - 1)] >= 0 or any(view.pos[k] == "SCONJ" for k in range(j, finite)):
            return last
        if joined:
            return comma - 1 if end > last else last
        end = comma - 1
    return last


def _to_break(view: QuoteTable, last: int, stop: int) -> int:
    while (
        last + 1 < stop
        and not _is_break(view, last + 1)
        and (
            view.lower[last + 1] not in _JOINTS
            or view.tag[last] == "PRP$"  # "left his and other plants closed"
            # "lied while testifying"
            or (view.lower[last + 1] == "while" and view.tag[min(last + 2, stop - 1)] == "VBG")
        )
    ):
        last = _over_marks(view, last + 1, stop)
    return last


def _over_marks(view: QuoteTable, last: int, stop: int) -> int:
    """Never end inside a pair of marks."""
    number = view.pair_number[last]
    return min(view.pairs[number].close, stop - 1) if number >= 0 else last


def _is_break(view: QuoteTable, i: int) -> bool:
    if view.lower[i] not in _ENDERS:
        return False
    if view.lower[i] == "," and 0 < i < len(view.lower) - 1 and view.tag[i - 1] == "CD":
        return not _YEAR.fullmatch(view.lower[i + 1])  # "on February 5, 2003"
    return view.comma(i) or view.lower[i] in _BREAKS


def _goes_on(view: QuoteTable, last: int, stop: int) -> bool:
    """Whether what follows the break or joint behind last is still reported."""
    j = last + 1
    if view.lower[j] in (";", ":", ".", "(", ")") or view.lower[j] in ("while", "as", "according"):
        return False
    inside_mark = view.pair_number[last] >= 0 and view.lower[last - 1] == ","
    if _is_break(view, j):
        j += 1
    elif view.lower[j] not in _LINKS and not inside_mark:
        return False
    while j < stop and view.lower[j] in _LINKS:
        j += 1
    return j < stop and _is_reported(view, last, j, stop)


def _is_reported(view: QuoteTable, last: int, j: int, stop: int) -> bool:
    """Whether what begins at j, behind the break or joiner that follows last, is still reported."""
    if view.lower[last + 1] in ("and", "or") and not _finite_ahead(view, j, stop):
        return True
    if view.lower[j] in _SUBORDINATE or (view.lower[j] == "then" and not _finite_ahead(view, j, stop, FINITE)):
        return True
    if view.lower[j] in _PERSONAL:
        return _plain_clause(view, j, stop)
    if view.lower[last + 2] in _LINKS or view.lower[last + 1] == "but":
        return _shifted_clause(view, j, stop) or _marks_ahead(view, j, stop)
    if view.lower[last + 1] in (",", "and") and view.tag[j] == "VB":
        return True  # "able to set up offices, employ staff and own equipment"
    return _marks_ahead(view, j, stop)


def _next_deed(view: QuoteTable, first: int, last: int, stop: int) -> bool:
    """Whether a list of what somebody did goes on: "that he lost control, left the road | and hit a wall".

    It has a comma and then "and"; a state ("that she was tired, | took her coat and left") is followed by no deed.
    """
    j = last + 2 + (view.lower[last + 1] == "," and view.lower[last + 2] == "and")
    if view.lower[first] != "that" or not _is_deed(view, j, stop):
        return False
    finite = next((k for k in range(first, last + 1) if view.tag[k] in FINITE or view.tag[k] == "VBN"), j)
    if not _is_deed(view, finite, last + 1):
        return False
    if view.lower[j - 1] == "and":
        return any(view.lower[k] == "," and _is_deed(view, k + 1, stop) for k in range(finite, last + 1))
    joined = any(view.lower[k] == "and" and _is_deed(view, k + 1, stop) for k in range(j, stop))
    return joined and view.lower[j - 1] == ","


def _is_deed(view: QuoteTable, j: int, stop: int) -> bool:
    """A verb in the past that says what was done, found or heard, and nothing that was said; "then" may precede it."""
    j += j < stop and view.lower[j] == "then"
    if j >= stop or view.tag[j] not in ("VBD", "VBN") or view.pos[j] == "AUX":
        return False
    entry = verb_at(view, j)
    return entry is None or entry.flags <= {"f"}


def _finite_ahead(view: QuoteTable, j: int, stop: int, tags: frozenset[str] = FINITE | {"VBG"}) -> bool:
    """Whether a finite verb, or a participle, stands before the next break."""
    for k in range(j, stop):
        if view.tag[k] in tags:
            return True
        if _is_break(view, k):
            return False
    return False


def _plain_clause(view: QuoteTable, j: int, stop: int) -> bool:
    """A clause whose verb is no cue: "and he is ahead", not "and he said"."""
    for k in range(j, min(j + _CLAUSE_REACH, stop)):
        if view.tag[k] in FINITE:
            return verb_at(view, k) is None
    return False


def _shifted_clause(view: QuoteTable, j: int, stop: int) -> bool:
    """A further clause in the tense of reported speech: "the ferry left on time, but the engine had failed"."""
    for k in range(j, min(j + _CLAUSE_REACH, stop - 1)):
        if view.tag[k] in FINITE:
            told = k + 1 + (view.lower[k + 1] in ("not", "n't", "n’t"))  # "but Reid would not say when"
            return view.lower[k] in _SHIFTED and (told >= stop or verb_at(view, told) is None)
        if view.pos[k] not in ("DET", "NOUN", "ADJ", "PROPN", "NUM") and view.lower[k] not in ("of", "for"):
            return False
    return False


def _marks_ahead(view: QuoteTable, j: int, stop: int) -> bool:
    for k in range(j, min(j + _MARK_REACH, stop)):
        if view.pair_number[k] >= 0:
            return True
        if verb_at(view, k) is not None or _is_break(view, k):
            return False
    return False
