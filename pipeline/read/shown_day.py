"""The day that a page shows as that of its article: in time elements, or in a short line.

Such a line says that it is one ("Published: March 18, 2024"), or it stands at the headline and its markup calls it a
date or a day is what it begins with. Elsewhere days mean other things: at the head of a page the day on which it was
seen, beside the story those of other articles, below it those of comments.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Any

from pipeline.read.told_day import Told, days_in, read_told

BESIDE = "ancestor::aside or ancestor::nav or ancestor::footer or ancestor::form"
_OTHERS = re.compile(r"comment|related|teaser|recommend|widget|promo|most-?read|sidebar", re.I)
_CHANGED = re.compile(r"updat|modif|revis|edited|expire|access", re.I)
_CALLED = re.compile(r"publish|(?:entry|post)[-_]?date|posted|pub-?date", re.I)
_NAMED = re.compile(  # in classes and ids
    r"date(?!li)|publi(?!c[-_ ]?(?:relation|affair)s)|posted|stamp|submitted|created|byline"
    r"|(?:post|entry|article|story)[-_]?(?:meta|info)",
    re.I,
)
_OF_TODAY = re.compile(
    r"header[-_]?date|current|today|clock|banner|masthead|top-?bar|weather|calendar|event|navbar|copyright", re.I
)
_TODAY = re.compile(r"\btoday\b|\bcopyright\b|©", re.I)
_LABEL = re.compile(
    r"(?:(?:first |originally )?(?:published|posted)|(?:publication )?date|date published)\b"
    r"(?:(?: on| at)? (?=\w)| by [^\d|,]{2,40}| ?[:|–-])",
    re.I,
)
_SHORTEST_LINE, _LONGEST_LINE = 6, 100  # characters: a day; a byline and a day
_LONG_PARAGRAPH = 80
_ABOVE, _BELOW = 60, 500  # characters of text between a day and the headline: bylines, shares, a deck
_BESIDE_TITLE = 150  # of these where nothing but its beginning tells that a line is a date
_UNSEEN = ("script", "style", "noscript", "template", "title")
_LEAST_TITLE = 12
_MOST_LINES, _MOST_TIMES, _LONGEST_TIME = 100, 20, 60
_MOST_PARTS = 50  # elements within a line
_MOST_TEXT = 1000  # of an element that begins with a day


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a page's elements stand, in characters of text from its top."""

    starts: dict[Any, int]
    ends: dict[Any, int]
    paragraphs: list[int]  # where the long ones start

    def paragraphs_before(self, element: Any, since: int = 0) -> int:
        """How many long paragraphs begin before the element."""
        start = self.starts[element]
        return max(0, bisect_left(self.paragraphs, start) - bisect_left(self.paragraphs, since))

    def length(self, element: Any) -> int:
        """How many characters of text the element has."""
        return self.ends[element] - self.starts[element]


def shown_days(page: Any, titles: list[str]) -> Iterator[Told]:
    """The days of time elements, or of the lines beside the headline where there are none."""
    places = _places(page)
    headline = _headline(page, titles)
    days = list(_times(page, places, headline))
    yield from days or _lines(places, headline)


def _places(page: Any) -> _Places:
    from lxml import etree

    places = _Places({}, {}, [])
    length = 0
    for event, element in etree.iterwalk(page, events=("start", "end")):
        if event == "start":
            places.starts[element] = length
            if element.tag not in _UNSEEN:
                length += len((element.text or "").strip())
        else:
            places.ends[element] = length
            if element.tag == "p" and length - places.starts[element] > _LONG_PARAGRAPH:
                places.paragraphs.append(places.starts[element])
            length += len((element.tail or "").strip())
    places.paragraphs.sort()
    return places


def _headline(page: Any, titles: list[str]) -> Any:
    """The heading with the most words of the page's title; else the only heading of the first rank."""
    wanted = [_bare(title) for title in titles]
    found, longest = None, _LEAST_TITLE
    for heading in page.xpath("//h1|//h2|//h3|//*[@itemprop='headline'][not(self::meta)]")[:200]:
        words = _bare(heading.text_content()[:300])
        if len(words) > longest and any(words in title or title in words for title in wanted if len(title) > longest):
            found, longest = heading, len(words)
    firsts = page.xpath("//h1")
    return firsts[0] if found is None and len(firsts) == 1 else found


