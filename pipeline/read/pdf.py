"""PDF → text in paragraphs; says plainly when there is a password or only pictures.

Lines of a printed page → paragraphs: lines joined, hyphens at line ends undone, page furniture dropped.
"""

import io
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from pipeline.errors import ArticleError
from pipeline.limits import MAX_CHARACTERS
from pipeline.read.document import Document, one_line
from pipeline.read.pdf_columns import Piece, column_lines

_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_PAGE_NUMBER = re.compile(r"^(?:(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[\-–—]\s*\d{1,4}\s*[\-–—])$", re.I)
_HYPHEN = re.compile(r"(?<!\w)(\w++)[-\u2010\u00ad]$")
_WORD = re.compile(r"^[a-zß-ÿ]+")
_HYPHENATED = re.compile(r"(?<!\w)\w++-\w++")
_BULLET = re.compile(r"^(?:[•‣▪●◦–—]|\(?\d{1,2}[.)])\s")
_FITS = 0.95  # of the column's width: room for the next line's first word, had the sentence gone on
_HEADING = 0.6  # a line this short that ends no sentence is a heading, a byline or a caption
_WIDE = 0.9  # the quantile of line lengths that stands for the column's width
_FURNITURE = 2  # lines at the head and the foot of a page that may be furniture
_FEW_LINES = 4  # of a page: too few to tell a head that is repeated from a text that is
# What browsers and readers print around a page: the time and the title, the address, the number of the page.
_PRINTED = re.compile(
    r"""(?ix)
    \d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\ \d{1,2}:\d\d(?:\ ?[AP]\.?M\.?)?(?:\ .*)?
    | (?:https?://|file:///|www\.)\S+(?:\ \d{1,4}\ ?(?:/|of)\ ?\d{1,4})?
    | (?:.{0,80}\W)?page\ \d{1,4}(?:\ (?:of|/)\ \d{1,4})?
    """
)
# A running head or foot on a single page: the paper's name and the page's number, set apart by a sign or by its letter.
_SET_APART = re.compile(r" ?[|•·] ?")
_NUMBER = re.compile(r"(?:page )?\d{1,3}|(?:page )?[A-Z]\d{1,2}", re.I)
_NUMBERED_NAME = re.compile(
    r"""(?x)
    (?:(?P<before>[A-Z]?\d{1,2})\ )?(?:The|THE)\ (?:[A-Z][\w.'’&-]{0,30}\ ){1,4}
    (?i:advertiser|argus|bulletin|chronicle|citizen|courier|daily|dispatch|echo|enquirer|examiner|express|gazette|globe
    |guardian|herald|independent|inquirer|journal|mail|mirror|news|observer|post|press|record|register|review|sentinel
    |standard|star|sun|telegraph|times|tribune|weekly)
    (?(before)|\ [A-Z]?\d{1,2})
    """
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright (?=©|\(c\)|\d{4}\b)) ?(?:©|\(c\))? ?(?:\d{4} )?(.{2,60}?)(?:[.,]? all rights reserved)?\.?",
    re.I,
)
_HEADING_LINES, _HEADING_WORDS = 3, 12  # that may stand between a large first letter and its word
_NAME_WORDS = 6  # that the name of a paper has at most
_LIGATURES = str.maketrans(dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)))
_SPACED_LETTERS = re.compile(r"[A-Z](?:\ {1,4}[A-Z]){3,60}")


def paragraphs(pages: Sequence[str]) -> str:
    """The pages' text as paragraphs with an empty line between them."""
    lines = [line for page in _without_furniture([page.split("\n") for page in pages]) for line in page]
    width = _width(lines)
    hyphenated = set(_HYPHENATED.findall("\n".join(lines)))
    blocks: list[str] = []
    open_block = False
    for n, line in enumerate(lines):
        if not line:
            open_block = open_block and not _ended(lines, n)
            continue
        if open_block and not _BULLET.match(line):
            blocks[-1] = _join(blocks[-1], line, hyphenated)
        else:
            blocks.append(line)
        open_block = not _closes(line, _next(lines, n), width)
    return "\n\n".join(blocks)


def _without_furniture(pages: list[list[str]]) -> list[list[str]]:
    """Pages without page numbers and without the lines that most pages begin or end with."""
    stripped = [_without_initials([_plain(line) for line in page]) for page in pages]
    for page in stripped:
        while page and not page[0]:
            del page[0]
        while page and not page[-1]:
            del page[-1]
    stripped = [_without_prints(page) for page in stripped]
    if len(pages) == 1:
        return [_inner(_without_running_head(stripped[0]), set())]
    if len(pages) == 2:
        return _without_common_edges(*stripped)
    seen = Counter(_shape(line) for page in stripped for line in {*page[:_FURNITURE], *page[-_FURNITURE:]})
    often = {shape for shape, count in seen.items() if shape and len(pages) > 2 and count > len(pages) / 2}
    return [_inner(page, often) for page in stripped]


def _inner(page: list[str], often: set[str]) -> list[str]:
    edge = {*range(_FURNITURE), *range(len(page) - _FURNITURE, len(page))}
    return [
        line for n, line in enumerate(page) if n not in edge or not (_PAGE_NUMBER.match(line) or _shape(line) in often)
    ]


def _plain(line: str) -> str:
    """A line with single blanks and without ligatures; a heading in spaced letters as words."""
    if _SPACED_LETTERS.fullmatch(line.strip()):
        return " ".join(word.replace(" ", "") for word in line.strip().split("  "))
    return " ".join(line.translate(_LIGATURES).split())


