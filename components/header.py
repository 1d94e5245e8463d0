"""The top of the page: the name of the paper, and the article that is open."""

from datetime import date, timedelta

import streamlit as st

from components.notices import block
from components.samples import SOURCE
from components.state import take_day
from components.words import PUBLISHED_FROM, count, day, shorten
from pipeline.model import Analysis

_FIRST_DAY = date(1700, 1, 1)


def masthead() -> None:
    """Name and promise, in one line."""
    st.html(
        '<header class="dl-mast"><h1>Dateline</h1>'
        "<p>Who said what, about whom, where and when, from one news article. Nothing leaves this machine.</p></header>"
    )


def article_header(analysis: Analysis) -> None:
    """Title, source and day of the open article; the day can be given or changed."""
    article = analysis.article
    with st.container(key="article-header"):
        left, right = st.columns([5, 1.3], vertical_alignment="bottom")
        with left:
            block("h2", "dl-title", title_of(analysis))
            block("p", "dl-byline", byline(analysis))
        with right:
            key = f"published-{article.id}"
            st.date_input(
                "Publication date",
                value=article.published,
                min_value=_FIRST_DAY,
                max_value=date.today() + timedelta(days=366),
                format="YYYY-MM-DD",
                key=key,
                on_change=take_day(article.id, key),
            )


def title_of(analysis: Analysis) -> str:
    """The title, or how the article begins."""
    article = analysis.article
    return shorten(article.title or article.text.lstrip()[:300], 110)


def byline(analysis: Analysis) -> str:
    """Where from, when, how long, in one line."""
    article = analysis.article
    parts = []
    if article.source == SOURCE:
        parts.append("Sample article: the people, their words and the events are invented, the places are real")
    elif article.source:
        parts.append(shorten(article.source, 80))
    if article.published:
        how = PUBLISHED_FROM.get(article.published_from or "", "")
        parts.append(f"published {day(article.published)}{', ' + how if how else ''}")
    else:
        parts.append("no publication date: words like “Monday” cannot be turned into days until you give one")
    parts.append(count(analysis.words, "word"))
    return " · ".join(parts)
