"""The headline of a picture: what its chart or map shows, in one line. No Streamlit."""

from collections.abc import Callable, Sequence
from datetime import date

from components.formatting import count, day, listing, one_line, percent, span, times
from components.rows.article import NOBODY, EntityRow, QuoteRow
from components.rows.headline import title_of
from components.rows.speakers import speaker_rows
from components.sample import SOURCE
from pipeline.model import Article

_MOST = 0.5  # share of the quoted words from which a single speaker makes the headline
_NAMED = 3  # names that share the first place and still fit a headline
Said = tuple[str, int, float]  # a speaker, the words quoted, their share of all words quoted


def of_quotes(rows: list[QuoteRow]) -> str:
    """The largest shares of the quoted words."""
    known = [(row.name, row.words, row.share / 100) for row in speaker_rows(rows) if row.key != NOBODY]
    quotes = count(len(rows), "quote")
    if not known:
        return f"{quotes}, and it is not clear who speaks"
    return _shares(known, len(known), f"{quotes} by {count(len(known), 'speaker')}")


def of_speakers(speakers: Sequence[Said], total: int) -> str:
    """The same over many articles; speakers: the first of all, by words; total: how many there are."""
    return _shares(speakers, total, count(total, "named speaker"))


def _shares(speakers: Sequence[Said], total: int, who: str) -> str:
    name, _, share = speakers[0]
    leaders, _ = _leaders([(name, words) for name, words, _ in speakers])
    if total == 1 or share > _MOST:
        return f"{name} has {percent(share)} of the quoted words"
    if not leaders:
        return f"{who}, none with more than {percent(share)} of the words"
    has = "has" if len(leaders) == 1 else "have"
    return f"{who}: {listing(leaders)} {has} most, {percent(share)} of the words{_each(leaders)}"


def of_names(rows: list[EntityRow]) -> str:
    """The name with most mentions, or the few that share that place."""
    names, most = _leaders([(row.name, row.count) for row in rows])
    if not rows:
        return "No names"
    if not names:
        return f"{count(len(rows), 'name')}, none named more often than {times(most)}"
    return f"{listing(names)} {_is_named(names)} most: {times(most)}{_each(names)}"


def of_places(places: Sequence[tuple[str, int]]) -> str:
    """The place with most mentions; places: (place, mentions)."""
    return _on_the_map(places, lambda number: f"most, {times(number)}")


def of_names_over(names: Sequence[tuple[str, int]], articles: int) -> str:
    """The name that most articles have; names: (name, number of articles)."""
    leaders, most = _leaders(names)
    of = f"{most:,} of {count(articles, 'article')}"
    if not leaders:
        return f"No name leads: several are each in {of}"
    return f"{listing(leaders)} {_is_named(leaders)} in the most articles: {most:,} of {articles:,}{_each(leaders)}"


def of_days(steps: Sequence[tuple[str, int]], step: str) -> str:
    """When most was said; steps: (``on 8 March 2024``, ``in the week of ...``; quotes); step: of the calendar."""
    leaders, most = _leaders(steps)
    quotes = count(sum(number for _, number in steps), "quote")
    if len(steps) == 1:
        return f"{quotes} {steps[0][0]}"
    if len(leaders) == 1:
        return f"{most:,} of {quotes} stand {leaders[0]}, the most of any {step}"
    return f"{quotes} in {count(len(steps), step)}, at most {most:,} in one"


def of_places_over(places: Sequence[tuple[str, int]]) -> str:
    """The place that most articles name; places: (place, number of articles)."""
    return _on_the_map(places, lambda articles: f"in the most articles, {articles:,}")


def _on_the_map(places: Sequence[tuple[str, int]], most: Callable[[int], str]) -> str:
    """How many places there are, and which lead; most: in words, how much more the leaders are named than others."""
    leaders, number = _leaders(places)
    if len(places) == 1:
        return f"{leaders[0]} is the one place on the map"
    if len(leaders) == len(places):  # nobody leads
        return f"{len(places)} places on the map: {listing(leaders)}"
    named = f"{listing(leaders)} {_is_named(leaders)} {most(number)}{_each(leaders)}"
    return f"{len(places)} places on the map" + (f": {named}" if leaders else "")


def _leaders(ranked: Sequence[tuple[str, int]]) -> tuple[list[str], int]:
    """Those with the largest number, and the number; none where more than a headline can name share it."""
    most = max((number for _, number in ranked), default=0)
    names = [name for name, number in ranked if number == most]
    return (names if len(names) <= _NAMED else []), most


def _is_named(names: Sequence[str]) -> str:
    return "is named" if len(names) == 1 else "are named"


def _each(names: Sequence[str]) -> str:
    return "" if len(names) == 1 else " each"


def source_line(article: Article, *more: str) -> str:
    """The source line of a picture."""
    source = one_line(article.source or "") if article.source != SOURCE else ""
    published = day(article.published) if article.published else ""
    parts = [f"“{title_of(article)}”", source, published]
    return f"Source: {', '.join(filter(None, parts))}. Drawn with Dateline{'; ' if more else ''}{', '.join(more)}."


def sources_line(articles: int, days: tuple[date | None, date | None], selection: str, *more: str) -> str:
    """The source line of a picture of many articles; selection: by what they were narrowed, in words."""
    first, last = days
    published = f"published {span(first, last)}" if first and last else ""
    parts = filter(None, [count(articles, "article"), published, selection])
    return f"Source: {', '.join(parts)}. Drawn with Dateline{'; ' if more else ''}{', '.join(more)}."
