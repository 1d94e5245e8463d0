"""The day a web page calls its publication.

Only the page's own statements count: linked data about the article, meta elements, microdata, a time element above
the story, the day in its address. A date that merely stands in the title, the text or the copyright line is none.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

_NAMES = frozenset(
    re.findall(
        r"\S+",
        "article:published_time article:published article.published og:published_time og:article:published_time"
        " datepublished date pubdate publishdate publish-date publish_date publication_date publication-date"
        " published_time published published-date published_date dc.date dc.date.issued dc.date.created dcterms.date"
        " dcterms.issued dcterms.created sailthru.date parsely-pub-date article_date_original article.created"
        " citation_publication_date citation_date citation_online_date cxenseparse:recs:publishtime"
        " originalpublicationdate displaydate rnews:datepublished bt:pubdate date.issued article_publish_date",
    )
)
_ARTICLES = ("Article", "Posting", "Report", "Review", "Reportage", "Blog")  # ends of schema.org's names
_PAGES = ("Page",)
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed")
_BESIDE = "ancestor::aside or ancestor::nav or ancestor::footer or ancestor::form"
_OTHERS = re.compile(r"comment|related|sidebar|teaser|recommend|widget|promo|most-?read", re.I)
_LONG_PARAGRAPH_BEFORE = "preceding::p[string-length(normalize-space()) > 80]"
_MOST_TIMES, _LONGEST_TIME = 20, 60
_CHANGED = re.compile(r"updat|modif|revis|edited|expire|access", re.I)
_MAX_SCRIPT = 500_000  # characters of linked data worth parsing
_MAX_DEPTH = 6
_JSON = json.JSONDecoder(strict=False)
_NAMES_OF_MONTHS = (
    "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september|oct october"
    "|nov november|dec december"
)
_MONTHS = {
    name: number
    for number, names in enumerate(re.split(r"\|", _NAMES_OF_MONTHS), 1)
    for name in re.findall(r"\w+", names)
}
_MONTH = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[.,]{0,2} )?"
_BEFORE = r"\s*(?:(?:first |originally )?(?:published|posted)(?: on| at|:)?:? ?)?"
_ISO = re.compile(r"\s*((?:19|20)\d\d)([-/.]?)(\d\d?)\2(\d\d?)(?!\d)", re.ASCII)
_STAMP = re.compile(
    r"\s*(\d{4}-?\d\d-?\d\d)[T ](\d\d):?(\d\d)(?::?\d\d(?:\.\d{1,9})?)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?", re.ASCII
)
_EPOCH = re.compile(r"\s*(1\d{9})(?:\d{3})?\s*\Z", re.ASCII)
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_WORDS = (
    re.compile(rf"{_BEFORE}{_WEEKDAY}(?P<month>{_MONTH}) (?P<day>\d\d?)(?:st|nd|rd|th)?,? {_YEAR}", re.I),
    re.compile(rf"{_BEFORE}{_WEEKDAY}(?P<day>\d\d?)(?:st|nd|rd|th)?[ -](?P<month>{_MONTH}),?[ -]{_YEAR}", re.I),
)  # fmt: skip
_FIGURES = re.compile(r"\s*(\d\d?)([/.-])(\d\d?)\2((?:19|20)\d\d)(?!\d)", re.ASCII)
_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:/(\d\d?)/(\d\d?)(?=/)|([-/]?)(0\d|1[0-2])\4([0-2]\d|3[01]))(?!\d)", re.ASCII
)


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


def published_day(page: Any, address: str | None) -> tuple[date | None, tuple[str, ...]]:
    """The day that the plainest of the page's statements gives, and a note where others give another one."""
    told = [*_linked_data(page), *_meta(page), *_microdata(page), *_times(page)]
    by_address = _address_day(address)
    if not told:
        return (by_address.day if by_address else None), ()
    first = told[0]
    others = [*told[1:], *([by_address] if by_address else [])]
    day = _local_day(first, others) if first.in_utc else first.day
    other = next((one for one in told if abs((one.day - day).days) > 1), None)
    if other is None:
        return day, ()
    return day, (
        f"The page gives two days of publication: {day} in its {first.where}, {other.day} in its {other.where}."
        " The first was taken.",
    )


def _local_day(first: Told, others: list[Told]) -> date:
    """The day where the page was made: of the same moment with an offset, in the address or in a time's words."""
    for one in others:
        same_moment = one.moment is None or one.in_utc or abs(one.moment - first.moment) <= timedelta(hours=1)  # type: ignore[operator]
        if not one.in_utc and same_moment and abs((one.day - first.day).days) <= 1:
            return one.day
    return first.day


