"""Bytes and file names → Articles; the only place where a text is made."""

from pipeline.read.document import UPLOAD_TYPES
from pipeline.read.process import Reader, open_reader
from pipeline.read.upload import read_pasted, read_path, read_text, read_upload, read_uploads

__all__ = [
    "UPLOAD_TYPES",
    "Reader",
    "open_reader",
    "read_pasted",
    "read_path",
    "read_text",
    "read_upload",
    "read_uploads",
]
