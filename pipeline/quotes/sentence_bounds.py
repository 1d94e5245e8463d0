"""Sentences as a reader of quotations sees them: a tag after a closing mark belongs to what it tags."""

import re

from pipeline.lexicon.reporting import words
from pipeline.quotes.cues import chained, verb_at
from pipeline.quotes.datelines import after_dateline
from pipeline.quotes.view import FINITE, QuoteTable

_STOPS = frozenset((".", "!", "?", "...", "…", "?!", "!!", "??", ". . ."))
_INITIALS = re.compile(r"(?:[a-z]\.)+")
_STATES = frozenset(("u.s.", "u.k.", "u.n.", "e.u.", "d.c.", "a.m.", "p.m."))
_THESE_WORDS = (["these", "words"], ["those", "words"])  # '"Enough." With these words she left'
_LONGEST = 400  # words after which a sentence is cut: lists and tables, and texts without stops
_TAG_REACH = 14  # words within which a tag after a question mark shows its verb


def segments(view: QuoteTable) -> list[tuple[int, int]]:
    """Token ranges in order; none crosses a paragraph."""
    ranges: list[tuple[int, int]] = []
    begin = 0
    for i, block in enumerate(view.block_number):
        if block < 0 or (i == begin and view.pos[i] == "SPACE"):
            if i == begin:
                begin = i + 1
            continue
        if i == begin and (i == 0 or view.block_number[i - 1] != block):
            begin = after_dateline(view, i)
        last = i + 1 == len(view.lower) or view.block_number[i + 1] != block
        plain = view.pair_number[i] < 0 and view.lower[i].isalpha()  # as most words are: nothing ends at them
        if i >= begin and (
            last or (not plain and _ends(view, i)) or (i - begin > _LONGEST and view.pair_number[i] < 0)
        ):
            ranges.append((begin, i + 1))
            begin = i + 1
    for start, stop in ranges:
        view.sentence_start[start:stop] = [start] * (stop - start)
    return ranges


def _ends(view: QuoteTable, i: int) -> bool:
    number = view.pair_number[i]
    if number >= 0 and i < view.pairs[number].close:
        return False
    if number >= 0:
        return _ends_at_mark(view, i, number)
    if view.lower[i] in _STOPS:
        if (
            view.lower[i] == "."
            and view.end[i - 1] == view.start[i]
            and f"{view.lower[i - 1]}." in words("abbreviations")
        ):
            return False
        return _fresh(view, _next(view, i))
    if view.lower[i] == ")" and view.lower[i - 1] in _STOPS:
        return _fresh(view, _next(view, i))
    if view.lower[i].endswith(".") and _opens(view, _next(view, i)) and view.lower[i] not in words("abbreviations"):
        return True
    return _abbreviated(view, i) and view.starts_sentence[_next(view, i)] and _fresh(view, _next(view, i))


def _abbreviated(view: QuoteTable, i: int) -> bool:
    """A word with a full stop of its own that may nevertheless end a sentence ("in 2012 Inc.")."""
    word = view.lower[i]
    initials = _INITIALS.fullmatch(word) and word not in _STATES
    return word.endswith(".") and len(word) > 2 and word not in words("abbreviations") and not initials


def _next(view: QuoteTable, i: int) -> int:
    """The token behind i, white space left out."""
    i += 1
    while i + 1 < len(view.lower) and view.pos[i] == "SPACE":
        i += 1
    return i


def _fresh(view: QuoteTable, i: int) -> bool:
    """Whether token i can begin a sentence."""
    text = view.text[view.start[i]]
    return text.isupper() or text.isdigit() or view.lower[i] in "[(–—-•*$£€" or _opens(view, i) or not text.isalnum()


def _opens(view: QuoteTable, i: int) -> bool:
    number = view.pair_number[i]
    return number >= 0 and view.pairs[number].open == i


def _ends_at_mark(view: QuoteTable, i: int, number: int) -> bool:
    """After a closing mark: a full stop inside ends the sentence, unless what follows is a tag."""
    quoted = view.pairs[number]
    mark = view.text[view.start[quoted.last]]
    after = _next(view, i)
    if mark not in ".!?…" and not view.lower[quoted.last].endswith("."):
        return False
    if _opens(view, after):
        return True
    first = view.text[view.start[after]]
    if not (first.isupper() or first.isdigit() or first in "([“"):
        return False
    with_words = view.lower[after] == "with" and view.lower[after + 1 : after + 3] in _THESE_WORDS
    return not with_words and not is_tag(view, after, strict=mark == ".")


def is_tag(view: QuoteTable, i: int, *, strict: bool) -> bool:
    """Whether the words from i on read "Name said" before the next stop; strict: and then stop at once."""
    if view.pos[i] in ("ADP", "SCONJ") or (strict and view.pos[i] == "ADV"):
        return False
    for j in range(i, min(i + _TAG_REACH, len(view.lower) - 1)):
        if strict and view.comma(j):
            return False
        if view.lower[j] in _STOPS or view.pair_number[j] >= 0 or view.block_number[j] != view.block_number[i]:
            return False
        if strict and view.lemma[j] in words("gestures"):  # '"The road is closed." Sohal nodded.'
            return False
        led = chained(view, j, len(view.lower)) if not strict and view.tag[j] in FINITE else None
        if led is not None and verb_at(view, led) is not None:
            return True
        if verb_at(view, j) is not None and (view.tag[j] in FINITE or _past(view, j)):
            after = view.lower[j + 1]
            if strict:
                return j - i <= 5 and (after in _STOPS or after == ",")
            return not any(view.dep[kid] == "ccomp" and kid > j for kid in view.children[j])
        if view.tag[j] in FINITE and view.dep[j] not in ("relcl", "aux", "auxpass", "acl"):
            return False
    return False


def _past(view: QuoteTable, j: int) -> bool:
    """A past tense the tagger took for a participle: no helper before it, no noun it belongs to."""
    return view.tag[j] == "VBN" and view.pos[j - 1] != "AUX" and view.dep[j] not in ("acl", "amod")
