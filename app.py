"""The page: input → analyse → sections."""

import streamlit as st

from components.cache import analysed, resources
from components.corrected import corrected
from components.header import article_header, masthead, promise
from components.input import choose_article
from components.notices import refusal, style
from components.parts import watch_theme
from components.sections import show_sections
from pipeline import PipelineError

st.set_page_config(page_title="Dateline", layout="wide", initial_sidebar_state="collapsed")


def main() -> None:
    """Draw the page once."""
    style()
    watch_theme()
    masthead()
    article = choose_article()
    if article is None:
        promise()
        resources()  # while the reader looks for an article, so that the first analysis is quick
        return
    found = resources()
    analysis = analysed(article, found)
    article_header(analysis)
    analysis, edits = corrected(analysis)
    show_sections(analysis, found, edits)


try:
    main()
except PipelineError as error:
    refusal(str(error))
