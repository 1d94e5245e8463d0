"""The row above the collection: words, source, days, and a chip for each entity, speaker or place that is chosen."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from components.elements.custom import colours, part
from components.elements.notices import refusal, theme
from components.formatting import A_DAY, NO_DAY, day, one_line, read_day, shorten
from components.session.collection_state import Chip, drop_all, drop_chip, first_pages, here, value_of

if TYPE_CHECKING:
    from datetime import date

    from pipeline.collection import Collection, Filter

FIND, SOURCE, FIRST, LAST = "all-find", "all-source", "all-first", "all-last"
NOTHING: dict[str, Any] = {FIND: "", SOURCE: None, FIRST: "", LAST: ""}  # the fields of the row where none narrows
_DAYS = {FIRST: "Published from", LAST: "Published until"}
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
        first_day=_day_in(FIRST),
        last_day=_day_in(LAST),
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
        for key, label in _DAYS.items():
            st.text_input(
                label,
                key=key,
                max_chars=60,
                placeholder=A_DAY,
                width=150,
                on_change=first_pages,
                persist_state="session",
            )
    if complaints := day_complaints():
        refusal(*complaints)
    _chips()


def _day_in(key: str) -> "date | None":
    """The day typed in a field of the row; None where there is none, or none that can be read."""
    return read_day(value_of(key, "") or "")


def day_complaints() -> list[str]:
    """What is wrong with the days that were typed; the words stay in their fields to be mended."""
    found = []
    for key, label in _DAYS.items():
        said = one_line(value_of(key, "") or "")
        if said and _day_in(key) is None:
            found.append(f"{label}: {NO_DAY.format(shorten(said, 40))} Until then this field narrows nothing.")
    first, last = _day_in(FIRST), _day_in(LAST)
    if first and last and first > last:
        found.append(f"No day lies between {day(first)} and {day(last)}: the first is the later one.")
    return found


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
        drop_all(NOTHING)
    elif what == "off" and kind in _WORDS:
        drop_chip(kind)
