"""The head of an article: its title in the bar; below it where it comes from, when, how long; and what it asks for."""

import streamlit as st

from components.elements.notices import block, refusal
from components.formatting import A_DAY, NO_DAY, PUBLISHED_FROM, count, day, one_line, read_day, shorten
from components.page.masthead import Bar, show_title
from components.rows.headline import title_of
from components.sample import SOURCE
from components.session.state import page, set_day, set_title, widget_value
from pipeline.model import Analysis, Article

SHORT = 25  # words; a text with fewer is hardly an article
QUOTED = 2  # expressions of time named when the day is asked for
_SAMPLE = "Sample: people and events are invented, places are real"


def article_title(bar: Bar, article: Article) -> None:
    """In the bar, whole."""
    show_title(bar, title_of(article))


def article_header(analysis: Analysis) -> None:
    """Source, day and length in one line; the day and the title can be changed; what is wrong with the text is said."""
    article, open_days = analysis.article, undated(analysis)
    with st.container(key="about", horizontal=True, vertical_alignment="center", gap="xsmall"):
        if source := source_words(article):
            block("p", "dl-byline", source)
        with st.popover(day_words_of(article), icon=":material/edit:", type="tertiary"):
            _about(article)
        block("p", "dl-byline", count(analysis.words, "word"))
        if open_days:
            _ask_for_day(article, open_days)
    if complaint := page().day_complaint:
        refusal(complaint)
    if doubts := doubts_of(analysis):
        refusal(*doubts)


def source_words(article: Article) -> str:
    """Where it comes from, in a word or two."""
    return _SAMPLE if article.source == SOURCE else shorten(article.source or "", 80)


def day_words_of(article: Article) -> str:
    """``published 19 March 2024, found in the text``."""
    if not article.published:
        return "no publication date"
    how = PUBLISHED_FROM.get(article.published_from or "", "")
    return f"published {day(article.published)}{', ' + how if how else ''}"


def doubts_of(analysis: Analysis) -> list[str]:
    """What a reader must know before any number: the text is very short, or not English."""
    short = f"This text has only {count(analysis.words, 'word')}: was it pasted whole?"
    return [*([short] if analysis.words < SHORT else []), *(n.message for n in analysis.notes if n.step == "language")]


def undated(analysis: Analysis) -> list[str]:
    """The expressions of time that wait for the day of publication, each once, in the order of the text."""
    if analysis.article.published:
        return []
    return list(dict.fromkeys(one_line(ref.text) for ref in analysis.dates if ref.value is None))


def ask_words(open_days: list[str]) -> str:
    """``“Monday”, “today” and 4 more need the day of publication``."""
    named = [f"“{words}”" for words in open_days[:QUOTED]]
    more = len(open_days) - len(named)
    shown = ", ".join(named) + f" and {more} more" if more else " and ".join(named)
    return f"{shown} {'needs' if len(open_days) == 1 else 'need'} the day of publication:"


def _ask_for_day(article: Article, open_days: list[str]) -> None:
    """In the line about the article, so that the numbers stay where they are."""
    key = f"day-{article.id}"
    with (
        st.container(key="ask-day"),
        st.form(f"ask-{key}", border=False, enter_to_submit=True),
        st.container(key="ask-day-row", horizontal=True, vertical_alignment="center", gap="xsmall"),
    ):
        block("p", "dl-ask", ask_words(open_days))
        st.text_input(
            "Day of publication", key=key, max_chars=60, placeholder=A_DAY, label_visibility="collapsed",
            width=150,
        )  # fmt: skip
        st.form_submit_button("Set", key=f"{key}-set", on_click=_take_day, args=(article.id, key))


def _about(article: Article) -> None:
    """The form behind the pencil: title and day; the widgets' keys change with what they show."""
    given = article.published.isoformat() if article.published else ""
    title_key, day_key = f"title-{article.id}-{hash(article.title)}", f"published-{article.id}-{given}"
    with st.form(f"about-{article.id}", border=False, enter_to_submit=True):
        st.text_input("Title", value=title_of(article), key=title_key, max_chars=300)
        st.text_input(
            "Day of publication", value=day(article.published) if article.published else "", key=day_key, max_chars=60,
            placeholder=A_DAY, help="Weekdays and words like “today” are counted from it.",
        )  # fmt: skip
        st.form_submit_button("Apply", key="about-set", on_click=_take_about, args=(article, title_key, day_key))


def _take_about(article: Article, title_key: str, day_key: str) -> None:
    title = one_line(widget_value(title_key, ""))
    if title != title_of(article):
        set_title(article.id, title)
    if read_day(widget_value(day_key, "")) != article.published or not widget_value(day_key, "").strip():
        _take_day(article.id, day_key)


def _take_day(article_id: str, key: str) -> None:
    """What was typed becomes the day; nothing typed takes it away; what is no day is said."""
    said = widget_value(key, "").strip()
    found = read_day(said)
    page().day_complaint = NO_DAY.format(shorten(said, 40)) if said and found is None else None
    if found or not said:
        set_day(article_id, found)