def _without_initials(lines: list[str]) -> list[str]:
    """Lines in which a large first letter, drawn on its own, is again part of its word.

    Browsers draw it before the heading that stands above it.
    """
    whole = list(lines)
    for n, letter in enumerate(lines):
        if len(letter) != 1 or not letter.isupper():
            continue
        below = [m for m in range(n + 1, len(lines)) if lines[m]][:_HEADING_LINES]
        first = next((m for m in below if lines[m][:1].islower()), None)
        if first is None or any(len(lines[m].split()) > _HEADING_WORDS for m in below if m < first):
            continue
        word, _, rest = lines[first].partition(" ")
        others = [rest, *(other for other in lines if other is not lines[first])]
        alone = letter in "AI" and any(word in other.split() for other in others)
        whole[n], whole[first] = "\0", f"{letter} {lines[first]}" if alone else letter + lines[first]
    return [line for line in whole if line != "\0"]


def _without_prints(page: list[str]) -> list[str]:
    """A page without what the program that printed it added at its head and foot."""
    edge = {*range(_FURNITURE), *range(len(page) - _FURNITURE, len(page))}
    return [line for n, line in enumerate(page) if n not in edge or not _PRINTED.fullmatch(line)]


def _without_running_head(page: list[str]) -> list[str]:
    """A single page without the head and the foot that name the paper; nothing else on it could confirm more."""
    if len(page) < _FEW_LINES:
        return page
    owner = _RIGHTS.fullmatch(page[-1])
    end = len(page) - bool(owner or _is_running_head(page[-1]))
    named = owner and page[0].casefold() == owner[1].casefold()
    return page[bool(named or _is_running_head(page[0])) : end]


def _is_running_head(line: str) -> bool:
    """Whether a line holds a page's number set apart from a name, and nothing that is said."""
    if _END.search(line):
        return False
    parts = _SET_APART.split(line)
    if len(parts) == 1:
        return bool(_NUMBERED_NAME.fullmatch(line))
    names = [part for part in parts if not _NUMBER.fullmatch(part)]
    return len(names) < len(parts) and all(_is_name(part) for part in names)


def _is_name(words: str) -> bool:
    """Whether words could name a paper or a section: few, each with a capital, and no day."""
    return (
        len(words.split()) <= _NAME_WORDS
        and all(word[:1].isupper() or word in ("of", "the", "and", "&") for word in words.split())
        and not re.search(r"\d", words)
    )


def _without_common_edges(one: list[str], two: list[str]) -> list[list[str]]:
    """Two pages without page numbers and without the first and the last line where they are the same on both."""
    one, two = _inner(one, set()), _inner(two, set())
    if min(len(one), len(two)) < _FEW_LINES:
        return [one, two]
    if _shape(one[0]) == _shape(two[0]):
        one, two = one[1:], two[1:]
    if _shape(one[-1]) == _shape(two[-1]):
        one, two = one[:-1], two[:-1]
    return [one, two]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _width(lines: Sequence[str]) -> int:
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(len(lengths) * _WIDE)] if lengths else 0


def _next(lines: Sequence[str], n: int) -> str:
    return next((line for line in lines[n + 1 : n + 4] if line), "")


def _ended(lines: Sequence[str], n: int) -> bool:
    """Whether the paragraph before the empty line n is over; many PDFs leave every other line empty."""
    following = _next(lines, n)
    return not following or not following[0].islower()


def _closes(line: str, following: str, width: int) -> bool:
    """Whether a line is the last of its paragraph."""
    if _HYPHEN.search(line) or following[:1].islower():
        return False
    if not _END.search(line):
        return len(line) < width * _HEADING
    return len(line) + 1 + len(following.partition(" ")[0]) < width * _FITS


def _join(before: str, line: str, hyphenated: set[str]) -> str:
    """Two lines as one; a hyphen goes unless the text elsewhere writes the word with it."""
    broken, rest = _HYPHEN.search(before), _WORD.match(line)
    if not broken or not rest:
        return f"{before}{'' if broken else ' '}{line}"
    keep = f"{broken[1]}-{rest[0]}" in hyphenated
    return f"{before[: broken.end(1)]}{'-' if keep else ''}{line}"


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
            pages.append(_page_text(reader.pages[number]))
        except Exception as error:  # pypdf raises whatever a broken page provokes
            failed = error
            continue
        if sum(map(len, pages)) > 2 * MAX_CHARACTERS:
            break
    if failed and not "".join(pages).strip():
        raise _broken(failed) from failed
    return pages


def _page_text(page: Any) -> str:
    """The lines of a page, those of columns one column after another."""
    pieces: list[Piece] = []

    def drawn(text: str, around: Sequence[float], at: Sequence[float], _font: Any, size: float) -> None:
        if text.strip() and not at[1]:  # turned text is in no column
            x = at[4] * around[0] + at[5] * around[2] + around[4]
            y = at[4] * around[1] + at[5] * around[3] + around[5]
            pieces.append(Piece(x, y, abs(size * (at[3] or 1) * (around[3] or 1)) or 1.0, text.strip()))

    text = page.extract_text(visitor_text=drawn)
    columns = column_lines(pieces)
    return text if columns is None else "\n".join(columns)


def _title(reader: Any) -> str | None:
    """The title its author gave; many programs leave a file name there instead."""
    try:
        title = one_line(str(reader.metadata.title or "")) if reader.metadata else None
    except Exception:  # pypdf raises whatever broken metadata provokes
        return None
    return None if not title or _PROGRAM_TITLE.search(title) else title
