"""Dateline itself, behind the same door as its peers."""

from collections.abc import Callable
from datetime import date

from benchmarks.peers.lines import Record, Row
from pipeline import Analysis, Article, analyse_many, load_resources, to_record


def ours() -> Callable[[list[Row]], list[Record]]:
    """Every fact of every article."""
    resources = load_resources()

    def run(rows: list[Row]) -> list[Record]:
        articles = [Article(row["id"], row["text"], published=_day(row)) for row in rows]
        done = zip(rows, analyse_many(articles, resources), strict=True)
        return [to_record(facts) if isinstance(facts, Analysis) else {"id": row["id"]} for row, facts in done]

    return run


def _day(row: Row) -> date | None:
    return date.fromisoformat(row["published"]) if row["published"] else None
