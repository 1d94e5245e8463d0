"""What stands before the first sentence of a paragraph and is none of it: datelines, time stamps, picture credits."""

import re
from bisect import bisect_left

from pipeline.lexicon import names
from pipeline.quotes.view import QuoteTable

_WORDS = 14  # words a dateline takes at most
_SENTENCE = 40  # words in which somebody who speaks says "I" or "we"
_SPEAKERS = frozenset(("i", "we", "you", "my", "our"))
_CHARACTERS = 160
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_DAY = rf"{_WEEKDAY}(?:\d\d? {_MONTH}|{_MONTH} \d\d?)(?:,? \d{{4}})?"
_DASH = r" ?(?:--|[-–—|]) "
_NAME = r"[A-Z][\w.'’/-]{1,30}(?: [A-Z][\w.'’/-]{1,30}){0,3}"
_CREDIT = re.compile(r"[(\[](?:File )?(?:Photo|Image|Picture|Credit|Getty)s?\b[^()\[\]\n]{0,80}[)\]] ?", re.I)
_BULLET = re.compile(r"[•▪●*·] ?")
_STAMP = re.compile(r"(?:Updated|Published|Posted|Last updated)\b[^|\n]{0,60}\| ?")
# "8 May 2024, Nairobi: "; "February 21, 2015 (ADDIS ABABA) - "; "Wednesday, 8 May — SUVA: "
_DATED = re.compile(rf"{_DAY}(?:{_DASH}|[,:]? )(?:\(?{_NAME}\)?(?:{_DASH}|: ))?")
_PLACED = re.compile(rf"{_NAME}, {_DAY}(?:{_DASH}|: )")  # "Colombo, May 8: "
_COLON = re.compile(rf"({_NAME}(?:, {_NAME})?) ?: (?=[A-Z])")


def after_dateline(view: QuoteTable, i: int) -> int:
    """The token behind "PARIS, March 3 (Reuters) —", "NAIROBI:", "(Photo: ...)" that open a paragraph, else i."""
    at = view.start[i]
    for pattern in (_BULLET, _CREDIT, _STAMP, _DATED, _PLACED):
        if (match := pattern.match(view.text, at, at + _CHARACTERS)) and _sets_off(match[0], pattern):
            at = match.end()
    first = bisect_left(view.start, at) if at > view.start[i] else i
    if first >= len(view.lower) or view.block_number[first] != view.block_number[i]:
        return i
    return _after_place(view, _after_capitals(view, first))


def _sets_off(words: str, pattern: re.Pattern[str]) -> bool:
    """A day alone opens many sentences; a dash or colon behind it makes it a dateline."""
    return pattern is not _DATED or words.rstrip()[-1:] in ("-", "–", "—", "|", ":")


def _after_capitals(view: QuoteTable, i: int) -> int:
    """The token behind a place in capitals and a dash."""
    if not view.text[view.start[i] : view.end[i]].isupper() or view.pos[i] == "PRON":
        return i
    for j in range(i + 1, min(i + _WORDS, len(view.lower) - 1)):
        if view.tag[j][0:1] == "V" or view.pair_number[j] >= 0 or view.block_number[j] != view.block_number[i]:
            return i
        if view.lower[j] in ("-", "–", "—", "--", "|") and view.text[view.start[j + 1] - 1].isspace():
            return j + 1
    return i


def _after_place(view: QuoteTable, i: int) -> int:
    """The token behind a place and a colon, where a whole sentence follows: a headline ends without a stop."""
    match = _COLON.match(view.text, view.start[i], view.start[i] + _CHARACTERS)
    if match is None:
        return i
    stop = bisect_left(view.start, match.end())
    last = i
    while last + 1 < len(view.lower) and view.block_number[last + 1] == view.block_number[i]:
        last += 1
    one = not any(view.lower[j] == "." for j in range(stop, last - 1))
    if view.lower[last] not in (".", '"') or not _is_place(view, range(i, stop), match[1], one=one):
        return i
    return stop


def _is_place(view: QuoteTable, tokens: range, label: str, *, one: bool) -> bool:
    """A place by the model; capitals; or proper nouns before several sentences in which no "I" or "we" speaks."""
    if {view.ent[j] for j in tokens} & {"GPE", "LOC", "FAC"} or label.isupper():
        return True
    if one or not all(view.pos[j] in ("PROPN", "PUNCT") or not names.common(view.lower[j]) for j in tokens):
        return False
    return not any(
        view.lower[j] in _SPEAKERS for j in range(tokens.stop, min(tokens.stop + _SENTENCE, len(view.lower)))
    )
