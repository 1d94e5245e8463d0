"""The front door for one text: pasted, uploaded or from a file, always as an Article."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pipeline.errors import ArticleError
from pipeline.limits import MAX_CHARACTERS, MAX_FILE_BYTES, MAX_UPLOAD_BYTES, check_text
from pipeline.model import Article, Note
from pipeline.read.document import UPLOAD_TYPES, Document, kind_of
from pipeline.read.misread import is_coded_mail
from pipeline.read.parse import parse
from pipeline.read.process import Reader, open_reader
from pipeline.record import article_id

SHORT_TEXT = 200_000  # bytes
MOST_BYTES_A_CHARACTER = 4  # in any encoding we read


def read_pasted(text: str, *, published: date | None = None) -> Article:
    """The pasted text as it is, character for character."""
    check_text(text)
    return Article(article_id(text), text, published=published, published_from="given" if published else None)


def read_upload(name: str, data: bytes, *, published: date | None = None) -> Article:
    """One uploaded file, read in a process of its own; a given day wins over the file's own."""
    with open_reader() as reader:
        return _read(name, data, published, reader, MAX_UPLOAD_BYTES)


def read_uploads(files: Iterable[tuple[str, bytes]]) -> Iterator[Article | ArticleError]:
    """Several files of one visitor, read by one process; a file that fails yields its error."""
    with open_reader() as reader:
        for name, data in files:
            try:
                yield _read(name, data, None, reader, MAX_UPLOAD_BYTES)
            except ArticleError as error:
                yield error


def read_path(path: Path, *, published: date | None = None, reader: Reader) -> Article:
    """One file of the user's own; its source is the path unless the file names its address."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise ArticleError(f"The file cannot be opened: {error.strerror or error}.", source=str(path)) from error
    return _read(str(path), data, published, reader, MAX_FILE_BYTES)


def read_text(data: bytes, *, name: str, published: date | None = None) -> Article:
    """Plain text from bytes, for standard input."""
    try:
        return _article(None, parse("standard input.txt", data), published)
    except ArticleError as error:
        raise ArticleError(str(error), source=name) from error


def _read(name: str, data: bytes, published: date | None, reader: Reader, limit: int) -> Article:
    if len(data) > limit:
        raise ArticleError(
            f"This file is larger than {limit // 2**20} MB, the limit for one article. Paste its text instead.",
            source=name,
        )
    plain = kind_of(name) == "txt"
    if plain and len(data) > MOST_BYTES_A_CHARACTER * (MAX_CHARACTERS + 1):
        raise ArticleError(f"The text has more than {MAX_CHARACTERS:,} characters. Split it into parts.", source=name)
    # A short plain text needs no parser; of a long one the encoding may take seconds to find.
    parsed = not plain or len(data) > SHORT_TEXT or is_coded_mail(data)
    isolated = data and kind_of(name) in UPLOAD_TYPES and parsed
    try:
        document = reader.read(name, data) if isolated else parse(name, data)
    except ArticleError as error:
        raise ArticleError(str(error), source=name) from error
    return _article(name, document, published)


def _article(name: str | None, document: Document, published: date | None) -> Article:
    day = published or document.published
    return Article(
        article_id(document.text),
        document.text,
        title=document.title,
        source=document.source or name,
        published=day,
        published_from="given" if published else "metadata" if day else None,
        notes=tuple(Note("reading", message) for message in document.notes),
    )
