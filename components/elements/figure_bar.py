"""What a figure can be taken as, where it stands: the picture copied, as PNG and SVG, and its facts as CSV."""

import base64
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from components.charts.framed import framed
from components.charts.png import can_draw_text, png
from components.charts.svg import fixed_look
from components.elements.custom import colours, part
from components.elements.notices import heading, theme
from components.rows.file_names import file_name
from components.session.state import page
from pipeline.model import Analysis
from pipeline.write import download_bytes


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands behind a figure. named: (what, ending) → the name of a file; table: what the CSV is called."""

    named: Callable[[str, str], str]
    table: str
    csv: Callable[[], bytes]


def facts_of(analysis: Analysis, table: str) -> Facts:
    """Those of one article; table: the download that has them."""
    article = analysis.article
    return Facts(
        lambda what, ending: file_name(article, what, ending), table, lambda: download_bytes(table, [analysis])
    )


def figure_bar(
    facts: Facts,
    name: str,
    draw: Callable[[], str],
    *,
    headline: str,
    source: str,
    key: str = "",
    lead: Callable[[], None] | None = None,
) -> None:
    """The row at the top of a figure: what it shows, and what it can be taken as.

    name: of the figure, for its files; draw: makes it as SVG on light paper.
    lead: what stands at the left in place of the headline. What
    is made when a button is pressed runs without the session: it may use nothing but its own values.
    """
    key, look = key or name, fixed_look("light")

    def picture() -> str:
        return framed(draw(), headline=headline, source=source, look=look)

    with st.container(horizontal=True, vertical_alignment="center", gap=None, key=f"figure-{key}"):
        if lead:
            lead()
        else:
            heading(headline)
        with st.container(horizontal=True, gap=None, key=f"tools-{key}"):  # they wrap together
            if can_draw_text():
                _copy(key, picture)
                _button("PNG", key, lambda: png(picture()), facts.named(name, "png"), "image/png")
            _button("SVG", key, lambda: picture().encode(), facts.named(name, "svg"), "image/svg+xml")
            _button("CSV", key, facts.csv, facts.named(facts.table, "csv"), "text/csv")


def _button(label: str, key: str, make: Callable[[], bytes], name: str, mime: str) -> None:
    st.download_button(
        label,
        data=make,
        file_name=name,
        mime=mime,
        key=f"take-{key}-{label.lower()}",
        on_click="ignore",
        type="tertiary",
    )


def _copy(key: str, picture: Callable[[], str]) -> None:
    """The picture is made when it is asked for, and sent once."""
    state = page()
    asked, state.copying = state.copying == key, "" if state.copying == key else state.copying
    data = {"picture": base64.b64encode(png(picture())).decode() if asked else "", "colours": colours(theme())}
    part("copy_picture")(key=f"copy-{key}", data=data, on_asked_change=lambda: _ask(key))


def _ask(key: str) -> None:
    page().copying = key
