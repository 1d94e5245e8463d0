"""What each view of the collection is given, and their style sheet."""

from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

import streamlit as st

from components import palette
from components.elements.notices import theme
from components.formatting import count
from components.page.source import Source
from components.rows.collection import in_words
from components.session.cache import page_model
from components.session.collection_state import Chip, here, take_chip, value_of

if TYPE_CHECKING:
    from components.workspace.page_model import PageModel
    from pipeline.collection import Collection, Filter, Summary

_STYLE = Path(__file__).parent / "style.css"


@dataclass(frozen=True, slots=True)
class View:
    """A source of articles, the filter, and the counts of the filtered articles."""

    source: Source
    only: "Filter"
    summary: "Summary"

    @property
    def found(self) -> "PageModel":
        """Model and gazetteer; loaded on first use, so that the first view of a folder does not wait for them."""
        return page_model()

    @property
    def collection(self) -> "Collection":
        """The collection that answers the queries."""
        return self.source.collection

    @property
    def name(self) -> str:
        """How many articles are selected, of a folder with its name."""
        number = count(self.summary.articles, "article")
        return number if self.source.own else f"{self.source.name}: {number}"

    def words(self, find: str = "") -> str:
        """By what they were narrowed; find: words that names must hold."""
        chips = {str(kind): name for kind, (_, name) in here().chips.items()}
        return in_words(self.only, chips, find)


def style() -> None:
    """Write the style sheet of the collection's page in the colours of the theme."""
    now = theme()
    values = {
        **palette.FONTS, "ink": palette.INK[now], "muted": palette.MUTED[now], "rule": palette.RULE[now],
        "raised": palette.RAISED[now], "accent": palette.ACCENT[now],
    }  # fmt: skip
    st.html(f"<style>{Template(_STYLE.read_text(encoding='utf-8')).substitute(values)}</style>")


def chart_key(name: str, view: View) -> str:
    """The widget key of a chart. It changes with the selection, so that the chart forgets the point chosen before."""
    return f"all-{name}-{abs(hash((view.only, len(here().chips)))) % 10**8}"


def take_points(key: str, kind: Chip) -> None:
    """Callback of a chart: make a chip of the chosen point, whose customdata is (key, name)."""
    points = value_of(key).selection.points
    if points and points[0].get("customdata"):
        take_chip(kind, str(points[0]["customdata"][0]), str(points[0]["customdata"][1]))
