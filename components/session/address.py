"""The address of the page: the open article and the picks, never a word of the article.

The view is there too; Streamlit binds it to the tabs. What the page writes it remembers: an address that says
something else comes from the reader (a link, back and forward) and is obeyed, unless the same run brings a
choice of the reader's.

The chips of a collection in the address of the page, by the keys of the query layer: never a word of an article.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, get_args

import streamlit as st

from components.formatting import one_line
from components.sample import SOURCE, sample
from components.selection.picks import read_picks
from components.session.collection_state import Chip, here
from components.session.state import Address, page, refresh
from pipeline.model import Article

EVERYTHING = "all"
_ARTICLE = re.compile(r"[A-Za-z0-9_.-]{1,64}")


def asked() -> str | None:
    """The article that a new address asks for: ``sample``, an id, or ``all``; None where it asks nothing new."""
    state, now = page(), _read()
    before, state.address = state.address, now
    if now == before or (before and state.picks != before.picks):
        return None
    state.picks, state.passage = now.picks, 0
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


if TYPE_CHECKING:
    from pipeline.collection import Collection
    from pipeline.collection.rows import ListedName, ListedPlace, ListedSpeaker

NAME = "with"
_CHIP = re.compile(r"(entity|speaker|place):([0-9a-f]{16})")
_NEAR = 50  # what a chip stands for is in all of its own articles, so it is among the first


def read_chips(collection: "Collection") -> None:
    """Take what the address asks for on the first look at a collection; what is not there is left out."""
    state = here()
    if state.addressed:
        return
    state.addressed = True
    for words in st.query_params.get_all(NAME)[: len(get_args(Chip))]:
        if (found := _CHIP.fullmatch(words)) and (name := _name(collection, found[1], found[2])):
            state.chips[found[1]] = (found[2], name)  # type: ignore[index] # one of the three


def write_chips() -> None:
    """Say in the address what is chosen."""
    now = [f"{kind}:{key}" for kind, (key, _) in here().chips.items()]
    if now != st.query_params.get_all(NAME):
        st.query_params[NAME] = now


def _name(collection: "Collection", kind: str, key: str) -> str | None:
    from pipeline.collection import Filter

    found: Iterable[ListedName | ListedSpeaker | ListedPlace]
    if kind == "entity":
        found = collection.entities(Filter(entity=key), order="articles", limit=_NEAR).rows
    elif kind == "speaker":
        found = collection.speakers(Filter(speaker=key), order="articles", limit=_NEAR).rows
    else:
        found = collection.pins(Filter(place=key), order="articles", limit=_NEAR).rows
    return next((one_line(row.name or "") for row in found if row.key == key), None)
