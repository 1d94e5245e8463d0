"""A frame of the collection's query → plain values and words. No Streamlit."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from components.words import one_line, shorten
from pipeline.write.rows import split_texts

if TYPE_CHECKING:
    import pandas as pd

TITLE = 110  # characters


def records(frame: "pd.DataFrame") -> list[dict[str, Any]]:
    """The rows as dictionaries of plain values: None for what pandas says is missing, days as days."""
    whole = frame.astype(object).where(frame.notna(), None)
    return [{str(name): _plain(value) for name, value in row.items()} for row in whole.to_dict("records")]


def _plain(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value  # pandas' own time stamps, too


def number(value: int | None) -> str:
    """``1,200``; nothing where nothing is known."""
    return "" if value is None else f"{value:,}"


def iso(value: date | None) -> str:
    """A day for a narrow column."""
    return value.isoformat() if value else ""


def percent(share: float | None) -> str:
    """A share in words; below one in a hundred it says so."""
    if share is None:
        return ""
    return "< 1 %" if 0 < share < 0.005 else f"{round(100 * share)} %"


def others(row: Mapping[str, Any], most: int = 70) -> str:
    """The other forms of a merged name."""
    found = [one_line(name) for name in split_texts(row.get("aliases") or "") if name != row["name"]]
    return shorten(", ".join(found), most) if found else ""


def called(row: Mapping[str, Any]) -> str:
    """What an article is called: its title, or where it comes from."""
    id = row.get("article_id") or row.get("id") or ""
    return shorten(row.get("title") or row.get("source") or id, TITLE)


def headed(row: Mapping[str, Any]) -> tuple[str, str]:
    """What an article is called, and its source where that says more."""
    name, source = called(row), shorten(str(row["source"] or ""), 48)
    return name, "" if source == name else source


def first_line(text: str) -> str:
    """How an article begins, in place of a title."""
    return shorten(text.lstrip()[:300].partition("\n")[0], TITLE)
