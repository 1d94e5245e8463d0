"""Which collection is looked at where there are two, and the way between a collection and one article of it."""

import streamlit as st

from components.elements.notices import block
from components.formatting import count
from components.page.masthead import Bar
from components.page.source import Source
from components.session.cache import visit
from components.session.collection_state import here, value_of
from components.session.state import show_article
from pipeline.model import Article

_NAMES = {"visit": "Your articles", "folder": "The folder of this server"}


def choose_source(own: Source | None, folder: Source | None) -> Source | None:
    """The collection that is open; a visit's own goes before the server's folder."""
    if own and folder:
        return folder if here().source == "folder" else own
    return own or folder


def source_switch() -> None:
    """To the other collection."""
    st.segmented_control(
        "Collection", list(_NAMES), format_func=_NAMES.__getitem__, default=here().source or "visit", required=True,
        key="all-switch", on_change=_switch, label_visibility="collapsed",
    )  # fmt: skip


def _switch() -> None:
    here().source = value_of("all-switch")


def way_back(bar: Bar, article: Article, source: Source) -> None:
    """Back to all articles; and, in a visit's own, to the one before and after."""
    ids = _row(article.id) if source.own else []
    with bar.walk:
        name = f"All {source.total:,}" if source.own else "The folder"
        what = f"All {count(source.total, 'article')}" if source.own else "Back to the folder"
        st.button(f"‹ {name}", key="to-all", help=what, on_click=show_article, args=(None,), type="tertiary")
        if article.id in ids:
            at = ids.index(article.id)
            _step("‹", "Previous article", "to-previous", ids, at - 1)
            block("span", "dl-count", f"{at + 1:,} of {len(ids):,}")
            _step("›", "Next article", "to-next", ids, at + 1)


def _row(id: str) -> list[str]:
    """The articles in the order of the table that this one was opened from; else as they came."""
    here_now = visit().workspace.articles()
    row = [one for one in here().row if one in here_now]
    return row if id in row else list(here_now)


def _step(label: str, words: str, key: str, ids: list[str], at: int) -> None:
    inside = 0 <= at < len(ids)
    go = ids[at] if inside else None
    st.button(label, key=key, help=words, on_click=show_article, args=(go,), disabled=not inside, type="tertiary")
