"""A filter → the articles it picks, as SQL with parameters; nothing a reader typed is ever part of the SQL.

Words a reader looks for → a pattern: any case, any accent, any run of white space between them.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pipeline.collection.model import UNNAMED, Filter
from pipeline.collection.parts import Relation

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_MARKS = {"'": "['’‘ʼ]", "’": "['’‘ʼ]", "‘": "['’‘ʼ]", '"': '["“”„«»]', "“": '["“”„«»]', "”": '["“”„«»]'}
_STROKES = {"l": "łŁ", "o": "øØ", "d": "đĐ"}  # letters that Unicode does not take apart
_WITHOUT = str.maketrans({sign: letter for letter, signs in _STROKES.items() for sign in signs})
_DASHES = "-‐‑–—"


def pattern_of(words: str) -> str:
    """An expression for RE2 that holds no more than what stands in words: every sign is itself or its variants."""
    return "(?i)" + r"\s+".join("".join(_sign(sign) for sign in word) for word in _base(words).split())


def _base(words: str) -> str:
    """Without accents, in small letters."""
    apart = unicodedata.normalize("NFKD", words).translate(_WITHOUT)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()


def _sign(sign: str) -> str:
    if sign in _PLAIN:
        return f"[{sign}{_variants()[sign]}]" if sign in _variants() else sign
    if sign in _DASHES:
        return f"[{_DASHES[1:]}-]"
    return _MARKS.get(sign) or (sign if sign.isalnum() else rf"\x{{{ord(sign):x}}}")


@cache
def _variants() -> dict[str, str]:
    """Each plain letter → the small Latin letters that carry it under an accent."""
    found = {letter: signs[0] for letter, signs in _STROKES.items()}
    for number in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base, *accents = list(unicodedata.normalize("NFKD", chr(number)))
        if base in _PLAIN and accents and all(map(unicodedata.combining, accents)):
            found[base] = found.get(base, "") + chr(number)
    return found


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
        query.add("article_no IN (SELECT unnest($with_words::INTEGER[]))", with_words=with_words)
    if only.first_day:
        query.add("published >= $first_day", first_day=only.first_day)
    if only.last_day:
        query.add("published <= $last_day", last_day=only.last_day)
    if only.outlet is not None:
        query.add("outlet = $outlet", outlet=only.outlet)
    _add_facts(query, only)
    return Pick(f"picked AS (SELECT article_no, published, words FROM article WHERE {query.text()})", query.params)


def holding(words: str, texts: Relation) -> tuple[str, dict[str, Any]]:
    """The numbers of the articles whose text holds the words."""
    with_words = f"SELECT id FROM {texts.sql} WHERE regexp_matches(text, $words)"
    sql = f"SELECT article_no FROM article WHERE id IN ({with_words}) ORDER BY article_no"
    return sql, {**texts.params, "words": pattern_of(words)}


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
