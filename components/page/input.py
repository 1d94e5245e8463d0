"""Paste, upload or sample: the ways an article comes in; several become a collection."""

from collections.abc import Sequence
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.elements.notices import refusal
from components.formatting import count, shorten
from components.page.visit import keep, kept_articles, visit_note
from components.sample import sample
from components.session.cache import accept_inputs, visit
from components.session.collection_state import notice_files
from components.session.folder import named_folder
from components.session.state import INPUT_KEY, fold_input, page, show_typed, upload_key, widget_value
from components.workspace.inbox import MOST_ARTICLES
from pipeline.errors import PipelineError
from pipeline.read import UPLOAD_TYPES, read_pasted

MEGABYTES = 5
_NAMED = 5  # refusals spelled out; the rest are counted
_BEYOND = (
    f"A visit takes {MOST_ARTICLES} articles and five million characters; {{}} left out. For more, run "
    "“python -m pipeline FOLDER -o out --format parquet” and open the folder with “make run FOLDER=out”."
)


def take_articles() -> None:
    """Draw the input and lay what comes in on the visit's desk."""
    fold_input()
    words, empty = "Your article: paste, upload or sample", named_folder() is None
    box = st.expander(words, expanded=empty, key=INPUT_KEY, on_change="rerun")
    with box, st.container(key="input"):
        files = _entries()
    accept_inputs(files, kept_articles())
    keep(visit().workspace.articles())
    if beyond := visit().workspace.left_out():
        refusal(_BEYOND.format(count(beyond, "was", "were")))
    notice_files(tuple(file.file_id for file in files), visit().workspace.article_of)


def _entries() -> list[UploadedFile]:
    left, right = st.columns([1.6, 1], gap="large")
    with left:
        _paste()
    with right:
        files = [*_files(), *_folder()]
        st.button("Open the sample article", key="sample", on_click=lambda: show_typed(sample()), width="stretch")
        visit_note()
        return files


def _files() -> Sequence[UploadedFile]:
    return st.file_uploader(
        "Upload files, one article each",
        type=list(UPLOAD_TYPES),
        accept_multiple_files=True,
        max_upload_size=MEGABYTES,
        key=upload_key(),
    )


def _folder() -> Sequence[UploadedFile]:
    with st.popover("Upload a whole folder", width="stretch"):
        return st.file_uploader(
            "Every file in it that can be read is an article",
            type=list(UPLOAD_TYPES),
            accept_multiple_files="directory",
            max_upload_size=MEGABYTES,
            key=f"{upload_key()}-folder",
        )


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


def show_refusals() -> None:
    """What cannot be read is named, and spoils nothing."""
    refused = visit().workspace.refused()
    lines = [f"{shorten(one.name, 60)}: {one.message}" for one in refused[:_NAMED]]
    if len(refused) > _NAMED:
        lines.append(f"And {count(len(refused) - _NAMED, 'more file')} could not be read.")
    if lines:
        refusal(*lines)
