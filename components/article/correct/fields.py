"""What the forms of correction share: their fields, and the words in them."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from components.formatting import shorten
from components.palette import KINDS
from components.rows.article import people_first
from pipeline.corrections import EntityRef, QuoteRef
from pipeline.model import Analysis, Entity, Quote

LABELS = {kind.labels[0]: kind.singular for kind in KINDS}
NOBODY = ""
NOBODY_WORDS = "nobody the text makes clear"


def entity_ref(entity: Entity) -> EntityRef:
    """The entity as a correction means it."""
    return EntityRef(entity.id, entity.name)


def quote_ref(quote: Quote) -> QuoteRef:
    """The quote as a correction means it."""
    return QuoteRef(quote.start, quote.end)


def names_of(analysis: Analysis, but: Sequence[str] = ()) -> dict[str, str]:
    """Every entity's name by its id, short enough for a list."""
    return {entity.id: shorten(entity.name, 60) for entity in people_first(analysis) if entity.id not in but}


def choice(label: str, options: Mapping[Any, str], key: str, nothing: str) -> None:
    """One of these, or nothing: as it is."""
    st.selectbox(
        label,
        list(options),
        index=None,
        format_func=lambda option: options.get(option, str(option)),
        placeholder=nothing,
        key=key,
    )


def kind_field(label: str, key: str) -> None:
    """A kind of entity, or nothing: as it is."""
    choice(label, LABELS, key, "as it is")
