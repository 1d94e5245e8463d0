"""The page: input → articles → one of them, or all together."""

import streamlit as st

from components.article_page import show_one
from components.cache import resources, turns, visit
from components.collection import show_collection
from components.collection_bar import choose_source, source_switch
from components.collection_opening import show_opening
from components.collection_progress import show_progress
from components.collection_where import folder_source, obey_address, open_article, own_source
from components.collection_work import start
from components.folder import still_opening
from components.header import masthead, promise
from components.input import show_refusals, take_articles
from components.notices import refusal, style
from components.parts import watch_theme
from components.quiet import quiet_logs
from components.visit import keep_visit
from components.warm import warm_charts
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
        resources()  # while the reader looks for an article, so that the first analysis is quick
    if own:
        start(visit(), turns(), resources())
        show_progress()
    if article:
        show_one(article, resources(), among=chosen)
    elif chosen:
        if own and folder:
            source_switch()
        show_collection(chosen)
        resources()  # an article of the folder may be opened next


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