def _bare(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _lines(places: _Places, headline: Any) -> Iterator[Told]:
    """The day of short lines that are a date by their words, their place or their markup; none where they differ."""
    days: list[Told] = []
    for element in places.starts:
        if not _SHORTEST_LINE <= places.length(element) <= _MOST_TEXT or not isinstance(element.tag, str):
            continue
        words = " ".join(_line(element, places).split())
        if not _SHORTEST_LINE <= len(words) <= _LONGEST_LINE or not any(map(str.isdigit, words)):
            continue
        told = _days_of_publication(words)
        if told and _is_date(element, words, places, headline) and not _is_of_something_else(element, words, headline):
            days += told
            if len(days) > _MOST_LINES:
                return
    if days and _are_near(days):
        yield days[0]


def _days_of_publication(words: str) -> list[Told]:
    """The days of a line before it speaks of a change, unless it has that day alone: March 18 - Updated 0203 GMT."""
    before, changed, after = words, None, ""
    if found := _CHANGED.search(words):
        before, changed, after = words[: found.start()], found, words[found.end() :]
    told = list(days_in(before, "line beside the headline"))
    return [] if changed and not any(days_in(after, "")) else told


def _line(element: Any, places: _Places) -> str:
    """An element's words; of a long one those before its first child."""
    if places.length(element) > _LONGEST_LINE:
        return element.text or ""
    words = [element.text or ""]
    for one in islice(element.iterdescendants(), _MOST_PARTS):
        words += ["" if one.tag in _UNSEEN else one.text or "", one.tail or ""]
    return "".join(words)


def _is_date(element: Any, words: str, places: _Places, headline: Any) -> bool:
    """Whether a line is the article's date by what it says, or by its place and its beginning or its markup."""
    if _LABEL.match(words):
        return True
    if headline is None:
        return False
    if _NAMED.search(f"{element.get('class')} {element.get('id')}"):
        return _is_near(element, places, headline)
    below = 0 <= places.starts[element] - places.ends[headline] <= _BESIDE_TITLE
    return below and read_told(words, "") is not None and not words.endswith((".", "?", "!", ":"))


def _is_near(element: Any, places: _Places, headline: Any) -> bool:
    start, top = places.starts[element], places.starts[headline]
    if start < top:
        return top - places.ends[element] < _ABOVE
    return start - places.ends[headline] < _BELOW and places.paragraphs_before(element, top) <= 1  # the deck


def _is_of_something_else(element: Any, words: str, headline: Any) -> bool:
    """Whether a line tells the day of today, of a change, of another article or of a comment."""
    return bool(
        _TODAY.search(words)
        or _is_changed(element)
        or _is_of_today(element)
        or of_others(element, headline)
        or any(one.tag in ("aside", "nav", "footer", "form") for one in (element, *element.iterancestors()))
    )


def _is_of_today(element: Any) -> bool:
    return any(_OF_TODAY.search(f"{one.get('class')} {one.get('id')}") for one in (element, *_nearest(element)))


def _nearest(element: Any) -> list[Any]:
    """The two elements around one, which tell what it is part of."""
    return [one for one in list(element.iterancestors())[:2] if one.tag not in ("body", "html", "main", "article")]


def _is_changed(element: Any) -> bool:
    """Whether an element is called a change, and not also a publication, as WordPress does for a text unchanged."""
    called = " ".join(str(value) for value in (*element.values(), *element.getparent().values()))
    before = (element.getparent().text or "")[-40:]
    return bool(_CHANGED.search(before) or (_CHANGED.search(called) and not _CALLED.search(called)))


def _times(page: Any, places: _Places, headline: Any) -> Iterator[Told]:
    """Time elements called a publication, then those above the story's first paragraph; not of what stands beside."""
    top = places.starts[headline] if headline is not None else float("inf")
    elements = [
        element
        for element in page.xpath(f"(//time|//abbr[contains(@class, 'publish')])[not({BESIDE})]")
        if not of_others(element, headline) and not _is_changed(element)
    ]
    called = [one for one in elements if one.get("pubdate") is not None or _is_called(one)]
    above = [
        one
        for one in elements[:_MOST_TIMES]
        if _shows_a_time(one)
        and (not places.paragraphs_before(one) or (places.starts[one] >= top and _is_near(one, places, headline)))
    ]
    chosen = [one for one in above if one in called] or above[:1] or called
    days: list[Told] = []
    for element in chosen:
        words = read_told(" ".join(element.text_content().split()), "time element")
        stamp = read_told(element.get("datetime") or element.get("title") or "", "time element")
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
    return bool(_CALLED.search(f"{element.get('class')} {element.get('itemprop')}"))


def of_others(element: Any, headline: Any = None) -> bool:
    """Whether an element stands in a list of other articles, in a comment or the like, apart from the headline."""
    story = set() if headline is None else set(headline.iterancestors())
    for one in (element, *element.iterancestors()):
        if one.tag in ("article", "main", "body") or one in story:
            return False
        if _OTHERS.search(f"{one.get('class')} {one.get('id')} {one.get('itemtype')}"):
            return True
    return False
