"""The downloads of a collection, and the file with the corrections of all its articles.

A file is made when its button is pressed, in a thread that has no session: the function that makes it may use only
its own values.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.collection.view import View
from components.elements.download_button import offer
from components.elements.notices import heading, hint, refusal
from components.formatting import count
from components.report.citation import cite_many, edits
from components.report.collection import collection_report
from components.rows.collection import gather
from components.rows.file_names import files_name
from components.session.cache import visit
from components.session.corrections import kept_corrections, take_corrections
from components.session.state import page, widget_value
from components.workspace.worker import VisitStore
from pipeline.corrections import Corrections, read_all_corrections, write_all_corrections
from pipeline.errors import PipelineError
from pipeline.model import Analysis
from pipeline.record import to_record
from pipeline.version import VERSION
from pipeline.write import DOWNLOADS, Download, download_bytes, to_line

FILE = "corrections.json"
_KEY = "upload-corrections-all"


def show_corrections(articles: set[str]) -> None:
    """Draw the download and the upload of the corrections file; articles: the ids of this visit."""
    made = made_in(articles)
    heading("Your corrections")
    if made:
        number = sum(one.number for one in made)
        st.download_button(
            f"Corrections ({number}, JSON)",
            data=lambda: write_all_corrections(made),
            file_name=f"{len(made)}-articles-{FILE}" if len(made) > 1 else f"1-article-{FILE}",
            mime="application/json",
            key="download-corrections-all",
            on_click="ignore",
            width=220,
        )
        hint(f"Made in {count(len(made), 'article')}; the file can be applied again here or on the command line.")
    else:
        hint("None yet: open an article and correct a name, a quote or a place there. All figures follow.")
    st.file_uploader(
        "Apply a file of corrections",
        type=["json"],
        max_upload_size=5,
        key=_KEY,
        on_change=lambda: _take(articles),
    )
    if complaint := page().file_complaint:
        refusal(complaint)


def made_in(articles: set[str]) -> list[Corrections]:
    """The corrections in force of those articles that have any, with the days and titles given by the reader."""
    state = page()
    ids = dict.fromkeys([*state.histories, *state.published, *state.titles])
    return [kept for id in ids if id in articles and (kept := kept_corrections(id)).number]


def _take(articles: set[str]) -> None:
    """Replace the corrections of each article by those of the file; report those whose article is not here."""
    file: UploadedFile | None = widget_value(_KEY)
    page().file_complaint = None
    if file is None:
        return
    try:
        found = read_all_corrections(file.getvalue())
    except PipelineError as error:
        page().file_complaint = str(error)
        return
    here = [one for one in found if one.article_id in articles]
    for one in here:
        take_corrections(one)
    if strangers := len(found) - len(here):
        page().file_complaint = f"The corrections of {count(strangers, 'article')} belong to none that is here."


if TYPE_CHECKING:
    from pipeline.collection.save import FileKind

MOST = 10_000  # ids of a selection; a visit has far fewer
REPORT = Download("Report (HTML)", "report.html", "text/html")
FIGURES = {
    "csv": (Download("Figures (zip of CSV)", "figures.zip", "application/zip"), "the same tables, a file each"),
    "xlsx": (
        Download("Figures (Excel)", "figures.xlsx", DOWNLOADS["workbook"].mime),
        "articles, names, speakers, quotes, days and places over all articles, a sheet each",
    ),
}
FACTS = {
    "workbook": (DOWNLOADS["workbook"], "the facts of every article, a sheet a table, as for one article"),
    "zip": (DOWNLOADS["zip"], "the same as CSV"),
    "jsonl": (
        Download("Records (JSON lines)", "records.jsonl", "application/jsonl"),
        "everything, the texts included, a line an article, as the command line writes it",
    ),
    "geojson": (DOWNLOADS["geojson"], "the places of all articles, for map programs"),
}


@dataclass(frozen=True, slots=True)
class Selected:
    """The selection that the downloads are made of, as plain values; shared is None for a folder."""

    view: View
    name: str
    words: str
    shared: VisitStore | None

    def analyses(self) -> list[Analysis]:
        """The selected articles of the visit, corrected; empty for a folder."""
        if self.shared is None:
            return []
        found = self.view.collection.articles(self.view.only, order="id", limit=MOST)
        wanted = {row.id for row in found.rows}
        return [one for one in self.shared.records.analyses(self.shared.workspace) if one.article.id in wanted]

    def file_name(self, usual: str, what: str = "") -> str:
        """The name of a file for these articles; usual: as the kind is called; what: instead of its first words."""
        summary = self.view.summary
        stem, _, ending = usual.partition(".")
        return files_name((self.name, self.words), (summary.first_day, summary.last_day), what or stem, ending)

    def edited(self) -> int:
        """The number of facts in them that the reader has corrected."""
        return sum(edits(one) for one in self.analyses())


def show_downloads(view: View) -> None:
    """Draw a button for each file, with a sentence on its contents."""
    if not view.summary.articles:
        hint("No article is selected, so there is nothing to take home.")
        return
    words = view.words()
    selected = Selected(view, view.name, words, visit() if view.source.own else None)
    number = count(view.summary.articles, "article")
    hint(f"Every file holds the {number} selected above{f' ({words})' if words else ''}.")
    _figures(selected)
    if view.source.own:
        _facts(selected)
    else:
        hint("The facts of every single article are in the folder itself, as Parquet.")
    heading("To cite")
    st.code(_cite(selected), language=None, wrap_lines=True)
    if view.source.own:
        show_corrections(set(visit().workspace.articles()))


def _figures(selected: Selected) -> None:
    heading("To read and hand on")
    said = "figures, charts, map and tables in one file that opens and prints anywhere"
    offer(REPORT, "report", lambda: report_bytes(selected), said, file_name=selected.file_name(REPORT.file_name))
    for kind, (download, words) in reversed(FIGURES.items()):
        name = selected.file_name(download.file_name)
        offer(download, f"figures-{kind}", _figure_bytes(selected, kind), words, file_name=name)


def report_bytes(selected: Selected) -> bytes:
    """The HTML report of the selection, in UTF-8."""
    view = selected.view
    return collection_report(
        gather(view.collection, view.only, selected.words),
        selected.name,
        version=VERSION,
        model=view.found.model,
        edited=selected.edited(),
        gazetteer=view.found.gazetteer,
    ).encode()


def _figure_bytes(selected: Selected, kind: str) -> Callable[[], bytes]:
    def make() -> bytes:
        out = io.BytesIO()
        selected.view.collection.write_tables(cast("FileKind", kind), out, selected.view.only)
        return out.getvalue()

    return make


def _facts(selected: Selected) -> None:
    heading("Every fact of every article")
    for kind, (download, words) in FACTS.items():
        name = selected.file_name(download.file_name, "facts" if kind in ("workbook", "zip") else "")
        offer(download, f"all-{kind}", _fact_bytes(selected, kind), words, file_name=name)


def _fact_bytes(selected: Selected, kind: str) -> Callable[[], bytes]:
    def make() -> bytes:
        analyses = selected.analyses()
        if kind == "jsonl":
            return "".join(f"{to_line(to_record(one))}\n" for one in analyses).encode("utf-8")
        return download_bytes(kind, analyses)

    return make


def _cite(selected: Selected) -> str:
    summary = selected.view.summary
    days = (summary.first_day, summary.last_day)
    model = selected.view.found.model
    return cite_many(summary.articles, days, selected.words, selected.edited(), version=VERSION, model=model)
