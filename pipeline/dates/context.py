"""What a date expression is resolved by: the publication day, the tense around it, earlier dates.

What stands beside an expression and completes it: the year of "March 3-5, 2024", the date before a comma.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.dates.grammar import DateMatch, compile_pattern, word_before
from pipeline.dates.numeric import Order
from pipeline.dates.period import DAY, YEAR, CalendarPeriod, period_of
from pipeline.dates.tense import sure_side, tense
from pipeline.dates.tokens import codes
from pipeline.dates.verb_tense import FUTURE, PAST
from pipeline.lexicon.tables import read_words

_EVENT_TAGS = frozenset({"NN", "NNS", "NNP", "JJ", "CC", "HYPH", "_SP"})


@dataclass(slots=True)
class DateContext:
    """The reading position in one article; changes as dates are read, hence not frozen."""

    doc: Doc
    text: str
    published: date | None
    order: Order
    anchor: CalendarPeriod | None = None  # the last date read in this paragraph or the one before
    anchor_end: int = 0
    quarter: CalendarPeriod | None = None  # the last quarter read
    narrative: bool = False  # whether the whole article is a story of years long past
    story: CalendarPeriod | None = None  # the last date of a story told in order
    story_end: int = 0
    present_end: int = 0  # the last date told from the day of publication
    bearers: set[str] = field(default_factory=set)  # weekdays and months that are names of people here
    _tenses: dict[int, int] = field(default_factory=dict)

    def direction(self, match: DateMatch) -> int:
        """-1 where the verb tells of the past, 1 of the future, 0 where it does not tell."""
        if match.first not in self._tenses:
            self._tenses[match.first] = tense(self.doc, match.start, match.end)
        return self._tenses[match.first]

    def now(self, unit: str) -> CalendarPeriod | None:
        """The unit that holds the publication day."""
        return period_of(self.published, unit) if self.published else None

    def remember(self, read: CalendarPeriod, match: DateMatch) -> None:
        """Remember a date to which "that day" or "a year earlier" may refer."""
        self.anchor, self.anchor_end = read, match.end
        # "The quarter" and "a year ago" speak of the quarter reported on, which is over.
        if match.reader in ("quarter", "quarter_ended") and self.published and read.last < self.published:
            self.quarter = read

    def choose(
        self, candidates: Iterable[CalendarPeriod | None], match: DateMatch, *, trust: int = 8
    ) -> CalendarPeriod | None:
        """The candidate nearest to publication; one against the tense must be ``trust`` times as near."""
        known = [candidate for candidate in candidates if candidate]
        if not self.published or not known:
            return None
        side, today = sure_side(self.doc, match.start, match.end), self.published
        if side == PAST:
            known = [candidate for candidate in known if candidate.first <= today] or known
        elif side == FUTURE:
            known = [candidate for candidate in known if candidate.last >= today] or known
        # News tells of the past: without a telling verb a coming date must be twice as near.
        past, future = {-1: (1, trust), 0: (1, 2), 1: (trust, 1)}[self.direction(match)]

        def cost(candidate: CalendarPeriod) -> tuple[int, date]:
            before, after = (today - candidate.last).days, (candidate.first - today).days
            return max(before * past, after * future, 0), candidate.first

        return min(known, key=cost)


def as_unit(read: CalendarPeriod, unit: str) -> CalendarPeriod:
    """The unit that holds the first day of a date."""
    return (
        read if read.unit == unit else period_of(read.first, unit) if unit != DAY else CalendarPeriod(read.first, DAY)
    )


def year_ahead(match: DateMatch) -> int | None:
    """The year that follows the second date of "March 3-5, 2024" or "June and July 2024"."""
    joined = match.tokens.classes[match.first - 1 : match.first] in [codes()[name] for name in ("and", "to", "hyphen")]
    found = (_ahead_of_last() if joined else _ahead()).match(match.tokens.classes, match.stop)
    return int(match.tokens.values[found.end() - 1]) if found else None


def month_ahead(match: DateMatch) -> int:
    """The token after the month of "12 to 15 July"."""
    found = _range().match(match.tokens.classes, match.stop)
    return found.end() if found else match.stop


@cache
def _ahead() -> re.Pattern[str]:
    item = "comma? JOIN the? (early hyphen?)? (MONTH DAYNO | DAYNO of? MONTH? | MONTH)"
    return re.compile(compile_pattern(f"({item}){{1,4}} (comma | of | in)? year | comma? year"))


@cache
def _ahead_of_last() -> re.Pattern[str]:
    """Behind the June of "between April and June in 2017"."""
    return re.compile(f"{compile_pattern('(of | in) year')}|{_ahead().pattern}")


def year_told_behind(match: DateMatch, context: DateContext) -> int | None:
    """The year of "April and June of that year", which stands behind the later one."""
    found = _relative_year_ahead().match(match.tokens.classes, match.stop)
    if not found or match.tokens.values[found.end() - 1] != YEAR:
        return None
    if match.tokens.classes[found.end() - 2] in (codes()["that"], codes()["same"]):
        return context.anchor.first.year if context.anchor else None
    step = int(match.tokens.values[found.end() - 2])
    return context.published.year + step if context.published else None


def year_of_event(match: DateMatch, context: DateContext) -> int | None:
    """The year of "the Boxing Day earthquake and tsunami in 2004", but not of "by May 3 sales in 2004"."""
    found = _event_ahead().match(match.tokens.classes, match.stop)
    before = word_before(match)
    if not found or before == "by" or before in read_words("guards")["before_a_date"]:
        return None
    last = found.end() - 3  # the last word of the event, before "in" and the year
    span = context.doc.char_span(match.end, match.tokens.ends[last], alignment_mode="contract")
    named = span is not None and all(token.tag_ in _EVENT_TAGS for token in span)
    return int(match.tokens.values[found.end() - 1]) if named else None


@cache
def _event_ahead() -> re.Pattern[str]:
    return re.compile(compile_pattern("(other | and){1,4} (of | in) year"))


@cache
def _relative_year_ahead() -> re.Pattern[str]:
    item = "comma? JOIN the? (early hyphen?)? (MONTH DAYNO | DAYNO of? MONTH? | MONTH)"
    return re.compile(compile_pattern(f"({item}){{1,4}} of? (that | the same | last | this | next) unit"))


@cache
def _range() -> re.Pattern[str]:
    return re.compile(compile_pattern("(comma the? FIGURE){0,4} comma? (hyphen | to | and) the? FIGURE of? MONTH"))


def date_follows(match: DateMatch) -> bool:
    """Whether a comma and another date follow at once."""
    return _date_behind().match(match.tokens.classes, match.stop) is not None


@cache
def _date_behind() -> re.Pattern[str]:
    return re.compile(
        compile_pattern("comma (in | on)? the? (early hyphen?)? (MONTH | WDAY | season | year | dayno MONTH)")
    )


def years_around(context: DateContext) -> range:
    """The years in which a day without a year may lie."""
    return range(context.published.year - 1, context.published.year + 2) if context.published else range(0)


def first_day(period: CalendarPeriod) -> date:
    """The first day of a date, by which dates are sorted."""
    return period.first


def head_token(match: DateMatch, context: DateContext) -> Token | None:
    """spaCy's token for the last word of the expression."""
    last = match.tokens.starts[match.stop - 1]
    span = context.doc.char_span(last, match.end, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def after_tag(token: Token) -> str:
    """The tag of the next token; empty at the end of the text."""
    return token.nbor(1).tag_ if token.i + 1 < len(token.doc) else ""


def stands_beside(match: DateMatch, context: DateContext) -> bool:
    """Whether only a comma and a word divide the expression from the date before it."""
    between = match.tokens.text[context.anchor_end : match.start]
    words = between.lower().split()
    return words[:1] == [","] and set(words[1:]) <= read_words("guards")["roughly"]
