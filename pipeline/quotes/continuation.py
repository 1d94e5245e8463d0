"""Quotations without a cue of their own: the speaker goes on, in this paragraph or the next."""

from bisect import bisect_left

from pipeline.quotes.cues import Cue
from pipeline.quotes.direct import Source, colon_source
from pipeline.quotes.view import View

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


def carry_on(view: View, number: int, known: list[tuple[int, Source]]) -> Source | None:
    """The source of the last quote in the same paragraph, or of the paragraph before if this one is all quotation.

    known: (last token, source) of the quotes that have one, in order.
    """
    quoted = view.pairs[number]
    block = view.block_of[quoted.first]
    earlier = [(at, source) for at, source in known if at < quoted.first]
    if earlier and view.block_of[earlier[-1][0]] == block:
        return _renamed(earlier[-1][1], "continued")
    later = next((source for at, source in known if at > quoted.last and view.block_of[at] == block), None)
    if later is not None:
        return _renamed(later, "continued-back")
    if earlier and view.block_of[earlier[-1][0]] >= block - 1 and _starts_block(view, quoted.open):
        return _renamed(earlier[-1][1], "continued-block")
    return None


def _renamed(source: Source, rule: str) -> Source:
    return Source(source.speaker, source.cue, rule)


def lead_block(view: View, quoted_first: int, cues: dict[int, Cue], places: list[tuple[int, int]]) -> Source | None:
    """The cue of a paragraph that ends with a colon, for the quotation that opens the next one."""
    block = view.block_of[quoted_first]
    at = bisect_left(places, (quoted_first, 0)) if block > 0 else 0
    while at >= 0 and (at >= len(places) or view.block_of[places[at][0]] >= block):
        at -= 1
    if at < 0 or view.low[places[at][1] - 1] != ":" or view.block_of[places[at][0]] != block - 1:
        return None
    source = colon_source(view, places[at][0], places[at][1] - 1, cues)
    return _renamed(source, "lead-block") if source is not None else None
