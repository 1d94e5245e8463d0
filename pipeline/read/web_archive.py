"""Pages that a browser or a mail program saved as one file (MHTML): the page among its parts, or as the only one."""

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

_HEAD = 4096
_MAILED = re.compile(rb"^(?:MIME-Version:|Snapshot-Content-Location:)", re.I | re.M)
_PARTS = re.compile(rb"^Content-Type:\s*(?:multipart/|text/html|application/xhtml)", re.I | re.M)


def read_web_archive(data: bytes) -> tuple[bytes, str | None, str | None] | None:
    """The page's bytes, its encoding and its address; None where the file is no web archive."""
    head = data[:_HEAD].lstrip()
    if head[:1] == b"<" or not _MAILED.search(head) or not _PARTS.search(head):
        return None
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data.lstrip())
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                address = part.get("Content-Location") or message.get("Snapshot-Content-Location")
                return page, part.get_content_charset(), str(address).strip() if address else None
    return None
