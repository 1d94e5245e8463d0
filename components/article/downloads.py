"""The downloads: every table, all of them, and the record; bytes are made when the button is pressed."""

import streamlit as st

from components.article.correct.bar import corrections_file
from components.charts.png import can_draw_text, timeline_png
from components.charts.quotes_svg import timeline_svg
from components.elements.download_button import offer
from components.elements.notices import heading, hint
from components.formatting import count
from components.report.article import report_html
from components.report.citation import cite
from components.rows.file_names import file_name
from components.workspace.page_model import PageModel
from pipeline.model import Analysis
from pipeline.version import VERSION
from pipeline.write import DOWNLOADS, Download, download_bytes

_TABLES = ("entities", "mentions", "quotes", "places", "dates")
_PURPOSE = {
    "entities": "one for each person, organisation, place …",
    "mentions": "one for each time something is named",
    "quotes": "one for each quote, with its speaker",
    "places": "one for each place mention, with coordinates and the reason for them",
    "dates": "one for each date expression, as written and as a day",
    "zip": "all tables in one file, with the notes",
    "json": "everything, the text included, in one file for programs",
    "geojson": "the places, for map programs",
    "workbook": "all tables, a sheet each; days can be sorted and reckoned with",
}
_REPORT = Download("Report (HTML)", "report.html", "text/html")
_PICTURES = {
    "timeline": Download("Timeline (SVG)", "timeline.svg", "image/svg+xml"),
    "timeline-png": Download("Timeline (PNG)", "timeline.png", "image/png"),
}


def show_downloads(analysis: Analysis, found: PageModel) -> None:
    """A button a file, with what is in it."""
    _to_hand_on(analysis, found)
    heading("Tables, as CSV")
    hint("They open in a spreadsheet: UTF-8 with BOM, ISO dates, cells that look like formulas made harmless.")
    for kind in _TABLES:
        _button(kind, analysis)
    heading("All of it")
    for kind in ("zip", "json", "geojson"):
        _button(kind, analysis)
    heading("To cite")
    st.code(cite(analysis, version=VERSION, model=found.model), language=None, wrap_lines=True)
    corrections_file(analysis)


def _to_hand_on(analysis: Analysis, found: PageModel) -> None:
    """What people read, and not programs."""
    heading("To read and hand on")
    model, gazetteer = found.model, found.gazetteer

    def report() -> bytes:
        return report_html(analysis, version=VERSION, model=model, gazetteer=gazetteer).encode()

    offer(
        _REPORT,
        "report",
        report,
        "charts, map, tables and the marked article in one file that opens and prints anywhere",
        file_name=file_name(analysis.article, "report", "html"),
    )
    _button("workbook", analysis)
    svg, png = (file_name(analysis.article, "timeline", ending) for ending in ("svg", "png"))
    offer(
        _PICTURES["timeline"],
        "timeline",
        lambda: timeline_svg(analysis).encode(),
        "the quotes by speaker, to print",
        file_name=svg,
    )
    if can_draw_text():
        offer(
            _PICTURES["timeline-png"],
            "timeline-png",
            lambda: timeline_png(analysis),
            "the same picture, for slides",
            file_name=png,
        )


def _button(kind: str, analysis: Analysis) -> None:
    what, _, ending = DOWNLOADS[kind].file_name.partition(".")
    name = file_name(analysis.article, what, ending)
    offer(DOWNLOADS[kind], kind, lambda: download_bytes(kind, [analysis]), purpose(kind, analysis), file_name=name)


def purpose(kind: str, analysis: Analysis) -> str:
    """What is in the file, with the number of rows where it is a table."""
    rows = getattr(analysis, kind) if kind in _TABLES else None
    return _PURPOSE[kind] if rows is None else f"{count(len(rows), 'row')}: {_PURPOSE[kind]}"
