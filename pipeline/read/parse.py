"""One file's bytes → Document, by the ending of its name. Runs inside the reading process."""

from collections.abc import Callable

from pipeline.errors import ArticleError
from pipeline.limits import check_text
from pipeline.read.document import UPLOAD_TYPES, Document, kind_of
from pipeline.read.misread import mended, read_mail, read_plain
from pipeline.read.tidy import tidy


def parse(name: str, data: bytes) -> Document:
    """What the file holds; raises ArticleError with a sentence that says what to do."""
    if not data:
        raise ArticleError("This file is empty: choose another one.")
    document = _reader(name)(data)
    check_text(document.text)
    return document


def _reader(name: str) -> Callable[[bytes], Document]:
    kind = kind_of(name)
    if kind not in UPLOAD_TYPES:
        known = ", ".join(f".{ending}" for ending in UPLOAD_TYPES)
        raise ArticleError(f"Files of this kind cannot be read. Choose one of {known}, or paste the text.")
    readers = {"txt": read_plain, "md": _markdown, "pdf": _pdf, "docx": _docx, "eml": read_mail}
    return readers.get(kind, _html)


def _markdown(data: bytes) -> Document:
    from dataclasses import replace

    from pipeline.read.markdown import read_markdown

    plain = read_plain(data)
    check_text(plain.text)
    return replace(read_markdown(plain.text), notes=plain.notes)


def _html(data: bytes) -> Document:
    from pipeline.read.html import read_html  # each reader brings its library only when needed

    return tidy(mended(read_html(data)))


def _pdf(data: bytes) -> Document:
    from pipeline.read.pdf import read_pdf

    return tidy(read_pdf(data))


def _docx(data: bytes) -> Document:
    from pipeline.read.docx import read_docx

    return tidy(read_docx(data))
