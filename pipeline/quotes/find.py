"""Finds every quote of an article."""

from bisect import insort
from itertools import chain

from spacy.tokens import Doc

from pipeline.layout import Layout
from pipeline.model import Attribution
from pipeline.quotes.clauses import Piece, reported
from pipeline.quotes.continuation import carry_on, chains, lead_block, stands_alone
from pipeline.quotes.cues import Cue, find_beliefs, find_cues
from pipeline.quotes.direct import Source, colon_source, cue_bare, cue_before, runs_into, tag_after
from pipeline.quotes.extent import has_clause
from pipeline.quotes.kind import kind_of
from pipeline.quotes.nouns import according_to, headline, noun_cue
from pipeline.quotes.segments import segments
from pipeline.quotes.speaker_span import Span
from pipeline.quotes.tags import around, before_tag
from pipeline.quotes.view import View, read_view

Segment = tuple[int, int]
Found = tuple[Piece, Source]
Report = tuple[list[Piece], Source]


def find_quotes(doc: Doc, text: str, *, layout: Layout) -> tuple[Attribution, ...]:
    """Quotes of doc sorted by start; text is the article, doc's text a copy of equal length."""
    view = read_view(doc, text, layout)
    cues = {cue.verb: cue for cue in find_cues(view)}
    beliefs = {cue.verb: cue for cue in find_beliefs(view)}
    places = segments(view)
    sources: dict[int, Source] = {}
    found: list[Found] = []
    for segment in places:
        numbers = sorted({n for n in view.pair_of[segment[0] : segment[1]] if n >= 0})
        strong = _tagged(view, segment, numbers, cues)
        reports = _mixed_tags(view, segment, numbers, strong) + _before_tags(view, segment, numbers, strong, cues)
        sources |= strong
        reports = _reports(view, segment, strong, reports, cues, beliefs)
        found += reports
        sources |= _bare(view, segment, numbers, cues, sources, reports)
    known: dict[int, Span] = {}
    for source in [*(source for _, source in found), *sources.values()]:
        if source.speaker and source.cue:
            known.setdefault(view.seg_of[source.cue[0]], source.speaker)
    found = [(piece, _lent(view, source, known)) for piece, source in found]
    sources = {number: _lent(view, source, known) for number, source in sources.items()}
    found += _block_quotes(view, places, cues)
    quotations = _quotations(view, places, sources, found, cues)
    return _attributions(view, quotations + found)


def _tagged(view: View, segment: Segment, numbers: list[int], cues: dict[int, Cue]) -> dict[int, Source]:
    """Pairs of one sentence that a cue with a comma or colon introduces, or a tag follows."""
    strong: dict[int, Source] = {}
    for k, number in enumerate(numbers):
        quoted = view.pairs[number]
        a = view.pairs[numbers[k - 1]].close + 1 if k else segment[0]
        b = view.pairs[numbers[k + 1]].open if k + 1 < len(numbers) else segment[1]
        finders = [lambda: cue_before(view, a, quoted, cues), lambda: tag_after(view, quoted, b, cues)]
        if view.low[quoted.last] == ",":  # a comma at the end promises a tag
            finders.reverse()
        source = finders[0]() or finders[1]()
        if source is not None:
            strong[number] = source
    return strong


def _mixed_tags(view: View, segment: Segment, numbers: list[int], strong: dict[int, Source]) -> list[Found]:
    """A tag whose quotation is the end of a sentence: 'Nothing he did "will help," the mayor said'."""
    found: list[Found] = []
    for k, number in enumerate(numbers):
        source = strong.get(number)
        if source is None or not source.rule.startswith("tag"):
            continue
        a = view.pairs[numbers[k - 1]].close + 1 if k and numbers[k - 1] in strong else segment[0]
        piece = (a, view.pairs[number].last)
        if runs_into(view, a, view.pairs[number]):
            del strong[number]
            if has_clause(view, piece):
                found.append((piece, Source(source.speaker, source.cue, "tag-mixed")))
    return found


def _before_tags(
    view: View, segment: Segment, numbers: list[int], strong: dict[int, Source], cues: dict[int, Cue]
) -> list[Found]:
    """The first half, without marks, of a sentence that ends in marks: "In such cases, it said, 'the law is clear'"."""
    found: list[Found] = []
    for number in numbers:
        source = strong.get(number)
        opening = view.text[view.start[view.pairs[number].first]]
        if source is None or source.cue is None or source.rule != "lead-comma" or not opening.islower():
            continue
        cue = next((cues[v] for v in range(source.cue[0], source.cue[1] + 1) if v in cues), None)
        left = before_tag(view, cue, segment[0]) if cue is not None else None
        if left is not None and not any(n in strong for n in view.pair_of[left[0] : left[1] + 1]):
            found.append((left, Source(source.speaker, source.cue, "tag-half")))
    return found


