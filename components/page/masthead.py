"""The bar at the top of every page, and the promise to a first visitor."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.elements.custom import theme_switch
from components.elements.notices import block
from components.session.state import page, toggle_input

_PROMISE = {
    "Names": "People, organisations, places, groups and events: how often each is named, and where in the article.",
    "Quotes": "Every quotation on a timeline by speaker, direct or reported, with the sentence it stands in.",
    "Places": "A map that needs no internet, with the reason why each name is this place and not another.",
    "Tables": "Everything as CSV, JSON and GeoJSON. What the text does not make clear stays open.",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """Where the parts of the bar stand, from left to right; each is filled by the view that knows it."""

    title: DeltaGenerator
    walk: DeltaGenerator
    corrections: DeltaGenerator
    tools: DeltaGenerator


def open_bar() -> Bar:
    """The name of the page, and room for the rest."""
    with st.container(key="bar", horizontal=True, vertical_alignment="center", gap="small"):
        st.html('<header class="dl-mast"><h1>Dateline</h1></header>', width="content")
        return Bar(
            st.container(key="bar-title"),
            *(
                st.container(key=f"bar-{name}", horizontal=True, vertical_alignment="center", gap="xxsmall")
                for name in ("walk", "corrections", "tools")
            ),
        )


def show_tools(bar: Bar, *, something: bool) -> None:
    """New article, where there is one already, and the switch between light and dark."""
    with bar.tools:
        if something:
            name = "Close" if page().input_open else "New article"
            st.button(name, key="new-article", on_click=toggle_input)
        theme_switch()


def show_title(bar: Bar, title: str) -> None:
    """What is open: the title of an article, or how many articles."""
    with bar.title:
        block("h2", "dl-title", title)


def promise() -> None:
    """What the reader gets, on the page that is still empty."""
    items = "".join(f"<div><dt>{name}</dt><dd>{words}</dd></div>" for name, words in _PROMISE.items())
    st.html(
        '<p class="dl-tagline">Who said what, about whom, where and when, from news articles. '
        f'Nothing leaves this machine.</p><dl class="dl-promise">{items}</dl>'
    )
