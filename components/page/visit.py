"""A reload loses nothing: the tab keeps a token, the server the visit, for ten minutes after its last run.

The token is made here, goes to the browser and back over the page's own connection, and is kept in the
sessionStorage of the tab; it stands in no address, cookie or log. Without the script (a browser that forbids it)
a visit ends with its connection, as ever.
"""

from collections.abc import Mapping

import streamlit as st

from components.elements.custom import part
from components.elements.notices import hint
from components.formatting import shorten
from components.rows.headline import title_of
from components.sample import SOURCE
from components.session.cache import forget_visit, saved_visits, visit
from components.session.state import forget_page, page, refresh, widget_value
from components.workspace.saved_visits import MINUTES, Visit
from pipeline.model import Article

KEY = "visit"
LONGEST = 100  # characters of a token; what is longer is none of ours
LONGEST_TITLE = 90


def keep_visit() -> None:
    """The element that shows the tab's token, if it has one of a visit before this one."""
    state = page()
    data = {"token": state.token, "refused": state.refused, "leave": state.leaving, "title": _open_title()}
    state.leaving = False
    part("visit")(key=KEY, data=data, on_shown_change=_take_over)


def keep(articles: Mapping[str, Article]) -> None:
    """Save the visit as it stands; an empty one is dropped."""
    state = page()
    if not articles and not state.kept:
        saved_visits().drop(state.token)
        return
    everything = {**state.kept, **articles}
    saved_visits().put(
        state.token,
        Visit(everything, state.article_id, dict(state.published), dict(state.titles), dict(state.histories)),
    )


def visit_note() -> None:
    """What becomes of the articles, and the way to be rid of them at once."""
    hint(
        "Articles stay in this server’s memory and are forgotten when your visit ends: "
        f"{MINUTES} minutes after you leave the page, so that a reload loses nothing."
    )
    st.button("Forget everything now", key="forget", on_click=forget, type="tertiary")


def forget() -> None:
    """No article, correction or choice of this visit is left, here or saved; the tab gets a new token."""
    saved_visits().drop(page().token)
    forget_visit()
    forget_page()
    page().leaving = True


def _take_over() -> None:
    """The tab has shown a token: its visit goes on here, if there is one and nothing has been begun anew."""
    token, _, title = str(widget_value(KEY).shown or "").partition("\n")
    state = page()
    found = saved_visits().find(token) if 0 < len(token) <= LONGEST and token != state.token else None
    if found is None or any(article.source != SOURCE for article in state.kept.values()):
        state.refused, state.forgotten_title = token, shorten(title, LONGEST_TITLE)
        return
    saved_visits().drop(state.token)
    state.token = token
    state.kept = {**found.articles, **state.kept}
    state.published = {**(found.published or {}), **state.published}
    state.titles = {**(found.titles or {}), **state.titles}
    state.histories = {**(found.histories or {}), **state.histories}
    if state.article_id is None and not state.arriving:
        state.article_id = found.article_id
    state.input_open = False
    refresh()


def _open_title() -> str:
    """The title of the open article, which the tab keeps so that a server that was started again can name it."""
    article = {**page().kept, **visit().workspace.articles()}.get(page().article_id or "")
    return shorten(title_of(article), LONGEST_TITLE) if article else ""
