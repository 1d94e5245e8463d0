"""Paste, upload or sample: the ways an article comes in, and the list to choose from when there are several."""

from datetime import date

import streamlit as st

from components.cache import Refused, read_files
from components.notices import hint, refusal
from components.samples import sample
from components.state import (
    INPUT_KEY,
    fold_input,
    notice_uploads,
    page,
    show_article,
    show_typed,
    widget_value,
    with_day,
)
from components.words import count, shorten
from pipeline import Article, PipelineError
from pipeline.read import UPLOAD_TYPES, read_pasted

MEGABYTES = 5
_NAMED = 5  # refusals spelled out; the rest are counted


def choose_article() -> Article | None:
    """The article the reader wants to see; None on the empty page."""
    fold_input()
    box = st.expander("Your article: paste, upload or sample", expanded=True, key=INPUT_KEY, on_change="rerun")
    with box, st.container(key="input"):
        uploads = _entries()
    articles = _several(uploads)
    return _pick(list(articles.values()))


def _entries() -> list[Article | Refused]:
    left, right = st.columns([1.6, 1], gap="large")
    with left:
        _paste()
    with right:
        files = st.file_uploader(
            "Upload files, one article each",
            type=list(UPLOAD_TYPES),
            accept_multiple_files=True,
            max_upload_size=MEGABYTES,
            key="upload",
        )
        st.button("Open the sample article", key="sample", on_click=lambda: show_typed(sample()), width="stretch")
        hint("Files stay in this visit’s memory and are forgotten when it ends.")
        return read_files(files or [])


def _paste() -> None:
    with st.form("paste-form", border=False):
        st.text_area(
            "Paste an article", key="paste", height=220, placeholder="The text of one news article, in English"
        )
        day, send = st.columns([1, 1], vertical_alignment="bottom")
        day.date_input(
            "Publication date, if known", value=None, min_value=date(1700, 1, 1), format="YYYY-MM-DD", key="paste-day"
        )
        send.form_submit_button("Analyse", key="analyse", type="primary", width="stretch", on_click=_take_paste)
    if complaint := page().complaint:
        refusal(complaint)


def _take_paste() -> None:
    """Turn what was pasted into an article, or say why not."""
    state = page()
    try:
        article = read_pasted(widget_value("paste", ""), published=widget_value("paste-day"))
    except PipelineError as error:
        state.complaint = str(error)
        return
    state.complaint = None
    show_typed(article)


def _several(uploads: list[Article | Refused]) -> dict[str, Article]:
    """Every readable article by its id; what cannot be read is named, and spoils nothing."""
    refused = [one for one in uploads if isinstance(one, Refused)]
    lines = [f"{shorten(one.name, 60)}: {one.message}" for one in refused[:_NAMED]]
    if len(refused) > _NAMED:
        lines.append(f"And {count(len(refused) - _NAMED, 'more file')} could not be read.")
    if lines:
        refusal(*lines)
    articles = {one.id: one for one in uploads if isinstance(one, Article)}
    notice_uploads(tuple(articles))
    if typed := page().typed:
        articles.setdefault(typed.id, typed)
    return articles


def _pick(articles: list[Article]) -> Article | None:
    if not articles:
        return None
    by_id = {article.id: article for article in articles}
    state = page()
    if state.article_id not in by_id:
        show_article(articles[0].id)
    if len(articles) > 1:
        key = f"article-choice-{state.article_id}-{len(by_id)}"
        st.selectbox(
            f"Article, of {len(articles):,}",
            list(by_id),
            index=list(by_id).index(state.article_id or articles[0].id),
            format_func=lambda id: _name(by_id[id]),
            key=key,
            on_change=lambda: show_article(widget_value(key)),
        )
    return with_day(by_id[state.article_id or articles[0].id])


def _name(article: Article) -> str:
    first = article.title or article.text.lstrip()[:200]
    return shorten(f"{article.source}: {first}" if article.source else first, 100)
