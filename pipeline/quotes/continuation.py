"""Quotations without a cue of their own: the speaker goes on, in this paragraph or the next."""

from bisect import bisect_left, bisect_right

from pipeline.quotes.cues import Cue
from pipeline.quotes.direct import Source, colon_source
from pipeline.quotes.view import Quoted, View

_DANGLING = frozenset(("and", "but", ",", "."))


def chains(view: View) -> list[list[int]]:
    """Numbers of pairs that are one quotation: paragraphs that open with a mark after one that was not closed."""
    groups: list[list[int]] = []
    for number, quoted in enumerate(view.pairs):
        before = view.pairs[number - 1] if number else None
        goes_on = (
            before is not None
            and not before.pair.closed
            and view.block_of[quoted.open] == view.block_of[before.first] + 1
            and _starts_block(view, quoted.open)
        )
        if goes_on:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _starts_block(view: View, i: int) -> bool:
    return i == 0 or view.block_of[i - 1] != view.block_of[i]


def stands_alone(view: View, number: int, segment: tuple[int, int]) -> bool:
    """Whether a pair is a sentence of its own: nothing before it in its sentence and nothing after."""
    quoted = view.pairs[number]
    begin, stop = segment
    before = all(view.low[j] in _DANGLING for j in range(begin, quoted.open))
    after = all(not view.text[view.start[j]].isalnum() for j in range(quoted.close + 1, stop))
    return before and after and quoted.last > quoted.first


def carry_on(view: View, quoted: Quoted, known: list[tuple[int, Source]]) -> Source | None:
    """The source of the last quote in the same paragraph, or of the paragraph before if this one is all quotation.

    known: (last token, source) of the quotes that have one, in order.
    """
    block = view.block_of[quoted.first]
    at = bisect_left(known, quoted.first, key=lambda item: item[0])
    before = known[at - 1] if at else None
    if before is not None and view.block_of[before[0]] == block:
        return _renamed(before[1], "continued")
    after = bisect_right(known, quoted.last, key=lambda item: item[0])
    if after < len(known) and view.block_of[known[after][0]] == block:
        return _renamed(known[after][1], "continued-back")
    if before is not None and view.block_of[before[0]] >= block - 1 and _starts_block(view, quoted.open):
        return _renamed(before[1], "continued-block")
    return None


def _renamed(source: Source, rule: str) -> Source:
    return Source(source.speaker, source.cue, rule)


def lead_block(view: View, quoted: Quoted, cues: dict[int, Cue], place: tuple[int, int] | None) -> Source | None:
    """The cue of a paragraph whose last sentence, place, ends with a colon, for the quotation that opens the next."""
    if place is None or view.low[place[1] - 1] != ":" or not _starts_block(view, quoted.open):
        return None
    source = colon_source(view, place[0], place[1] - 1, cues)
    return _renamed(source, "lead-block") if source is not None else None
