"""Names of downloaded files: day, article and table, so that files of different articles differ.

A file of many articles says how many, of which days, and by what they were narrowed.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from components.rows.headline import title_of
from pipeline.model import Article

_ROOM = 48  # characters of the title in a name
_GAP = re.compile(r"[^a-z0-9]+")


def file_name(article: Article, what: str, ending: str) -> str:
    """``2024-03-19-aid-lorries-reach-rafah-quotes.csv``; the day only where it is known."""
    day = article.published.isoformat() if article.published else ""
    return "-".join(filter(None, [day, slug(title_of(article)), what])) + f".{ending}"


def files_name(held: Sequence[str], days: tuple[date | None, date | None], what: str, ending: str) -> str:
    """``12-articles-2024-03-04-to-2024-03-15-figures.zip``.

    held: which articles, in words; days: the first and the last.
    """
    first, last = (day.isoformat() if day else "" for day in days)
    between = "-to-".join(dict.fromkeys(filter(None, [first, last])))
    return "-".join(filter(None, [*map(slug, held), between, what])) + f".{ending}"


def slug(title: str) -> str:
    """A title in lower-case ASCII letters, cut between two words; empty if it has none."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = _GAP.sub("-", plain.replace("'", "")).strip("-")
    return words if len(words) <= _ROOM else words[: _ROOM + 1].rpartition("-")[0] or words[:_ROOM]
