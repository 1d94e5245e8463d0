"""Finds every quote of an article."""

from collections.abc import Iterator

from pipeline.model import Attribution, QuoteKind
from pipeline.quotes.continuation import quotations
from pipeline.quotes.cues import Found, Sentence, Source, find_beliefs, find_cues
from pipeline.quotes.quote_table import QuoteTable, Span, read_quote_table
from pipeline.quotes.sentence_bounds import is_spoken, opens_with_title, segments
from pipeline.quotes.sentence_rules import find_tellers, read_sentence
from pipeline.quotes.whole_paragraphs import block_quotes, posts, turns
from pipeline.text.layout import NOT_THE_STORY
from pipeline.text.quote_marks import Pair
from pipeline.text.tokens import TokenTable

_WHOLE = ("turn", "block-quote")  # rules that find whole sentences, which keep their stops
_ALL = 0.95  # share of letters in marks from which a quote counts as direct


def find_quotes(tokens: TokenTable) -> tuple[Attribution, ...]:
    """Quotes of an article sorted by start.

    A quote may lie within another (somebody reports what another said in marks); two never cross.
    """
    view = read_quote_table(tokens)
    spoken, labelled = turns(view)
    posted, signed = posts(view)
    sentences = _sentences(view)
    blocks = block_quotes(view, sentences)
    closed = labelled | signed | {view.block_number[piece[0]] for piece, _ in blocks}
    sentences = [sentence for sentence in sentences if view.block_number[sentence.begin] not in closed]
    sources: dict[int, Source] = {}
    found: list[Found] = []
    for sentence in sentences:
        own, reports = read_sentence(sentence)
        sources |= own
        found += reports
    sources, found = _inherit_speakers(view, sources, found)
    pieces = quotations(view, sentences, sources, found) + found + blocks + spoken + posted
    kinds = [block.kind for block in tokens.layout.blocks]
    pieces = [(p, by) for p, by in pieces if p[0] <= p[1]]  # "warned of", and the text ends: nothing is said
    return _attributions(view, [(p, by) for p, by in pieces if kinds[tokens.block[p[0]]] not in NOT_THE_STORY])


def _sentences(view: QuoteTable) -> list[Sentence]:
    cues = {cue.verb: cue for cue in find_cues(view)}
    beliefs = {cue.verb: cue for cue in find_beliefs(view)}
    tellers = find_tellers(view, cues, beliefs)
    sentences = []
    for begin, stop in segments(view):
        titled = opens_with_title(view, begin)
        numbers = sorted({n for n in view.pair_number[begin:stop] if n >= 0})
        numbers = [n for n in numbers if not titled or is_spoken(view, view.pairs[n])]
        sentences.append(Sentence(view, begin, stop, numbers, cues, beliefs, tellers, titled))
    return sentences


def _inherit_speakers(
    view: QuoteTable, sources: dict[int, Source], found: list[Found]
) -> tuple[dict[int, Source], list[Found]]:
    """A participle that found no subject ("..., adding that") takes the speaker of its sentence."""
    known: dict[int, Span] = {}
    for source in [*(source for _, source in found), *sources.values()]:
        if source.speaker and source.cue:
            known.setdefault(view.sentence_start[source.cue[0]], source.speaker)

    def lent(source: Source) -> Source:
        if source.speaker is not None or source.cue is None or view.tag[source.cue[1]] != "VBG":
            return source
        return Source(known.get(view.sentence_start[source.cue[0]]), source.cue, source.rule)

    return {number: lent(source) for number, source in sources.items()}, [(p, lent(source)) for p, source in found]


def _attributions(view: QuoteTable, found: list[Found]) -> tuple[Attribution, ...]:
    result = []
    for piece, source in sorted(found, key=lambda item: item[0]):
        start, end = _span(view, piece, whole=source.rule in _WHOLE)
        if start < end:
            touching = [view.pairs[n].pair for n in sorted(set(view.pair_number[piece[0] : piece[1] + 1])) if n >= 0]
            kind = _kind_of(view.text, start, end, touching)
            speaker, cue = _chars(view, _readable(view, source.speaker)), _chars(view, source.cue)
            result.append(Attribution(start, end, kind, speaker=speaker, cue=cue, rule=source.rule))
    return tuple(_uncrossed(sorted(result, key=lambda quote: (quote.start, -quote.end))))


def _uncrossed(quotes: list[Attribution]) -> Iterator[Attribution]:
    """Without those that begin in one quote and end behind it, as where marks have lost their partner."""
    ends: list[int] = []  # of the quotes around the next one, the innermost last
    for quote in quotes:
        while ends and ends[-1] <= quote.start:
            ends.pop()
        if not ends or quote.end <= ends[-1]:
            ends.append(quote.end)
            yield quote


def _kind_of(text: str, start: int, end: int, pairs: list[Pair]) -> QuoteKind:
    """The kind of text[start:end]; pairs are those that touch it."""
    letters = sum(map(str.isalnum, text[start:end]))
    inside = sum(
        sum(map(str.isalnum, text[max(start, pair.start) : min(end, pair.end)]))
        for pair in pairs
        if pair.start < end and start < pair.end
    )
    if not inside:
        return "indirect"
    return "direct" if inside >= _ALL * letters else "mixed"


def _readable(view: QuoteTable, span: Span | None) -> Span | None:
    """The speaker's words, unless they are blanks and marks only."""
    return (
        span
        if span and any(letter.isalnum() for word in view.lower[span[0] : span[1] + 1] for letter in word)
        else None
    )


def _chars(view: QuoteTable, span: Span | None) -> tuple[int, int] | None:
    return (view.start[span[0]], view.end[span[1]]) if span else None


def _span(view: QuoteTable, piece: Span, *, whole: bool) -> tuple[int, int]:
    """Characters of a piece without the marks around all of it, or (unless whole) the stop that ends its sentence."""
    start, end = view.start[piece[0]], view.end[piece[1]]
    first, last = view.pair_number[piece[0]], view.pair_number[piece[1]]
    if first >= 0 and (first == last or not view.pairs[first].pair.closed):
        return max(start, view.pairs[first].pair.start), min(end, view.pairs[last].pair.end) if last >= 0 else end
    if first >= 0:
        start = view.pairs[first].pair.open
    if last >= 0:
        return start, view.pairs[last].pair.close
    while end > start and not whole and view.text[end - 1] in ".,;: ":
        end -= 1
    bracket = view.text[end : end + 1] == ")" and view.text.count("(", start, end) > view.text.count(")", start, end)
    return start, end + bracket
