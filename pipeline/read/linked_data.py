"""What a page tells machines of its article (JSON-LD): the day of publication, and the text where it holds that."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.read.told_day import Told, read_told

_ARTICLES = ("Article", "Posting", "Report", "Review", "Reportage", "Blog")  # ends of schema.org's names
_PAGES = ("Page",)
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed")
_MAX_SCRIPT = 500_000  # characters worth parsing
_MAX_DEPTH = 6
_JSON = json.JSONDecoder(strict=False)
_TAG = re.compile(r"<[^<>]{1,500}>")
_BLOCK_TAG = re.compile(r"</?(?:p|div|br|h\d|li|blockquote)\b[^<>]{0,500}>", re.I)


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The days of publication that JSON-LD gives, and the longest text of an article; empty where there is none."""

    days: tuple[Told, ...]
    text: str


def read_linked_data(page: Any) -> LinkedData:
    """What the page's JSON-LD says, parsed once."""
    things = list(_things(page))
    return LinkedData(tuple(_days(things)), _text(things))


def _days(things: list[tuple[bool, dict[str, Any]]]) -> Iterator[Told]:
    """datePublished of articles; of the page itself where no article has one."""
    found = [(is_article, thing["datePublished"]) for is_article, thing in things if "datePublished" in thing]
    wanted = any(is_article for is_article, _ in found)
    for is_article, words in found:
        if is_article == wanted and isinstance(words, str) and (told := read_told(words, "linked data")):
            yield told


def _text(things: list[tuple[bool, dict[str, Any]]]) -> str:
    """The longest articleBody in paragraphs, without tags; empty where no article has one."""
    bodies = [thing.get("articleBody") for is_article, thing in things if is_article]
    body = max((body for body in bodies if isinstance(body, str)), key=len, default="")
    if "<" in body:
        body = _TAG.sub("", _BLOCK_TAG.sub("\n\n", body))
    lines = (" ".join(line.split()) for line in body.splitlines())
    return "\n\n".join(line for line in lines if line)


def _things(page: Any) -> Iterator[tuple[bool, dict[str, Any]]]:
    """Articles and pages that are described, and whether each is an article."""
    for script in page.xpath("//script[starts-with(normalize-space(@type), 'application/ld+json')]"):
        text = (script.text or "").strip()
        if len(text) > _MAX_SCRIPT:
            continue
        start = text.find("{")  # without the marks of CDATA and of comments around it
        before = text[: max(start, 0)].rstrip()
        if before.endswith("[") and not before.endswith("CDATA["):
            start = len(before) - 1
        try:
            yield from _described(_JSON.raw_decode(text, max(start, 0))[0], _MAX_DEPTH)
        except (ValueError, RecursionError):
            continue


def _described(value: Any, depth: int) -> Iterator[tuple[bool, dict[str, Any]]]:
    if isinstance(value, list) and depth:
        for thing in value:
            yield from _described(thing, depth - 1)
    if not isinstance(value, dict) or not depth:
        return
    kinds = value.get("@type")
    names = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
    is_article = any(kind.endswith(_ARTICLES) for kind in names)
    if is_article or not names or any(kind.endswith(_PAGES) for kind in names):
        yield is_article, value
    for key in _NESTED:
        yield from _described(value.get(key), depth - 1)
