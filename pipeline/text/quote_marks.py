"""Pairs of quotation marks, whatever their style; a stray mark never costs more than itself.

Shared by normalise (which gives all styles one form) and quotes (which reads what is inside).
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import zip_longest

from pipeline.text.layout import Block

# Three apostrophes after a word close a single pair and a double one, in that order.
_DOUBLE = re.compile(r"(?<=[^\s'(\[])'(?=''(?!'))|''|``|‘‘|’’|[\"“”„‟«»″＂❝❞〝〞〟「」『』]")
_SINGLE = re.compile(r"['‘’‚‛`´′＇❛❜‹›]")
_OPEN_GLYPHS = frozenset(("“", "„", "‟", "«", "❝", "〝", "「", "『", "‘‘", "``"))
_CLOSE_GLYPHS = frozenset(("”", "»", "❞", "〞", "〟", "」", "』", "’’"))
_ANY_OPEN = frozenset("\"“„‟«″＂❝〝「『'‘‚‛`‹❛＇")
_BEFORE_OPEN = frozenset("([{—–-/\"'“‘|>…「『（")
_AFTER_CLOSE = frozenset(")]},.;:!?—–-/\"'”’|<…」』）。，、")
_STRONG_END = frozenset(',.!?…;:—–-"”')
# Years ('90s) and clipped words ('tis, 'em) begin with an apostrophe, not a mark.
_CLIPPED = re.compile(r"['’‘](?:\d\ds?\b|(?:tis|twas|em|til|cause|bout|n|round|neath)\b)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…](?=\s)")
# ", the governor said." at the end of a quotation whose second mark is missing.
_TAG = re.compile(
    r",(?=\s+(?:[\w.'’-]+\s+){0,8}(?:said|says|added|asked|told|replied|noted|explained|warned)\b[^.!?]{0,80}[.!?]?\s*$)"
)
_VERBS = r"(?:said|says|added|asked|told|replied|noted|explained|warned|commented|stated|alleged|claimed)"
_TOLD = re.compile(rf"\b{_VERBS}\b")
_TAG_GLUED = re.compile(rf"{_VERBS}\b")
_SOURCE = re.compile(r"(?:\s?\([^()]{1,120}\)){1,3}\s?")
_CUE = re.compile(rf"\b{_VERBS} ?[,:]$")
_LONGEST_CUE = 20
_STOPS = frozenset(",.;")
_N = ("'n'", "‘n’", "’n’", "'n’")
_LONGEST_TAG = 200
MAX_SINGLE = 1500  # a pair of single marks farther apart than this is two apostrophes


@dataclass(frozen=True, slots=True)
class Pair:
    """One pair: open..close with the marks, start..end without; closed is False if the second mark is missing."""

    open: int
    start: int
    end: int
    close: int
    closed: bool = True
    single: bool = False


def pair_marks(text: str, blocks: tuple[Block, ...]) -> tuple[Pair, ...]:
    """The outermost pairs of every paragraph in order of the text."""
    pairs: list[Pair] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        double = _double_pairs(text, block)
        if len(double) == 1 and _is_abstract(text, block, double[0]):
            double = []
        outer = _outer_singles(text, block, double)
        double = [
            pair for pair in double if not any(o.open <= pair.open and pair.close <= o.close for o in outer)
        ] + outer
        double.sort(key=lambda pair: pair.open)
        goes_on = following is not None and text[following.start] in _ANY_OPEN
        single = _single_pairs(text, block, double, goes_on=goes_on)
        pairs += sorted(double + single, key=lambda pair: pair.open)
    return tuple(pairs)


def _is_abstract(text: str, block: Block, pair: Pair) -> bool:
    """A paragraph that a digest takes over with its source in brackets: it tells what others say, nobody says it."""
    if pair.open != block.start or not _SOURCE.fullmatch(text, pair.close, block.end):
        return False
    return bool(_SENTENCE_END.search(text, pair.start, pair.end - 1) and _TOLD.search(text, pair.start, pair.end))


def _double_pairs(text: str, block: Block) -> list[Pair]:
    pairs: list[Pair] = []
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text, block.start, block.end):
        if mark.group() == "'":
            continue
        role = _role(text, mark, block, is_open=opened is not None)
        if role == "open":
            if opened is not None:
                pairs += _unclosed(text, opened, mark.start())
            opened = mark
        elif role == "close" and opened is not None:
            pairs.append(Pair(opened.start(), opened.end(), mark.start(), mark.end()))
            opened = None
        elif role == "close":
            pairs += _unopened(text, block, pairs, mark)
    if opened is not None:
        pairs += _unclosed(text, opened, block.end, at_end=True)
    return [pair for pair in pairs if any(map(str.isalnum, text[pair.start : pair.end]))]


def _role(text: str, mark: re.Match[str], block: Block, *, is_open: bool) -> str:
    """Whether mark opens, closes or (an inch, a stray) neither, by glyph first and by its neighbours second."""
    glyph = mark.group()
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    may_open = (before.isspace() or before in _BEFORE_OPEN) and not after.isspace()
    may_close = not before.isspace() and (after.isspace() or after in _AFTER_CLOSE)
    if not is_open and after.isspace() and _introduced(text, mark.start(), block):
        return "open"
    if is_open and before.isspace() and after in _STOPS and glyph not in _OPEN_GLYPHS:
        return "close"
    if glyph in _OPEN_GLYPHS:
        return "close" if is_open and may_close and not may_open else "open"
    if glyph in _CLOSE_GLYPHS:
        return "open" if not is_open and may_open and not may_close else "close"
    if not is_open and before.isdigit() and not may_open:
        return "inch"
    if may_open != may_close:
        return "open" if may_open else "close"
    return "close" if is_open else "open"


def _introduced(text: str, at: int, block: Block) -> bool:
    """Whether a mark that a space follows nevertheless opens: at the head of a paragraph, or behind "she said,"."""
    before = text[max(block.start, at - _LONGEST_CUE) : at].rstrip()
    return at == block.start or bool(_CUE.search(before))


def _unclosed(text: str, mark: re.Match[str], limit: int, *, at_end: bool = False) -> list[Pair]:
    """A pair without its second mark: it ends before a tag, else with its paragraph, else with its sentence."""
    sentence = None if at_end else _SENTENCE_END.search(text, mark.end(), limit)
    end = limit if at_end else sentence.end() if sentence else -1
    if end < 0:
        return []
    tag = _TAG.search(text, max(mark.end(), end - _LONGEST_TAG), end)
    end = tag.start() + 1 if tag else end
    return [Pair(mark.start(), mark.end(), end, end, closed=False)]


def _unopened(text: str, block: Block, pairs: list[Pair], mark: re.Match[str]) -> list[Pair]:
    """A closing mark after a comma or a full stop, with nothing opened: the paragraph so far, if it has no pair yet."""
    if pairs or text[mark.start() - 1] not in ",.!?":
        return []
    return [Pair(block.start, block.start, mark.start(), mark.end(), closed=False)]


def _single_pairs(text: str, block: Block, doubles: list[Pair], *, goes_on: bool) -> list[Pair]:
    """Pairs of single marks outside the double ones; apostrophes are told apart by their neighbours.

    goes_on: the next paragraph opens with a single mark, so that one left open here may be meant.
    """
    pairs: list[Pair] = []
    gap, opened = block.start, -1
    for limit, after in [*((pair.open, pair.close) for pair in doubles), (block.end, block.end)]:
        found, opened = _singles_between(text, gap, limit)
        pairs += found
        gap = after
    if opened >= 0 and goes_on:
        pairs.append(Pair(opened, opened + 1, block.end, block.end, closed=False, single=True))
    return pairs


def _outer_singles(text: str, block: Block, doubles: list[Pair]) -> list[Pair]:
    """Single pairs around double ones, as in British books: ‘He said: “Go.”’"""
    if not doubles:
        return []
    singles, _ = _singles_between(text, block.start, block.end)
    opens = [pair.open for pair in doubles]
    found = []
    for single in singles:
        at = bisect_left(opens, single.open)
        beyond = bisect_left(opens, single.close)
        holds = at < beyond and doubles[beyond - 1].close <= single.end
        cuts = at > 0 and doubles[at - 1].close > single.open
        if holds and not cuts and text[single.end - 1] in _STRONG_END:
            found.append(single)
    return found


def _singles_between(text: str, start: int, end: int) -> tuple[list[Pair], int]:
    """Pairs in text[start:end], and where a mark was left open, or -1."""
    pairs: list[Pair] = []
    opened, weak = -1, -1
    for mark in _SINGLE.finditer(text, start, end):
        at = mark.start()
        if _is_apostrophe(text, at):
            continue
        if opened >= 0 and at - opened > MAX_SINGLE:
            opened = -1
        if _opens_single(text, at, start, end):
            if opened >= 0 and weak >= 0:
                pairs.append(_single(opened, weak))
            opened, weak = at, -1
        elif opened >= 0 and _closes_single(text, at, end):
            if text[at - 1] in _STRONG_END or text[at - 1] not in "sS":
                pairs.append(_single(opened, at))
                opened, weak = -1, -1
            elif weak < 0:  # may be a plural's apostrophe: wait for a better one
                weak = at
    if opened >= 0 and weak >= 0:
        pairs.append(_single(opened, weak))
        opened = -1
    return [pair for pair in pairs if any(map(str.isalnum, text[pair.start : pair.end]))], opened


def _is_apostrophe(text: str, at: int) -> bool:
    """The marks of "rock 'n' roll", and a foot with its inches: 6' 10"."""
    if text[max(at - 2, 0) : at + 1].lower() in _N or text[at : at + 3].lower() in _N:
        return True
    return at > 0 and text[at - 1].isdigit() and text[at + 1 : at + 3].strip()[:1].isdigit()


def _single(opened: int, at: int) -> Pair:
    return Pair(opened, opened + 1, at, at + 1, single=True)


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    free = before.isspace() or before in "([{—–-/"
    return free and (after.isalnum() or after in "[(…$£€") and not _CLIPPED.match(text, at)


def _closes_single(text: str, at: int, end: int) -> bool:
    """Also where the next word is glued to it, if that is a tag ("safe'said Reid") or a stop stands before the mark."""
    before, after = text[at - 1], text[at + 1] if at + 1 < end else " "
    free = after.isspace() or after in _AFTER_CLOSE
    return not before.isspace() and (free or before in ",.!?…" or bool(_TAG_GLUED.match(text, at + 1, end)))
