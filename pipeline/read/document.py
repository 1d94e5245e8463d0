"""What a reader makes of a file, before it becomes an Article."""

import re
from dataclasses import dataclass
from datetime import date

from pipeline.limits import bounded

UPLOAD_TYPES = ("txt", "md", "html", "htm", "mhtml", "mht", "pdf", "docx", "eml")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one file, with what the file says about itself; notes say what was not perfect."""

    text: str
    title: str | None = None
    published: date | None = None
    source: str | None = None
    notes: tuple[str, ...] = ()


def kind_of(name: str) -> str:
    """The lower-case ending of a file name without its dot; empty where there is none."""
    stem, dot, ending = name.rpartition(".")
    return ending.lower() if dot and stem else ""


def one_line(text: str | None) -> str | None:
    """A title as one line of text of at most MAX_TITLE characters, or None where there is nothing in it."""
    return bounded(" ".join((text or "").split())) or None


def iso_day(text: str | None) -> date | None:
    """The day at the front of an ISO date or time; None where there is none."""
    found = _ISO_DAY.match((text or "").strip())
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None
