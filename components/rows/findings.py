"""The headline of a picture: what its chart or map shows, in one line. No Streamlit."""

from collections.abc import Sequence

from components.formatting import count, day, one_line, percent
from components.rows.article import NOBODY, EntityRow, QuoteRow
from components.rows.headline import title_of
from components.rows.speakers import speaker_rows
from components.sample import SOURCE
from pipeline.model import Article

_MOST = 0.5  # share of the quoted words from which a single speaker makes the headline


def of_quotes(rows: list[QuoteRow]) -> str:
    """The largest shares of the quoted words."""
    known = [row for row in speaker_rows(rows) if row.key != NOBODY]
    quotes = count(len(rows), "quote")
    if not known:
        return f"{quotes}, and it is not clear who speaks"
    first, share = known[0], known[0].share / 100
    if len(known) == 1 or share >= _MOST:
        return f"{first.name} has {percent(share)} of the quoted words"
    return f"{quotes} by {len(known)} speakers: {first.name} has most, {percent(share)} of the words"


def of_names(rows: list[EntityRow]) -> str:
    """The name with most mentions."""
    if not rows:
        return "No names"
    return f"{rows[0].name} is named most: {count(rows[0].count, 'time')}"


def of_places(names: Sequence[tuple[str, int]]) -> str:
    """The place with most mentions; names: (place, mentions) in descending order."""
    first, times = names[0]
    if len(names) == 1:
        return f"{first} is the one place on the map"
    return f"{len(names)} places on the map: {first} is named most, {count(times, 'time')}"


def source_line(article: Article, *more: str) -> str:
    """The source line of a picture."""
    source = one_line(article.source or "") if article.source != SOURCE else ""
    published = day(article.published) if article.published else ""
    parts = [f"“{title_of(article)}”", source, published]
    return f"Source: {', '.join(filter(None, parts))}. Drawn with Dateline{'; ' if more else ''}{', '.join(more)}."
