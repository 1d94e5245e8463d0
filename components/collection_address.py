"""The chips of a collection in the address of the page, by the keys of the query layer: never a word of an article."""

import re
from typing import TYPE_CHECKING, get_args

import streamlit as st

from components.collection_rows import records
from components.collection_state import Chip, here
from components.words import one_line

if TYPE_CHECKING:
    from pipeline.collection import Collection

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

    ask = {"entity": collection.entities, "speaker": collection.speakers, "place": collection.pins}[kind]
    rows = records(ask(Filter(**{kind: key}), order="articles", limit=_NEAR))  # type: ignore[arg-type] # a key
    return next((one_line(row["name"]) for row in rows if row["key"] == key), None)
