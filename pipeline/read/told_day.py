"""What a statement of a page or a front matter tells: its day, and the moment where that is known.

03/04/2024 is no day, since nobody can say which of both is the month.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_NAMES_OF_MONTHS = (
    "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september|oct october"
    "|nov november|dec december"
)
MONTHS = {
    name: number
    for number, names in enumerate(re.split(r"\|", _NAMES_OF_MONTHS), 1)
    for name in re.findall(r"\w+", names)
}
_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_BEFORE = (
    r"\s*(?:(?:first |originally )?(?:published|posted)(?: on| at|:)?:? ?)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}"
    r"[.,]{0,2} )?"
)
_ISO = re.compile(r"\s*((?:19|20)\d\d)([-/.]?)(\d\d?)\2(\d\d?)(?!\d)", re.ASCII)
_STAMP = re.compile(
    r"\s*(\d{4}-?\d\d-?\d\d)[T ](\d\d):?(\d\d)(?::?\d\d(?:\.\d{1,9})?)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?", re.ASCII
)
_EPOCH = re.compile(r"\s*(1\d{9})(?:\d{3})?\s*\Z", re.ASCII)
_MONTH_FIRST = rf"(?P<month>{_MONTH}) (?P<day>\d\d?)(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b"
_DAY_FIRST = rf"(?P<day>\d\d?)(?:st|nd|rd|th)?[ -](?P<month>{_MONTH}),?[ -](?P<year>(?:19|20)\d\d)\b"
_WORDS = tuple(re.compile(rf"{_BEFORE}{form}", re.I) for form in (_MONTH_FIRST, _DAY_FIRST))
_FIGURES = re.compile(r"\s*(\d\d?)([/.-])(\d\d?)\2((?:19|20)\d\d)(?!\d)", re.ASCII)
_SHORT_YEAR = re.compile(r"\s*(\d\d?)/(1[3-9]|2\d|3[01])/([012]\d)(?![\d/])", re.ASCII)  # 8/17/13: the day is sure
_ANYWHERE = re.compile(
    rf"(?<![\w/.-])(?:{_MONTH}\ \d|\d\d?(?:st|nd|rd|th)?[ -]{_MONTH}|(?:19|20)\d\d[-/.]\d|\d\d?[/.-]\d\d?[/.-]\d\d)",
    re.I,
)  # the beginning of a day in a line of other words


@dataclass(frozen=True, slots=True)
class Told:
    """One statement: the day as it is written, the moment where it is known, and what said so."""

    day: date
    where: str
    moment: datetime | None = None

    @property
    def in_utc(self) -> bool:
        """Whether the day may be another one where the page was made."""
        return self.moment is not None and not self.moment.utcoffset()


def read_told(text: str, where: str) -> Told | None:
    """A statement's day: ISO with or without a time, 20240319, seconds since 1970, words, a mail's date line."""
    text = text[:80]
    if found := _EPOCH.match(text):
        moment = datetime.fromtimestamp(int(found[1]), UTC)
        return Told(moment.date(), where, moment)
    if found := _ISO.match(text):
        day = day_of(int(found[1]), int(found[3]), int(found[4]))
        return Told(day, where, _moment(text)) if day else None
    for pattern in _WORDS:
        if found := pattern.match(text):
            month = MONTHS[found["month"].rstrip(".").lower()]
            day = day_of(int(found["year"]), month, int(found["day"]))
            return Told(day, where) if day else None
    if found := _FIGURES.match(text):
        day = _figures_day(int(found[1]), int(found[3]), int(found[4]), dots=found[2] == ".")
        return Told(day, where) if day else None
    if found := _SHORT_YEAR.match(text):
        day = day_of(2000 + int(found[3]), int(found[1]), int(found[2]))
        return Told(day, where) if day else None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    return Told(moment.date(), where, moment if moment.tzinfo else None)


def days_in(words: str, where: str) -> Iterator[Told]:
    """Every day with a year that stands somewhere in a line."""
    for begun in _ANYWHERE.finditer(words):
        if told := read_told(words[begun.start() :], where):
            yield told


def day_of(year: int, month: int, day: int) -> date | None:
    """The day of three numbers; None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _figures_day(one: int, two: int, year: int, *, dots: bool) -> date | None:
    if dots or one > 12:
        return day_of(year, two, one)
    return day_of(year, one, two) if two > 12 or one == two else None


def _moment(text: str) -> datetime | None:
    """The moment of a stamp that says its offset from UTC."""
    found = _STAMP.match(text)
    if not found or not found[4]:
        return None
    offset = "+00:00" if found[4] in ("Z", "UTC", "GMT") else found[4]
    try:
        return datetime.fromisoformat(f"{found[1]}T{found[2]}:{found[3]}{offset}")
    except ValueError:
        return None
