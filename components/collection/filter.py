"""The row above the collection: words, source, days, and a chip for each entity, speaker or place that is chosen."""

from typing import TYPE_CHECKING

import streamlit as st

from components.elements.custom import colours, part
from components.elements.notices import theme
from components.formatting import shorten
from components.session.collection_state import Chip, drop_all, drop_chip, first_pages, here, value_of

if TYPE_CHECKING:
    from pipeline.collection import Collection, Filter

FIND, SOURCE, FIRST, LAST = "all-find", "all-source", "all-first", "all-last"
KEYS = (FIND, SOURCE, FIRST, LAST)
MOST_SOURCES = 300
CHIPS = "all-chips"
_WORDS: dict[Chip, str] = {"entity": "Naming", "speaker": "Quoting", "place": "Place"}


def filter_now() -> "Filter":
    """The filter that the row and the chips describe."""
    from pipeline.collection import Filter

    chips = here().chips
    return Filter(
        search=value_of(FIND, "") or "",
        outlet=value_of(SOURCE),
        first_day=value_of(FIRST),
        last_day=value_of(LAST),
        entity=chips["entity"][0] if "entity" in chips else None,
        speaker=chips["speaker"][0] if "speaker" in chips else None,
        place=chips["place"][0] if "place" in chips else None,
    )


def show_filter(sources: tuple[str, ...]) -> None:
    """Draw the row; its values are kept while the reader looks at one article."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="all-filters"):
        st.text_input(
            "Search titles, sources and names",
            key=FIND,
            placeholder="a name or a word of a title",
            width=300,
            on_change=first_pages,
            persist_state="session",
        )
        if sources:
            st.selectbox(
                "Outlet",
                sources,
                index=None,
                key=SOURCE,
                placeholder="All outlets",
                format_func=lambda name: shorten(name, 40),
                width=240,
                on_change=first_pages,
                persist_state="session",
            )
        for key, label in ((FIRST, "Published from"), (LAST, "Published until")):
            st.date_input(
                label,
                value=None,
                min_value="1700-01-01",
                max_value="2200-12-31",
                format="YYYY-MM-DD",
                key=key,
                width=150,
                on_change=first_pages,
                persist_state="session",
            )
    _chips()


def useful_sources(collection: "Collection", articles: int) -> tuple[str, ...]:
    """The outlets to choose from; none if every article has its own, as uploaded files do."""
    found = collection.outlets()
    return found if 1 < len(found) <= MOST_SOURCES and len(found) < articles else ()


def _chips() -> None:
    chips = here().chips
    if chips:
        rows = [[kind, _WORDS[kind], shorten(name, 60)] for kind, (_, name) in chips.items()]
        data = {"rows": rows, "several": None, "words": "", "colours": colours(theme())}
        part("chips")(key=CHIPS, data=data, on_did_change=_take)


def _take() -> None:
    """Remove one chip, or all of them."""
    what, _, kind = str(value_of(CHIPS).did or "").partition(" ")
    if what == "clear":
        drop_all(KEYS)
    elif what == "off" and kind in _WORDS:
        drop_chip(kind)
