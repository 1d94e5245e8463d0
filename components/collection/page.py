"""The page of a collection: header, filter row, counts, and a tab for each view; only the open tab is computed."""

from typing import TYPE_CHECKING

import streamlit as st

from components.collection.articles import show_articles
from components.collection.compare import show_compare
from components.collection.downloads import show_downloads
from components.collection.entities import show_entities
from components.collection.filter import filter_now, show_filter, useful_sources
from components.collection.map import show_pins
from components.collection.outlets import show_outlets
from components.collection.quotes import show_quotes
from components.collection.speakers import show_speakers
from components.collection.view import View, style
from components.elements.notices import block, hint, refusal
from components.formatting import count, span
from components.page.masthead import Bar, show_title
from components.page.source import Source
from components.session.address import read_chips, write_address, write_chips
from components.session.collection_state import PART_KEY, PARTS
from pipeline.collection.filter import NO_FILTER

if TYPE_CHECKING:
    from pipeline.collection import Summary

_PANELS = {
    "Articles": show_articles,
    "Entities": show_entities,
    "Speakers": show_speakers,
    "Quotes": show_quotes,
    "Outlets": show_outlets,
    "Map": show_pins,
    "Compare": show_compare,
    "Downloads": show_downloads,
}


def show_collection(source: Source, bar: Bar) -> None:
    """Draw the page."""
    style()
    read_chips(source.collection)
    everything = source.collection.summary()
    _header(source, everything, bar)
    show_filter(useful_sources(source.collection, everything.articles))
    only = filter_now()
    # Without a filter both counts must be the same, also if an article is finished between two queries.
    summary = source.collection.summary(only) if only != NO_FILTER else everything
    _figures(summary, everything)
    view = View(source, only, summary)
    tabs = st.tabs(PARTS, key=PART_KEY, on_change="rerun", bind="query-params")
    for name, tab in zip(PARTS, tabs, strict=True):
        if tab.open:
            with tab, st.container(key=f"panel-{name.lower()}"):
                if everything.articles or name == "Articles":
                    _PANELS[name](view)
                else:
                    hint("No article has been analysed yet.")
    write_address(None, everything=True)
    write_chips()


def _header(source: Source, everything: "Summary", bar: Bar) -> None:
    number = max(source.total, everything.articles)
    name = count(number, "article")
    title = name if source.own else f"{source.name}: {name}"
    where = (
        "Read in this visit and forgotten with it"
        if source.own
        else "A folder on this server, written by the command line"
    )
    line = " · ".join([where, *_span(everything)])
    show_title(bar, title)
    block("p", "dl-byline", line)
    if source.collection.notices:
        refusal(*source.collection.notices)


def _span(everything: "Summary") -> list[str]:
    parts = []
    if everything.first_day and everything.last_day:
        parts.append(f"published {span(everything.first_day, everything.last_day)}")
    if everything.undated:
        parts.append(f"{count(everything.undated, 'article')} without a publication date")
    return parts


def _figures(summary: "Summary", everything: "Summary") -> None:
    """Draw the counts of the selection in one row."""
    of = f"of {everything.articles:,} articles" if summary.articles != everything.articles else ""
    rows = [
        (summary.articles, of or ("article" if summary.articles == 1 else "articles")),
        (summary.words, "words"),
        (summary.entities, "names"),
        (summary.speakers, "named speakers"),
        (summary.quotes, "quotes"),
        (summary.places, "places on the map"),
    ]
    items = "".join(f"<div><dt>{words}</dt><dd>{number:,}</dd></div>" for number, words in rows)
    st.html(f'<dl class="dl-figures">{items}</dl>')
