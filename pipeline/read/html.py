"""HTML → the article in it: scripts, menus, footers and comments left out, paragraphs kept apart."""

import html
import re
from typing import Any

from pipeline.errors import ArticleError
from pipeline.limits import MAX_CHARACTERS
from pipeline.read.decode import decode
from pipeline.read.document import Document, one_line
from pipeline.read.layout_tables import left_out, side_cells
from pipeline.read.linked_data import read_linked_data
from pipeline.read.page_date import published_day
from pipeline.read.page_title import without_site
from pipeline.read.web_archive import read_web_archive

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*+=\s*+[\"']?\s*+([\w\-]{1,40})", re.I)
_SAVED_FROM = re.compile(  # what browsers, and SingleFile, write into a page that they save
    rb"<!--\s{0,9}(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s{1,9}url:\s)(https?://[^\s<>]{4,2000})",
    re.I,
)
_CLOSED_AT_ONCE = re.compile(r"(<(?:!DOCTYPE|html|head|body)\b[^<>]{0,300}?)/>", re.I)  # the parser ends the page there
_XML_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*+=\s*+[\"']([\w\-]{1,40})", re.I)
_ENTITY = re.compile(r"&(?:[lr][ds]quo|quot|apos|amp|nbsp|[mn]dash|hellip|[lr]aquo|#\d{2,5}|#x[\da-f]{2,4});", re.I)
_NOTICE = 400  # characters of a page that has no article
_NEEDS_SCRIPT = re.compile(
    r"(?:enable|turn on|requires?|need) JavaScript|JavaScript (?:is|must be) (?:disabled|required|enabled|turned)", re.I
)
_SPACES = re.compile(r"[ \t\n]+")
_HEAD = 4096  # bytes among which a page must name its encoding
MAX_ELEMENTS = 50_000  # a long news page has 5,000
MAX_ATTRIBUTES = 100  # of one element; a busy one has 20
# An element with thousands of attributes: the parser compares each with all the others, so they go first.
_CROWDED = re.compile(r"<([A-Za-z][\w:-]{0,40}+)\s(?>(?:[^<>=]*+=){1000,})[^<>]*+")
_AS_MUCH, _FAR_MORE = 0.9, 2  # times as much as a page shows without its scripts
_FURNITURE = 2  # times as much text as an article may have: menus, comments, other articles
_BLOCKS = frozenset(  # trafilatura's names, then HTML's own
    re.findall(
        r"\w+",
        "p head item quote row code list table body h1 h2 h3 h4 h5 h6 li div section article blockquote"
        " tr ul ol figcaption caption dt dd pre td th header main",
    )
)
_TABLES = "//table[count(ancestor::table) < 3]"  # pages lay out with few in one another
_DROPPED = "//script|//style|//noscript|//template|//nav|//footer|//aside|//form|//iframe|//svg|//object|//head"


def read_html(data: bytes) -> Document:
    """Article text, title, publication day and address, as far as the page tells them."""
    archived = read_web_archive(data)
    data, declared, saved_from = archived if archived else (data, _declared(data), _saved_from(data))
    text, notes = decode(data, declared=declared)
    page = _tree(text)
    _spell_quotations(page)
    beside = _without_side_cells(page)
    article = _article(page)
    title = one_line(article.title if article is not None else page.findtext(".//title"))
    address = one_line(article.url) if article is not None else None
    linked = read_linked_data(page)
    day, doubts = published_day(page, address or saved_from, linked.days)
    body = _fuller(_paragraphs(article.body) if article is not None else "", linked.text)
    if not body.strip():
        body = _paragraphs(_visible(page))
    if not body.strip():
        raise ArticleError("No article text was found in this page. Copy the text from your browser and paste it.")
    if len(body) < _NOTICE and _NEEDS_SCRIPT.search(body):
        raise ArticleError(
            "This page was saved without its text: it only asks for JavaScript. Copy the text from your browser and"
            " paste it."
        )
    return Document(
        _unescape(body),
        title=without_site(_unescape(title), page, address or saved_from) if title else None,
        published=day,
        source=address or saved_from,
        notes=(*notes, *doubts, *left_out(beside)),
    )


def _fuller(shown: str, told: str) -> str:
    """The text that a page shows, or what it tells machines where that is far more, or as much and in paragraphs."""
    in_paragraphs = "\n" in told and "\n" not in shown
    return told if len(told) > (_AS_MUCH if in_paragraphs else _FAR_MORE) * len(shown) else shown


def _declared(data: bytes) -> str | None:
    """The encoding that the page names in a meta element or in its XML declaration."""
    found = _CHARSET.search(data[:_HEAD]) or _XML_ENCODING.match(data[:_HEAD])
    return found[1].decode() if found else None


def _saved_from(data: bytes) -> str | None:
    """The address that the program names which saved the page."""
    found = _SAVED_FROM.search(data[:_HEAD])
    return found[1].decode("utf-8", "replace") if found else None


def _unescape(text: str) -> str:
    """Marks whose names a content system escaped twice, so that they came out as &ldquo;."""
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)


def _tree(text: str) -> Any:
    from lxml import etree  # heavy, and only here
    from lxml.html import HTMLParser, document_fromstring

    text = _CLOSED_AT_ONCE.sub(r"\1>", text[:_HEAD]) + text[_HEAD:]
    clean = _CROWDED.sub(r"<\1 ", text.replace("\0", "")).encode("utf-8", "replace")
    # Comments go: React puts them between the words of a sentence, and trafilatura drops what follows them.
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        page = document_fromstring(clean, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise ArticleError("No article text was found in this page: it holds nothing that can be read.") from error
    _check_size(page)
    return page


def _spell_quotations(page: Any) -> None:
    """Quotations marked by <q> get the marks that a browser shows; inner ones single marks."""
    for quotation in page.xpath("//q"):
        inner = any(True for _ in quotation.iterancestors("q"))
        opening, closing = ("‘", "’") if inner else ("“", "”")
        quotation.text = opening + (quotation.text or "")
        if len(quotation):
            quotation[-1].tail = (quotation[-1].tail or "") + closing
        else:
            quotation.text += closing
    for quotation in page.xpath("//q"):
        quotation.drop_tag()


def _without_side_cells(page: Any) -> list[list[str]]:
    """Empties the short cells beside the article where a table lays out the page; returns what stood in them."""
    beside: list[list[str]] = []
    for table in page.xpath(_TABLES):
        rows = [row.xpath("./td|./th") for row in table.xpath("./tr|./tbody/tr|./thead/tr")]
        words = [[_paragraphs(cell).splitlines() for cell in row] for row in rows]
        words = [[[line for line in cell if line] for cell in row] for row in words]
        for r, c in sorted(side_cells(words)):
            beside.append(words[r][c])
            rows[r][c].clear(keep_tail=True)
    return beside


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
