"""Peers that find dates: dateparser's search, spaCy with dateparser, datefinder, recognizers-text."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from benchmarks.peers.lines import Record, Row, fact, stretches

Run = Callable[[list[Row]], list[Record]]


def _base(row: Row) -> datetime:
    """The day relative words are read against; without a publication day, today."""
    return datetime.fromisoformat(row["published"]) if row["published"] else datetime.now()


def _settings(row: Row) -> dict[str, object]:
    """News tells of the past."""
    return {"RELATIVE_BASE": _base(row), "PREFER_DATES_FROM": "past"}


def _each(find: Callable[[Row], list[Record]]) -> Run:
    return lambda rows: [{"id": row["id"], "dates": find(row)} for row in rows]


def search() -> Run:
    """search_dates as its documentation has it, told the language and the day."""
    from dateparser.search import search_dates

    def find(row: Row) -> list[Record]:
        found = search_dates(row["text"], languages=["en"], settings=_settings(row)) or []
        days = iter(found)
        spans = stretches(row["text"], [words for words, _ in found])
        return [fact(row["text"], *span, value=next(days)[1].date().isoformat()) for span in spans]

    return _each(find)


def spacy_and_dateparser() -> Run:
    """spaCy's DATE entities, read by dateparser."""
    import dateparser

    from benchmarks.peers.spacy_peers import load, parsed

    nlp = load(without=("tagger", "parser", "attribute_ruler", "lemmatizer"))

    def read(row: Row, words: str) -> str | None:
        day = dateparser.parse(words, languages=["en"], settings=_settings(row))
        return day.date().isoformat() if day else None

    def run(rows: list[Row]) -> list[Record]:
        records = []
        for row, doc in zip(rows, parsed(nlp, (row["text"] for row in rows)), strict=True):
            spans = [ent for ent in doc.ents if ent.label_ == "DATE"]
            dates = [fact(row["text"], e.start_char, e.end_char, value=read(row, e.text)) for e in spans]
            records.append({"id": row["id"], "dates": dates})
        return records

    return run


def datefinder_dates() -> Run:
    """datefinder with the publication day as its base."""
    import datefinder

    def find(row: Row) -> list[Record]:
        found = datefinder.find_dates(row["text"], index=True, base_date=_base(row))
        return [fact(row["text"], *span, value=day.date().isoformat()) for day, span in found]

    return _each(find)


def recognizers() -> Run:
    """Microsoft's recognizers, dates and ranges of dates."""
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_text import Culture

    model = DateTimeRecognizer(Culture.English).get_datetime_model()

    def find(row: Row) -> list[Record]:
        found = [hit for hit in model.parse(row["text"], _base(row)) if _is_day(hit.type_name)]
        return [fact(row["text"], hit.start, hit.end + 1, value=_value(hit.resolution)) for hit in found]

    return _each(find)


def _is_day(kind: str) -> bool:
    return kind.split(".")[-1] in ("date", "daterange", "datetime")


def _value(resolution: dict[str, Any] | None) -> str | None:
    """The past reading of a day it leaves open, else the TIMEX value."""
    values = (resolution or {}).get("values") or []
    if not values:
        return None
    first = values[0]
    timex: str = first.get("timex", "")
    if timex.startswith("(") or "X" in timex or not timex:
        value = first.get("value") or first.get("start")
        return str(value)[:10] if value and value != "not resolved" else None
    return timex.split("T")[0]
