"""The day on which each quote was said.

What "today" means in somebody's own words: the day on which they were said.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate, islice

from spacy.tokens import Doc, Token

from pipeline.dates.period import DAY, MONTHS, WEEK, WEEKEND, CalendarPeriod, parse_value, period_of
from pipeline.dates.tense import tense
from pipeline.dates.verb_tense import FUTURE
from pipeline.lexicon.tables import read_words
from pipeline.model import DateRef, Quote
from pipeline.text.layout import Block, Layout

_JOINED = ("conj", "advcl", "acl", "xcomp", "pcomp")
_TOPIC_WORDS = 3  # the fewest words before a day of which one can tell a topic
_LONG = 1000  # characters: no paragraph, but an article without breaks
_REACH = 400  # characters from one quote to another of its speaker, where no break tells how far a scene goes
_CLIMB = 8  # heads from a date up to the verb that it belongs to


def date_quotes(doc: Doc, quotes: Sequence[Quote], dates: Sequence[DateRef], *, layout: Layout) -> tuple[Quote, ...]:
    """The same quotes with said_on set where the sentence or paragraph names one day of saying.

    A date inside what was said is no day of saying; nor is a date that belongs to another verb.
    Quotes and dates come in order of their starts, so that only those of one paragraph are compared.
    """
    days = _outside([ref for ref in dates if ref.precision == "day"], quotes, doc)
    if not days:
        return tuple(quotes)
    own = [_own_day(doc, quote, days) for quote in quotes]
    starts, begun = [block.start for block in layout.blocks], [quote.start for quote in quotes]
    result = []
    for quote, day in zip(quotes, own, strict=True):
        index = bisect_right(starts, quote.start) - 1
        if day is None and index >= 0 and not _is_perfect(doc, quote):
            block = layout.blocks[index]
            beside = slice(bisect_left(begun, block.start), bisect_left(begun, block.end))
            day = _paragraph_day(doc, quote, block, days, quotes[beside], own[beside])
        result.append(replace(quote, said_on=day))
    return tuple(result)


def _outside(refs: Sequence[DateRef], quotes: Sequence[Quote], doc: Doc) -> list[DateRef]:
    """The dates that lie in no quote: the quotes begun before each have all ended before its end.

    The day that opens reported speech, "said on Monday it would", lies between the verb and what was said.
    """
    starts, ends = [quote.start for quote in quotes], [0, *accumulate((quote.end for quote in quotes), max)]

    def is_outside(ref: DateRef) -> bool:
        begun = bisect_right(starts, ref.start)
        return ends[begun] < ref.end or (ends[begun - 1] < ref.end and _opens(ref, quotes[begun - 1], doc))

    return [ref for ref in refs if is_outside(ref)]


def _opens(ref: DateRef, quote: Quote, doc: Doc) -> bool:
    """Whether a date stands between the cue of reported speech and the clause that was said."""
    if quote.kind != "indirect" or quote.cue_end is None or not 0 <= quote.start - quote.cue_end <= 1:
        return False
    if doc.text[ref.end : ref.end + 2] in ("'s", "’s"):
        return False  # "said Monday's fire was no accident"
    if doc.text[quote.start : ref.start].strip().lower() in ("", "on", "late on", "early on"):
        return True
    # "urged the council on Monday to wait": what was said begins with the one who was told
    cue = doc.char_span(quote.cue_start or 0, quote.cue_end, alignment_mode="expand")
    told = cue is not None and _governor(doc, ref) == cue.root
    return told and doc.text[ref.end : ref.end + 4] == " to "


def _within(refs: Sequence[DateRef], start: int, end: int) -> Sequence[DateRef]:
    """The dates that begin at start or behind it, and before end."""
    first = bisect_left(refs, start, key=lambda ref: ref.start)
    return refs[first : bisect_left(refs, end, key=lambda ref: ref.start)] if end > start else ()


def _own_day(doc: Doc, quote: Quote, days: Sequence[DateRef]) -> date | None:
    """The one day that belongs to the quote's own cue."""
    if quote.cue_start is None or quote.cue_end is None:
        return None
    cue = doc.char_span(quote.cue_start, quote.cue_end, alignment_mode="expand")
    if cue is None:
        return None
    sentence = cue.root.sent
    near = _within(days, sentence.start_char, sentence.end_char)
    own = [ref for ref in near if _belongs(doc, ref, cue.root, cue.end) or _leads_to(doc, ref, quote)]
    return _single([ref for ref in own if not _lies_ahead(doc, ref) and not _tells_a_topic(doc, ref)])


def _tells_a_topic(doc: Doc, ref: DateRef) -> bool:
    """Whether a day is that of what is spoken of: said of the crash on Monday, in reaction to Monday's verdict."""
    span = doc.char_span(ref.start, ref.end, alignment_mode="expand")
    if span is None or not len(span) or span.start < _TOPIC_WORDS:
        return False
    if span.root.dep_ == "poss":
        noun = span.root.head
        above = noun.head if noun.dep_ == "pobj" else None
        return above is not None and above.lower_ in read_words("saying")["topic"]
    before = doc[span.start - 1 - (doc[span.start - 1].lower_ == "on")]
    above = before.head if before.dep_ == "pobj" else None
    mishap = before.lemma_.lower() in read_words("tense")["mishap"]
    return mishap and above is not None and above.lower_ in read_words("saying")["topic"]


def _leads_to(doc: Doc, ref: DateRef, quote: Quote) -> bool:
    """Whether no verb parts cue, date and what was said: "told investors on Thursday it had set aside"."""
    if quote.cue_end is None or not quote.cue_end <= ref.start < ref.end <= quote.start:
        return False
    between = doc.char_span(quote.cue_end, quote.start, alignment_mode="contract")
    return between is not None and not any(token.pos_ in ("VERB", "AUX", "PUNCT") for token in between)


