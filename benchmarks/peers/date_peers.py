"""Peers that find dates: dateparser's search, spaCy with dateparser, datefinder, recognizers-text."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from benchmarks.peers.lines import Record, Row, fact, stretches

Run = Callable[[list[Row]], list[Record]]
_ISO = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-W[0-5]\d|-(?:SP|SU|FA|WI))?(?![\d-])")


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
        base = _base(row)
        found = [hit for hit in model.parse(row["text"], base) if _is_day(hit.type_name)]
        return [fact(row["text"], hit.start, hit.end + 1, value=_value(hit.resolution, base)) for hit in found]

    return _each(find)


def _is_day(kind: str) -> bool:
    return kind.split(".")[-1] in ("date", "daterange", "datetime")


def _value(resolution: dict[str, Any] | None, base: datetime) -> str | None:
    """The TIMEX value, of the readings it leaves open the latest that is not ahead."""
    values = [v for v in (resolution or {}).get("values") or () if _ISO.match(_first(v))]
    if not values:
        return None
    past = [v for v in values if _first(v)[:10] <= base.date().isoformat()]
    best = max(past, key=_first) if past else values[0]
    return _told(str(best.get("timex", "")), _first(best)[:10])


def _first(reading: dict[str, Any]) -> str:
    return str(reading.get("value") or reading.get("start") or reading.get("timex"))


def _told(timex: str, first: str) -> str:
    """The day or stretch of a reading whose first day is known: XXXX-03 with 2024-03-01 is 2024-03."""
    if timex.endswith(",P3M)"):
        return f"{first[:4]}-Q{(int(first[5:7]) + 2) // 3}"
    filled = timex.replace("XXXX", first[:4]) if "XX-" not in timex[4:] else first
    found = _ISO.match(filled)
    return found.group() if found else first
