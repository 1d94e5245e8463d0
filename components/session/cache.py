"""What outlives a run: the model for everybody, articles and their analyses for one visit.

Nobody's article is ever found by another visitor: a visit's workspace is in the session's scope, bounded, and closed
when the visit ends.
"""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.formatting import count
from components.sample import SOURCE
from components.session.state import page
from components.workspace.folder_load import FolderLoad
from components.workspace.inbox import Given, Upload
from components.workspace.lru import Recent
from components.workspace.page_model import PageModel, analyse, load_page_model
from components.workspace.records import RecordStore
from components.workspace.saved_visits import SavedVisits
from components.workspace.worker import VisitStore, read_now
from components.workspace.workspace import Workspace
from pipeline.limits import is_long
from pipeline.model import Analysis, Article

_LONG = "A long article: it is read in a process of its own, which takes about a minute …"
AT_ONCE = 2  # files read before the page is drawn; more are read in the background


@st.cache_resource(show_spinner=False)
def _loaded() -> threading.Event:
    """Set once the model is in memory; tells whether a first load needs words on the page."""
    return threading.Event()


@st.cache_resource(show_spinner=False)  # its processes end when nobody holds it, or the server ends
def _page_model(_say: Callable[[str], None]) -> PageModel:
    found = load_page_model(_say)
    _loaded().set()
    return found


def page_model() -> PageModel:
    """The model and the gazetteer; the first call of the server says in words what it is doing."""
    if _loaded().is_set():
        return _page_model(lambda _: None)
    place = st.empty()
    with place.status("Loading the language model …") as status:
        found = _page_model(lambda words: status.update(label=words))
    place.empty()
    return found


@st.cache_resource(show_spinner=False, scope="session", on_release=lambda store: store.close())
def visit() -> VisitStore:
    """What this visit has brought and what became of it."""
    return VisitStore(Workspace(), RecordStore())


@st.cache_resource(show_spinner=False)
def saved_visits() -> SavedVisits:
    """The visits kept for a reload, each found by its token alone."""
    return SavedVisits()


@st.cache_resource(show_spinner=False, scope="session")
def drawn() -> Recent:
    """Figures of this visit: the chart in which a choice is made stays the same, and is not made again."""
    return Recent()


def forget_visit() -> None:
    """What this visit has brought is gone at once, with its thread, its workspace and the workers that saw it.

    Its uploads too, which Streamlit would keep until the connection is given up.
    """
    visit.clear()
    drawn.clear()
    if (context := get_script_run_ctx()) and runtime.exists():
        runtime.get_instance().uploaded_file_mgr.remove_session_files(context.session_id)
    if _loaded().is_set():
        page_model().pool.renew()


def accept_inputs(files: Sequence[UploadedFile]) -> None:
    """Put uploads and what came otherwise on the visit's workspace; a file or two are read at once."""
    state, store = page(), visit()
    uploads = [Upload(file.file_id, file.name, file.getvalue()) for file in files if file.file_id not in state.removed]
    others = list(state.kept.values())
    own = [article for article in others if article.source != SOURCE]
    if (uploads or own) and all(article.id != state.article_id for article in others if article.source == SOURCE):
        others = own  # the sample is no part of a reader's own collection
    store.workspace.set_inputs(uploads, others, Given(dict(state.published), dict(state.titles)))
    waiting = store.workspace.waiting()
    if 0 < waiting <= AT_ONCE and not store.workspace.progress().running:
        with st.spinner(f"Reading {count(waiting, 'file')} …"):
            read_now(store.workspace)


def analysed(article: Article, found: PageModel) -> Analysis:
    """The analysis of an article, made once a visit for each text, title and day."""
    workspace = visit().workspace
    if done := workspace.known(article):
        return done
    place = st.empty()

    def say(words: str) -> None:
        place.caption(words)

    with st.spinner(_LONG if is_long(article) else "Finding names, quotes, dates and places …"):
        analysis = analyse(workspace, article, found, say=say)
    place.empty()
    return analysis


@st.cache_resource(show_spinner=False)
def opening(folder: Path) -> FolderLoad:
    """The folder of Parquet that the server's owner names, opened once for everybody."""
    return FolderLoad(folder)
