"""Paste, upload, sample or project: the ways an article comes in. All that came stays in the visit, side by side."""

import json
import re
from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.elements.custom import part
from components.elements.notices import refusal
from components.formatting import A_DAY, count, read_day, shorten
from components.page.inventory import show_inventory
from components.page.visit import keep, visit_note
from components.sample import sample
from components.session.cache import accept_inputs, visit
from components.session.collection_state import notice_files
from components.session.state import add_article, page, set_day, set_widgets, upload_key, widget_value
from components.workspace.inbox import MOST_ARTICLES
from pipeline.errors import PipelineError
from pipeline.read import UPLOAD_TYPES, read_pasted

MEGABYTES = 5
_NAMED = 5  # refusals spelled out; the rest are counted
_BEYOND = (
    f"A visit takes {MOST_ARTICLES} articles and five million characters; {{}} left out. For more, run "
    "“python -m pipeline FOLDER -o out --format parquet” and open the folder with “make run FOLDER=out”."
)
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_A_LINK = (
    "This is a link, and Dateline asks no other computer for anything: open the page, save it as a file and upload "
    "that, or paste the article’s text."
)
_NO_DAY = "“{}” is no day that can be read: write it like 19 March 2024 or 2024-03-19."
_KINDS = "text, Markdown, HTML, PDF, Word (docx) and mail (eml)"


def take_articles() -> None:
    """Draw the form and put what comes in into the visit."""
    with st.container(key="input"):
        left, right = st.columns([1.6, 1], gap="large")
        with left:
            _paste()
        with right:
            files = [*_files(), *_folder()]
            st.button("Open the sample article", key="sample", on_click=lambda: add_article(sample()), width="stretch")
            accept_inputs(files)
            workspace = visit().workspace
            show_inventory(workspace, files)
            visit_note()
    keep(workspace.articles())
    if beyond := workspace.left_out():
        refusal(_BEYOND.format(count(beyond, "was", "were")))
    notice_files(tuple(file.file_id for file in files), workspace.refused_ids(), workspace.article_of)


def hide_input(*, hide: bool) -> None:
    """The form stays on the page while it is shut: an uploader that is not drawn forgets its files."""
    rule = ".st-key-input { display: none; }" if hide else ".st-key-input { display: flex; }"
    st.html(f"<style>{rule}</style>")


def _files() -> Sequence[UploadedFile]:
    part("uploads")(key="uploads", on_refused_change=_take_rejected)
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
        day.text_input("Publication date, if known", key="paste-day", max_chars=60, placeholder=A_DAY)
        send.form_submit_button("Analyse", key="analyse", type="primary", width="stretch", on_click=_take_paste)
    if complaint := page().complaint:
        refusal(complaint)


def _take_paste() -> None:
    """Turn what was pasted into an article, or say why not; what was taken is no longer in the form."""
    state = page()
    text, said = widget_value("paste", ""), widget_value("paste-day", "").strip()
    day = read_day(said)
    state.complaint = None
    if _LINK.fullmatch(text.strip()):
        state.complaint = _A_LINK
    elif said and day is None:
        state.complaint = _NO_DAY.format(shorten(said, 40))
    if state.complaint:
        return
    try:
        article = read_pasted(text, published=day)
    except PipelineError as error:
        state.complaint = str(error)
        return
    if day:
        set_day(article.id, day)
    set_widgets({"paste": "", "paste-day": ""})
    add_article(article)


def _take_rejected() -> None:
    """What the browser did not send, as the form's script has read it off the page."""
    try:
        found = json.loads(str(widget_value("uploads").refused or "[]"))
        page().rejected = tuple((str(name), str(why)) for name, why in found[:MOST_ARTICLES])
    except (ValueError, TypeError, RecursionError):
        page().rejected = ()


def show_refusals(*, files: bool = True) -> None:
    """What could not be read is named with its reason, and spoils nothing; files: not only what the browser refused."""
    lines = [f"{shorten(name, 60)}: {_reason(name, why)}" for name, why in page().rejected]
    if files:
        lines += [f"{shorten(one.name, 60)}: {one.message}" for one in visit().workspace.refused()]
    more = len(lines) - _NAMED
    if lines:
        refusal(*lines[:_NAMED], *([f"And {count(more, 'more file')} could not be read."] if more > 0 else []))


def _reason(name: str, why: str) -> str:
    if name.lower().rpartition(".")[2] not in UPLOAD_TYPES:
        return f"this kind of file cannot be read; Dateline reads {_KINDS}."
    if "smaller" in why:
        return f"larger than {MEGABYTES} MB, the limit for one article; paste its text instead."
    return why.removeprefix("Error: ")


def show_forgotten() -> None:
    """Why an address shows nothing: another reader's link, or a server that has forgotten what it had."""
    state = page()
    asked = state.article_id is not None or (state.address and state.address.everything)
    if not asked or state.rejected or visit().workspace.refused():  # then the reader is at work already
        return
    if state.refused:
        what = f"“{state.forgotten_title}”" if state.forgotten_title else "what was open here"
        refusal(
            f"The server has forgotten {what}, as promised: it was started again, or your visit was over.",
            "Paste or upload the same text: your view and your choice come back.",
        )
    elif state.article_id:
        refusal(
            f"This link shows one article (no. {state.article_id}) as its reader saw it. Dateline sends no texts:",
            "paste or upload the same article, and this view of it opens.",
        )
    else:
        refusal(
            "This link shows several articles. Dateline sends no texts: upload the same files, or open the project."
        )
