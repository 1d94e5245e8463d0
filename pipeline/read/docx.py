"""Word files → paragraphs; refuses archives that would unpack to more than a document is.

What is read is the final text: insertions and moved text are in it, deletions and hidden text are not. The words of
content controls, fields, smart tags and links belong to their paragraph; a text box follows the paragraph that holds
it; notes stand at the end.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.errors import ArticleError
from pipeline.read.document import Document, one_line
from pipeline.read.layout_tables import ARTICLE_CELL, left_out, side_cells

MAX_UNPACKED = 50 * 1024 * 1024  # bytes of all parts together
MAX_RATIO = 200  # unpacked to packed; an ordinary document has 24, a bomb 889
_RATIO_FROM = 1024 * 1024  # bytes below which a ratio tells nothing
_BROKEN = "This Word file is damaged and cannot be read. Open and save it again, or paste its text."
_LEFT_OUT = "A document of another kind is embedded in this Word file; it was left out."
# Strict Open XML has the same elements under other names of their namespaces.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w{1,30})/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_REFERENCE = re.compile(rb"<(?:\w{1,20}:)?Relationship\s[^<>]{0,2000}>")
_TARGET = re.compile(rb"\bTarget\s?=\s?[\"']([^\"']{1,1000})[\"']")
_WRAPPERS = frozenset(  # elements around words or paragraphs that say something about them
    re.findall(
        r"\w+",
        "ins moveTo sdt sdtContent smartTag customXml fldSimple hyperlink dir bdo ruby rubyBase oMath oMathPara",
    )
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_BOXES = ("drawing", "pict", "object")
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


def read_docx(data: bytes) -> Document:
    """The paragraphs, tables and notes in order, and the title its author gave."""
    strict = _check_archive(data)
    import docx  # heavy, and only here

    try:
        word = docx.Document(io.BytesIO(_mended(data) if strict or _lacks_parts(data) else data))
        body = _Body(word)
        text = "\n\n".join(body.paragraphs())
        title = one_line(word.core_properties.title) or _headline(word)
    except ArticleError:
        raise
    except Exception as error:  # python-docx raises whatever a broken file provokes
        raise ArticleError(_BROKEN) from error
    if not text.strip():
        raise ArticleError("This Word file has no text in its body (only pictures?). Paste its text instead.")
    notes = (_LEFT_OUT,) if "altChunk" in map(_name, word.element.body.iter()) else ()
    return Document(text, title=title, notes=(*notes, *left_out(body.left_out)))


def _headline(word: Any) -> str | None:
    """The first paragraph with words, where its style is that of a title."""
    first = next((paragraph for paragraph in word.paragraphs if paragraph.text.strip()), None)
    styled = first is not None and first.style is not None and first.style.name in ("Title", "Heading 1")
    return one_line(first.text) if styled and first is not None else None


def _check_archive(data: bytes) -> bool:
    """Raise ArticleError for what is no Word file or a bomb; whether the file is in Strict Open XML."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ArticleError(
            "This is an old Word file or one with a password. Save it as .docx without a password, then upload that."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_size(parts, len(data))
            return "_rels/.rels" in archive.namelist() and b"purl.oclc.org/ooxml" in archive.read("_rels/.rels")
    except ArticleError:
        raise
    except Exception as error:  # zipfile and zlib raise whatever a broken archive provokes
        raise ArticleError(_BROKEN) from error


