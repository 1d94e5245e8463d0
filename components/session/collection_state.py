"""What the page of the collection remembers between two runs, and the callbacks that change it.

Beside state.py, which keeps what belongs to one article.
"""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import streamlit as st

from components.session.state import page, show_article

PARTS = ("Articles", "Entities", "Speakers", "Quotes", "Outlets", "Map", "Compare", "Downloads")
PART_KEY = "part"
Chip = Literal["entity", "speaker", "place"]
Source = Literal["visit", "folder"]
_HERE = "collection"


@dataclass(frozen=True, slots=True)
class Order:
    """How a table is sorted, and which page of it is open."""

    by: str
    descending: bool
    page: int = 1


@dataclass(slots=True)
class CollectionState:
    """See above."""

    files: tuple[str, ...] = ()  # ids seen in the uploader, to notice new ones
    source: Source | None = None
    chips: dict[Chip, tuple[str, str]] = field(default_factory=dict)  # (key, name in words)
    orders: dict[str, Order] = field(default_factory=dict)  # by table
    picked: tuple[str, ...] = ()  # articles to compare, two at most
    row: tuple[str, ...] = ()  # articles as their table had them when one was opened: the way on from it
    joined: tuple[str, tuple[tuple[str, int], ...]] | None = None  # last: in words; articles, with their corrections
    addressed: bool = False  # the chips of the address have been read
    drawn: int = 0  # how many were done when the figures were last drawn


def here() -> CollectionState:
    """This visitor's state, made on the first run."""
    if _HERE not in st.session_state:
        st.session_state[_HERE] = CollectionState()
    state: CollectionState = st.session_state[_HERE]
    return state


def notice_files(ids: tuple[str, ...], refused: Collection[str], article_of: Callable[[str], str | None]) -> None:
    """One new file opens as an article, several as the collection; where none could be read the form stays open.

    refused: ids of files that could not be read; article_of: the article id of a file.
    """
    state = here()
    new = [id for id in ids if id not in state.files and id not in refused]
    state.files = ids
    if not new:
        return
    page().input_open = False
    state.source, state.drawn = "visit", 0
    show_article(article_of(new[0]) if len(new) == 1 else None)
    st.rerun()


def open_part(part: str) -> None:
    """Turn to a part of the collection."""
    st.session_state[PART_KEY] = part


def take_chip(kind: Chip, key: str, name: str) -> None:
    """Narrow everything to one entity, speaker or place; a second click lets it go."""
    state = here()
    if state.chips.get(kind, ("", ""))[0] == key:
        del state.chips[kind]
    else:
        state.chips[kind] = (key, name)
    first_pages()


def drop_chip(kind: Chip) -> None:
    """Take a chip off."""
    here().chips.pop(kind, None)
    first_pages()


def drop_all(nothing: Mapping[str, Any]) -> None:
    """Show everything again; nothing: what the fields of the filter row hold where none narrows."""
    here().chips.clear()
    st.session_state.update(nothing)
    first_pages()


def first_pages() -> None:
    """What is narrowed starts again at the top."""
    state = here()
    state.orders = {name: replace(order, page=1) for name, order in state.orders.items()}


def pick(id: str) -> None:
    """Take an article for a comparison, or put it back; of three the oldest goes."""
    state = here()
    rest = tuple(one for one in state.picked if one != id)
    state.picked = rest if id in state.picked else (*rest[-1:], id)


def answer(key: str, table: str, default: Order, act: Callable[[str, str], None]) -> Callable[[], None]:
    """A table's callback: a heading sorts, a page turns; anything else (what, row id) is for ``act``."""

    def take() -> None:
        said: str | None = st.session_state[key].chosen
        what, id = json.loads(said) if said else ("", "")
        order = here().orders.get(table, default)
        if what == "sort":
            here().orders[table] = Order(id, not order.descending if id == order.by else id not in _RISING)
        elif what == "page":
            here().orders[table] = replace(order, page=int(id))
        elif what:
            act(what, id)

    return take


_RISING = {"title", "name", "source", "day", "first_day", "speaker"}  # read from A to Z, from the first day


def value_of(key: str, default: Any = None) -> Any:
    """A widget's value before it is drawn."""
    return st.session_state.get(key, default)
