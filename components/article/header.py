"""The top of the page: the name of the paper, and the article that is open."""

import html
from datetime import date, timedelta

import streamlit as st

from components.formatting import PUBLISHED_FROM, count, day, shorten
from components.sample import SOURCE
from components.session.state import take_day
from pipeline.model import Analysis

_FIRST_DAY = date(1700, 1, 1)


def article_header(analysis: Analysis) -> None:
    """Title, source and day of the open article; the day can be given or changed."""
    article = analysis.article
    with st.container(key="article-header"):
        left, right = st.columns([5, 1.3], vertical_alignment="bottom")
        with left:
            title, line = html.escape(title_of(analysis)), html.escape(byline(analysis))
            st.html(f'<h2 class="dl-title">{title}</h2><p class="dl-byline">{line}</p>')
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
    first = article.text.lstrip()[:300].partition("\n")[0]
    return shorten(article.title or first, 110)


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
