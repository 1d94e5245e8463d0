"""Bytes → text: UTF-8 first, then what the bytes themselves make likely; never a crash, never a silent guess."""

import codecs
import re
from itertools import pairwise

from pipeline.errors import ArticleError

_MARKS = (  # byte-order marks; the longer first, since UTF-32's begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (  # what a file really is, by its first bytes
    (b"%PDF-", "a PDF: give it a name that ends in .pdf"),
    (b"PK\x03\x04", "a zip archive or Office document: give Word files a name that ends in .docx"),
    (b"\xd0\xcf\x11\xe0", "an old or password-protected Office document: save it as .docx without a password"),
    (b"{\\rtf", "Rich Text: save it as .docx or .txt"),
    (b"\x1f\x8b", "a compressed file: unpack it first"),
    (b"\x89PNG", "a picture: its text has to be recognised (OCR) first"),
    (b"\xff\xd8\xff", "a picture: its text has to be recognised (OCR) first"),
    (b"GIF8", "a picture: its text has to be recognised (OCR) first"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))  # bytes that no text uses
_MAX_CONTROLS = 0.001  # share of such bytes above which a file is no text
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_MOSTLY_LATIN = 0.25  # share of bytes beyond ASCII that no text in Latin letters reaches
_SAMPLE = 100_000  # bytes that charset-normalizer looks at
_WIDE = 0.4  # share of zeros among every second byte of a text in UTF-16 of Latin letters
_LEAST_WIDE = 8  # bytes below which a zero is a stray byte
# What browsers read where a page declares an older or smaller encoding (the web's Encoding Standard).
_LABELS = {
    **dict.fromkeys(
        re.findall(
            r"\S+",
            "ascii us-ascii ansi_x3.4-1968 cp819 ibm819 l1 latin1 latin-1 iso-8859-1 iso8859-1 iso88591 iso_8859-1"
            " iso-ir-100 windows-1252 x-cp1252 cp1252",
        ),
        "cp1252",
    ),
    **dict.fromkeys(("iso-8859-9", "iso8859-9", "iso_8859-9", "latin5", "l5", "windows-1254"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620", "windows-874"), "cp874"),
    **dict.fromkeys(("gb2312", "gbk", "gb_2312", "gb_2312-80", "chinese", "x-gbk"), "gb18030"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601", "korean"), "cp949"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji"), "cp932"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("macintosh", "mac", "x-mac-roman"), "mac_roman"),
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "unicode"), "utf-8"),  # the declaration itself was readable
}
# Marks as an old Macintosh wrote them, at places where Windows-1252 would have capitals with accents.
_MAC_MARKS = re.compile(rb"(?:\A|[\s(])\xd2(?=[A-Za-z])|(?<=[a-z.,!?])\xd3(?=[\s.,;)]|\Z)|(?<=[a-z])\xd5(?=[a-z])")
_WINDOWS_MARKS = re.compile(rb"[\x91-\x94]")


def _same_number(error: UnicodeError) -> tuple[str, int]:
    """Five bytes are no sign of Windows-1252; browsers read them as the control signs of that number."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return chr(error.object[error.start]), error.start + 1


_SAME_NUMBER = "dateline-same-number"
codecs.register_error(_SAME_NUMBER, _same_number)


def decode(data: bytes, *, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text, and notes on what was guessed; raises ArticleError where the bytes are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :] if encoding == "utf-8" else data, encoding)
    if wide := _wide(data):
        return _lenient(data, wide)
    _refuse_binary(data)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _not_utf8(data, declared)


def _wide(data: bytes) -> str | None:
    """The byte order of a text in UTF-16 that does not begin with its mark."""
    sample = data[:_SAMPLE]
    if len(sample) < _LEAST_WIDE:
        return None
    if sample[1::2].count(0) > _WIDE * len(sample) / 2 and not sample[::2].count(0):
        return "utf-16-le"
    if sample[::2].count(0) > _WIDE * len(sample) / 2 and not sample[1::2].count(0):
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes) -> None:
    for start, what in _KINDS:
        if data.startswith(start):
            raise ArticleError(f"This file holds no plain text. It looks like {what}.")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > len(data) * _MAX_CONTROLS and not _clean_utf8(data, controls):
        raise ArticleError(
            "This file holds binary data, not text. Save the article as .txt, .docx or .pdf, or paste its text."
        )


def _clean_utf8(data: bytes, controls: int) -> bool:
    """A short text with a stray control byte or two is still a text."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return controls <= max(2, len(data) // 100)


def _not_utf8(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    if declared and (text := _try(data, declared)) is not None:
        return text, ()
    if (sequences := len(_SEQUENCE.findall(data))) and sequences >= _stray(data):
        return _mixed(data)
    encoding = _guess(data)
    text, notes = _lenient(data, encoding)
    return text, (f"The file does not say its encoding; it was read as {_spoken(encoding)}.", *notes)


def _stray(data: bytes) -> int:
    """How many bytes beyond ASCII stand outside every UTF-8 sequence."""
    return sum(byte >= 0x80 for byte in _SEQUENCE.sub(b"", data))


def _try(data: bytes, label: str) -> str | None:
    """The text in a declared encoding, as a browser reads it; None where it cannot be."""
    encoding = _LABELS.get(label.lower(), label)
    try:
        return data.decode(encoding, _SAME_NUMBER if encoding == "cp1252" else "strict")
    except (LookupError, ValueError):
        return None


def _mixed(data: bytes) -> tuple[str, tuple[str, ...]]:
    """UTF-8 with stray bytes of Windows-1252 between, as pasting from two sources leaves it."""
    ends = [0, *(edge for match in _SEQUENCE.finditer(data) for edge in match.span()), len(data)]
    pieces = (
        data[start:end].decode("utf-8" if n % 2 else "cp1252", "replace")
        for n, (start, end) in enumerate(pairwise(ends))
    )
    count = _stray(data)
    bytes_are = "byte is" if count == 1 else "bytes are"
    return "".join(pieces), (f"{count:,} {bytes_are} not UTF-8 like the rest and read as Windows-1252.",)


def _guess(data: bytes) -> str:
    """Latin letters are Windows-1252, as statistics on a short text would not find; other scripts are guessed."""
    if sum(byte >= 0x80 for byte in data[:_SAMPLE]) <= _MOSTLY_LATIN * min(len(data), _SAMPLE):
        mac = len(_MAC_MARKS.findall(data[:_SAMPLE])) > 1 and not _WINDOWS_MARKS.search(data[:_SAMPLE])
        return "mac_roman" if mac else "cp1252"
    from charset_normalizer import from_bytes  # slow to import and seldom needed

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else "cp1252"


def _lenient(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd") - (data.count("\ufffd".encode()) if encoding == "utf-8" else 0)
    if lost <= 0:
        return text, ()
    return text, (f"{lost:,} unreadable bytes were replaced by the mark \ufffd.",)


def _spoken(encoding: str) -> str:
    names = {"cp1252": "Windows-1252 (Western European)", "mac_roman": "Macintosh (Western European)"}
    return names.get(encoding, encoding)