def read_told(text: str, where: str) -> Told | None:
    """A statement's day: ISO with or without a time, 20240319, seconds since 1970, words, a mail's date line.

    03/04/2024 is none, since nobody can say which of both is the month.
    """
    text = text[:80]
    if found := _EPOCH.match(text):
        moment = datetime.fromtimestamp(int(found[1]), UTC)
        return Told(moment.date(), where, moment)
    if found := _ISO.match(text):
        day = _day(int(found[1]), int(found[3]), int(found[4]))
        return Told(day, where, _moment(text)) if day else None
    for pattern in _WORDS:
        if found := pattern.match(text):
            month = _MONTHS[found["month"].rstrip(".").lower()]
            day = _day(int(found["year"]), month, int(found["day"]))
            return Told(day, where) if day else None
    if found := _FIGURES.match(text):
        day = _figures_day(int(found[1]), int(found[3]), int(found[4]), dots=found[2] == ".")
        return Told(day, where) if day else None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    return Told(moment.date(), where, moment if moment.tzinfo else None)


def _figures_day(one: int, two: int, year: int, *, dots: bool) -> date | None:
    if dots or one > 12:
        return _day(year, two, one)
    return _day(year, one, two) if two > 12 or one == two else None


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


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _address_day(address: str | None) -> Told | None:
    for found in _IN_ADDRESS.finditer(address or ""):
        if day := _day(int(found[1]), int(found[2] or found[5]), int(found[3] or found[6])):
            return Told(day, "address")
    return None


def _meta(page: Any) -> Iterator[Told]:
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if name.lower() in _NAMES and (told := read_told(meta.get("content") or "", "meta data")):
            yield told


def _microdata(page: Any) -> Iterator[Told]:
    """Elements marked datePublished, unless they are of a comment or of another article."""
    marked = page.xpath(
        "//*[not(self::meta)][@itemprop='datePublished' or @property='datePublished' or @property='dc:date'"
        f" or @property='schema:datePublished'][not({_BESIDE})]"
    )
    for element in marked:
        if not _of_others(element):
            text = element.get("content") or element.get("datetime") or element.text_content()
            if told := read_told(text, "microdata"):
                yield told


def _times(page: Any) -> Iterator[Told]:
    """Time elements called a publication, then those above the story's first paragraph; not of what stands beside."""
    elements = [
        element
        for element in page.xpath(f"//time[not({_BESIDE})]")
        if not _of_others(element) and not _CHANGED.search(" ".join((*element.values(), *element.getparent().values())))
    ]
    called = [one for one in elements if one.get("pubdate") is not None or _is_called(one)]
    above = [one for one in elements[:_MOST_TIMES] if _shows_a_time(one) and not one.xpath(_LONG_PARAGRAPH_BEFORE)]
    chosen = [one for one in above if one in called] or above[:1] or called
    days = []
    for element in chosen:
        words = read_told(" ".join(element.text_content().split()), "time element")
        stamp = read_told(element.get("datetime") or "", "time element")
        days += [told for told in (stamp, words) if told]
    if days and (above or _are_near(days)):
        yield from days  # else they are of several articles


def _are_near(told: list[Told]) -> bool:
    days = [one.day for one in told]
    return max(days) - min(days) <= timedelta(days=1)


def _shows_a_time(element: Any) -> bool:
    """Whether a reader sees figures there, or nothing; a day in words belongs to the story."""
    words = element.text_content().strip()
    return not words or (len(words) < _LONGEST_TIME and any(map(str.isdigit, words)))


def _is_called(element: Any) -> bool:
    return bool(re.search(r"publish|entry-date|posted", f"{element.get('class')} {element.get('itemprop')}", re.I))


def _of_others(element: Any) -> bool:
    """Whether an element stands in a list of other articles, in a comment or the like."""
    for one in element.iterancestors():
        if one.tag in ("article", "main", "body"):
            return False
        if _OTHERS.search(f"{one.get('class')} {one.get('id')} {one.get('itemtype')}"):
            return True
    return False


def _linked_data(page: Any) -> Iterator[Told]:
    """datePublished of articles; of the page itself where no article has one."""
    found: list[tuple[bool, str]] = []
    for script in page.xpath("//script[starts-with(normalize-space(@type), 'application/ld+json')]"):
        text = (script.text or "").strip()
        if len(text) > _MAX_SCRIPT:
            continue
        start = text.find("{")  # without the marks of CDATA and of comments around it
        before = text[: max(start, 0)].rstrip()
        if before.endswith("[") and not before.endswith("CDATA["):
            start = len(before) - 1
        try:
            found += _dates_published(_JSON.raw_decode(text, max(start, 0))[0], _MAX_DEPTH)
        except (ValueError, RecursionError):
            continue
    wanted = any(is_article for is_article, _ in found)
    for is_article, words in found:
        if is_article == wanted and (told := read_told(words, "linked data")):
            yield told


def _dates_published(value: Any, depth: int) -> Iterator[tuple[bool, str]]:
    """Each datePublished of an article or a page, and whether it is of an article."""
    if isinstance(value, list) and depth:
        for thing in value:
            yield from _dates_published(thing, depth - 1)
    if not isinstance(value, dict) or not depth:
        return
    told, kinds = value.get("datePublished"), value.get("@type")
    names = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
    is_article = any(kind.endswith(_ARTICLES) for kind in names)
    if isinstance(told, str) and (is_article or not names or any(kind.endswith(_PAGES) for kind in names)):
        yield is_article, told
    for key in _NESTED:
        yield from _dates_published(value.get(key), depth - 1)
