"""Word files → paragraphs; refuses archives that would unpack to more than a document is."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from pipeline.errors import ArticleError
from pipeline.read.document import Document, one_line

MAX_UNPACKED = 50 * 1024 * 1024  # bytes of all parts together
MAX_RATIO = 200  # unpacked to packed; an ordinary document has 24, a bomb 889
_RATIO_FROM = 1024 * 1024  # bytes below which a ratio tells nothing
_BROKEN = "This Word file is damaged and cannot be read. Open and save it again, or paste its text."


def read_docx(data: bytes) -> Document:
    """The paragraphs and tables of the body in order, and the title its author gave."""
    _check_archive(data)
    import docx  # heavy, and only here

    try:
        word = docx.Document(io.BytesIO(data))
        text = "\n\n".join(_blocks(word))
        title = one_line(word.core_properties.title)
    except ArticleError:
        raise
    except Exception as error:  # python-docx raises whatever a broken file provokes
        raise ArticleError(_BROKEN) from error
    if not text.strip():
        raise ArticleError("This Word file has no text in its body (only pictures or boxes?). Paste its text instead.")
    return Document(text, title=title)


def _check_archive(data: bytes) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ArticleError(
            "This is an old Word file or one with a password. Save it as .docx without a password, then upload that."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
        raise ArticleError(_BROKEN) from error
    unpacked = sum(part.file_size for part in parts)
    bomb = unpacked > _RATIO_FROM and unpacked > MAX_RATIO * len(data)
    if unpacked > MAX_UNPACKED or bomb:
        raise ArticleError(
            f"This Word file would unpack to {unpacked / 1e6:,.0f} MB, more than an article can hold. Paste its text."
        )
    if any(part.flag_bits & 1 for part in parts):
        raise ArticleError("This Word file is protected by a password. Save a copy without one, then upload that.")


def _blocks(word: Any) -> Iterator[str]:
    """Paragraphs, and tables row by row, as they follow one another in the body."""
    for block in word.iter_inner_content():
        if hasattr(block, "rows"):
            yield from (row for row in map(_row, block.rows) if row)
        elif text := block.text.strip():
            yield text


def _row(row: Any) -> str:
    """The texts of a row's own cells; python-docx's ``cells`` would repeat merged ones and takes long."""
    cells = (" ".join(" ".join(paragraph.text for paragraph in cell.p_lst).split()) for cell in row._tr.tc_lst)
    return " | ".join(filter(None, cells))
