"""What the report of a collection tells, asked of the query layer in one go and bounded. No Streamlit."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from components.collection_rows import records
from components.figures_collection import OTHERS, UNNAMED, DayCount
from components.words import day, one_line

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
    parts += [f"source {one_line(only.source)}"] if only.source else []
    parts += [f"from {day(only.first_day)}"] if only.first_day else []
    parts += [f"until {day(only.last_day)}"] if only.last_day else []
    said = {"entity": "naming", "speaker": "quoting", "place": "at"}
    return ", ".join([*parts, *(f"{said[kind]} {one_line(name)}" for kind, name in names.items())])
