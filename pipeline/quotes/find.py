"""Finds every quote of an article."""

from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.layout import Layout
from pipeline.model import Attribution
from pipeline.quotes.clauses import Piece, reported
from pipeline.quotes.cues import Cue, find_cues
from pipeline.quotes.direct import Source, cue_before, tag_after
from pipeline.quotes.kind import kind_of
from pipeline.quotes.nouns import according_to
from pipeline.quotes.segments import segments
from pipeline.quotes.view import View, read_view

_TRIM = " \t\n\r\u00a0,;:–—-"


@dataclass(frozen=True, slots=True)
class Found:
    """A quote in tokens, with its source."""

    first: int
    last: int
    source: Source


def find_quotes(doc: Doc, text: str, *, layout: Layout) -> tuple[Attribution, ...]:
    """Quotes of doc sorted by start; text is the article, doc's text a copy of equal length."""
    view = read_view(doc, text, layout)
    cues = {cue.verb: cue for cue in find_cues(view)}
    found: list[Found] = []
    for begin, stop in segments(view):
        found += _segment(view, begin, stop, cues)
    return _attributions(view, found)


def _segment(view: View, begin: int, stop: int, cues: dict[int, Cue]) -> list[Found]:
    numbers = sorted({n for n in view.pair_of[begin:stop] if n >= 0})
    direct = _direct(view, begin, stop, numbers, cues)
    taken = [(f.first, f.last) for f in direct]
    found = direct
    for i in range(begin, stop):
        if view.pair_of[i] >= 0:
            continue
        cue = cues.get(i)
        results = []
        if cue is not None:
            results = reported(view, cue, begin, stop)
        elif view.low[i] == "according":
            result = according_to(view, i, begin, stop)
            results = [result] if result else []
        for pieces, source in results:
            for piece in pieces:
                if not any(a <= piece[1] and piece[0] <= b for a, b in taken):
                    found.append(Found(*piece, source))
                    taken.append(piece)
    return found


def _direct(view: View, begin: int, stop: int, numbers: list[int], cues: dict[int, Cue]) -> list[Found]:
    found: list[Found] = []
    last: Source | None = None
    for k, number in enumerate(numbers):
        quoted = view.pairs[number]
        a = view.pairs[numbers[k - 1]].close + 1 if k else begin
        b = view.pairs[numbers[k + 1]].open if k + 1 < len(numbers) else stop
        source = cue_before(view, a, quoted, cues)
        if source is None and view.low[quoted.last] in (",", "?", "!", ".", "—", "–", "-", "--", "…", "...") or view.low[min(quoted.close + 1, stop - 1)] in (",", "--", "—", "–"):
            source = source or tag_after(view, quoted, b, cues)
        if source is not None:
            found.append(Found(quoted.first, quoted.last, source))
            last = source
    return found


def _attributions(view: View, found: list[Found]) -> tuple[Attribution, ...]:
    result = []
    for item in sorted(found, key=lambda f: (f.first, f.last)):
        start, end = _span(view, item)
        if start >= end:
            continue
        touching = [view.pairs[n].pair for n in sorted(set(view.pair_of[item.first : item.last + 1])) if n >= 0]
        result.append(
            Attribution(
                start,
                end,
                kind_of(view.text, start, end, touching),
                speaker=_chars(view, item.source.speaker),
                cue=_chars(view, item.source.cue),
                rule=item.source.rule,
            )
        )
    return tuple(result)


def _chars(view: View, span: tuple[int, int] | None) -> tuple[int, int] | None:
    return (view.start[span[0]], view.end[span[1]]) if span else None


def _span(view: View, item: Found) -> tuple[int, int]:
    start, end = view.start[item.first], view.end[item.last]
    number = view.pair_of[item.first]
    if number >= 0 and view.pair_of[item.last] == number:
        pair = view.pairs[number].pair
        start, end = max(start, pair.start), min(end, pair.end)
        return start, end
    while end > start and view.text[end - 1] in ".,;: ":
        end -= 1
    return start, end
