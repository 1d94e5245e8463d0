"""The name of the page, and its promise to a first visitor."""

import streamlit as st

_PROMISE = {
    "Names": "People, organisations, places, groups and events: how often each is named, and where in the article.",
    "Quotes": "Every quotation on a timeline by speaker, direct or reported, with the sentence it stands in.",
    "Places": "A map that needs no internet, with the reason why each name is this place and not another.",
    "Tables": "Everything as CSV, JSON and GeoJSON. What the text does not make clear stays open.",
}


def masthead() -> None:
    """Name and promise, in one line."""
    st.html(
        '<header class="dl-mast"><h1>Dateline</h1>'
        "<p>Who said what, about whom, where and when, from one news article. Nothing leaves this machine.</p></header>"
    )


def promise() -> None:
    """What the reader gets, on the page that is still empty."""
    items = "".join(f"<div><dt>{name}</dt><dd>{words}</dd></div>" for name, words in _PROMISE.items())
    st.html(f'<dl class="dl-promise">{items}</dl>')
