"""Text that another program read or sent in code: undone where the whole text says so, and never by halves."""

import codecs
import quopri
import re
from dataclasses import replace
from datetime import date
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from pipeline.read.decode import decode
from pipeline.read.document import Document, one_line
from pipeline.read.tidy import tidy
from pipeline.read.told_day import read_told

_LATER = "\x80-¿ŒœŠšŸŽžƒˆ˜‘-„†-•…‰‹›€™–—"  # how Windows-1252 shows the later bytes of a sign in UTF-8
# UTF-8 as Windows-1252 or a Macintosh reads it.
_GARBLED = re.compile(f"â€|[ÂÃ][{_LATER}]|‚Ä|√")
_CLOSING = re.compile(f"â€(?:\ufffd|(?![{_LATER}]))")  # its last byte, which Windows-1252 does not know, was lost
_COMMON = re.compile("[\u00a0-\u017f\u2010-\u2026\u20ac]")  # what an English text has beside ASCII
_LEAST = 2  # such signs; one alone may be meant
_TWICE = 2  # times that a text may have gone through the wrong encoding
_CODED_BYTE = re.compile(rb"=[89A-F][0-9A-F]")
_CODED_SIGN = re.compile(rb"=C[2-9A-F]=[89AB][0-9A-F]|=E[0-9A-F]=[89AB][0-9A-F]=[\r\n89AB]|=[ \t]{0,8}\r?\n")
_NOT_CODED = re.compile(rb"=(?![0-9A-F]{2}|[ \t]*\r?(?:\n|\Z))|[\x80-\xff]")
_HEAD = 8192  # bytes among which a mail names its transfer encoding
_LONGEST_HEAD = 65_536  # bytes; the stamps of every server on the way stand there
_HEAD_LINE = re.compile(rb"[A-Za-z][\w-]{0,40}:|[ \t]")
_PARTS = re.compile(rb"^Content-Type:[ \t]*multipart/", re.I | re.M)
_CODED_MAIL = re.compile(
    rb"^Content-Transfer-Encoding:[ \t]*(?:quoted-printable|base64)|^Content-Type:[ \t]*text/html", re.I | re.M
)
_PASSED_ON = re.compile(r"\A\s*(?:(?:fwd?|re|aw|wg|tr)\s?:\s*)+", re.I)  # what mail programs put before a subject
_FORWARDED = re.compile(
    r"^[ \t>]*(?:-{2,20} ?(?:Forwarded|Original) message ?-{2,20}|Begin forwarded message:)[ \t]*\r?\n"
    r"((?:[^\n]{0,300}\n){1,10})",
    re.I | re.M,
)
_SENT = re.compile(r"^[ \t>*]*(?:Date|Sent):[ *]{0,4}([^\n]{6,80})", re.I | re.M)
_MENDED = "Marks and accents of this text had been read in a wrong encoding; they were put right."
_UNCODED = "The text was in the code of mail (quoted-printable); it was decoded."
_HEAD_LEFT_OUT = "This is a saved mail: its text was decoded, its head left out."


def read_plain(data: bytes) -> Document:
    """The text of a file without markup, with notes on all that was guessed or undone."""
    if is_coded_mail(data) and (mail := _mail_text(data)):
        return mail
    if _is_coded(data):
        text, notes = decode(quopri.decodestring(data))
        return Document(text, notes=(_UNCODED, *notes))
    text, notes = decode(data)
    return mended(Document(text, notes=notes))


def mended(document: Document) -> Document:
    """The document with marks that were read in a wrong encoding put right, and a note on it where there were any."""
    text = mend_marks(document.text)
    if text == document.text:
        return document
    title = mend_marks(document.title) if document.title else None
    return replace(document, text=text, title=title, notes=(*document.notes, _MENDED))


def mend_marks(text: str) -> str:
    """The text with UTF-8 that was read as Windows-1252 or Macintosh undone; as it is where any sign contradicts."""
    for _ in range(_TWICE):
        if not _GARBLED.search(text):
            break
        restored = next((found for codec in ("cp1252", "mac_roman") if (found := _restored(text, codec))), None)
        if restored is None:
            break
        text = restored
    return text


