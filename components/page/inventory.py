"""What is in the visit: a short list in the form, each article with a way to it and a way to be rid of it; projects."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.elements.notices import block, hint, refusal
from components.formatting import count, shorten
from components.rows.file_names import file_name
from components.rows.headline import title_of
from components.selection.picks import read_picks
from components.session.state import (
    SECTION_KEY,
    SECTIONS,
    add_article,
    page,
    remove_article,
    set_widgets,
    show_article,
    upload_key,
    widget_value,
)
from components.workspace.project import ENDING, Project, read_project, write_project
from components.workspace.workspace import Workspace
from pipeline.corrections import History
from pipeline.errors import PipelineError

LISTED = 8  # articles by name; the rest are counted
TITLE = 46


def show_inventory(workspace: Workspace, files: Sequence[UploadedFile]) -> None:
    """Each article by its title, and the visit as a file: to save, and to open again."""
    articles = workspace.articles()
    if articles:
        hint(f"In this visit: {count(len(articles), 'article')}")
        with st.container(key="inventory", gap=None):
            for id, article in list(articles.items())[:LISTED]:
                held = tuple(file.file_id for file in files if workspace.article_of(file.file_id) == id)
                with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
                    block("p", "dl-entry", shorten(title_of(article), TITLE))  # a button's label would be Markdown
                    st.button("Open", key=f"open-{id}", type="tertiary", on_click=_open, args=(id,))
                    drop = f"drop-{id}"
                    st.button("Remove", key=drop, type="tertiary", on_click=remove_article, args=(id, held))
        if len(articles) > LISTED:
            hint(f"And {count(len(articles) - LISTED, 'more article')}: all are listed under “All {len(articles)}”.")
    with st.container(horizontal=True, key="project"):
        if articles:
            save_project(workspace, key="save-project")
        with st.popover("Open project"):
            key = f"{upload_key()}-project"
            st.file_uploader("A file that was saved here", type=["zip"], key=key, on_change=partial(_take, key))
            if complaint := page().project_complaint:
                refusal(complaint)


def save_project(workspace: Workspace, *, key: str) -> None:
    """The button that makes the file of the visit."""
    make = partial(write_project, project_of(workspace))
    articles = list(workspace.articles().values())
    name = f"{len(articles)}-articles{ENDING}" if len(articles) > 1 else file_name(articles[0], "", ENDING[1:])
    st.download_button(
        "Save project", data=make, file_name=name, mime="application/zip", key=key, on_click="ignore",
        help="Articles, dates, corrections and what is open, in one file to keep, send and open again.",
    )  # fmt: skip


def project_of(workspace: Workspace) -> Project:
    """The visit as it stands."""
    state, articles = page(), workspace.articles()
    corrections = [past.of(id) for id, past in state.histories.items() if past.done and id in articles]
    open_id = state.article_id if state.article_id in articles else None
    section = widget_value(SECTION_KEY)
    return Project(tuple(articles.values()), corrections, open_id, section, tuple(map(str, state.picks)))


def open_project(project: Project) -> None:
    """Put it beside what is in the visit, and open what was open."""
    state = page()
    for article in project.articles:
        state.published.pop(article.id, None)
        state.titles.pop(article.id, None)
        add_article(article)
    for one in project.corrections:
        state.histories[one.article_id] = History(one.items)
    if len(project.articles) > 1:
        show_article(project.article_id)
    if project.article_id:
        state.picks = read_picks(project.picks)
    if project.section in SECTIONS:
        set_widgets({SECTION_KEY: project.section})


def _open(id: str) -> None:
    page().input_open = False
    show_article(id)


def _take(key: str) -> None:
    """Open the file, or say why not."""
    file: UploadedFile | None = widget_value(key)
    page().project_complaint = None
    if file is None:
        return
    try:
        open_project(read_project(file.getvalue()))
    except PipelineError as error:
        page().project_complaint = str(error)
