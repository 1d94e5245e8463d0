"""PDF → text in paragraphs; says plainly when there is a password or only pictures."""

import io
import re
from typing import Any

from pipeline.errors import ArticleError
from pipeline.limits import MAX_CHARACTERS
from pipeline.read.document import Document, one_line
from pipeline.read.reflow import paragraphs

MAX_PAGES = 500
_PROGRAM_TITLE = re.compile(r"\.(?:docx?|indd|pdf|qxp|qxd|rtf|odt|html?)$|^microsoft word|^untitled|^\W*$", re.I)


def read_pdf(data: bytes) -> Document:
    """Text and title of a PDF; its dates say when the file was made, not when the article came out."""
    reader = _open(data)
    pages = _pages(reader)
    text = paragraphs(pages)
    if not text.strip():
        raise ArticleError(
            "This PDF has no text, only pictures (perhaps a scan). Run it through text recognition (OCR) first."
        )
    notes = () if len(reader.pages) <= MAX_PAGES else (f"Only the first {MAX_PAGES} pages were read.",)
    return Document(text, title=_title(reader), notes=notes)


def _open(data: bytes) -> Any:
    from pypdf import PdfReader  # heavy, and only here

    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError("This PDF is protected by a password. Save a copy without one, then upload that.")
        if not len(reader.pages):
            raise ArticleError("This PDF has no pages. Save it again and upload the new file.")
    except ArticleError:
        raise
    except Exception as error:  # pypdf raises whatever a broken file provokes
        raise _broken(error) from error
    return reader


def _broken(error: Exception) -> ArticleError:
    if type(error).__name__ == "DependencyError":
        return ArticleError("This PDF is encrypted in a way that cannot be read here. Save a copy without protection.")
    return ArticleError("This PDF is damaged and cannot be read. Open and save it again, or paste its text.")


def _pages(reader: Any) -> list[str]:
    """The text of each page; a page that cannot be read is left empty unless all are."""
    pages: list[str] = []
    failed: Exception | None = None
    for number in range(min(len(reader.pages), MAX_PAGES)):
        try:
            pages.append(reader.pages[number].extract_text())
        except Exception as error:  # pypdf raises whatever a broken page provokes
            failed = error
            continue
        if sum(map(len, pages)) > 2 * MAX_CHARACTERS:
            break
    if failed and not "".join(pages).strip():
        raise _broken(failed) from failed
    return pages


def _title(reader: Any) -> str | None:
    """The title its author gave; many programs leave a file name there instead."""
    try:
        title = one_line(str(reader.metadata.title or "")) if reader.metadata else None
    except Exception:  # pypdf raises whatever broken metadata provokes
        return None
    return None if not title or _PROGRAM_TITLE.search(title) else title
