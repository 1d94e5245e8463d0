"""What a date expression may lean on: the publication day, the tense around it, earlier dates."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc

from pipeline.dates.moment import DAY, Moment, moment
from pipeline.dates.numeric import Order
from pipeline.dates.rules import Hit
from pipeline.dates.tense import tense


@dataclass(slots=True)
class Setting:
    """The reading position in one article; changes as dates are read, hence not frozen."""

    doc: Doc
    text: str
    published: date | None
    order: Order
    anchor: Moment | None = None  # the last date read in this paragraph or the one before
    anchor_end: int = 0
    quarter: Moment | None = None  # the last quarter read
    _tenses: dict[int, int] = field(default_factory=dict)

    def direction(self, hit: Hit) -> int:
        """-1 where the verb tells of the past, 1 of the future, 0 where it does not tell."""
        if hit.first not in self._tenses:
            self._tenses[hit.first] = tense(self.doc, hit.start, hit.end)
        return self._tenses[hit.first]

    def now(self, unit: str) -> Moment | None:
        """The unit that holds the publication day."""
        return moment(self.published, unit) if self.published else None

    def remember(self, read: Moment, hit: Hit) -> None:
        """Keep a date that "that day" or "a year earlier" may lean on."""
        self.anchor, self.anchor_end = read, hit.end
        # "The quarter" and "a year ago" speak of the quarter reported on, which is over.
        if hit.reader in ("quarter", "quarter_ended") and self.published and read.last < self.published:
            self.quarter = read

    def choose(self, candidates: Iterable[Moment | None], hit: Hit, *, trust: int = 8) -> Moment | None:
        """The candidate nearest to publication; one against the tense must be ``trust`` times as near."""
        known = [candidate for candidate in candidates if candidate]
        if not self.published or not known:
            return None
        # News tells of the past: without a telling verb a coming date must be twice as near.
        past, future = {-1: (1, trust), 0: (1, 2), 1: (trust, 1)}[self.direction(hit)]
        published = self.published

        def cost(candidate: Moment) -> tuple[int, date]:
            before, after = (published - candidate.last).days, (candidate.first - published).days
            return max(before * past, after * future, 0), candidate.first

        return min(known, key=cost)


def as_unit(read: Moment, unit: str) -> Moment:
    """The unit that holds the first day of a date."""
    return read if read.unit == unit else moment(read.first, unit) if unit != DAY else Moment(read.first, DAY)
