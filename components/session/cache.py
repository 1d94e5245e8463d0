"""What outlives a run: the model and the line before it for everybody, articles and their analyses for one visit.

Nobody's article is ever found by another visitor: a visit's workspace is in the session's scope, bounded, and closed
when the visit ends.
"""

import atexit
import gc
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.formatting import count
from components.sample import SOURCE
from components.session.state import page
from components.workspace.folder_load import FolderLoad
from components.workspace.inbox import Upload
from components.workspace.lru import Recent
from components.workspace.model_queue import ModelQueue
from components.workspace.records import RecordStore
from components.workspace.saved_visits import SavedVisits
from components.workspace.worker import VisitStore, read_now
from components.workspace.workspace import Workspace
from pipeline.errors import ArticleError
from pipeline.long_articles import analyse_aside, is_long
from pipeline.model import Analysis, Article

if TYPE_CHECKING:
    from pipeline import Resources

AT_ONCE = 2  # files read before the page is drawn; more are read in the background


def load_resources(progress: Callable[[str], None]) -> "Resources":
    """The model and the gazetteer; imported late, so that the empty page need not wait for spaCy."""
    from pipeline import load_resources as load

    return load(progress=progress)


def analyse(article: Article, found: "Resources") -> Analysis:
    """One article's facts; imported late."""
    from pipeline import analyse as facts

    return facts(article, found)


@st.cache_resource(show_spinner=False)
def _loaded() -> threading.Event:
    """Set once the model is in memory; tells whether a first load needs words on the page."""
    return threading.Event()


@st.cache_resource(show_spinner=False)
def _resources(_say: Callable[[str], None]) -> "Resources":
    resources = load_resources(progress=_say)
    gc.collect()
    gc.freeze()  # the model stays as long as the server: no later collection need look at its 200,000 objects
    atexit.register(gc.unfreeze)  # at the end everything is given back in order
    _loaded().set()
    return resources


def resources() -> "Resources":
    """Model and gazetteer; the first call of the server says in words what it is doing."""
    if _loaded().is_set():
        return _resources(lambda _: None)
    place = st.empty()
    with place.status("Loading the language model …") as status:
        found = _resources(lambda words: status.update(label=words))
    place.empty()
    return found


@st.cache_resource(show_spinner=False)
def model_queue() -> ModelQueue:
    """The one line before the model."""
    return ModelQueue()


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
    """What this visit has brought is gone at once, its thread and its workspace with it."""
    visit.clear()
    drawn.clear()


def accept_inputs(files: Sequence[UploadedFile], kept: Sequence[Article]) -> None:
    """Put uploads, what was kept and what was pasted on the visit's workspace; a file or two are read at once."""
    state, store = page(), visit()
    uploads = [Upload(file.file_id, file.name, file.getvalue()) for file in files]
    typed = [state.typed] if state.typed else []
    if (uploads or kept) and state.typed and state.typed.source == SOURCE and state.article_id != state.typed.id:
        typed = []  # the sample is no part of a reader's own collection
    store.workspace.set_inputs(uploads, [*kept, *typed], state.published)
    waiting = store.workspace.waiting()
    if 0 < waiting <= AT_ONCE and not store.workspace.progress().running:
        with st.spinner(f"Reading {count(waiting, 'file')} …"):
            read_now(store.workspace)


def analysed(article: Article, found: "Resources") -> Analysis:
    """The analysis of an article, made once a visit for each text, title and day."""
    workspace = visit().workspace
    if done := workspace.known(article):
        return done
    if is_long(article):
        return _made_aside(workspace, article, found)
    said = st.empty()
    with (
        st.spinner("Finding names, quotes, dates and places …"),
        model_queue().reader(_waiting(said)),
    ):
        said.empty()
        return _made(workspace, article, found)


def _waiting(place: DeltaGenerator) -> Callable[[int], None]:
    def say(before: int) -> None:
        place.caption(f"{count(before, 'analysis', 'analyses')} before yours …")

    return say


def _beginning(place: DeltaGenerator) -> Callable[[bool], None]:
    def say(begun: bool) -> None:
        place.caption("" if begun else "Another long article is before yours …")

    return say


def _made(workspace: Workspace, article: Article, found: "Resources") -> Analysis:
    """By this visit's thread while we stood in line, or now."""
    if done := workspace.known(article):
        return done
    if fault := workspace.error(article):
        raise ArticleError(fault, source=article.source)
    analysis = analyse(article, found)
    workspace.keep(article, analysis)
    return analysis


def _made_aside(workspace: Workspace, article: Article, found: "Resources") -> Analysis:
    """In a process of its own, so that nobody else waits for a long article."""
    if fault := workspace.error(article):
        raise ArticleError(fault, source=article.source)
    said = st.empty()
    with st.spinner("A long article: it is read in a process of its own, which takes about a minute …"):
        analysis = analyse_aside(
            article,
            model=found.model,
            look=_beginning(said),
        )
    said.empty()
    workspace.keep(article, analysis)
    return analysis


@st.cache_resource(show_spinner=False)
def opening(folder: Path) -> FolderLoad:
    """The folder of Parquet that the server's owner names, opened once for everybody."""
    return FolderLoad(folder)
