"""The corrections of all articles of a visit as one file: take it home, and bring it back."""

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.history import take_corrections
from components.notices import heading, hint, refusal
from components.state import page, widget_value
from components.words import count
from pipeline.corrections import Corrections, read_all_corrections, write_all_corrections
from pipeline.errors import PipelineError

FILE = "corrections.json"
_KEY = "upload-corrections-all"


def show_corrections(articles: set[str]) -> None:
    """Those made in this visit; articles: the ids that are here."""
    made = made_in(articles)
    heading("Your corrections")
    if made:
        number = sum(len(one.items) for one in made)
        st.download_button(
            f"Corrections ({number}, JSON)",
            data=lambda: write_all_corrections(made),
            file_name=FILE,
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
    """The corrections of these articles that stand."""
    return [past.of(id) for id, past in page().histories.items() if past.done and id in articles]


def _take(articles: set[str]) -> None:
    """Each article's corrections replace those made so far; those of an article that is not here are counted."""
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
