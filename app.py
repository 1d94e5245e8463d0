"""The page: input → articles → one of them, or all together."""

import streamlit as st

from components.article.page import show_one
from components.collection.loading import show_opening
from components.collection.page import show_collection
from components.collection.progress import show_progress
from components.elements.custom import watch_theme
from components.elements.notices import refusal, style
from components.elements.preload import warm_charts
from components.page.input import show_refusals, take_articles
from components.page.masthead import masthead, promise
from components.page.navigation import choose_source, source_switch
from components.page.source import folder_source, obey_address, open_article, own_source
from components.page.visit import keep_visit
from components.server.quiet_logs import quiet_logs
from components.session.cache import page_model, visit
from components.session.folder import still_opening
from components.workspace.worker import start
from pipeline.errors import PipelineError

st.set_page_config(page_title="Dateline", layout="wide", initial_sidebar_state="collapsed")
quiet_logs()


def main() -> None:
    """Draw the page once."""
    style()
    watch_theme()
    keep_visit()
    masthead()
    obey_address()
    take_articles()
    own, folder = own_source(), folder_source()
    article = open_article(own, folder)
    if own is None:
        show_refusals()
    if article is None and own is None and folder is None:
        show_first()
    chosen = choose_source(own, folder)
    if article or not chosen or chosen.own:
        page_model()  # while the reader looks for an article, so that the first analysis is quick
    if own:
        start(visit(), page_model())
        show_progress()
    if article:
        show_one(article, page_model(), among=chosen)
    elif chosen:
        if own and folder:
            source_switch()
        show_collection(chosen)
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
