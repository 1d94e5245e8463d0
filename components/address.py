"""The address of the page: the open article and the picks, never a word of the article.

The view is there too; Streamlit binds it to the tabs. What the page writes it remembers: an address that says
something else comes from the reader (a link, back and forward) and is obeyed, unless the same run brings a
choice of the reader's.
"""

import re

import streamlit as st

from components.picks import read_picks
from components.samples import SOURCE, sample
from components.state import Address, page, refresh
from pipeline.model import Article

EVERYTHING = "all"
_ARTICLE = re.compile(r"[A-Za-z0-9_.-]{1,64}")


def asked() -> str | None:
    """The article that a new address asks for: ``sample``, an id, or ``all``; None where it asks nothing new."""
    state, now = page(), _read()
    before, state.address = state.address, now
    if now == before or (before and state.picks != before.picks):
        return None
    state.picks, state.hit = now.picks, 0
    refresh()
    if before and (now.article, now.everything) == (before.article, before.everything):
        return None
    state.arriving = sample().id if now.article == SOURCE else now.article
    return EVERYTHING if now.everything else now.article


def write_address(article: Article | None, *, everything: bool = False) -> None:
    """Say in the address what is open and chosen; in one message, or back would go through halves of a step."""
    state = page()
    name = None if article is None else SOURCE if article.id == sample().id else article.id
    if name is not None and not _ARTICLE.fullmatch(name):
        name = None
    now = Address(name, everything and article is None, state.picks if article else ())
    if now == (state.address or Address()):
        return
    state.address = now
    values = {"article": name or [], "in": EVERYTHING if now.everything else [], "pick": [str(p) for p in now.picks]}
    st.query_params.update(values)


def _read() -> Address:
    values = st.query_params
    article = values.get("article", "")
    name = article if _ARTICLE.fullmatch(article) else None
    everything = values.get("in") == EVERYTHING and name is None
    return Address(name, everything, read_picks(values.get_all("pick")) if name else ())
