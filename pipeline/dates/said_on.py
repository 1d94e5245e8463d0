"""The day of each saying."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from pipeline.dates.tables import read_words
from pipeline.layout import Block, Layout
from pipeline.model import DateRef, Quote

_CLIMB = 8  # heads from a date up to the verb that it belongs to


def date_quotes(doc: Doc, quotes: Sequence[Quote], dates: Sequence[DateRef], *, layout: Layout) -> tuple[Quote, ...]:
    """The same quotes with said_on set where the sentence or paragraph names one day of saying.

    A date inside what was said is no day of saying; nor is a date that belongs to another verb.
    """
    days = [ref for ref in dates if ref.precision == "day" and not _inside(ref, quotes)]
    if not days:
        return tuple(quotes)
    own = [_own_day(doc, quote, days) for quote in quotes]
    starts = [block.start for block in layout.blocks]
    result = []
    for quote, day in zip(quotes, own, strict=True):
        index = bisect_right(starts, quote.start) - 1
        if day is None and index >= 0:
            day = _paragraph_day(doc, quote, layout.blocks[index], days, quotes, own)
        result.append(replace(quote, said_on=day))
    return tuple(result)


def _inside(ref: DateRef, quotes: Sequence[Quote]) -> bool:
    return any(quote.start <= ref.start and ref.end <= quote.end for quote in quotes)


def _own_day(doc: Doc, quote: Quote, days: Sequence[DateRef]) -> date | None:
    """The one day that belongs to the quote's own cue."""
    if quote.cue_start is None or quote.cue_end is None:
        return None
    cue = doc.char_span(quote.cue_start, quote.cue_end, alignment_mode="expand")
    if cue is None:
        return None
    sentence = cue.root.sent
    near = [ref for ref in days if sentence.start_char <= ref.start < sentence.end_char]
    return _single([ref for ref in near if _belongs(doc, ref, cue.root, cue.end)])


def _belongs(doc: Doc, ref: DateRef, cue: Token, cue_end: int) -> bool:
    """Whether the date hangs on the cue: "said on Monday", "On Monday, he met them and said"."""
    governor = _governor(doc, ref)
    if governor is None:
        return False
    if governor == cue or (governor in (cue.head, *cue.conjuncts) and cue.dep_ in ("conj", "advcl", "xcomp")):
        return True
    span = doc.char_span(ref.start, ref.end, alignment_mode="expand")
    # The parser now and then hangs "said Monday" on the verb of what was said; what stands beside the cue is its own.
    return span is not None and (span.start == cue_end or (span.start == cue_end + 1 and doc[cue_end].lower_ == "on"))


def _governor(doc: Doc, ref: DateRef) -> Token | None:
    """The verb that a date belongs to; "a statement released Monday" belongs to what the statement does."""
    span = doc.char_span(ref.start, ref.end, alignment_mode="expand")
    token = span.root if span is not None and len(span) else None
    for _ in range(_CLIMB):
        if token is None or token.head is token:
            break
        token = token.head
        passing = token.dep_ in ("acl", "amod") and token.lemma_ in read_words("saying")["issued"]
        if token.pos_ in ("VERB", "AUX") and not passing:
            return token
    return token if token is not None and token.pos_ in ("VERB", "AUX") else None


def _paragraph_day(
    doc: Doc, quote: Quote, block: Block, days: Sequence[DateRef], quotes: Sequence[Quote], own: Sequence[date | None]
) -> date | None:
    """The one day on which people speak in the quote's paragraph."""
    told = {day for other, day in zip(quotes, own, strict=True) if day and block.start <= other.start < block.end}
    for ref in days:
        if block.start <= ref.start < min(block.end, quote.start) and _speaking(doc, ref):
            told.add(date.fromisoformat(str(ref.value)))
    return told.pop() if len(told) == 1 else None


def _speaking(doc: Doc, ref: DateRef) -> bool:
    """Whether a date belongs to a speech, an interview, a meeting or any verb of saying."""
    governor = _governor(doc, ref)
    if governor is None:
        return False
    words = read_words("saying")
    if governor.lemma_.lower() in words["verb"]:
        return True
    span = doc.char_span(ref.start, ref.end, alignment_mode="expand")
    above = {token.lemma_.lower() for token in span.root.ancestors} if span is not None else set()
    return bool(above & words["occasion"])


def _single(refs: Sequence[DateRef]) -> date | None:
    values = {str(ref.value) for ref in refs}
    return date.fromisoformat(values.pop()) if len(values) == 1 else None
