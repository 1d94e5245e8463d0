"""Answers of the collection's queries as plain values and words, and all that its report tells, asked in one go."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from components.formatting import day, one_line, shorten
from pipeline.write.rows import split_texts

OTHERS, UNNAMED = "Other speakers", "Nobody named"


@dataclass(frozen=True, slots=True)
class DayCount:
    """Quotes of one speaker in one step of the calendar; key is None for all others and for nobody named."""

    day: date
    key: str | None
    name: str
    quotes: int
    words: int


if TYPE_CHECKING:
    import pandas as pd

TITLE = 110  # characters
_SITE = re.compile(r"https?://(?:www\.)?([^/:?#]+)", re.IGNORECASE)


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


def others(row: Mapping[str, Any], most: int = 70) -> str:
    """The other forms of a merged name."""
    found = [one_line(name) for name in split_texts(row.get("aliases") or "") if name != row["name"]]
    return shorten(", ".join(found), most) if found else ""


def called(row: Mapping[str, Any]) -> str:
    """What an article is called: its title, or where it comes from."""
    id = row.get("article_id") or row.get("id") or ""
    return shorten(row.get("title") or row.get("source") or id, TITLE)


def outlet_name(source: str | None) -> str:
    """The site of a web address without "www.", else the source as it is; as outlet_of() in the queries."""
    words = (source or "").strip()
    site = _SITE.match(words)
    return site[1].lower() if site else words


def headed(row: Mapping[str, Any]) -> tuple[str, str]:
    """What an article is called, and its source where that says more."""
    name, source = called(row), shorten(outlet_name(row["source"]), 48)
    return name, "" if source == name else source


if TYPE_CHECKING:
    from pipeline.collection import Collection, Filter, Summary

MOST = 200  # rows of a table
_WHO = {"others": OTHERS, "unnamed": UNNAMED}
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The counts, and the first rows of every list; failed: (what, why) of articles that could not be done."""

    summary: "Summary"
    of_all: int
    selection: str
    articles: Rows
    entities: Rows
    speakers: Rows
    quotes: Rows
    pins: Rows
    days: list[DayCount]
    step: str
    failed: list[tuple[str, str]]


def gather(collection: "Collection", only: "Filter", selection: str) -> Gathered:
    """Ask for it; selection: the filter in words."""
    days, step = day_counts(collection, only)
    return Gathered(
        summary=collection.summary(only),
        of_all=collection.summary().articles,
        selection=selection,
        articles=records(collection.articles(only, order="day", limit=MOST)),
        entities=records(collection.entities(only, order="articles", limit=MOST)),
        speakers=records(collection.speakers(only, order="words", limit=MOST)),
        quotes=records(collection.quotes(only, order="day", limit=MOST)),
        pins=records(collection.pins(only, order="articles", limit=MOST)),
        days=days,
        step=step,
        failed=[(one.title or one.source or one.id, one.reason) for one in collection.failures(limit=MOST)],
    )


def day_counts(collection: "Collection", only: "Filter") -> tuple[list[DayCount], str]:
    """Quotes by step of the calendar and speaker, and the step."""
    frame = collection.quote_days(only)
    counts = [
        DayCount(row["day"], row["key"], _WHO.get(row["who"]) or one_line(row["name"]), row["quotes"], row["words"])
        for row in records(frame)
    ]
    return counts, str(frame.attrs["step"])


def in_words(only: "Filter", names: dict[str, str]) -> str:
    """A filter as one would say it; names: of the chips by their kind."""
    parts = [f"searched for “{one_line(only.search)}”"] if only.search.strip() else []
    parts += [f"outlet {one_line(only.outlet)}"] if only.outlet else []
    parts += [f"from {day(only.first_day)}"] if only.first_day else []
    parts += [f"until {day(only.last_day)}"] if only.last_day else []
    said = {"entity": "naming", "speaker": "quoting", "place": "at"}
    return ", ".join([*parts, *(f"{said[kind]} {one_line(name)}" for kind, name in names.items())])
