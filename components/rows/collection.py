"""Words for the rows of a collection's lists, and all the data of its report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from components.formatting import day, listing, one_line, shorten
from components.palette import kind_of

OTHERS, UNNAMED = "Other speakers", "Nobody named"


@dataclass(frozen=True, slots=True)
class DayCount:
    """Quotes of one speaker in one calendar step; key is None for OTHERS and UNNAMED."""

    day: date
    key: str | None
    name: str
    quotes: int
    words: int


if TYPE_CHECKING:
    from pipeline.collection import Collection, Filter, Summary
    from pipeline.collection.rows import (
        ListedArticle,
        ListedName,
        ListedPlace,
        ListedQuote,
        ListedSpeaker,
        NewestArticle,
    )

TITLE = 110  # characters


def number(value: int | None) -> str:
    """``1,200``; empty for None."""
    return "" if value is None else f"{value:,}"


def iso(value: date | None) -> str:
    """The ISO form of a day; empty for None."""
    return value.isoformat() if value else ""


def others(row: "ListedName | ListedSpeaker", most: int = 70) -> str:
    """The other spellings of a merged name, shortened to ``most`` characters."""
    found = [one_line(name) for name in row.aliases if name != row.name]
    return shorten(", ".join(found), most) if found else ""


def called(title: str | None, source: str | None, id: str) -> str:
    """The title of an article, else its source, else its id."""
    return shorten(title or source or id, TITLE)


def headed(row: "ListedArticle | NewestArticle") -> tuple[str, str]:
    """The title of an article and its outlet; no outlet where the title already is the outlet."""
    name, outlet = called(row.title, row.source, row.id), shorten(row.outlet or row.source or "", 48)
    return name, "" if outlet == name else outlet


MOST = 200  # rows of a table
_WHO = {"others": OTHERS, "unnamed": UNNAMED}


@dataclass(frozen=True, slots=True)
class Gathered:
    """The counts, and the first rows of every list; failed: (what, why) of articles that could not be done.

    of_all: how many articles there are without the filter; selection: the filter in words.
    """

    summary: "Summary"
    of_all: int
    selection: str
    articles: "tuple[ListedArticle, ...]"
    entities: "tuple[ListedName, ...]"
    speakers: "tuple[ListedSpeaker, ...]"
    quotes: "tuple[ListedQuote, ...]"
    pins: "tuple[ListedPlace, ...]"
    days: list[DayCount]
    step: str
    failed: list[tuple[str, str]]


def gather(collection: "Collection", only: "Filter", selection: str) -> Gathered:
    """Query everything that the report needs; selection: the filter in words."""
    days, step = day_counts(collection, only)
    return Gathered(
        summary=collection.summary(only),
        of_all=collection.summary().articles,
        selection=selection,
        articles=collection.articles(only, order="day", limit=MOST).rows,
        entities=collection.entities(only, order="articles", limit=MOST).rows,
        speakers=collection.speakers(only, order="words", limit=MOST).rows,
        quotes=collection.quotes(only, order="day", limit=MOST).rows,
        pins=collection.pins(only, order="articles", limit=MOST).rows,
        days=days,
        step=step,
        failed=[(one.title or one.source or one.id, one.reason) for one in collection.failures(limit=MOST)],
    )


def day_counts(collection: "Collection", only: "Filter") -> tuple[list[DayCount], str]:
    """Quotes by calendar step and speaker, and the step: day, week, month or year."""
    found = collection.quote_days(only)
    counts = [
        DayCount(row.day, row.key, _WHO.get(row.who) or one_line(row.name or ""), row.quotes, row.words)
        for row in found.rows
    ]
    return counts, found.step


def in_words(only: "Filter", names: Mapping[str, str], find: str = "") -> str:
    """A filter in words; names: kind of chip → its name; find: words that names must hold."""
    parts = [f"searched for “{one_line(only.search)}”"] if only.search.strip() else []
    parts += [f"outlet {one_line(only.outlet)}"] if only.outlet else []
    parts += [f"from {day(only.first_day)}"] if only.first_day else []
    parts += [f"until {day(only.last_day)}"] if only.last_day else []
    said = {"entity": "naming", "speaker": "quoting", "place": "at"}
    parts += [f"{said[kind]} {one_line(name)}" for kind, name in names.items()]
    kinds = dict.fromkeys(kind_of(label).plural.lower() for label in only.labels)
    parts += [f"only {listing(list(kinds))}"] if kinds else []
    parts += [f"only {listing(list(only.quote_kinds))} quotes"] if only.quote_kinds else []
    parts += [f"names with “{one_line(find)}”"] if find.strip() else []
    return ", ".join(parts)
