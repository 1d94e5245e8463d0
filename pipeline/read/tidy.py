"""Text taken out of a file, in plain characters. Only for files whose text is ours to make: HTML, PDF and Word."""

import re
import unicodedata
from dataclasses import replace

from pipeline.read.document import Document

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# Bytes of Windows-1252 that a page or a program passed on as control signs of the same number.
_CONTROLS = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
_CONTROL = re.compile("[\x80-\x9f]")


def tidy(document: Document) -> Document:
    """The document without signs that nobody sees, which would cut words and names in two; accents on their letters."""
    title = _plain(document.title) if document.title else None
    return replace(document, text=_plain(document.text), title=title)


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return text.translate(_CONTROLS) if _CONTROL.search(text) else text
