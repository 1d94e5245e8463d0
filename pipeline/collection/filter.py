"""A filter → the articles it picks, as SQL with parameters; nothing a reader typed is ever part of the SQL."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.collection.model import UNNAMED, Filter

# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter


NO_FILTER = Filter()


@dataclass(slots=True)
class Query:
    """Conditions and their parameters, gathered."""

    where: list[str] = field(default_factory=list)
    params: dict[str, Any] = field(default_factory=dict)

    def add(self, condition: str, **params: Any) -> None:
        """One more condition that must hold."""
        self.where.append(condition)
        self.params.update(params)

    def text(self) -> str:
        """All of them, to stand after WHERE."""
        return " AND ".join(self.where) or "true"


_SEARCH = """(contains(found, searchable($search)) OR article_no IN (
    SELECT article_no FROM named WHERE name_id IN (SELECT name_id FROM spelling WHERE contains(found,
        searchable($search)))))"""


@dataclass(frozen=True, slots=True)
class Pick:
    """``picked AS (...)``: no, published, words of the articles of a filter."""

    cte: str
    params: dict[str, Any]


def picked(only: Filter, with_words: Sequence[int] | None = None) -> Pick:
    """The articles of a filter; with_words are the numbers of those that hold its words, looked up before."""
    query = Query(["error IS NULL"])
    if only.search.strip():
        query.add(_SEARCH, search=only.search.strip())
    if with_words is not None:
        held, last = _bits(with_words)
        query.add("get_bit($with_words::BIT, least(article_no, $last_bit)) = 1", with_words=held, last_bit=last)
    if only.first_day:
        query.add("published >= $first_day", first_day=only.first_day)
    if only.last_day:
        query.add("published <= $last_day", last_day=only.last_day)
    if only.outlet is not None:
        query.add("outlet = $outlet", outlet=only.outlet)
    _add_facts(query, only)
    return Pick(f"picked AS (SELECT article_no, published, words FROM article WHERE {query.text()})", query.params)


def _bits(numbers: Sequence[int]) -> tuple[str, int]:
    """A bit for each article up to the last of these, and one more for all behind it, which is 0.

    A list of 100,000 numbers would be read and joined anew by every question; a bit is looked up.
    """
    last = max(numbers, default=-1) + 1
    held = bytearray(b"0" * (last + 1))
    for number in numbers:
        held[number] = ord("1")
    return held.decode("ascii"), last


def _add_facts(query: Query, only: Filter) -> None:
    if only.entity:
        query.add(
            "article_no IN (SELECT article_no FROM named JOIN name USING (name_id) WHERE key = $entity)",
            entity=only.entity,
        )
    if only.place:
        query.add(
            "article_no IN (SELECT article_no FROM spot JOIN place USING (place_id) WHERE key = $place)",
            place=only.place,
        )
    said = said_where(only, kinds=False)
    if said.where:
        query.add(f"article_no IN (SELECT article_no FROM said WHERE {said.text()})", **said.params)


def said_where(only: Filter, *, kinds: bool = True) -> Query:
    """What a filter asks of the single quote."""
    query = Query()
    if only.speaker == UNNAMED:
        query.add("said.name_id IS NULL")
    elif only.speaker:
        query.add("said.name_id IN (SELECT name_id FROM name WHERE key = $speaker)", speaker=only.speaker)
    if only.said_first:
        query.add("said.day >= $said_first", said_first=only.said_first)
    if only.said_last:
        query.add("said.day <= $said_last", said_last=only.said_last)
    if kinds and only.quote_kinds:
        query.add("list_contains($quote_kinds, said.kind)", quote_kinds=list(only.quote_kinds))
    return query
