"""The page: input → articles → one of them, or all together."""

import streamlit as st

from components.article.page import show_one
from components.collection.loading import show_opening
from components.collection.page import show_collection
from components.collection.progress import show_progress
from components.elements.custom import watch_theme
from components.elements.notices import refusal, style
from components.elements.preload import warm_charts
from components.page.input import hide_input, show_forgotten, show_refusals, take_articles
from components.page.masthead import Bar, open_bar, promise, show_tools
from components.page.navigation import choose_source, source_switch
from components.page.source import Source, folder_source, obey_address, open_article, own_source
from components.page.visit import keep_visit
from components.server.quiet_logs import quiet_logs
from components.session.cache import page_model, visit
from components.session.folder import still_opening
from components.session.state import page
from components.workspace.worker import start
from pipeline.errors import PipelineError
from pipeline.model import Article

st.set_page_config(page_title="Dateline", layout="wide", initial_sidebar_state="collapsed")
quiet_logs()


def main() -> None:
    """Draw the page once."""
    style()
    watch_theme()
    keep_visit()
    bar = open_bar()
    said = st.container(key="said")  # above the form: what could not be read, what was forgotten
    obey_address()
    take_articles()
    own, folder = own_source(), folder_source()
    article = open_article(own, folder)
    something = bool(article or own or folder)
    hide_input(hide=something and not page().input_open)
    show_tools(bar, something=something)
    with said:
        show_refusals(files=own is None)
        if not something:
            show_forgotten()
    if not something:
        show_first()
    show_chosen(bar, article, own, folder)


def show_chosen(bar: Bar, article: Article | None, own: Source | None, folder: Source | None) -> None:
    """The article that is open, or the collection."""
    chosen = choose_source(own, folder)
    if article or not chosen or chosen.own:
        page_model()  # while the reader looks for an article, so that the first analysis is quick
    if own:
        start(visit(), page_model())
        show_progress()
    if article:
        show_one(article, page_model(), bar, among=chosen)
    elif chosen:
        if own and folder:
            source_switch()
        show_collection(chosen, bar)
        page_model()  # an article of the folder may be opened next


def show_first() -> None:
    """What stands below the input while there is nothing to show yet."""
    if looked_through := still_opening():
        show_opening(looked_through)
    else:
        promise()
        warm_charts()


try:
    main()
except PipelineError as error:
    refusal(str(error))