def _reports(
    view: View,
    segment: Segment,
    strong: dict[int, Source],
    found: list[Found],
    cues: dict[int, Cue],
    beliefs: dict[int, Cue],
) -> list[Found]:
    """Reported speech in one sentence, none of it overlapping a tagged pair or an earlier report."""
    begin, stop = segment
    taken: list[Piece] = [(view.pairs[n].first, view.pairs[n].last) for n in strong] + [piece for piece, _ in found]
    busy = {source.cue for source in strong.values()} | {source.cue for _, source in found}
    top = headline(view, begin, stop) if view.block_of[begin] == 0 else None
    if top is not None:
        found.append((top[0][0], top[1]))
        taken.append(top[0][0])
    free = [i for i in range(begin, stop) if view.pair_of[i] < 0]
    free = [i for i in free if not (i in cues and (cues[i].first, cues[i].last) in busy)]
    outer = [result for i in free if (result := _outer(view, i, segment, cues))]
    inner = (result for i in free for result in _inner(view, i, segment, cues, beliefs))
    for pieces, source in chain(outer, inner):
        if True:
            for piece in pieces:
                if not any(a <= piece[1] and piece[0] <= b for a, b in taken):
                    found.append((piece, source))
                    taken.append(piece)
    return found


def _outer(view: View, i: int, segment: Segment, cues: dict[int, Cue]) -> Report | None:
    """Attributions of a whole sentence: a tag, "according to"."""
    if i in cues:
        return around(view, cues[i], *segment)
    return according_to(view, i, *segment) if view.low[i] == "according" else None


def _inner(view: View, i: int, segment: Segment, cues: dict[int, Cue], beliefs: dict[int, Cue]) -> list[Report]:
    """What a verb or noun of saying within the sentence reports."""
    cue = cues.get(i) or beliefs.get(i)
    if cue is not None:
        return reported(view, cue, *segment)
    result = noun_cue(view, i, *segment)
    return [result] if result else []


def _lent(view: View, source: Source, known: dict[int, Span]) -> Source:
    """A participle that found no subject ("..., adding that") takes the speaker of its sentence."""
    if source.speaker is not None or source.cue is None or view.tag[source.cue[1]] != "VBG":
        return source
    return Source(known.get(view.seg_of[source.cue[0]]), source.cue, source.rule)


def _bare(
    view: View,
    segment: Segment,
    numbers: list[int],
    cues: dict[int, Cue],
    sources: dict[int, Source],
    reports: list[Found],
) -> dict[int, Source]:
    """Pairs that follow a cue with nothing between, unless a report holds them already."""
    found: dict[int, Source] = {}
    for number in numbers:
        quoted = view.pairs[number]
        held = any(a <= quoted.first <= b for (a, b), _ in reports)
        if number not in sources and not held and (source := cue_bare(view, segment[0], quoted, cues)):
            found[number] = source
    return found


def _quotations(
    view: View, places: list[Segment], sources: dict[int, Source], reports: list[Found], cues: dict[int, Cue]
) -> list[Found]:
    """Every quotation in marks that has a source of its own or carries on with an earlier one."""
    home = {n: place for place in places for n in view.pair_of[place[0] : place[1]] if n >= 0}
    known = sorted(
        [(piece[1], source) for piece, source in reports] + [(view.pairs[n].last, s) for n, s in sources.items()],
        key=lambda item: item[0],
    )
    colons = {view.block_of[begin]: (begin, stop) for begin, stop in places}
    found: list[Found] = []
    for links in chains(view):
        first, last = view.pairs[links[0]], view.pairs[links[-1]]
        source = next((sources[n] for n in links if n in sources), None)
        alone = stands_alone(view, links[0], home[links[0]])
        if source is None and alone:
            source = lead_block(view, first, cues, colons.get(view.block_of[first.first] - 1))
        if source is None and (len(links) > 1 or alone):
            source = carry_on(view, first, known)
        if source is not None:
            found.append(((first.first, last.last), source))
            insort(known, (last.last, source), key=lambda item: item[0])
    return found


def _block_quotes(view: View, places: list[Segment], cues: dict[int, Cue]) -> list[Found]:
    """A paragraph without marks after one that ends "the ministry said:"."""
    starts = {view.block_of[begin]: begin for begin, _ in reversed(places)}
    ends = {view.block_of[begin]: stop for begin, stop in places}
    found: list[Found] = []
    for begin, stop in places:
        block = view.block_of[begin]
        if view.low[stop - 1] != ":" or stop != ends[block] or block + 1 not in starts:
            continue
        piece = (starts[block + 1], ends[block + 1] - 1)
        source = colon_source(view, begin, stop - 1, cues)
        if source is not None and source.rule == "lead-colon" and max(view.pair_of[piece[0] : piece[1] + 1]) < 0:
            found.append((piece, Source(source.speaker, source.cue, "block-quote")))
    return found


def _attributions(view: View, found: list[Found]) -> tuple[Attribution, ...]:
    result = []
    for piece, source in sorted(found, key=lambda item: item[0]):
        start, end = _span(view, piece)
        if start < end:
            touching = [view.pairs[n].pair for n in sorted(set(view.pair_of[piece[0] : piece[1] + 1])) if n >= 0]
            kind = kind_of(view.text, start, end, touching)
            speaker, cue = _chars(view, source.speaker), _chars(view, source.cue)
            result.append(Attribution(start, end, kind, speaker=speaker, cue=cue, rule=source.rule))
    return tuple(result)


def _chars(view: View, span: Piece | None) -> tuple[int, int] | None:
    return (view.start[span[0]], view.end[span[1]]) if span else None


def _span(view: View, piece: Piece) -> tuple[int, int]:
    start, end = view.start[piece[0]], view.end[piece[1]]
    first, last = view.pair_of[piece[0]], view.pair_of[piece[1]]
    if first >= 0:
        start = max(start, view.pairs[first].pair.start)
    if last >= 0:
        return start, min(end, view.pairs[last].pair.end)
    while end > start and view.text[end - 1] in ".,;: ":
        end -= 1
    return start, end
