"""JSON lines → Articles, one at a time, however long the file."""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, BinaryIO

from pipeline.errors import ArticleError
from pipeline.limits import MAX_ID, bounded, check_text
from pipeline.model import Article, Note
from pipeline.read.decode import decode
from pipeline.read.document import iso_day, one_line
from pipeline.read.item import InputItem, ReadFailure, unread
from pipeline.record import article_id

MAX_LINE_BYTES = 16 * 1024 * 1024  # a text at its limit, every character escaped, is 12 MB
_NO_ID = f"The given id is neither a whole number nor words of at most {MAX_ID} characters."
_FORM = 'one object a line, {"id": ..., "text": ..., "published": "YYYY-MM-DD"}'


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file and where it stands; data is None where the line is too long to read."""

    number: int
    data: bytes | None


def read_lines(file: BinaryIO) -> Iterator[Line]:
    """The lines that are not blank, as bytes; the rest of an endless line is passed over."""
    number = 0
    while data := file.readline(MAX_LINE_BYTES + 1):
        number += 1
        if len(data) > MAX_LINE_BYTES and not data.endswith(b"\n"):
            while (rest := file.readline(MAX_LINE_BYTES)) and not rest.endswith(b"\n"):
                pass
            yield Line(number, None)
        elif data.strip():
            yield Line(number, data)


def read_line(line: Line, name: str, *, published: date | None = None) -> InputItem:
    """The article of one line, or why it has none, with file and line named."""
    where = f"{name} line {line.number}"
    try:
        row, notes = _row(line)
    except ArticleError as error:
        return unread(where, str(error))
    return read_row(row, where, published=published, notes=notes)


def read_row(
    row: Mapping[str, Any], where: str, *, published: date | None = None, notes: tuple[str, ...] = ()
) -> InputItem:
    """The article of one row of values, or why it has none, with its place named; notes: what was said on the way."""
    if not isinstance(row.get("text"), str):
        return unread(where, f'The line has no "text". Expected is {_FORM}.')
    article = _article(row, notes, published)
    try:
        check_text(article.text)
    except ArticleError as error:
        return ReadFailure(replace(article, text=""), str(error), f"{where} (id {article.id})")
    return article


def _row(line: Line) -> tuple[dict[str, Any], tuple[str, ...]]:
    if line.data is None:
        raise ArticleError(f"The line is longer than {MAX_LINE_BYTES // 2**20} MB.")
    try:
        text, notes = decode(line.data)
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"The line is not JSON ({_briefly(error)}). Expected is {_FORM}.") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ArticleError(f'The line has no "text". Expected is {_FORM}.')
    return row, notes


def _briefly(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg}, column {error.colno}"
    return "too deeply nested" if isinstance(error, RecursionError) else "a number is too long"


def _article(row: Mapping[str, Any], notes: tuple[str, ...], published: date | None) -> Article:
    told = row.get("published")
    day = iso_day(told) if isinstance(told, str) else None
    if told and not day:
        notes = (*notes, "The given publication date could not be read: it should be written YYYY-MM-DD.")
    day = day or published
    source, title = row.get("source"), row.get("title")
    known = given_id(row)
    if known is None and _is_said(row.get("id")):
        notes = (*notes, f"{_NO_ID} The article has one made of its text.")
    return Article(
        known or article_id(row["text"]),
        row["text"],
        title=one_line(title) if isinstance(title, str) else None,
        source=bounded(source) if isinstance(source, str) and source else None,
        published=day,
        published_from="given" if day else None,
        notes=tuple(Note("reading", message) for message in notes),
    )


def given_id(row: Mapping[str, Any]) -> str | None:
    """The row's own id, where it has one: words or a whole number, which tables with gaps hold as 7.0."""
    value = row.get("id")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    return str(value) if 0 < len(str(value)) <= MAX_ID else None


def _is_said(value: Any) -> bool:
    """Whether a row says something where its id should stand; a gap of a table is a number that is none."""
    return value not in (None, "") and not (isinstance(value, float) and math.isnan(value))
