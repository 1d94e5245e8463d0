"""HTML → the article in it: scripts, menus, footers and comments left out, paragraphs kept apart.

The day a page calls its publication; a date that merely stands in its title or text is none.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate
from typing import Any

from pipeline.errors import ArticleError
from pipeline.limits import MAX_CHARACTERS
from pipeline.read.decode import decode
from pipeline.read.document import Document, one_line

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


_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*+=\s*+[\"']?\s*+([\w\-]{1,40})", re.I)
_SPACES = re.compile(r"[ \t\n]+")
_HEAD = 4096  # bytes among which a page must name its encoding
MAX_ELEMENTS = 50_000  # a long news page has 5,000
MAX_ATTRIBUTES = 100  # of one element; a busy one has 20
_FURNITURE = 2  # times as much text as an article may have: menus, comments, other articles
_BLOCKS = frozenset(  # trafilatura's names, then HTML's own
    re.findall(
        r"\w+",
        "p head item quote row code list table body h1 h2 h3 h4 h5 h6 li div section article blockquote"
        " tr ul ol figcaption caption dt dd pre td th header main",
    )
)
_DROPPED = "//script|//style|//noscript|//template|//nav|//footer|//aside|//form|//iframe|//svg|//object|//head"


def read_html(data: bytes) -> Document:
    """Article text, title, publication day and address, as far as the page tells them."""
    found = _CHARSET.search(data[:_HEAD])
    text, notes = decode(data, declared=found[1].decode() if found else None)
    page = _tree(text)
    article = _article(page)
    title = one_line(article.title if article is not None else page.findtext(".//title"))
    address = one_line(article.url) if article is not None else None
    day = published_day(page, address)
    body = _paragraphs(article.body) if article is not None else ""
    if not body.strip():
        body = _paragraphs(_visible(page))
    if not body.strip():
        raise ArticleError("No article text was found in this page. Copy the text from your browser and paste it.")
    return Document(body, title=title, published=day, source=address, notes=notes)


def _tree(text: str) -> Any:
    from lxml import etree, html  # heavy, and only here

    clean = text.replace("\0", "").encode("utf-8", "replace")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        page = html.document_fromstring(clean, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise ArticleError("No article text was found in this page: it holds nothing that can be read.") from error
    _check_size(page)
    return page


def _check_size(page: Any) -> None:
    """Refuse what would keep the machine busy for many seconds and is no article."""
    elements = 0
    for elements, element in enumerate(page.iter(), 1):  # noqa: B007 - the count is what is asked for
        if len(element.attrib) > MAX_ATTRIBUTES:
            element.attrib.clear()  # the libraries look each of them up in all
    if elements > MAX_ELEMENTS:
        raise ArticleError(
            f"This page has more than {MAX_ELEMENTS:,} elements, too many for an article. Paste its text."
        )
    if sum(map(len, page.xpath("//text()[not(parent::script or parent::style)]"))) > _FURNITURE * MAX_CHARACTERS:
        raise ArticleError(
            f"This page has far more text than {MAX_CHARACTERS:,} characters, the limit. Paste a part of it."
        )


def _article(page: Any) -> Any:
    """What trafilatura takes for the article; None where it finds none."""
    from copy import deepcopy

    from trafilatura.core import bare_extraction

    try:
        return bare_extraction(deepcopy(page), with_metadata=True, include_comments=False, include_tables=True)
    except MemoryError:
        raise
    except Exception:  # it raises whatever a page provokes that its authors never met; all visible text is left then
        return None


def _visible(page: Any) -> Any:
    """The page without what nobody reads as its text."""
    for element in page.xpath(_DROPPED):
        element.clear(keep_tail=True)  # drop_tree would join texts, and fail on a control character in them
    return page


def _paragraphs(tree: Any) -> str:
    """Blocks as paragraphs with an empty line between; line breaks and cells kept apart."""
    from lxml import etree

    parts: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        mark = _mark(tag, event)
        if event == "start":
            parts.extend((mark, _flat(element.text) if tag else ""))
        else:
            parts.extend((mark, _flat(element.tail) if element is not tree else ""))
    blocks = (_SPACES.sub(_space, block).strip(" |\n") for block in "".join(parts).split("\0"))
    return "\n\n".join(block for block in blocks if block)


def _space(match: re.Match[str]) -> str:
    return "\n" if "\n" in match[0] else " "


def _mark(tag: str, event: str) -> str:
    if tag in {"cell", "td", "th"}:
        return "" if event == "start" else " | "
    if tag in _BLOCKS:
        return "\0"
    return "\n" if tag in {"lb", "br"} and event == "start" else ""


def _flat(words: str | None) -> str:
    return re.sub(r"\s+", " ", words) if words else ""
