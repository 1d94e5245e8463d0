"""The corrections of the open article: applied, and as a file to keep and to apply again."""

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.elements.notices import heading, hint, refusal
from components.rows.file_names import file_name
from components.session.corrections import history, kept_corrections, take_corrections
from components.session.state import page, widget_value
from pipeline import Analysis, PipelineError
from pipeline.corrections import Edited, apply_marked, read_corrections, write_corrections


def corrected(analysis: Analysis) -> tuple[Analysis, Edited]:
    """The analysis as the reader has corrected it, and what that changed; a correction that does not fit is said."""
    article = analysis.article.id
    past = history(article)
    if not past.done and not past.undone:
        return analysis, Edited()
    found = apply_marked(analysis, past.of(article))
    if found.misfits:
        refusal(*(f"A correction does not fit this article: {misfit}" for misfit in found.misfits))
    return found.analysis, found.edited


def corrections_file(analysis: Analysis) -> None:
    """Take the corrections home, and bring them back."""
    article = analysis.article.id
    corrections = kept_corrections(article)
    heading("Your corrections")
    if corrections.number:
        st.download_button(
            f"Corrections ({corrections.number}, JSON)",
            data=lambda: write_corrections(corrections),
            file_name=file_name(analysis.article, "corrections", "json"),
            mime="application/json",
            key="download-corrections",
            on_click="ignore",
            width=220,
        )
    else:
        hint("None yet: choose a name, a quote or a place and correct it there. The file can be applied again later.")
    key = f"upload-corrections-{article}"
    st.file_uploader(
        "Apply a file of corrections", type=["json"], max_upload_size=1, key=key, on_change=lambda: _take(key, article)
    )
    if complaint := page().file_complaint:
        refusal(complaint)


def _take(key: str, article: str) -> None:
    """Corrections of this article replace those made so far; anything else is refused in words."""
    file: UploadedFile | None = widget_value(key)
    page().file_complaint = None
    if file is None:
        return
    try:
        corrections = read_corrections(file.getvalue())
    except PipelineError as error:
        page().file_complaint = str(error)
        return
    if corrections.article_id != article:
        page().file_complaint = "These corrections belong to another article: open that one first."
        return
    take_corrections(corrections)