def _is_perfect(doc: Doc, quote: Quote) -> bool:
    """Whether the cue is not about a single day: "has said that the union refuses to talk"."""
    span = doc.char_span(quote.cue_start or 0, quote.cue_end or 0, alignment_mode="expand")
    helpers = span.root.children if span is not None and len(span) else ()
    return any(child.dep_ == "aux" and child.lower_ in ("has", "have", "'s", "'ve") for child in helpers)


def _lies_ahead(doc: Doc, ref: DateRef) -> bool:
    """Whether the day was still to come when the article was written."""
    return tense(doc, ref.start, ref.end) == FUTURE


def _belongs(doc: Doc, ref: DateRef, cue: Token, cue_end: int) -> bool:
    """Whether the date hangs on the cue: "said on Monday", "On Monday, he met them and said"."""
    span = doc.char_span(ref.start, ref.end, alignment_mode="expand")
    governor = _governor(doc, ref)
    if governor is None or span is None:
        return False
    # The parser now and then hangs "said Monday" on the verb of what was said; what stands beside the cue is its own.
    beside = span.start == cue_end or (span.start == cue_end + 1 and doc[cue_end].lower_ == "on")
    return governor == cue or beside or _accompanies(governor, cue)


def _accompanies(governor: Token, cue: Token) -> bool:
    """Whether another verb tells of the same moment: "speaking on Monday, he said", "met on Monday, saying"."""
    if cue.dep_ in _JOINED and governor == _verb_above(cue):
        return True
    if governor.dep_ in ("advcl", "acl") and (governor.tag_ == "VBG" or governor.lemma_ == "ask"):
        return governor.head == cue or (governor.head.dep_ in ("nsubj", "nsubjpass") and governor.head.head == cue)
    return False


def _verb_above(token: Token) -> Token | None:
    return next((above for above in islice(token.ancestors, _CLIMB) if above.pos_ in ("VERB", "AUX")), None)


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
    """The one day on which the same person speaks in the quote's paragraph; quotes and own: those of the paragraph."""
    reach = _REACH if block.end - block.start > _LONG else _LONG
    told = {
        day
        for other, day in zip(quotes, own, strict=True)
        if day and _same_speaker(quote, other) and abs(other.start - quote.start) <= reach
    }
    for ref in _within(days, max(block.start, quote.start - reach), min(block.end, quote.start)):
        if _speaks(doc, ref, quote):
            told.add(date.fromisoformat(str(ref.value)))
    return told.pop() if len(told) == 1 else None


def _same_speaker(one: Quote, other: Quote) -> bool:
    """Whether two quotes of a paragraph have one speaker; a quote without a speaker goes with its neighbour."""
    if one.speaker_id and other.speaker_id:
        return one.speaker_id == other.speaker_id
    return _is_open(one) or one.speaker_text == other.speaker_text


def _is_open(quote: Quote) -> bool:
    return quote.speaker_text is None or quote.speaker_text.lower() in read_words("saying")["pronoun"]


def _speaks(doc: Doc, ref: DateRef, quote: Quote) -> bool:
    """Whether a date belongs to a speech, an interview, a meeting or a verb of saying of the quote's speaker."""
    governor = _governor(doc, ref)
    if governor is None or _lies_ahead(doc, ref):
        return False
    subject = {word.lower_ for child in governor.children if child.dep_ == "nsubj" for word in child.subtree}
    if not _is_open(quote) and str(quote.speaker_text).split()[-1].lower() not in subject:
        return False
    words = read_words("saying")
    span = doc.char_span(ref.start, ref.end, alignment_mode="expand")
    above = {token.lemma_.lower() for token in span.root.ancestors} if span is not None else set()
    return governor.lemma_.lower() in words["verb"] or bool(above & words["occasion"])


def _single(refs: Sequence[DateRef]) -> date | None:
    values = {str(ref.value) for ref in refs}
    return date.fromisoformat(values.pop()) if len(values) == 1 else None


_FROM_NOW = re.compile(
    r"(?i)today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening|weekend)"
    r"|(?:this|last|next) (?:week|month|year)"
)


def resolve_in_quotes(
    dates: Sequence[DateRef], quotes: Sequence[Quote], *, published: date | None
) -> tuple[DateRef, ...]:
    """The same dates, those told from "now" inside a direct quote of another day counted from that day.

    Reported speech is in the writer's words, and its "today" is the writer's.
    """
    older = [quote for quote in quotes if quote.kind == "direct" and quote.said_on not in (None, published)]
    if not older or published is None:
        return tuple(dates)
    return tuple(_moved(ref, older, published) for ref in dates)


def _moved(ref: DateRef, older: Sequence[Quote], published: date) -> DateRef:
    read = parse_value(ref.value) if ref.value and _FROM_NOW.fullmatch(ref.text) else None
    said = read and next((q.said_on for q in older if q.start <= ref.start and ref.end <= q.end), None)
    if not read or not said:
        return ref
    there = period_of(said, read.unit).shift(_steps(period_of(published, read.unit), read))
    return replace(ref, value=there.iso()) if there else ref


def _steps(here: CalendarPeriod, there: CalendarPeriod) -> int:
    """How many units later there is."""
    if there.unit in (DAY, WEEK, WEEKEND):
        return (there.first - here.first).days // (1 if there.unit == DAY else 7)
    months = (there.first.year - here.first.year) * 12 + there.first.month - here.first.month
    return months // MONTHS[there.unit]