def _check_size(parts: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(part.file_size for part in parts)
    bomb = unpacked > _RATIO_FROM and unpacked > MAX_RATIO * packed
    if unpacked > MAX_UNPACKED or bomb:
        raise ArticleError(
            f"This Word file would unpack to {unpacked / 1e6:,.0f} MB, more than an article can hold. Paste its text."
        )
    if any(part.flag_bits & 1 for part in parts):
        raise ArticleError("This Word file is protected by a password. Save a copy without one, then upload that.")


def _mended(data: bytes) -> bytes:
    """A file with the names of elements that python-docx knows, and without references to parts that it lacks."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(made, "w") as copy:
        names = set(archive.namelist())
        for part in archive.infolist():
            text = archive.read(part) if part.filename.endswith((".xml", ".rels")) else b""  # pictures are not read
            text = _STRICT.sub(_TRANSITIONAL, text)
            for reference in _missing(part.filename, text, names):
                text = text.replace(reference, b"")
            copy.writestr(part.filename, text)
    return made.getvalue()


def _lacks_parts(data: bytes) -> bool:
    """Whether the file refers to parts that it does not have, as some programs leave it; Word reads such files."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        return any(_missing(name, archive.read(name), names) for name in names if name.endswith(".rels"))


def _missing(name: str, text: bytes, names: set[str]) -> list[bytes]:
    """The references in a part to parts that are not in the archive."""
    if not name.endswith(".rels"):
        return []
    folder = posixpath.dirname(posixpath.dirname(name))
    return [
        reference
        for reference in _REFERENCE.findall(text)
        if (target := _TARGET.search(reference))
        and b"External" not in reference
        and posixpath.normpath(posixpath.join("/", folder, target[1].decode("utf-8", "replace")))[1:] not in names
    ]


class _Body:
    """Walks the tree of a document; remembers which notes its words refer to."""

    def __init__(self, word: Any) -> None:
        self._word = word
        self.left_out: list[list[str]] = []  # cells of layout tables beside the article
        self._notes: list[tuple[str, str]] = []  # part and id, in the order in which the text refers to them

    def paragraphs(self) -> Iterator[str]:
        """Paragraphs, rows of tables and text boxes as they follow one another, then the notes."""
        yield from self._blocks(self._word.element.body)
        parts = {name: self._note_texts(name) for name in dict.fromkeys(part for part, _ in self._notes)}
        for part, number in dict.fromkeys(self._notes):
            yield from parts[part].get(number, ())

    def _note_texts(self, name: str) -> dict[str, list[str]]:
        """The paragraphs of each foot- or endnote by its id."""
        from docx.oxml import parse_xml

        rels = self._word.part.rels.values()
        part = next((rel.target_part for rel in rels if not rel.is_external and rel.reltype.endswith(f"/{name}")), None)
        if part is None:
            return {}
        return {_attribute(note, "id"): list(self._blocks(note)) for note in parse_xml(part.blob)}

    def _blocks(self, elements: Iterable[Any]) -> Iterator[str]:
        """The texts of paragraphs and tables; a paragraph whose mark was deleted goes on in the next one."""
        begun = ""
        for element in _children(elements):
            if _name(element) == "tbl":
                yield from self._table(element)
            elif _name(element) == "p":
                text, boxes = self._paragraph(element)
                text, begun = begun + text, ""
                if _is_joined_to_next(element):
                    begun = text
                elif text.strip():
                    yield text.strip()
                yield from boxes
        if begun.strip():
            yield begun.strip()

    def _table(self, table: Any) -> Iterator[str]:
        """The rows of a table as one line each; without the cells beside the article where it lays out a page."""
        rows = [row for row in _children(table) if _name(row) == "tr" and not _property(row, "trPr", "del")]
        cells = [[list(self._blocks(cell)) for cell in _children(row) if _name(cell) == "tc"] for row in rows]
        beside = side_cells(cells)
        self.left_out += [cells[r][c] for r, c in sorted(beside)]
        for r, row in enumerate(cells):
            yield from _row([cell for c, cell in enumerate(row) if (r, c) not in beside])

    def _paragraph(self, paragraph: Any) -> tuple[str, list[str]]:
        """A paragraph's words, and the paragraphs of the text boxes in it."""
        words: list[str] = []
        boxes: list[str] = []
        for element in _children(paragraph):
            if _name(element) == "r" and not _property(element, "rPr", "vanish"):
                self._run(element, words, boxes)
        return "".join(words), boxes

    def _run(self, run: Any, words: list[str], boxes: list[str]) -> None:
        for element in _children(run):
            name = _name(element)
            if name == "t":
                words.append(element.text or "")
            elif name == "r":  # the words below a ruby
                self._run(element, words, boxes)
            elif name in _SIGNS:
                words.append(_SIGNS[name])
            elif name in _NOTES:
                self._notes.append((_NOTES[name], _attribute(element, "id")))
            elif name in _BOXES:
                for box in _text_boxes(element):
                    boxes += self._blocks(box)


def _row(cells: list[list[str]]) -> Iterator[str]:
    """A row of a table as one line; the paragraphs of its cells where the table only lays out a page."""
    if any(len(cell) > 1 and sum(map(len, cell)) > ARTICLE_CELL for cell in cells):
        yield from (text for cell in cells for text in cell)
    elif line := " | ".join(filter(None, (" ".join(" ".join(cell).split()) for cell in cells))):
        yield line


def _children(element: Any) -> Iterator[Any]:
    """An element's children; those of wrappers in their place, of two versions of one thing the first."""
    for child in element:
        name = _name(child)
        if name in _WRAPPERS:
            yield from _children(child)
        elif name == "AlternateContent":
            yield from _children(child[0]) if len(child) else ()
        else:
            yield child


def _name(element: Any) -> str:
    """An element's name without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _attribute(element: Any, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _property(element: Any, properties: str, name: str) -> bool:
    """Whether an element's properties hold one of this name that is not switched off."""
    found = next(iter(element.findall(f"{{*}}{properties}/{{*}}{name}")), None)
    return found is not None and _attribute(found, "val") not in ("0", "false", "off")


def _text_boxes(drawing: Any) -> Iterator[Any]:
    """The contents of the outermost text boxes in a drawing."""
    for element in _children(drawing):
        if _name(element) == "txbxContent":
            yield element
        else:
            yield from _text_boxes(element)


def _is_joined_to_next(paragraph: Any) -> bool:
    """Whether the mark at the end of the paragraph was deleted or moved away."""
    return _property(paragraph, "pPr/{*}rPr", "del") or _property(paragraph, "pPr/{*}rPr", "moveFrom")
