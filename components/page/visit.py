"""A reload loses nothing: the tab keeps a token, the server the visit, for ten minutes after its last run.

The token is made here, goes to the browser and back over the page's own connection, and is kept in the
sessionStorage of the tab; it stands in no address, cookie or log. Without the script (a browser that forbids it)
a visit ends with its connection, as ever.
"""

from collections.abc import Mapping

import streamlit as st

from components.elements.custom import part
from components.elements.notices import hint
from components.sample import SOURCE
from components.session.cache import forget_visit, saved_visits
from components.session.state import forget_page, page, refresh, widget_value
from components.workspace.saved_visits import MINUTES, Visit
from pipeline.model import Article

KEY = "visit"
LONGEST = 100  # characters of a token; what is longer is none of ours


def keep_visit() -> None:
    """The element that shows the tab's token, if it has one of a visit before this one."""
    state = page()
    data = {"token": state.token, "refused": state.refused, "leave": state.leaving}
    state.leaving = False
    part("visit")(key=KEY, data=data, on_shown_change=_take_over)


def kept_articles() -> tuple[Article, ...]:
    """The articles of before a reload, which no uploader holds any more."""
    return page().rescued


def keep(articles: Mapping[str, Article]) -> None:
    """Put the visit on the shelf as it stands; an empty one is taken off."""
    state = page()
    if not articles and state.typed is None:
        return
    saved_visits().put(
        state.token,
        Visit(dict(articles), state.typed, state.article_id, dict(state.published), dict(state.histories)),
    )


def visit_note() -> None:
    """What becomes of the articles, and the way to be rid of them at once."""
    hint(
        "Articles stay in this server’s memory and are forgotten when your visit ends: "
        f"{MINUTES} minutes after you leave the page, so that a reload loses nothing."
    )
    st.button("Forget everything now", key="forget", on_click=forget, type="tertiary")


def forget() -> None:
    """No article, correction or choice of this visit is left, here or on the shelf; the tab gets a new token."""
    saved_visits().drop(page().token)
    forget_visit()
    forget_page()
    page().leaving = True


def _take_over() -> None:
    """The tab has shown a token: its visit goes on here, if there is one and nothing has been begun anew."""
    token = str(widget_value(KEY).shown or "")
    state = page()
    visit = saved_visits().find(token) if 0 < len(token) <= LONGEST and token != state.token else None
    if visit is None or (state.typed is not None and state.typed.source != SOURCE):
        state.refused = token
        return
    saved_visits().drop(state.token)
    state.token = token
    typed = visit.typed.id if visit.typed else None
    state.rescued = tuple(article for id, article in visit.articles.items() if id != typed)
    state.typed = visit.typed or state.typed
    state.published = {**(visit.published or {}), **state.published}
    state.histories = {**(visit.histories or {}), **state.histories}
    if state.article_id is None and not state.arriving:
        state.article_id = visit.article_id
    state.fold = bool(visit.articles)
    refresh()
