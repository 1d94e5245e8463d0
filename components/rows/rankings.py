"""The short lists of the overview: who and what is named most, who is quoted most, which days the news is about."""

from dataclasses import dataclass
from datetime import date, timedelta

from components.formatting import count, day_words, percent, times
from components.rows.article import NOBODY, WordRuler, entity_rows
from components.rows.days import DayRow, day_rows
from components.rows.speakers import speakers_of
from pipeline.model import Analysis

TOP = 8
NEWS = timedelta(days=7)  # before and after the day of publication


@dataclass(frozen=True, slots=True)
class RankingRow:
    """The pick that a click makes, the name, a figure for each column, the figures in words, and the kind of name."""

    key: str
    name: str
    figures: tuple[str, ...]
    said: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The column headings, the rows, and the rows folded under ``more_words``."""

    head: tuple[str, ...]
    rows: tuple[RankingRow, ...]
    more: tuple[RankingRow, ...] = ()
    more_words: str = ""


def most_named(analysis: Analysis, ruler: WordRuler) -> Ranking:
    """The most mentioned names."""
    rows = (
        RankingRow(
            f"entity:{row.id}", row.name, (f"{row.count:,}",),
            f"{row.kind.singular.lower()}, {times(row.count)}", row.kind.id,
        )
        for row in entity_rows(analysis, ruler)[:TOP]
    )  # fmt: skip
    return Ranking(("times",), tuple(rows))


def most_quoted(analysis: Analysis, ruler: WordRuler) -> Ranking:
    """The speakers with the most words quoted; quotes without a clear speaker are not counted."""
    known = [row for row in speakers_of(analysis, ruler) if row.key != NOBODY]
    rows = (
        RankingRow(
            f"speaker:{row.key}", row.name, (f"{row.quotes:,}", share := percent(row.share / 100)),
            f"{count(row.quotes, 'quote')}, {share} of words",
        )
        for row in known[:TOP]
    )  # fmt: skip
    return Ranking(("quotes", "of words"), tuple(rows))


def most_dated(analysis: Analysis) -> Ranking:
    """The days near the day of publication, in calendar order; other dates are folded below.

    If that day is not known, or no date is near it: the dates with the most mentions and quotes.
    """
    rows = day_rows(analysis)
    near = _fullest([row for row in rows if _is_news(row.value, analysis.article.published)]) or _fullest(rows)
    rest = [row for row in rows if row not in near]
    earlier = near and all(row.value < near[0].value for row in rest)
    words = f"{len(rest):,} earlier" if earlier else count(len(rest), "other date")
    return Ranking(("named", "quotes"), tuple(map(_day, near)), tuple(map(_day, rest)), words)


def _is_news(value: str, published: date | None) -> bool:
    try:
        return published is not None and abs(date.fromisoformat(value) - published) <= NEWS
    except ValueError:  # a month, a year, a season
        return False


def _fullest(rows: list[DayRow]) -> list[DayRow]:
    busiest = sorted(rows, key=lambda row: -row.named - row.quotes)[:TOP]
    return [row for row in rows if row in busiest]


def _day(row: DayRow) -> RankingRow:
    said = [f"named {times(row.named)}" if row.named else "", count(row.quotes, "quote") if row.quotes else ""]
    figures = (f"{row.named:,}" if row.named else "–", f"{row.quotes:,}" if row.quotes else "–")
    return RankingRow(f"day:{row.value}", day_words(row.value), figures, ", ".join(filter(None, said)))