def _restored(text: str, codec: str) -> str | None:
    """The text whose UTF-8 was read in this encoding; None unless every sign beyond ASCII says so."""
    whole = _CLOSING.sub("â€\x9d", text.removeprefix("\ufeff"))
    try:
        restored = whole.encode(codec, _SAME_NUMBER if codec == "cp1252" else "strict").decode("utf-8")
    except UnicodeError:
        return None
    return restored if len(_COMMON.findall(restored)) >= _LEAST else None


def _same_number(error: UnicodeError) -> tuple[bytes, int]:
    """Control signs of Windows-1252's five unknown bytes are those bytes."""
    if not isinstance(error, UnicodeEncodeError) or error.object[error.start] not in "\x81\x8d\x8f\x90\x9d":
        raise error
    return bytes([ord(error.object[error.start])]), error.start + 1


_SAME_NUMBER = "dateline-same-byte"
codecs.register_error(_SAME_NUMBER, _same_number)


def read_mail(data: bytes) -> Document:
    """The text of a file that is called a mail; one that has no head, or none that can be read, is plain text."""
    mail = _mail_text(data) if _head_of_mail(data, _LONGEST_HEAD) else None
    return mail or read_plain(data)


def _is_coded(data: bytes) -> bool:
    """Whether every equals sign is that of quoted-printable, with signs beyond ASCII that no address has."""
    coded = len(_CODED_BYTE.findall(data)) >= _LEAST and _CODED_SIGN.search(data)
    return bool(coded) and not _NOT_CODED.search(data)


def is_coded_mail(data: bytes) -> bool:
    """Whether the file is a mail saved with its head, its text in code or a web page; it takes a parser to read."""
    head = _head_of_mail(data)
    return bool(head and _CODED_MAIL.search(data[:_HEAD] if _PARTS.search(head) else head))


def _head_of_mail(data: bytes, most: int = _HEAD) -> bytes:
    """The lines before the first empty one, where each names a field or goes on with one; else nothing."""
    head, empty_line, _ = data[:most].lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")
    return head if empty_line and all(map(_HEAD_LINE.match, head.split(b"\n"))) else b""


def _mail_text(data: bytes) -> Document | None:
    """The text of a mail, or of its web page; its subject as title; None where it has none or is damaged."""
    try:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data.lstrip())
        body = message.get_body(("plain", "html"))
        payload = body.get_payload(decode=True) if body is not None else None
        charset = body.get_content_charset() if body is not None else None
        title = one_line(_PASSED_ON.sub("", str(message.get("Subject") or "")))
        told = read_told(str(message.get("Date", "")), "head")
    except Exception:  # the parser raises whatever a broken mail provokes; the file is then read as it is
        return None
    if body is None or not isinstance(payload, bytes) or not payload.strip():
        return None
    day = told.day if told else None
    if body.get_content_type() == "text/html":
        return _mailed_page(payload, charset, title, day)
    text, notes = decode(payload, declared=charset)
    return Document(text, title=title, published=_forwarded_day(text) or day, notes=(_HEAD_LEFT_OUT, *notes))


def _forwarded_day(text: str) -> date | None:
    """The day on which a mail was sent that another one forwards."""
    head = _FORWARDED.search(text)
    line = _SENT.search(head[1]) if head else None
    told = read_told(line[1], "head") if line else None
    return told.day if told else None


def _mailed_page(page: bytes, charset: str | None, title: str | None, day: date | None) -> Document:
    from pipeline.read.html import read_html  # heavy, and seldom needed

    text, notes = decode(page, declared=charset)
    document = read_html(text.encode("utf-8", "replace"))
    return replace(
        tidy(document),
        title=title or document.title,
        published=day or document.published,
        notes=(_HEAD_LEFT_OUT, *notes, *document.notes),
    )
