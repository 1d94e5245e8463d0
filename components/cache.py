"""The only caches: the model for everybody, articles and their analyses for one visit.

Analyses are frozen, so they are kept as they are (cache_resource), bounded in number, and in the
session's scope: nobody's article is ever found by another visitor, and it goes when the visit ends.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.words import count
from pipeline import Analysis, Article, Resources, analyse, load_resources
from pipeline.read import read_uploads

ANALYSES = 40  # articles of one visit kept analysed; a 900-word one takes about 100 kB


@dataclass(frozen=True, slots=True)
class Refused:
    """An upload that could not be read, and why, in words for the reader."""

    name: str
    message: str


@st.cache_resource(show_spinner=False)
def _loaded() -> threading.Event:
    """Set once the model is in memory; tells whether a first load needs words on the page."""
    return threading.Event()


@st.cache_resource(show_spinner=False)
def _resources(_say: Callable[[str], None]) -> Resources:
    resources = load_resources(progress=_say)
    _loaded().set()
    return resources


def resources() -> Resources:
    """Model and gazetteer; the first call of the server says in words what it is doing."""
    if _loaded().is_set():
        return _resources(lambda _: None)
    place = st.empty()
    with place.status("Loading the language model …") as status:
        found = _resources(lambda words: status.update(label=words))
    place.empty()
    return found


@st.cache_resource(show_spinner=False, max_entries=ANALYSES, scope="session")
def _analysis(key: tuple[str, str, str, str], _article: Article, _resources: Resources) -> Analysis:
    return analyse(_article, _resources)


def analysed(article: Article, found: Resources) -> Analysis:
    """The analysis of an article, made once a visit for each text, title and day."""
    key = (article.id, article.text, article.title or "", str(article.published))
    with st.spinner("Finding names, quotes, dates and places …"):
        return _analysis(key, article, found)


@st.cache_resource(show_spinner=False, scope="session")
def _shelf() -> dict[str, Article | Refused]:
    """This visit's uploads by the uploader's file id."""
    return {}


def read_files(files: Sequence[UploadedFile]) -> list[Article | Refused]:
    """Each upload read once a visit; a refusal is kept like an article, a removed file is forgotten."""
    shelf = _shelf()
    for gone in shelf.keys() - {file.file_id for file in files}:
        del shelf[gone]
    if new := [file for file in files if file.file_id not in shelf]:
        with st.spinner(f"Reading {count(len(new), 'file')} …"):
            for file, result in zip(new, read_uploads((f.name, f.getvalue()) for f in new), strict=True):
                shelf[file.file_id] = result if isinstance(result, Article) else Refused(file.name, str(result))
    return [shelf[file.file_id] for file in files]
