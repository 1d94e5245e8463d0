"""The day a page calls its publication; a date that merely stands in its title or text is none."""

import json
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate
from typing import Any

_NAMES = (  # as one text, each between blanks
    " article:published_time article:published article.published og:published_time og:article:published_time"
    " datepublished date pubdate publishdate publish-date publish_date publication_date published_time dc.date"
    " dc.date.issued dcterms.date dcterms.issued dcterms.created sailthru.date parsely-pub-date"
    " citation_publication_date citation_date cxenseparse:recs:publishtime originalpublicationdate "
)
_TIMES = (
    "//time[@pubdate or @itemprop='datePublished' or contains(@class, 'publish') or contains(@class, 'entry-date')]"
    "/@datetime"
)
_DAY = re.compile(r"\s*((?:19|20)\d\d)([-/.]?)(\d\d?)\2(\d\d?)(?!\d)", re.ASCII)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)(/)(\d\d?)/(\d\d?)/", re.ASCII)
_MAX_SCRIPT = 500_000  # characters of linked data worth parsing


def published_day(page: Any, address: str | None) -> date | None:
    """The first day that one of the page's own statements gives, the plainest statement first."""
    told = (*_linked_data(page), *_meta(page), *page.xpath(_TIMES))
    days = [day for text in told if (day := read_day(text))]
    if days:
        return days[0]
    found = _IN_ADDRESS.search(address or "")
    return _day(found) if found else None


def read_day(text: str) -> date | None:
    """The day of an ISO date or time, of 2024/03/19 or 20240319, or of a mail's date line."""
    if found := _DAY.match(text):
        return _day(found)
    parts = parsedate(text[:60])
    try:
        return date(*parts[:3]) if parts else None
    except ValueError:
        return None


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[3]), int(found[4]))
    except ValueError:
        return None


def _meta(page: Any) -> Iterator[str]:
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if f" {name.lower()} " in _NAMES:
            yield meta.get("content") or ""


def _linked_data(page: Any) -> Iterator[str]:
    for script in page.xpath("//script[@type='application/ld+json']"):
        text = script.text or ""
        try:
            value = json.loads(text) if len(text) <= _MAX_SCRIPT else None
        except (ValueError, RecursionError):
            continue
        yield from _dates_published(value)


def _dates_published(value: Any) -> Iterator[str]:
    """datePublished at the top, in a list, or in a graph; not of what the article links to or embeds."""
    things = value if isinstance(value, list) else [value]
    for thing in things:
        if not isinstance(thing, dict):
            continue
        if isinstance(told := thing.get("datePublished"), str):
            yield told
        graph = thing.get("@graph")
        for part in graph if isinstance(graph, list) else ():
            if isinstance(part, dict) and isinstance(told := part.get("datePublished"), str):
                yield told
