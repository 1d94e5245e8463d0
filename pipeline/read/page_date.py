"""The day a web page calls its publication.

Only the page's own statements count: linked data about the article, meta elements, microdata, a time element above
the story, a line beside the headline that is marked as a date, the day in its address. A date that merely stands in
the title, the text or the copyright line is none.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from pipeline.read.shown_day import BESIDE, of_others, shown_days
from pipeline.read.told_day import MONTHS, Told, day_of, read_told

_NAMES = frozenset(  # of meta elements, in small letters without the signs between their words
    re.findall(
        r"\w+",
        "articlepublishedtime articlepublished articlepublisheddate articlepublicationdate articlepostdate articledate"
        " articledateoriginal articlecreated articlepublishdate analyticsattributesarticledate ogpublishedtime"
        " ogarticlepublishedtime ogarticlepublished ogpublishdate ogdatepublished ogpubdate datepublished pubdate"
        " publishdate publicationdate publishedtime published publisheddate publishtime date dcdate dcdateissued"
        " dcdatecreated dcdatepublished dcdatepublication dctermsdate dctermsissued dctermscreated dccreated"
        " sailthrudate parselypubdate citationpublicationdate citationdate citationonlinedate bepresscitationdate"
        " cxenseparserecspublishtime originalpublicationdate displaydate rnewsdatepublished btpubdate rbpubdate"
        " dateissued vrpublishedtime shareaholicarticlepublishedtime dcsextarticlefirstpublished firstpublished"
        " mediatorpublishedtime twtpublishedat storydate pdate gentime",
    )
)
_MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_IN_ADDRESS = (  # /2024/03/18/ or 2024-03-18 or 20240318, a section between (/2024/world/03/18/), a month by its name
    re.compile(
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:/(?P<month>\d\d?)/(?P<day>\d\d?)(?=/)"
        r"|([-/]?)(?P<month2>0\d|1[0-2])\4(?P<day2>[0-2]\d|3[01]))(?!\d)"
    ),
    re.compile(r"/(?P<year>(?:19|20)\d\d)/[A-Za-z][\w-]{0,20}/(?P<month>\d\d)/(?P<day>\d\d)(?=/)"),
    re.compile(rf"/(?P<year>(?:19|20)\d\d)/(?P<name>{_MONTH_NAMES})/(?P<day>\d\d?)(?=/|\Z)", re.I),
)
_ZONES = (-12, 0, 14)  # hours that the farthest zones are from UTC
_APART = timedelta(days=1)  # between the day of a place and that of another, or of writing and of showing


def published_day(page: Any, address: str | None, linked: tuple[Told, ...]) -> tuple[date | None, tuple[str, ...]]:
    """The day that the plainest of the page's statements gives, and a note where others give another one.

    linked: the days of its JSON-LD.
    """
    told = [*linked, *_meta(page), *_microdata(page)]
    told += shown_days(page, _titles(page))
    by_address = _address_day(address)
    if not told:
        return (by_address.day if by_address else None), ()
    first = told[0]
    others = [*told[1:], *([by_address] if by_address else [])]
    day = _local_day(first, others) if first.in_utc else first.day
    if by_address and day - by_address.day > _APART:
        # An address is made when an article first appears, and stays; stamps are renewed with the text.
        return by_address.day, (_disagree(by_address, first.day, first.where),)
    other = next((one for one in told if abs(one.day - day) > _APART), None)
    if other is None:
        return day, ()
    return day, (_disagree(Told(day, first.where), other.day, other.where),)


def _disagree(taken: Told, other: date, where: str) -> str:
    return (
        f"The page gives two days of publication: {taken.day} in its {taken.where}, {other} in its {where}."
        " The first was taken."
    )


def _titles(page: Any) -> list[str]:
    """The titles that the page gives itself."""
    marked = page.xpath("//meta[@property='og:title' or @name='twitter:title']/@content")
    return [title.text_content() for title in page.xpath("//head/title")[:1]] + list(marked[:2])


def _local_day(first: Told, others: list[Told]) -> date:
    """The day where the page was made: of the same moment with an offset, in the address or in a time's words."""
    moment = first.moment
    if moment is None:
        return first.day
    possible = {(moment + timedelta(hours=hours)).date() for hours in _ZONES}
    for one in others:
        same_moment = one.moment is None or abs(one.moment - moment) <= timedelta(hours=1)
        if not one.in_utc and same_moment and one.day in possible:
            return one.day
    return first.day


def _address_day(address: str | None) -> Told | None:
    for form in _IN_ADDRESS:
        for found in form.finditer(address or ""):
            told = found.groupdict()
            month = MONTHS[told["name"].lower()] if told.get("name") else told.get("month") or told["month2"]
            if day := day_of(int(told["year"]), int(month), int(told["day"] or told["day2"])):
                return Told(day, "address")
    return None


def _meta(page: Any) -> Iterator[Told]:
    """Meta elements, those first whose name says that it is the publication."""
    found = []
    for meta in page.iter("meta"):
        name = re.sub(r"[^a-z]", "", (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower())
        if name in _NAMES and (told := read_told(meta.get("content") or "", "meta data")):
            found.append(("publi" not in name, told))
    yield from (told for _, told in sorted(found, key=lambda one: one[0]))


def _microdata(page: Any) -> Iterator[Told]:
    """Elements marked datePublished, unless they are of a comment or of another article."""
    marked = page.xpath(
        "//*[not(self::meta)][@itemprop='datePublished' or @property='datePublished' or @property='dc:date'"
        f" or @property='schema:datePublished'][not({BESIDE})]"
    )
    for element in marked:
        if not of_others(element):
            text = element.get("content") or element.get("datetime") or element.text_content()
            if told := read_told(text, "microdata"):
                yield told
